#!/usr/bin/python3
"""Finnish and Swedish are complete: nothing untranslated, nothing fuzzy, every file with texts named in POTFILES."""
import os
import re
import sys
import tempfile

from tap import ROOT, Tap

sys.path.insert(0, os.path.join(ROOT, "scripts", "lib"))
import texts  # noqa: E402


def source_texts(po):
    for entry in po.split("\n\n"):
        match = re.search(r'^msgid ((?:"[^\n]*"\n?)+)', entry, re.M)
        text = "".join(re.findall(r'"(.*)"', match[1])) if match else ""
        if text:
            yield text


def language_faults(language, template, folder):
    po = "po/%s.po" % language
    checked = texts.run("msgfmt", "--check-format", "--check-header", "--output-file=" + os.devnull, po)
    if checked.returncode:
        return checked.stderr.splitlines()
    merged = os.path.join(folder, language + ".po")
    texts.run("msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file=" + merged, po, template)
    faults = []
    for kind, option in (("untranslated", "--untranslated"), ("fuzzy", "--only-fuzzy")):
        left = texts.run("msgattrib", option, "--no-obsolete", "--no-wrap", merged).stdout
        faults += ["%s: %s: %s" % (po, kind, text) for text in source_texts(left)]
    # A text marked fuzzy by hand is dropped by msgmerge only when it is gone, so the file itself is asked too.
    if re.search(r"^#,.*\bfuzzy\b", texts.run("msgattrib", "--only-fuzzy", po).stdout, re.M) and not faults:
        faults.append("%s: holds fuzzy texts" % po)
    return faults


def main():
    tap = Tap()
    named = texts.named_files()
    tap.check("po/POTFILES names every file with texts",
              ["%s: not in po/POTFILES: run scripts/update-translations" % path
               for path in texts.files_with_texts() if path not in named])
    tap.check("po/POTFILES names no file that is not there",
              ["po/POTFILES: %s: no such file" % path for path in named if not os.path.exists(os.path.join(ROOT, path))])
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "luotain.pot")
        taken = texts.take_out(template)
        tap.check("texts can be taken out", taken.stderr.splitlines() if taken.returncode else [])
        for language in texts.languages():
            tap.check("po/%s.po is complete" % language, language_faults(language, template, folder))
    tap.end()


main()
