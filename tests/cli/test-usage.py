#!/usr/bin/python3
"""How the program is called: help, version, exit status 2, and what goes where."""
import os
import re
import shutil
import subprocess

from harness import PROGRAM, ROOT, USAGE, Skip, contains, equal, main

COMMANDS = ["new", "import", "export", "validate", "info", "list", "show", "why", "stands-on", "stale", "add", "set",
            "link", "unlink", "delete", "undo", "redo", "robustness", "coverage", "cross-impact", "why-not", "different", "history", "check",
            "copy", "archive", "verify", "shelf", "remove-permanently", "esco", "freeze", "editions", "addendum",
            "compare"]


def test_version(box):
    out = box.run("--version")
    assert out.startswith("luotain-cli ") and out.count("\n") == 1, out


def test_help_begins_with_examples(box):
    out = box.run("--help")
    assert out.startswith("Examples:"), out
    for command in COMMANDS:
        contains(out, "\n  %s " % command)
    equal(box.run("-h"), out)


def test_help_of_each_command_begins_with_examples(box):
    for command in COMMANDS:
        out = box.run(command, "--help")
        assert out.startswith("Examples:\n  luotain-cli %s " % command), out
        contains(out, "Usage:", "luotain-cli %s" % command)
        assert out.index("Examples:") < out.index("Usage:")


def test_speaks_finnish_and_swedish(box):
    for locale, example, command in (("fi_FI", "Esimerkkejä:", "ei ole"), ("sv_FI", "Exempel:", "kommando")):
        made = subprocess.run(["localedef", "-i", locale, "-f", "UTF-8", box.path(locale + ".UTF-8")],
                              capture_output=True, check=False) if shutil.which("localedef") else None
        if not os.path.isdir(box.path(locale + ".UTF-8")):
            raise Skip("there is no locale %s: %s" % (locale, made))
        env = {"LOCPATH": box.folder, "LC_ALL": locale + ".UTF-8", "LANGUAGE": ""}
        assert box.run("--help", env=env).startswith(example), locale
        assert box.run("list", "--help", env=env).startswith(example), locale
        contains(box.fail(USAGE, "frobnicate", env=env), command)
        name = locale + ".luotain"
        box.run("new", name, env=env)
        equal(box.json("info", name, env=env)["language"], locale[:2])


def test_commands_are_documented(box):
    overview = box.run("--help")
    commands = re.findall(r"^  ([a-z-]+) FILE|^  ([a-z-]+) (?:INPUT|A B|PACKAGE|FOLDER|import FOLDER)", overview, re.M)
    equal(sorted(a or b for a, b in commands), sorted(COMMANDS))
    for page in ("docs/cli.md", "data/man/luotain-cli.1"):
        with open(os.path.join(ROOT, page), encoding="utf-8") as file:
            text = file.read().replace("\\-", "-")
        for command in COMMANDS:
            assert re.search(r"\b%s\b" % command, text), (page, command)


def test_nothing_said(box):
    contains(box.fail(USAGE), "luotain-cli")


def test_unknown_command(box):
    contains(box.fail(USAGE, "frobnicate"), "frobnicate", "--help")


def test_unknown_option(box):
    box.new()
    for command in COMMANDS:
        contains(box.fail(USAGE, command, "a.luotain", "--frobnicate"), "--frobnicate")


def test_too_few_words(box):
    for command in COMMANDS:
        contains(box.fail(USAGE, command), "luotain-cli %s" % command)
    for words in (["import", "a.luotain"], ["list", "a.luotain"], ["show", "a.luotain"], ["why", "a.luotain"],
                  ["stands-on", "a.luotain"], ["add", "a.luotain"], ["set", "a.luotain"], ["delete", "a.luotain"],
                  ["set", "a.luotain", "finding-0A1B2C3D4E5F6"], ["copy", "a.luotain"],
                  ["link", "a.luotain", "finding-0A1B2C3D4E5F6", "source"],
                  ["unlink", "a.luotain", "finding-0A1B2C3D4E5F6", "source"]):
        box.fail(USAGE, *words)


def test_too_many_words(box):
    box.new()
    for words in (["info", "a.luotain", "b"], ["list", "a.luotain", "finding", "b"], ["undo", "a.luotain", "b"],
                  ["check", "a.luotain", "b"], ["copy", "a.luotain", "b.luotain", "c.luotain"],
                  ["new", "b.luotain", "c"], ["stale", "a.luotain", "b"], ["history", "a.luotain", "b"]):
        box.fail(USAGE, *words)
    equal(box.files(), ["a.luotain"])


def test_wrong_names(box):
    box.new()
    finding = box.add("a.luotain", "finding", "title=Akku")
    contains(box.fail(USAGE, "list", "a.luotain", "findings"), "findings", "finding")
    contains(box.fail(USAGE, "add", "a.luotain", "thing", "title=x"), "thing")
    contains(box.fail(USAGE, "add", "a.luotain", "finding", "titel=x"), "titel", "title")
    contains(box.fail(USAGE, "add", "a.luotain", "finding", "title"), "FIELD=VALUE")
    contains(box.fail(USAGE, "set", "a.luotain", finding, "titel=x"), "titel")
    contains(box.fail(USAGE, "set", "a.luotain", finding, "title=x", "title=y"), "title")
    contains(box.fail(USAGE, "show", "a.luotain", "finding"), "finding")
    contains(box.fail(USAGE, "show", "a.luotain", "thing-0A1B2C3D4E5F6"), "thing-0A1B2C3D4E5F6")
    contains(box.fail(USAGE, "link", "a.luotain", finding, "because", finding), "because", "evidence")
    contains(box.fail(USAGE, "link", "a.luotain", finding, "driver", finding), "driver")
    contains(box.fail(USAGE, "new", "b.luotain", "--language", "de"), "de", "sv")
    contains(box.fail(USAGE, "export", "a.luotain", "--format", "docx"), "docx")
    contains(box.fail(USAGE, "export", "a.luotain", "--sector", finding), finding)


def test_files_with_strange_names(box):
    box.run("new", "--title", "Viiva", "--", "-a.luotain")
    equal(box.json("info", "--", "-a.luotain")["title"], "Viiva")
    box.run("new", "työ kirja.luotain")
    equal(box.json("info", "työ kirja.luotain")["title"], "työ kirja")


def test_output_that_cannot_be_written(box):
    box.new()
    with open("/dev/full", "wb") as full:
        result = subprocess.run([PROGRAM, "list", box.path("a.luotain"), "vocabulary-entry", "--json"], stdout=full,
                                stderr=subprocess.PIPE, check=False)
    equal(result.returncode, 1)
    contains(result.stderr.decode(), "standard output")


main(globals())
