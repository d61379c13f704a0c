#!/usr/bin/python3
"""Every XML file that ships is valid by the XSD and, as a second opinion, by the RELAX NG schema with jing; both schemas
are what trang makes of the .rnc."""
import os
import shutil
import subprocess

from tap import ROOT, Tap, files

SCHEMA = "src/exchange/schema/luotain"


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def main():
    tap = Tap()
    shipped = files("scenarios", "profiles", endings=".xml")
    if not os.path.exists(os.path.join(ROOT, SCHEMA + ".rnc")):
        tap.skip("shipped XML is valid", "there is no schema yet")
        tap.end()
    if shutil.which("trang"):
        result = run("scripts/make-schemas", "--check")
        tap.check("the schemas are made from luotain.rnc", (result.stdout + result.stderr).splitlines() if result.returncode else [])
    else:
        tap.skip("the schemas are made from luotain.rnc", "there is no trang")
    tap.check("there is shipped content", [] if shipped else ["scenarios/ and profiles/ hold no XML"])
    for path in shipped:
        result = run("xmllint", "--nonet", "--noout", "--schema", SCHEMA + ".xsd", path)
        tap.check("%s by the XSD" % path, result.stderr.splitlines() if result.returncode else [])
    if not shutil.which("jing"):
        tap.skip("shipped XML by RELAX NG", "there is no jing")
    elif shipped:
        result = run("jing", SCHEMA + ".rng", *shipped)
        tap.check("shipped XML by RELAX NG", (result.stdout + result.stderr).splitlines() if result.returncode else [])
    tap.end()


main()
