#!/usr/bin/python3
"""Files that are no workbooks, newer, damaged, read-only or in the way; copies to hand on."""
import hashlib
import os
import sqlite3
import stat
import subprocess

from harness import BAD_INPUT, DAMAGED, DONE, FAILED, NO_WRITING, NOBODY, PROGRAM, USAGE, Holder, Skip, contains, equal, main

READING = [["info"], ["list", "finding"], ["history"], ["stale"], ["check"], ["export"]]
WRITING = [["add", "finding", "title=x"], ["undo"], ["redo"]]


def called(words, name):
    return [words[0], name, *words[1:]]


def digest(box, name):
    return hashlib.sha256(box.bytes(name)).hexdigest()


def test_no_such_file(box):
    for words in READING + WRITING:
        contains(box.fail(FAILED, *called(words, "none.luotain")), "none.luotain")
    contains(box.fail(FAILED, "info", "no/such/folder/a.luotain"), "a.luotain")
    equal(box.files(), [])


def test_no_workbook(box):
    with sqlite3.connect(box.path("other.db")) as other:
        other.execute("CREATE TABLE t (a)")
    box.write("text.luotain", "Hei maailma, tämä ei ole työkirja. " * 200)
    box.write("empty.luotain", "")
    box.write("short.luotain", "SQLite format 3\0")
    os.mkdir(box.path("folder.luotain"))
    for name in ("other.db", "text.luotain", "empty.luotain", "short.luotain"):
        before = digest(box, name)
        for words in READING + WRITING:
            contains(box.fail(BAD_INPUT, *called(words, name)), name)
        equal(digest(box, name), before)
    err = box.fail(FAILED, "info", "folder.luotain") if folder_fails(box) else ""
    contains(err or "folder.luotain", "folder.luotain")
    equal(box.files(), ["empty.luotain", "folder.luotain", "other.db", "short.luotain", "text.luotain"])


def folder_fails(box):
    """A folder is no workbook; whether that counts as failed or as bad input does not matter."""
    result = subprocess.run([PROGRAM, "info", box.path("folder.luotain")], capture_output=True, check=False)
    assert result.returncode in (FAILED, BAD_INPUT), result
    return result.returncode == FAILED


def test_newer_schema(box):
    name = box.new()
    with sqlite3.connect(box.path(name)) as database:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute("PRAGMA user_version = %d" % (version + 1))
    before = digest(box, name)
    for words in WRITING:
        contains(box.fail(BAD_INPUT, *called(words, name)), "newer")
    result = subprocess.run([PROGRAM, "info", box.path(name)], capture_output=True, check=False)
    assert result.returncode in (DONE, BAD_INPUT), result
    equal(digest(box, name), before)


def test_damaged_pages(box):
    name = box.new()
    for i in range(30):
        box.add(name, "finding", "title=F%d" % i, "description=" + "x" * 3000)
    data = bytearray(box.bytes(name))
    for start in range(4096 * 3, len(data), 4096):
        data[start:start + 512] = b"\xa5" * 512
    box.write("damaged.luotain", bytes(data))
    before = digest(box, "damaged.luotain")
    out = box.run("check", "damaged.luotain", status=DAMAGED)
    assert out.strip(), "check says what is wrong"
    result = subprocess.run([PROGRAM, "list", box.path("damaged.luotain"), "finding", "--json"], capture_output=True,
                            check=False)
    equal((result.returncode, result.stdout), (DAMAGED, b""))
    contains(result.stderr.decode(), "damaged.luotain", "is damaged")
    result = subprocess.run([PROGRAM, "copy", box.path("damaged.luotain"), box.path("copy.luotain")],
                            capture_output=True, check=False)
    equal(result.returncode, DAMAGED)
    assert "copy.luotain" not in box.files()
    equal(digest(box, "damaged.luotain"), before)


def alter(box, name, *statements):
    """What somebody may have done to a file that came by mail."""
    with sqlite3.connect(box.path(name)) as database:
        for statement in statements:
            database.execute(statement)
    database.close()


def test_records_in_a_ring(box):
    """The tables are as they should be, what stands in them is not: no change runs for ever, or falls off the stack."""
    name = box.new()
    variable = box.add(name, "key-variable", "title=A")
    state = box.add(name, "state", "title=B", "owner=" + variable)
    alter(box, name, "UPDATE record SET owner = id WHERE type = 'state'")
    before = digest(box, name)
    contains(box.fail(DAMAGED, "set", name, state, "title=C"), "is damaged")
    contains(box.fail(DAMAGED, "delete", name, state), "is damaged")
    equal(digest(box, name), before)
    name = box.new("b.luotain")
    findings = [box.add(name, "finding", "title=F") for _ in range(2)]
    for ends in ("min (id), 'judges', max (id)", "max (id), 'judges', min (id)"):
        alter(box, name, "INSERT INTO link SELECT %s, NULL, 1 FROM record WHERE type = 'finding'" % ends)
    before = digest(box, name)
    contains(box.fail(DAMAGED, "delete", name, findings[0]), "is damaged")
    equal(digest(box, name), before)


def test_no_record_of_the_workbook(box):
    name = box.new()
    profile = box.add(name, "profile", "title=P")
    alter(box, name, "DELETE FROM record WHERE type = 'workbook'", "DELETE FROM workbook")
    for form in ("moodle", "elm"):
        contains(box.fail(DAMAGED, "export", name, "--format", form, "--profile", profile), name, "is damaged")


def test_texts_that_are_none(box):
    """Bytes that are no UTF-8 are shown and written as what stands for them."""
    name = box.new()
    finding = box.add(name, "finding", "title=Aaltoja", "kind=trend")
    alter(box, name, "UPDATE finding SET title_fi = CAST (x'41c3' AS TEXT), description_fi = CAST (x'62fc' AS TEXT)")
    equal(box.json("show", name, finding)["title"], "A\ufffd")
    box.run("export", name, "-o", "a.xml")
    box.run("validate", "a.xml")
    contains(box.bytes("a.xml").decode(), "A\ufffd", "b\ufffd")
    box.run("set", name, finding, "kind=signal")
    equal(box.json("history", name)[0]["detail"], "A\ufffd")


def test_damaged_input(box):
    name = box.new()
    table = box.new("table.luotain")
    for i in range(30):
        box.add(table, "finding", "title=F%d" % i, "description=" + "x" * 3000)
    whole = box.bytes(table)
    pages, late = bytearray(whole), bytearray(whole)
    for damaged, first in ((pages, 4096 * 3), (late, len(whole) // 8192 * 4096)):
        for start in range(first, len(damaged), 4096):
            damaged[start:start + 512] = b"\xa5" * 512
    inputs = {"pages.luotain": pages, "late.luotain": late, "short.luotain": whole[:len(whole) // 2],
              "no-suffix": pages}
    for damaged, data in inputs.items():
        box.write(damaged, bytes(data))
        for words in (["import", name, damaged], ["import", name, damaged, "--dry-run"], ["validate", damaged],
                      ["new", "n.luotain", "--from", damaged]):
            said = box.fail(DAMAGED, *words)
            contains(said, damaged + ": ", "is damaged", "good copy")
            assert name not in said and "n.luotain" not in said, said
        equal(box.bytes(damaged), bytes(data))
    equal(box.json("list", name, "finding"), [])
    equal(box.json("history", name), [])
    assert "n.luotain" not in box.files()


def test_cut_short(box):
    name = box.new()
    for i in range(30):
        box.add(name, "finding", "title=F%d" % i, "description=" + "x" * 3000)
    data = box.bytes(name)
    box.write("short.luotain", data[:len(data) // 2])
    box.run("check", "short.luotain", status=DAMAGED)


def test_check_finds_dangling_references(box):
    name = box.new()
    finding = box.add(name, "finding", "title=A")
    source = box.add(name, "source", "title=B")
    box.run("link", name, finding, "source", source)
    contains(box.run("check", name), "sound")
    equal(box.json("check", name), {"sound": True, "faults": []})
    with sqlite3.connect(box.path(name)) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("DELETE FROM record WHERE type = 'source'")
    out = box.run("check", name, status=DAMAGED)
    assert out.strip(), out


def as_nobody(box, name, *words):
    """Root may write everything: somebody else runs the program."""
    os.chmod(box.folder, 0o755)
    os.chmod(box.path(name), 0o644)
    user = NOBODY if os.geteuid() == 0 else None
    if user is None:
        os.chmod(box.path(name), 0o444)
    probe = subprocess.run(["test", "-x", PROGRAM], user=user, check=False)
    if probe.returncode:
        raise Skip("another user cannot run the program where it stands")
    return {"user": user, "env": {"HOME": "/nonexistent"}}


def test_read_only_file(box):
    name = box.new()
    finding = box.add(name, "finding", "title=A")
    options = as_nobody(box, name)
    before = digest(box, name)
    for words in READING:
        box.run(*called(words, box.path(name)), **options)
    box.run("show", box.path(name), finding, **options)
    box.run("why", box.path(name), finding, **options)
    for words in WRITING + [["set", finding, "title=B"], ["delete", finding], ["link", finding, "evidence", finding],
                            ["import", "x.xml"]]:
        if words[0] == "import":
            box.write("x.xml", box.run("export", name))
        contains(box.fail(NO_WRITING, *called(words, box.path(name)), **options), name)
    equal(digest(box, name), before)


def test_file_that_cannot_be_read(box):
    name = box.new()
    options = as_nobody(box, name)
    os.chmod(box.path(name), 0)
    contains(box.fail(FAILED, "info", box.path(name), **options), name)
    contains(box.fail(FAILED, "info", box.path(name + "/inside.luotain")), "inside.luotain")


def test_read_only_folder(box):
    name = box.new()
    options = as_nobody(box, name)
    if options["user"] is None:
        raise Skip("needs root")
    os.chmod(box.path(name), 0o666)
    box.run("info", box.path(name), **options)
    box.fail(NO_WRITING, "add", box.path(name), "finding", "title=x", **options)
    result = subprocess.run([PROGRAM, "new", box.path("b.luotain")], capture_output=True, user=NOBODY, check=False)
    assert result.returncode in (FAILED, NO_WRITING), result
    equal(box.files(), [name])


def test_new_keeps_what_is_there(box):
    name = box.new()
    box.write("text.txt", "Hei")
    for there in (name, "text.txt"):
        before = digest(box, there)
        contains(box.fail(FAILED, "new", there), there)
        equal(digest(box, there), before)
    equal(box.files(), [name, "text.txt"])


def test_looking_changes_nothing(box):
    name = box.new()
    finding = box.add(name, "finding", "title=A")
    before = digest(box, name), os.stat(box.path(name)).st_mtime_ns
    for words in READING + [["show", finding], ["why", finding], ["stands-on", finding]]:
        box.run(*called(words, name))
    equal((digest(box, name), os.stat(box.path(name)).st_mtime_ns), before)
    equal(box.files(), [name])


def test_copy(box):
    name = box.new()
    finding = box.add(name, "finding", "title=A")
    equal(box.run("copy", name, "b.luotain"), "")
    equal(box.json("show", "b.luotain", finding), box.json("show", name, finding))
    equal(box.json("history", "b.luotain"), box.json("history", name))
    contains(box.run("check", "b.luotain"), "sound")
    box.run("undo", "b.luotain")
    equal(box.json("list", "b.luotain", "finding"), [])
    equal(len(box.json("list", name, "finding")), 1)
    box.run("copy", name, "b.luotain")
    equal(len(box.json("list", "b.luotain", "finding")), 1)
    contains(box.fail(USAGE, "copy", name, name), name)
    box.fail(FAILED, "copy", name, "no/such/folder/b.luotain")
    equal(box.files(), ["a.luotain", "b.luotain"])


def test_copy_never_replaces_what_is_being_written(box):
    name = box.new()
    box.run("copy", name, "b.luotain")
    with Holder(box, "b.luotain"):
        contains(box.fail(NO_WRITING, "copy", name, "b.luotain"), "b.luotain")
    box.run("copy", name, "b.luotain")


def test_no_workbook_beside_a_journal_left_over(box):
    name = box.new()
    for new in ("b.luotain", "c.luotain"):
        box.write(new + "-journal", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 4088)
    contains(box.fail(FAILED, "copy", name, "b.luotain"), "b.luotain-journal")
    contains(box.fail(FAILED, "new", "c.luotain"), "c.luotain-journal")
    equal(box.files(), [name, "b.luotain-journal", "c.luotain-journal"])


def test_copy_to_standard_output(box):
    name = box.new()
    result = subprocess.run([PROGRAM, "copy", box.path(name), "-"], capture_output=True, check=True)
    box.write("b.luotain", result.stdout)
    contains(box.run("check", "b.luotain"), "sound")


def test_copy_without_history_holds_nothing_deleted(box):
    name = box.new()
    secret = "Salainen-lausunto-8241"
    finding = box.add(name, "finding", "title=" + secret, "description=" + "Pitkä kertomus. " * 400)
    kept = box.add(name, "finding", "title=Entinen-otsikko-5519")
    box.run("set", name, kept, "title=Uusi otsikko")
    box.run("delete", name, finding)
    assert secret.encode() in box.bytes(name), "the history of the workbook still holds it"
    box.run("copy", name, "b.luotain", "--without-history")
    data = box.bytes("b.luotain")
    for words in (secret, "Entinen-otsikko-5519", "Pitkä kertomus"):
        assert words.encode() not in data, words
    equal(box.json("history", "b.luotain"), [])
    equal([row["title"] for row in box.json("list", "b.luotain", "finding")], ["Uusi otsikko"])
    contains(box.run("check", "b.luotain"), "sound")
    box.add("b.luotain", "finding", "title=Jatkuu")
    box.run("undo", "b.luotain")


def test_remove_permanently(box):
    name = box.new()
    finding = box.add(name, "finding", "title=Salainen-lausunto-8241")
    contains(box.fail(USAGE, "remove-permanently", name, finding), "--yes")
    equal(len(box.json("list", name, "finding")), 1)
    box.run("remove-permanently", name, finding, "--yes")
    assert b"Salainen-lausunto-8241" not in box.bytes(name)
    equal(box.json("list", name, "finding"), [])
    box.fail(FAILED, "undo", name)
    box.fail(FAILED, "remove-permanently", name, finding, "--yes")
    contains(box.run("check", name), "sound")


def test_workbook_is_one_file_at_rest(box):
    name = box.new()
    for i in range(3):
        box.add(name, "finding", "title=F%d" % i)
        equal(box.files(), [name])
    assert box.bytes(name)[18:20] == b"\x01\x01", "rollback-journal format"
    assert stat.S_ISREG(os.stat(box.path(name)).st_mode)


main(globals())
