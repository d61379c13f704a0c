#!/usr/bin/python3
"""What the desktop reads: desktop entry, metainfo, MIME type, settings schema, icons, templates and man pages.
The argument is the build folder, where the translated desktop entry and metainfo stand."""
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

from tap import ROOT, Tap, files, read

APPLICATION = "fi.luotain.Luotain"


def run(*command):
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return (result.stdout + result.stderr).splitlines() if result.returncode else []


def xml_faults(paths):
    for path in paths:
        try:
            ElementTree.parse(os.path.join(ROOT, path))
        except ElementTree.ParseError as error:
            yield "%s: %s" % (path, error)


def templates_named():
    listed = read("ui/luotain.gresource.xml")
    for path in files("ui", endings=".ui"):
        if ">%s<" % os.path.relpath(path, "ui") not in listed:
            yield "%s: not named in ui/luotain.gresource.xml" % path


def translated(path):
    text = read(path) if not os.path.isabs(path) else open(path, encoding="utf-8").read()
    for language in ("fi", "sv"):
        if "[%s]" % language not in text and 'xml:lang="%s"' % language not in text:
            yield "%s: holds no %s" % (os.path.basename(path), language)


def tool(tap, name, *command):
    if shutil.which(command[0]):
        tap.check(name, run(*command))
    else:
        tap.skip(name, "there is no " + command[0])


def main():
    tap = Tap()
    build = os.path.abspath(sys.argv[1])
    entry = os.path.join(build, "data", APPLICATION + ".desktop")
    metainfo = os.path.join(build, "data", APPLICATION + ".metainfo.xml")
    tap.check("every XML file of data/ and ui/ is well formed", xml_faults(files("data", "ui", "src", endings=(".xml", ".svg", ".ui", ".in.xml", ".xml.in", ".xsl", ".rng", ".xsd"))))
    tap.check("every template is in the resource", templates_named())
    tool(tap, "desktop entry", "desktop-file-validate", entry)
    tool(tap, "metainfo", "appstreamcli", "validate", "--no-net", "--explain", metainfo)
    tap.check("desktop entry is translated", translated(entry))
    tap.check("metainfo is translated", translated(metainfo))
    tool(tap, "settings schema", "glib-compile-schemas", "--strict", "--dry-run", os.path.join(ROOT, "data"))
    tap.check("application id is the same everywhere", [
        "%s: does not hold %s" % (path, APPLICATION)
        for path in ("meson.build", "data/%s.desktop.in" % APPLICATION, "data/%s.metainfo.xml.in" % APPLICATION,
                     "data/%s.gschema.xml" % APPLICATION)
        if not re.search(re.escape(APPLICATION), read(path))])
    tap.end()


main()
