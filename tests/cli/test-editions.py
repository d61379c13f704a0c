"""Editions from outside: frozen for good, written again byte for byte, with what was said later beside them."""
import hashlib
import re
import sqlite3

from harness import DAMAGED, FAILED, NO_WRITING, USAGE, BAD_INPUT, Holder, contains, equal, main


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def freeze(box, workbook, name):
    out = box.run("freeze", workbook, name)
    assert re.fullmatch(r"edition-[0-9A-Z]{13}\t[0-9a-f]{64}\n", out), out
    return out.split()


def test_edition_is_what_was_exported(box):
    name = box.maritime()
    before = box.run("export", name)
    edition, sha = freeze(box, name, "Johtoryhmä 2026")
    equal(sha, digest(before))
    finding = box.json("list", name, "finding")[0]["id"]
    box.run("set", name, finding, "title=Toinen")
    box.run("delete", name, box.json("list", name, "scenario")[0]["id"])
    equal(box.run("export", name, "--edition", "Johtoryhmä 2026", "-o", "-"), before)
    equal(box.run("export", name, "--edition", edition), before)
    row = box.json("editions", name)[0]
    equal((row["id"], row["name"], row["sha256"], row["bytes"], row["addenda"], row["removed_from"]),
          (edition, "Johtoryhmä 2026", sha, len(before.encode()), 0, None))
    contains(box.run("editions", name), edition, sha, "Johtoryhmä 2026")


def test_no_undo_removes_it(box):
    name = box.new()
    box.add(name, "finding", "title=Akut")
    _, sha = freeze(box, name, "A")
    box.run("undo", name)
    contains(box.fail(FAILED, "undo", name), "nothing to undo")
    equal(box.json("editions", name)[0]["sha256"], sha)
    equal([step["label"] for step in box.json("history", name)], ["Add Record"])
    box.run("redo", name)
    equal(digest(box.run("export", name, "--edition", "A")), sha)
    box.run("copy", name, "c.luotain", "--without-history")
    equal(digest(box.run("export", "c.luotain", "--edition", "A")), sha)
    contains(box.run("check", "c.luotain"), "sound")


def test_names(box):
    name = box.new()
    freeze(box, name, "A")
    contains(box.fail(BAD_INPUT, "freeze", name, " A "), "“A”")
    box.fail(BAD_INPUT, "freeze", name, " ")
    contains(box.fail(FAILED, "export", name, "--edition", "B"), "“B”")
    contains(box.fail(USAGE, "export", name, "--edition", "A", "--format", "html"), "xml")
    equal(len(box.json("editions", name)), 1)
    with Holder(box, name):
        box.fail(NO_WRITING, "freeze", name, "C")
        equal(len(box.json("editions", name)), 1)


def test_addendum(box):
    name = box.maritime()
    before = box.run("export", name)
    edition, sha = freeze(box, name, "A")
    state = box.json("list", name, "state")[0]["id"]
    addendum = box.run("addendum", name, "A", "Lausunto tuli.", "--about", state).strip()
    shown = box.json("show", name, addendum)
    equal((shown["text"], shown["edition"], shown["hash"]), ("Lausunto tuli.", edition, sha))
    assert re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", shown["dated_on"]), shown
    equal([(link["role"], link["id"]) for link in shown["links"]], [("about", state)])
    box.run("addendum", name, edition, "Utlåtandet kom.", "--language", "sv")
    equal(box.json("editions", name)[0]["addenda"], 2)
    equal(box.run("export", name, "--edition", "A"), before)
    box.write("now.xml", box.run("export", name))
    box.run("validate", "now.xml")
    box.run("new", "again.luotain", "--from", "now.xml")
    equal(box.run("export", "again.luotain").encode(), box.bytes("now.xml"))
    contains(box.fail(FAILED, "addendum", name, "B", "Teksti"), "“B”")
    box.run("undo", name)
    equal(box.json("editions", name)[0]["addenda"], 1)


def test_permanent_removal_goes_through_editions(box):
    name = box.new()
    source = box.add(name, "source", "title=Virtanen", "kind=interview")
    finding = box.add(name, "finding", "title=Akut")
    box.run("link", name, finding, "source", source, "--note", "Virtanen sanoi näin")
    _, sha = freeze(box, name, "A")
    box.run("delete", name, source)
    contains(box.run("export", name, "--edition", "A"), "Virtanen")
    box.run("remove-permanently", name, source, "--yes")
    after = box.run("export", name, "--edition", "A")
    assert "Virtanen" not in after and source not in after and "Akut" in after
    assert b"Virtanen" not in box.bytes(name)
    row = box.json("editions", name)[0]
    equal(row["sha256"], sha)
    assert digest(after) != sha and row["removed_from"].startswith("20"), row
    contains(box.run("check", name), "sound")
    box.write("after.xml", after)
    box.run("validate", "after.xml")
    box.fail(FAILED, "remove-permanently", name, source, "--yes")


def test_what_went_before_it_was_removed(box):
    """Deleted first, and removed from the editions later: with what it owned, and what was said of that."""
    name = box.new()
    variables = [box.add(name, "key-variable", "title=" + title) for title in ("Polttoaine", "Salainen muuttuja")]
    states = [box.add(name, "state", "owner=" + variable, "title=Tila") for variable in variables]
    judgement = box.add(name, "judgement", "owner=" + states[0], "value=2", "reason=koska Virtanen")
    box.run("link", name, judgement, "judges", states[1], "--note", "Virtasen mukaan")
    influence = box.add(name, "influence", "owner=" + variables[0], "answer=yes", "reason=Virtanen tietää")
    box.run("link", name, influence, "influences", variables[1])
    finding = box.add(name, "finding", "title=Akut")
    box.run("link", name, states[0], "evidence", finding)
    freeze(box, name, "A")
    box.run("delete", name, variables[1])
    box.run("remove-permanently", name, variables[1], "--yes")
    after = box.run("export", name, "--edition", "A")
    for word in ("Virta", "Salainen", variables[1], states[1], judgement, influence):
        assert word not in after, word
    contains(after, "Polttoaine", states[0], finding)
    assert b"Virta" not in box.bytes(name)
    box.write("after.xml", after)
    box.run("validate", "after.xml")
    contains(box.run("check", name), "sound")


def test_altered_edition_is_not_written(box):
    name = box.new()
    box.add(name, "finding", "title=Akut")
    freeze(box, name, "A")
    with sqlite3.connect(box.path(name)) as db:
        db.execute("UPDATE edition_content SET xml = CAST (replace (xml, 'Akut', 'Ajat') AS BLOB)")
    db.close()
    contains(box.run("check", name, status=DAMAGED), "“A”")
    box.write("out.xml", "old")
    contains(box.fail(DAMAGED, "export", name, "--edition", "A", "-o", "out.xml"), "“A”")
    equal(box.bytes("out.xml"), b"old")


def changes(box, before, after, *options):
    """What compare tells: (kind, group, type, title) → fields as {label: (before, after)}."""
    told = box.json("compare", before, after, *options)
    for group, counts in told["counts"].items():
        for kind, count in counts.items():
            equal(count, len([change for change in told["changes"]
                              if (change["group"], change["kind"]) == (group, kind)]))
    for change in told["changes"]:
        if change["group"] == "paths":
            equal(len({field["label"] for field in change["fields"]}), len(change["fields"]))
    return {(change["kind"], change["group"], change["type"], change["title_after"] or change["title_before"]):
            {field["label"]: (field["before"], field["after"]) for field in change["fields"]}
            for change in told["changes"]}


def test_nothing_changed(box):
    name = box.maritime()
    freeze(box, name, "A")
    box.write("a.xml", box.run("export", name))
    for before, after in ((name + "#A", name), (name, name), ("a.xml", name), (name + "#A", "a.xml")):
        equal(box.run("compare", before, after), "")
    # An order, a time, a confirmation are no changes.
    scenario = box.json("list", name, "scenario")[0]
    box.run("set", name, scenario["id"], "title_fi=X")
    box.run("set", name, scenario["id"], "title_fi=" + scenario["title_fi"])
    assert box.run("export", name).encode() != box.bytes("a.xml")
    equal(changes(box, name + "#A", name), {})


def test_fields_links_and_owned(box):
    name = box.new()
    source = box.add(name, "source", "title=Raportti")
    changed = box.add(name, "finding", "title=Akut", "kind=weak-signal", "tags=satama")
    gone = box.add(name, "finding", "title=Katoaa")
    box.add(name, "kind-change", "owner=" + gone, "kind=signal")
    variable = box.add(name, "key-variable", "title=Satamat")
    states = [box.add(name, "state", "owner=" + variable, "title=" + title) for title in ("Sähköä", "Höyryä", "Tyhjiä")]
    scenario = box.add(name, "scenario", "title=Sininen")
    box.run("link", name, scenario, "path", states[0])
    box.run("link", name, changed, "source", source, "--note", "s. 4")
    competence = box.add(name, "competence", "title=Hitsaus")
    profile = box.add(name, "profile")
    box.run("link", name, profile, "scenario", scenario)
    entry = box.add(name, "profile-entry", "owner=" + profile, "importance=useful")
    box.run("link", name, entry, "competence", competence)
    box.run("link", name, entry, "rests-on", changed)
    freeze(box, name, "A")
    box.run("set", name, changed, "title=Akut joka lauttaan", "title_sv=Batterier", "kind=trend", "tags=satama,akut",
            "observed_on=2026-03-12")
    box.run("link", name, changed, "source", source, "--note", "s. 5")
    box.run("delete", name, gone)
    box.add(name, "passage", "owner=" + scenario, "dimensions=economic social", "text=Raha liikkuu")
    box.run("link", name, scenario, "path", states[1])
    box.run("set", name, entry, "importance=essential")
    box.run("unlink", name, entry, "rests-on", changed)
    other = box.add(name, "competence", "title=Luotsaus")
    added = box.add(name, "profile-entry", "owner=" + profile)
    box.run("link", name, added, "competence", other)
    box.run("delete", name, states[2])
    freeze(box, name, "B")
    wanted = {
        ("changed", "findings", "finding", "Akut joka lauttaan"): {
            "Title": ("Akut", "Akut joka lauttaan"), "Title (Svenska)": (None, "Batterier"),
            "Kind": ("heikko signaali", "trendi"), "Tags": ("satama", "satama, akut"), "Observed": (None, "12 Mar 2026"),
            "Source, note: Raportti": ("s. 4", "s. 5")},
        ("came", "findings", "kind-change", "heikko signaali"): {},
        ("came", "findings", "kind-change", "trendi"): {},
        ("went", "findings", "finding", "Katoaa"): {},
        ("came", "scenarios", "passage", "Raha liikkuu"): {},
        ("changed", "paths", "scenario", "Sininen"): {"Satamat": ("Sähköä", "Höyryä")},
        ("changed", "profiles", "profile-entry", "Hitsaus"): {
            "Importance": ("hyödyllinen", "välttämätön"), "Rests On": ("Akut", None)},
        ("came", "profiles", "profile-entry", "Luotsaus"): {},
        ("came", "competences", "competence", "Luotsaus"): {},
        ("went", "table", "state", "Tyhjiä"): {},
    }
    box.write("a.xml", box.run("export", name, "--edition", "A"))
    box.write("b.xml", box.run("export", name))
    for before in (name + "#A", "a.xml"):
        for after in (name + "#B", name, "b.xml"):
            equal(changes(box, before, after), wanted)
    back = changes(box, name, name + "#A")
    equal(back[("changed", "paths", "scenario", "Sininen")], {"Satamat": ("Höyryä", "Sähköä")})
    equal(sorted(kind for kind, *_ in back), sorted(["went"] * 5 + ["came"] * 2 + ["changed"] * 3))
    text = box.run("compare", name + "#A", name)
    contains(text, "Paths: Changed 1\n", "Satamat: Sähköä → Höyryä\n", "  + " + added + "\t")
    swedish = box.json("compare", name + "#A", name, "--language", "sv")
    contains(str(swedish), "svag signal", "Batterier")


def test_compare_refuses(box):
    name = box.new()
    contains(box.fail(FAILED, "compare", name + "#B", name), "“B”")
    box.fail(FAILED, "compare", name, "missing.xml")
    box.fail(FAILED, "compare", "missing#A", name)
    box.write("bad.xml", "<luotain xmlns='urn:luotain:workbook:1' version='1.1'><x/></luotain>")
    contains(box.fail(BAD_INPUT, "compare", name, "bad.xml"), "bad.xml:1")
    # A # in a name is a letter like others.
    odd = box.new("a#b.luotain")
    freeze(box, odd, "C#D")
    equal(box.run("compare", odd, odd + "#C#D"), "")


main(dict(globals()))
