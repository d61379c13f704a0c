#!/usr/bin/python3
"""Two processes at once: while one writes, others read; what would write waits two seconds and gives up."""
import subprocess
import threading
import time

from harness import NO_WRITING, PROGRAM, Holder, contains, equal, main


def writers(finding):
    return [["add", "finding", "title=x"], ["set", finding, "title=x"], ["link", finding, "evidence", finding],
            ["unlink", finding, "evidence", finding], ["delete", finding], ["undo"], ["redo"],
            ["import", "a.xml"], ["remove-permanently", finding, "--yes"]]


def test_readers_beside_a_writer(box):
    name = box.new()
    finding = box.add(name, "finding", "title=A")
    with Holder(box, name):
        start = time.monotonic()
        equal(box.json("info", name)["records"]["finding"], 1)
        equal(len(box.json("list", name, "finding")), 1)
        equal(box.json("show", name, finding)["title"], "A")
        equal(box.json("why", name, finding)["id"], finding)
        equal(box.json("stands-on", name, finding)["id"], finding)
        equal(box.json("stale", name), [])
        equal(len(box.json("history", name)), 1)
        contains(box.run("export", name), finding)
        contains(box.run("check", name), "sound")
        box.run("copy", name, "b.luotain")
        assert time.monotonic() - start < 60
    equal(box.json("show", "b.luotain", finding)["title"], "A")


def test_writers_wait_two_seconds_and_give_up(box):
    name = box.new()
    finding = box.add(name, "finding", "title=A")
    box.write("a.xml", box.run("export", name))
    with Holder(box, name):
        for words in writers(finding):
            start = time.monotonic()
            contains(box.fail(NO_WRITING, words[0], name, *words[1:]), name)
            took = time.monotonic() - start
            assert 1.8 < took < 20, (words, took)
        equal(box.json("show", name, finding)["title"], "A")
    box.run("set", name, finding, "title=B")


def test_a_dry_run_does_not_write(box):
    name = box.new()
    finding = box.add(name, "finding", "title=A")
    box.write("a.xml", box.run("export", name))
    other = box.new("other.luotain")
    before = box.bytes(other)
    with Holder(box, other):
        contains(box.fail(NO_WRITING, "import", other, "a.xml", "--dry-run"), other)
    contains(box.run("import", other, "a.xml", "--dry-run"), finding)
    equal(box.bytes(other), before)
    equal(box.json("history", other), [])


def test_a_writer_gets_its_turn_within_two_seconds(box):
    name = box.new()
    holder = Holder(box, name)
    timer = threading.Timer(0.8, holder.end)
    timer.start()
    box.add(name, "finding", "title=A")
    timer.join()
    equal(len(box.json("list", name, "finding")), 1)


def test_a_killed_writer_leaves_the_workbook_free(box):
    name = box.new()
    holder = Holder(box, name)
    holder.kill()
    box.add(name, "finding", "title=A")
    contains(box.run("check", name), "sound")
    equal(box.files(), [name])


def test_many_writers_take_turns(box):
    name = box.new()
    running = [subprocess.Popen([PROGRAM, "add", box.path(name), "finding", "title=F%d" % i], stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE) for i in range(6)]
    ids = []
    for process in running:
        out, err = process.communicate(timeout=120)
        assert process.returncode in (0, NO_WRITING), err
        if process.returncode == 0:
            ids.append(out.decode().strip())
    assert ids, "nobody got through"
    equal(sorted(row["id"] for row in box.json("list", name, "finding")), sorted(ids))
    equal(len(box.json("history", name)), len(ids))


def test_a_reader_that_is_paged_through_holds_nobody_up(box):
    name = box.new()
    finding = box.add(name, "finding", "title=A", "description=-", stdin="Teksti. " * 100000)
    reader = subprocess.Popen([PROGRAM, "show", box.path(name), finding], stdout=subprocess.PIPE)
    reader.stdout.read(10)
    box.run("set", name, finding, "title=B")
    reader.stdout.close()
    reader.wait(timeout=60)
    equal(box.json("show", name, finding)["title"], "B")


def test_printed_ids_are_durable(box):
    name = box.new()
    ids = []
    for i in range(8):
        process = subprocess.Popen([PROGRAM, "add", box.path(name), "finding", "title=F%d" % i],
                                   stdout=subprocess.PIPE)
        line = process.stdout.readline()
        process.kill()
        process.wait(timeout=60)
        process.stdout.close()
        ids.append(line.decode().strip())
    equal([row["id"] for row in box.json("list", name, "finding")], ids)
    contains(box.run("check", name), "sound")


def test_killed_at_any_moment(box):
    name = box.new()
    acknowledged = set()
    for i in range(40):
        process = subprocess.Popen([PROGRAM, "add", box.path(name), "finding", "title=F%d" % i],
                                   stdout=subprocess.PIPE)
        time.sleep(0.0015 * i)
        process.kill()
        out = process.communicate(timeout=60)[0].decode()
        if out.endswith("\n"):
            acknowledged.add(out.strip())
    found = {row["id"] for row in box.json("list", name, "finding")}
    assert acknowledged <= found, acknowledged - found
    contains(box.run("check", name), "sound")


main(globals())
