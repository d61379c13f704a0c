#!/usr/bin/python3
"""Files in and out: export, validate, new --from, import, HTML."""
import os
import re
import shutil
import stat
import subprocess
import xml.etree.ElementTree as ElementTree

from harness import (BAD_INPUT, FAILED, PROGRAM, ROOT, SHIPPED, USAGE, contains, equal, main)

SPACE = "{urn:luotain:workbook:1}"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<luotain xmlns="urn:luotain:workbook:1" version="1.0" language="fi">\n'
XSD = os.path.join(ROOT, "src/exchange/schema/luotain.xsd")


def by_hand(box, name, *records):
    return box.write(name, HEAD + "\n".join(records) + "\n</luotain>\n")


def by_schema(box, name):
    if not shutil.which("xmllint"):
        return
    result = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", XSD, box.path(name)], capture_output=True,
                            check=False)
    assert result.returncode == 0, result.stderr.decode()[-2000:]


def ids(text):
    return {element.get("id") for element in ElementTree.fromstring(text).iter() if element.get("id")}


def test_export_new_from_export_is_the_same_bytes(box):
    name = box.maritime()
    first = box.run("export", name)
    equal(box.run("export", name), first)
    equal(box.run("export", name, "-o", "m.xml"), "")
    equal(box.bytes("m.xml").decode(), first)
    equal(box.run("export", name, "-o", "-"), first)
    by_schema(box, "m.xml")
    box.run("validate", "m.xml")
    box.run("new", "n.luotain", "--from", "m.xml")
    equal(box.run("export", "n.luotain"), first)
    contains(box.run("check", "n.luotain"), "sound")
    equal(box.json("info", "n.luotain")["records"], box.json("info", name)["records"])


def test_lossless_with_kinds_links_and_strange_text(box):
    name = box.new()
    finding = box.add(name, "finding", "title=\"=cmd\" ]]> <&> 👩‍🚀 \u202eأهلا\u202c", "title_sv= å ",
                      "kind=weak-signal", "tags=a b,<c>", "description=-", stdin="rivi\r\n\n\tsisennys  \n  loppu \u2028")
    box.run("set", name, finding, "kind=signal")
    box.run("set", name, finding, "kind=trend")
    source = box.add(name, "source", "title=S")
    box.run("link", name, finding, "source", source, "--note", "sivu <12> & \"13\"")
    scenario = box.add(name, "scenario", "title=Pitkä", "narrative=-", stdin="Kertomus… " * 5000)
    box.run("link", name, scenario, "driver", finding)
    entry = next(word for word in box.json("list", name, "vocabulary-entry") if word["key"] == "wild-card")
    box.run("delete", name, entry["id"])
    box.run("export", name, "-o", "a.xml")
    by_schema(box, "a.xml")
    box.run("new", "b.luotain", "--from", "a.xml")
    box.run("export", "b.luotain", "-o", "b.xml")
    equal(box.bytes("b.xml"), box.bytes("a.xml"))
    equal(box.json("show", "b.luotain", finding), box.json("show", name, finding))
    assert "wild-card" not in [word["key"] for word in box.json("list", "b.luotain", "vocabulary-entry")]


def test_new_from_takes_title_and_language_of_the_content(box):
    box.maritime()
    box.run("export", "m.luotain", "-o", "m.xml")
    box.run("new", "n.luotain", "--from", "m.xml", env={"LANG": "sv_FI.UTF-8", "LANGUAGE": "sv"})
    info = box.json("info", "n.luotain")
    equal((info["language"], info["title"]), ("fi", box.json("info", "m.luotain")["title"]))
    box.run("new", "t.luotain", "--from", "m.xml", "--title", "Toinen")
    equal(box.json("info", "t.luotain")["title"], "Toinen")
    box.run("new", "s.luotain", "--from", "m.xml", "--language", "sv")
    equal(box.json("info", "s.luotain")["language"], "sv")


def test_new_from_standard_input(box):
    box.new()
    text = box.run("export", "a.luotain")
    box.run("new", "b.luotain", "--from", "-", stdin=text)
    equal(box.run("export", "b.luotain"), text)


def test_new_from_a_partial_file(box):
    by_hand(box, "f.xml", '<finding id="finding-0A1B2C3D4E5F6"><title xml:lang="fi">Akut</title></finding>')
    box.run("new", "b.luotain", "--from", "f.xml", "--title", "Osista", "--language", "fi")
    info = box.json("info", "b.luotain")
    equal((info["title"], info["records"]["workbook"], info["records"]["finding"]), ("Osista", 1, 1))
    contains(box.run("check", "b.luotain"), "sound")


def test_new_from_bad_input_leaves_no_file(box):
    box.write("bad.xml", "<luotain")
    contains(box.fail(BAD_INPUT, "new", "b.luotain", "--from", "bad.xml"), "bad.xml:1")
    box.fail(FAILED, "new", "b.luotain", "--from", "none.xml")
    equal(box.files(), ["bad.xml"])


def test_shipped_files_are_valid_as_a_set(box):
    equal(box.run("validate", *[os.path.join(ROOT, path) for path in SHIPPED]).strip().count("\n"), 0)


def test_validate_names_file_line_and_fault(box):
    by_hand(box, "a.xml",
            '<finding id="finding-0A1B2C3D4E5F6"><title xml:lang="fi">A</title>',
            '<link role="source" to="source-0000000000001"/></finding>',
            '<finding id="finding-0A1B2C3D4E5F7" colour="red"><title xml:lang="fi">B</title></finding>',
            '<finding id="finding-0A1B2C3D4E5F8" observed-on="eilen"><title xml:lang="fi">C</title></finding>',
            '<thing/>')
    out = box.run("validate", "a.xml", status=BAD_INPUT)
    lines = [line for line in out.splitlines() if line.startswith("a.xml:")]
    for line in lines:
        assert re.match(r"^a\.xml:\d+: \S", line), line
    numbers = {int(line.split(":")[1]) for line in lines}
    assert {5, 6, 7} <= numbers, out


def test_validate_finds_dangling_references(box):
    by_hand(box, "a.xml",
            '<finding id="finding-0A1B2C3D4E5F6"><title xml:lang="fi">A</title>',
            '<link role="source" to="source-0A1B2C3D4E5F7"/></finding>')
    out = box.run("validate", "a.xml", status=BAD_INPUT)
    contains(out, "a.xml:4: ", "source-0A1B2C3D4E5F7")
    by_hand(box, "b.xml", '<source id="source-0A1B2C3D4E5F7"><title xml:lang="fi">L</title></source>')
    box.run("validate", "a.xml", "b.xml")
    box.run("validate", "a.xml", "-", stdin=box.bytes("b.xml"))


def test_validate_of_a_missing_file(box):
    contains(box.fail(FAILED, "validate", "none.xml"), "none.xml")


def hostile():
    finding = '<finding id="finding-0A1B2C3D4E5F6"><title xml:lang="fi">%s</title></finding>'
    dtd = '<?xml version="1.0"?>\n<!DOCTYPE luotain [%s]>\n'
    body = '<luotain xmlns="urn:luotain:workbook:1" version="1.0">' + finding + '</luotain>'
    bombs = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        '<!ENTITY %s "%s">' % (b, ("&%s;" % a) * 10) for a, b in zip("abcdefgh", "bcdefghi"))
    yield "bomb", dtd % bombs + body % "&i;"
    yield "external", dtd % '<!ENTITY x SYSTEM "file:///etc/passwd">' + body % "&x;"
    yield "parameter", dtd % '<!ENTITY %% x SYSTEM "http://localhost:1/x">%%x;' + body % "A"
    yield "doctype", '<?xml version="1.0"?>\n<!DOCTYPE luotain>\n' + body % "A"
    yield "attributes", HEAD + "<finding %s/></luotain>" % " ".join('a%d="1"' % i for i in range(200000))
    yield "levels", HEAD + "<a>" * 10000 + "</a>" * 10000 + "</luotain>"
    yield "encoding", (HEAD + finding % "A").encode() + b"\xff\xfe</luotain>"
    yield "control", HEAD + finding % "a\x01b" + "</luotain>"
    yield "cut", HEAD + finding % "A"
    yield "empty", ""
    yield "namespace", '<luotain xmlns="urn:luotain:workbook:2" version="2.0"/>'
    yield "other", "<html/>"
    yield "binary", bytes(range(256)) * 10


def test_hostile_input_is_refused_quickly(box):
    name = box.new()
    before = box.bytes(name)
    for kind, text in hostile():
        path = box.write(kind + ".xml", text)
        for words in (["validate", path], ["import", name, path], ["new", "x.luotain", "--from", path]):
            result = subprocess.run([PROGRAM, *words], cwd=box.folder, capture_output=True, timeout=60, check=False)
            said = (result.stdout + result.stderr).decode()
            equal((kind, words[0], result.returncode), (kind, words[0], BAD_INPUT))
            contains(said, path)
            assert "root:" not in said
    equal(box.bytes(name), before)
    assert "x.luotain" not in box.files()


def write_tags(box, name, *tags):
    """The same tags for two findings; the file's name."""
    text = box.run("export", name)
    assert text.count("<tag>x</tag>") == 2, text
    lines = "\n".join("<tag>%s</tag>" % tag for tag in tags)
    return box.write("tags.xml", text.replace("<tag>x</tag>", lines))


def test_as_many_tags_as_a_field_holds(box):
    """One time each, not one time for each other."""
    name = box.new()
    for title in "AB":
        box.add(name, "finding", "title=" + title, "tags=x")
    tags = ["%07d" % i for i in range(131072)]
    write_tags(box, name, *tags[:-1], tags[0])
    box.run("new", "n.luotain", "--from", "tags.xml")
    equal(box.run("export", "n.luotain").count("<tag>"), 2 * 131071)
    # A byte more than a MiB, with what stands between them.
    write_tags(box, name, *tags, "y")
    contains(box.fail(BAD_INPUT, "new", "o.luotain", "--from", "tags.xml"), "tags.xml:", "longer than one field can hold")
    write_tags(box, name, "0" + tags[0], *tags[1:], "y")
    contains(box.fail(BAD_INPUT, "new", "o.luotain", "--from", "tags.xml"), "tags.xml:", "longer than one field can hold")


def test_later_minor_version_is_read(box):
    box.write("a.xml", '<luotain xmlns="urn:luotain:workbook:1" version="1.7">'
                       '<finding id="finding-0A1B2C3D4E5F6" mood="glad"><title xml:lang="fi">A</title>'
                       '<colour>red</colour></finding><planet id="planet-1"/></luotain>')
    box.new()
    result = subprocess.run([PROGRAM, "import", "a.luotain", "a.xml"], cwd=box.folder, capture_output=True, check=False)
    equal(result.returncode, 0)
    equal(len(box.json("list", "a.luotain", "finding")), 1)


def test_import_merges_and_is_one_change(box):
    box.new()
    box.run("export", "a.luotain", "-o", "before.xml")
    by_hand(box, "f.xml",
            '<source id="source-0A1B2C3D4E5F7"><title xml:lang="fi">L</title></source>',
            '<finding id="finding-0A1B2C3D4E5F6"><title xml:lang="fi">Akut</title>',
            '<link role="source" to="source-0A1B2C3D4E5F7"/></finding>')
    dry = box.run("import", "a.luotain", "f.xml", "--dry-run")
    assert dry.strip()
    equal(box.json("list", "a.luotain", "finding"), [])
    equal(box.json("history", "a.luotain"), [])
    box.run("import", "a.luotain", "f.xml")
    equal([row["title"] for row in box.json("list", "a.luotain", "finding")], ["Akut"])
    equal(box.json("show", "a.luotain", "finding-0A1B2C3D4E5F6")["links"][0]["id"], "source-0A1B2C3D4E5F7")
    equal(len(box.json("history", "a.luotain")), 1)
    box.run("import", "a.luotain", "f.xml")
    equal(len(box.json("list", "a.luotain", "finding")), 1)
    box.run("undo", "a.luotain")
    equal(box.json("list", "a.luotain", "finding"), [])
    box.run("export", "a.luotain", "-o", "after.xml")
    equal(box.bytes("after.xml"), box.bytes("before.xml"))


def test_dry_run_as_json(box):
    box.new()
    by_hand(box, "f.xml", '<finding id="finding-0A1B2C3D4E5F6"><title xml:lang="fi">Akut</title></finding>')
    plan = box.json("import", "a.luotain", "f.xml", "--dry-run")
    assert isinstance(plan, dict) and plan["added"] >= 1, plan


def test_import_of_several_inputs_is_one_set(box):
    box.new()
    by_hand(box, "f.xml",
            '<finding id="finding-0A1B2C3D4E5F6"><title xml:lang="fi">Akut</title>',
            '<link role="source" to="source-0A1B2C3D4E5F7"/></finding>')
    by_hand(box, "s.xml", '<source id="source-0A1B2C3D4E5F7"><title xml:lang="fi">L</title></source>')
    contains(box.fail(BAD_INPUT, "import", "a.luotain", "f.xml"), "f.xml:4: ", "source-0A1B2C3D4E5F7")
    equal(box.json("list", "a.luotain", "finding"), [])
    box.run("import", "a.luotain", "f.xml", "s.xml")
    equal(len(box.json("history", "a.luotain")), 1)
    by_hand(box, "t.xml",
            '<finding id="finding-0A1B2C3D4E5F8"><title xml:lang="fi">Vety</title>',
            '<link role="source" to="source-0A1B2C3D4E5F7"/></finding>')
    box.run("import", "a.luotain", "t.xml")
    equal(len(box.json("list", "a.luotain", "finding")), 2)


def test_import_of_another_workbook(box):
    box.new()
    box.new("table.luotain")
    finding = box.add("table.luotain", "finding", "title=Pöydän havainto")
    box.run("import", "a.luotain", "table.luotain")
    equal(box.json("show", "a.luotain", finding)["title"], "Pöydän havainto")
    equal(box.json("info", "a.luotain")["records"]["workbook"], 1)
    equal(box.json("info", "a.luotain")["title"], "Meriklusteri 2030")
    box.run("undo", "a.luotain")
    equal(box.json("list", "a.luotain", "finding"), [])
    box.write("text.luotain", "Hei")
    box.fail(BAD_INPUT, "import", "a.luotain", "text.luotain")


def test_import_from_standard_input(box):
    box.new()
    by_hand(box, "f.xml", '<finding id="finding-0A1B2C3D4E5F6"><title xml:lang="fi">Akut</title></finding>')
    box.run("import", "a.luotain", "-", stdin=box.bytes("f.xml"))
    equal(len(box.json("list", "a.luotain", "finding")), 1)


def test_later_change_wins(box):
    name = box.new()
    finding = box.add(name, "finding", "title=Vanha")
    box.run("export", name, "-o", "old.xml")
    box.run("copy", name, "b.luotain")
    box.run("set", name, finding, "title=Uusi")
    out = box.run("import", name, "old.xml")
    equal(box.json("show", name, finding)["title"], "Uusi")
    box.run("export", name, "-o", "new.xml")
    box.run("import", "b.luotain", "new.xml")
    equal(box.json("show", "b.luotain", finding)["title"], "Uusi")
    assert isinstance(out, str)


def test_an_older_copy_confirms_nothing(box):
    """What changed here after the copy was made is still to be looked at; who looked at it elsewhere has done so here."""
    name = box.new()
    scenario = box.add(name, "scenario", "title=S")
    profile = box.add(name, "profile", "title=P")
    box.run("link", name, profile, "scenario", scenario)
    box.run("copy", name, "old.luotain")
    box.add(name, "passage", "owner=" + scenario, "dimensions=social", "text=Uutta")
    stale = [(item["id"], item["upstream"]["id"]) for item in box.json("stale", name)]
    equal(stale, [(profile, scenario)])
    box.run("import", name, "old.luotain")
    equal([(item["id"], item["upstream"]["id"]) for item in box.json("stale", name)], stale)
    box.run("copy", name, "elsewhere.luotain")
    box.run("link", "elsewhere.luotain", profile, "scenario", scenario)
    box.run("import", name, "elsewhere.luotain")
    equal(box.json("stale", name), [])


def test_partial_exports_are_valid_and_come_back(box):
    name = box.maritime()
    whole = ids(box.run("export", name))
    for option, kind in (("--sector", "sector"), ("--scenario", "scenario"), ("--profile", "profile")):
        record = box.json("list", name, kind)[0]["id"]
        text = box.run("export", name, option, record)
        part = ids(text)
        assert record in part and part < whole, (kind, len(part), len(whole))
        box.write("part.xml", text)
        by_schema(box, "part.xml")
        box.run("validate", "part.xml")
        box.run("import", name, "part.xml")
    equal(ids(box.run("export", name)), whole)
    a, b = [row["id"] for row in box.json("list", name, "scenario")][:2]
    both = ids(box.run("export", name, "--scenario", a, "--scenario", b))
    assert {a, b} <= both
    contains(box.fail(FAILED, "export", name, "--profile", "profile-0A1B2C3D4E5F6"), "profile-0A1B2C3D4E5F6")


def test_profile_export_carries_its_reasons(box):
    name = box.maritime()
    profile = box.json("list", name, "profile")[0]["id"]
    root = ElementTree.fromstring(box.run("export", name, "--profile", profile))
    for kind in ("finding", "source", "scenario", "key-variable", "competence", "profile"):
        assert root.find(SPACE + kind) is not None, kind


def test_export_replaces_whole_or_not_at_all(box):
    name = box.maritime()
    box.write("out.xml", "vanha")
    box.fail(FAILED, "export", name, "-o", "out.xml", "--profile", "profile-0A1B2C3D4E5F6")
    equal(box.bytes("out.xml"), b"vanha")
    box.run("export", name, "-o", "out.xml")
    contains(box.bytes("out.xml").decode(), "</luotain>")
    box.fail(FAILED, "export", name, "-o", "no/such/out.xml")
    box.fail(USAGE, "export", name, "-o", name)
    contains(box.run("check", name), "sound")
    equal(box.files(), ["m.luotain", "out.xml"])


def test_export_leaves_what_is_no_file(box):
    name = box.new()
    os.mkfifo(box.path("pipe"))
    os.mkdir(box.path("folder"))
    for out in ("pipe", "folder", "/dev/null"):
        contains(box.fail(FAILED, "export", name, "-o", out), out)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    box.write("kept.xml", "vanha")
    os.chmod(box.path("kept.xml"), 0o600)
    os.symlink("kept.xml", box.path("link.xml"))
    box.run("export", name, "-o", "link.xml")
    assert os.path.islink(box.path("link.xml"))
    contains(box.bytes("kept.xml").decode(), "</luotain>")
    equal(stat.S_IMODE(os.stat(box.path("kept.xml")).st_mode), 0o600)
    equal(box.files(), ["a.luotain", "folder", "kept.xml", "link.xml", "pipe"])


def test_html(box):
    name = box.maritime()
    text = box.run("export", name, "--format", "html")
    contains(text, "<!DOCTYPE html>", "<html", 'lang="fi"', "Vakaa Varsinais-Suomi")
    equal(box.run("export", name, "--format", "html", "-o", "m.html"), "")
    equal(box.bytes("m.html").decode(), text)
    assert "<script" not in text
    profile = box.json("list", name, "profile")[0]["id"]
    part = box.run("export", name, "--format", "html", "--profile", profile)
    assert len(part) < len(text)
    contains(box.run("export", name, "--format", "html", "--language", "sv"), 'lang="sv"')
    contains(box.fail(USAGE, "export", name, "--format", "html", "--language", "de"), "de")


def test_same_content_merges_without_change(box):
    name = box.maritime()
    before = box.run("export", name)
    for path in SHIPPED:
        box.run("import", name, os.path.join(ROOT, path))
    equal(box.run("export", name), before)


main(globals())
