#!/usr/bin/python3
"""Finnish and Swedish are complete: nothing untranslated, nothing fuzzy, every file with texts named in POTFILES."""
import os
import re
import subprocess
import tempfile

from tap import ROOT, Tap, files, read

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
CALL = re.compile(r'(?<![A-Za-z0-9_])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(\s*[A-Z_]*,?\s*"')
MARKED = re.compile(r'translatable="(yes|true)"|gettext-domain="luotain"')


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})


def potfiles():
    return [line.strip() for line in read("po/POTFILES").splitlines() if line.strip() and not line.startswith("#")]


def with_texts():
    for path in files("src", "ui", endings=(".c", ".h", ".ui")):
        pattern = MARKED if path.endswith(".ui") else CALL
        if pattern.search(read(path)):
            yield path
    for path in files("data", endings=(".desktop.in", ".metainfo.xml.in", ".gschema.xml")):
        yield path


def template(folder):
    path = os.path.join(folder, "luotain.pot")
    result = run("xgettext", "--from-code=UTF-8", "--add-comments", "--omit-header", "-f", "po/POTFILES", "-o", path,
                 *["--keyword=" + keyword for keyword in KEYWORDS],
                 "--flag=g_dngettext:2:pass-c-format", "--flag=g_strdup_printf:1:c-format")
    return path, result


def language_faults(language, pot, folder):
    po = "po/%s.po" % language
    checked = run("msgfmt", "--check-format", "--check-header", "-o", os.devnull, po)
    if checked.returncode:
        return checked.stderr.splitlines()
    merged = os.path.join(folder, language + ".po")
    run("msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, po, pot)
    faults = []
    for kind, option in (("untranslated", "--untranslated"), ("fuzzy", "--only-fuzzy")):
        left = run("msgattrib", option, "--no-obsolete", "--no-wrap", merged).stdout
        faults += ["%s: %s: %s" % (po, kind, text) for text in re.findall(r'^msgid "(.+)"$', left, re.M)]
    obsolete = run("msgattrib", "--only-obsolete", merged).stdout.count("#~ msgid ")
    if obsolete:
        faults.append("%s: %d texts are in no source any more" % (po, obsolete))
    return faults


def main():
    tap = Tap()
    named = potfiles()
    tap.check("po/POTFILES names every file with texts", ["%s: not in po/POTFILES" % p for p in with_texts() if p not in named])
    tap.check("po/POTFILES names no file that is not there",
              ["po/POTFILES: %s: no such file" % p for p in named if not os.path.exists(os.path.join(ROOT, p))])
    with tempfile.TemporaryDirectory() as folder:
        if named:
            pot, result = template(folder)
            tap.check("texts can be taken out", result.stderr.splitlines() if result.returncode else [])
        for language in read("po/LINGUAS").split():
            tap.check("po/%s.po is complete" % language, language_faults(language, pot, folder) if named else [])
    tap.end()


main()
