"""Texts for people: which files hold them, and how they are taken out. Used by scripts/update-translations and by
tests/project/translations.py."""
import os
import re
import subprocess

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "ngettext:1,2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
CALL = re.compile(r'(?<![A-Za-z0-9_])(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(\s*([A-Z_]+,\s*)?"')
MARKED = re.compile(r'translatable="(yes|true)"')
DATA = (".desktop.in", ".metainfo.xml.in", ".mime.xml.in", ".gschema.xml")


def run(*command):
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)


def holds_texts(path):
    if path.endswith(DATA):
        return True
    if not path.endswith((".c", ".h", ".ui")):
        return False
    with open(os.path.join(ROOT, path), encoding="utf-8") as source:
        return bool((MARKED if path.endswith(".ui") else CALL).search(source.read()))


def files_with_texts():
    """Relative paths, sorted."""
    found = []
    for folder in ("data", "src", "ui"):
        for path, _, names in os.walk(os.path.join(ROOT, folder)):
            found += [os.path.relpath(os.path.join(path, name), ROOT) for name in names]
    return sorted(path for path in found if holds_texts(path))


def named_files():
    with open(os.path.join(ROOT, "po", "POTFILES"), encoding="utf-8") as potfiles:
        return [line.strip() for line in potfiles if line.strip() and not line.startswith("#")]


def languages():
    with open(os.path.join(ROOT, "po", "LINGUAS"), encoding="utf-8") as linguas:
        return linguas.read().split()


HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def take_out(path):
    """Writes the texts of all named files to a template at path; returns what xgettext says."""
    # Not --omit-header: without one xgettext takes its own output for ASCII and drops the quotation marks.
    result = run("xgettext", "--from-code=UTF-8", "--add-comments=Translators", "--files-from=po/POTFILES",
                 "--output=" + path, *["--keyword=" + keyword for keyword in KEYWORDS])
    if result.returncode == 0:
        with open(path, encoding="utf-8") as template:
            texts = template.read().partition("\n\n")[2]
        with open(path, "w", encoding="utf-8") as template:
            template.write(HEADER + texts)
    return result
