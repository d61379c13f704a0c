#!/usr/bin/python3
"""Every XML file that ships is valid by the XSD and, as a second opinion, by the RELAX NG schema with jing; both schemas
are what trang makes of the .rnc."""
import filecmp
import os
import shutil
import subprocess
import tempfile

from tap import ROOT, Tap, files

SCHEMA = "src/exchange/schema/luotain"


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def made_by_trang(ending):
    with tempfile.TemporaryDirectory() as folder:
        made = os.path.join(folder, "luotain" + ending)
        result = run("trang", SCHEMA + ".rnc", made)
        if result.returncode:
            return (result.stdout + result.stderr).splitlines()
        faults = []
        for name in sorted(os.listdir(folder)):
            kept = os.path.join(ROOT, os.path.dirname(SCHEMA), name)
            if not os.path.exists(kept) or not filecmp.cmp(os.path.join(folder, name), kept, shallow=False):
                faults.append("%s/%s: not what trang makes of luotain.rnc: run trang again" % (os.path.dirname(SCHEMA), name))
        return faults


def main():
    tap = Tap()
    shipped = files("scenarios", "profiles", endings=".xml")
    if not os.path.exists(os.path.join(ROOT, SCHEMA + ".rnc")):
        tap.skip("shipped XML is valid", "there is no schema yet")
        tap.end()
    for ending in (".rng", ".xsd"):
        tap.check("luotain%s is made from luotain.rnc" % ending, made_by_trang(ending))
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
