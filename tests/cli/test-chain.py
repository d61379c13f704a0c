#!/usr/bin/python3
"""The chain from source to curriculum unit: why, stands-on, stale, and what is unfinished."""
from harness import BAD_INPUT, FAILED, contains, equal, main, walk


class Thread:
    """source ← finding ← state ← scenario ← profile ← entry ← competence ← unit"""

    def __init__(self, box):
        self.box = box
        self.name = name = box.new()
        self.source = box.add(name, "source", "title=Raportti")
        self.finding = box.add(name, "finding", "title=Akut")
        self.variable = box.add(name, "key-variable", "title=Akkuteknologia")
        self.state = box.add(name, "state", "owner=" + self.variable, "title=Akut voittavat")
        self.scenario = box.add(name, "scenario", "title=Vakaa")
        self.profile = box.add(name, "profile", "target_year=2030")
        self.entry = box.add(name, "profile-entry", "owner=" + self.profile, "reason=Akut leviävät")
        self.competence = box.add(name, "competence", "title=Digiosaaminen")
        self.level = next(level["id"] for level in box.json("list", name, "role-level"))
        self.school = box.add(name, "organisation", "title=Koulu")
        self.unit = box.add(name, "curriculum-unit", "owner=" + self.school, "title=Osa")
        for link in ((self.finding, "source", self.source), (self.state, "evidence", self.finding),
                     (self.scenario, "path", self.state), (self.profile, "scenario", self.scenario),
                     (self.entry, "competence", self.competence), (self.entry, "role-level", self.level),
                     (self.entry, "rests-on", self.finding), (self.unit, "covers", self.competence)):
            equal(box.run("link", name, *link), "")

    def why(self, record):
        return self.box.json("why", self.name, record)

    def downstream(self, record):
        return self.box.json("stands-on", self.name, record)


def test_why_leads_back_to_the_source(box):
    thread = Thread(box)
    tree = thread.why(thread.unit)
    equal((tree["id"], tree["type"], tree["title"], tree["role"]), (thread.unit, "curriculum-unit", "Osa", None))
    found = {node["id"] for node in walk(tree, "because")}
    for record in (thread.competence, thread.entry, thread.profile, thread.scenario, thread.state, thread.variable,
                   thread.finding, thread.source):
        assert record in found, record
    roles = {node["id"]: node["role"] for node in walk(tree, "because")}
    equal((roles[thread.competence], roles[thread.entry], roles[thread.source]), ("covers", "competence", "source"))
    for node in walk(tree, "because"):
        assert {"id", "type", "title", "role", "because"} <= set(node), node
        assert node["title"], node


def test_why_as_indented_tree(box):
    thread = Thread(box)
    lines = box.run("why", thread.name, thread.profile).splitlines()
    contains(lines[0], thread.profile)
    assert lines[1].startswith("  ") and not lines[1].startswith("   "), lines
    assert any(line.startswith("    ") and thread.state in line for line in lines), lines


def test_stands_on_leads_to_the_unit(box):
    thread = Thread(box)
    tree = thread.downstream(thread.source)
    found = {node["id"] for node in walk(tree, "stands_on")}
    for record in (thread.finding, thread.state, thread.scenario, thread.profile, thread.entry, thread.competence,
                   thread.unit):
        assert record in found, record
    contains(box.run("stands-on", thread.name, thread.finding), thread.entry, thread.state)


def test_links_are_shown_at_both_ends(box):
    thread = Thread(box)
    links = box.json("show", thread.name, thread.finding)
    equal([(link["role"], link["id"], link["type"], link["title"], link["note"], link["stale"])
           for link in links["links"]], [("source", thread.source, "source", "Raportti", None, False)])
    equal(sorted((link["role"], link["id"]) for link in links["linked_from"]),
          sorted([("evidence", thread.state), ("rests-on", thread.entry)]))
    contains(box.run("show", thread.name, thread.finding), thread.source, "Raportti", thread.state)


def test_note_of_a_link(box):
    thread = Thread(box)
    box.run("link", thread.name, thread.finding, "source", thread.source, "--note", "s. 12")
    equal(box.json("show", thread.name, thread.finding)["links"][0]["note"], "s. 12")
    box.run("link", thread.name, thread.finding, "source", thread.source)
    equal(box.json("show", thread.name, thread.finding)["links"][0]["note"], "s. 12")
    box.run("undo", thread.name)


def test_stale_and_confirmed(box):
    thread = Thread(box)
    equal(box.json("stale", thread.name), [])
    equal(box.run("stale", thread.name), "")
    box.run("set", thread.name, thread.finding, "description=Nyt toisin")
    stale = box.json("stale", thread.name)
    equal(sorted((item["id"], item["role"], item["upstream"]["id"]) for item in stale),
          sorted([(thread.state, "evidence", thread.finding), (thread.entry, "rests-on", thread.finding)]))
    for item in stale:
        equal((item["reason"], item["upstream"]["type"], item["upstream"]["title"]), ("changed", "finding", "Akut"))
    contains(box.run("stale", thread.name), thread.state, thread.finding)
    tree = thread.why(thread.state)
    assert any(node["id"] == thread.finding and node["stale"] for node in walk(tree, "because")), tree
    shown = box.json("show", thread.name, thread.state)
    equal([link["stale"] for link in shown["links"] if link["role"] == "evidence"], [True])
    box.run("link", thread.name, thread.state, "evidence", thread.finding)
    left = [(item["id"], item["upstream"]["id"]) for item in box.json("stale", thread.name)]
    assert (thread.state, thread.finding) not in left, left
    assert (thread.entry, thread.finding) in left, left


def test_where_only_one_is_allowed(box):
    thread = Thread(box)
    other = box.add(thread.name, "scenario", "title=Kituva")
    box.run("link", thread.name, thread.profile, "scenario", other)
    equal([link["id"] for link in box.json("show", thread.name, thread.profile)["links"]
           if link["role"] == "scenario"], [other])
    box.run("undo", thread.name)
    equal([link["id"] for link in box.json("show", thread.name, thread.profile)["links"]
           if link["role"] == "scenario"], [thread.scenario])


def test_path_has_one_state_a_variable(box):
    thread = Thread(box)
    other = box.add(thread.name, "state", "owner=" + thread.variable, "title=Vety voittaa")
    box.run("link", thread.name, thread.scenario, "path", other)
    equal([link["id"] for link in box.json("show", thread.name, thread.scenario)["links"]
           if link["role"] == "path"], [other])


def test_no_finding_supports_itself(box):
    thread = Thread(box)
    other = box.add(thread.name, "finding", "title=B")
    box.fail(BAD_INPUT, "link", thread.name, other, "evidence", other)
    box.run("link", thread.name, thread.finding, "evidence", other)
    box.fail(BAD_INPUT, "link", thread.name, other, "evidence", thread.finding)


def test_unlink(box):
    thread = Thread(box)
    equal(box.run("unlink", thread.name, thread.finding, "source", thread.source), "")
    equal(box.json("show", thread.name, thread.finding)["links"], [])
    box.fail(FAILED, "unlink", thread.name, thread.finding, "source", thread.source)
    box.run("undo", thread.name)
    equal(len(box.json("show", thread.name, thread.finding)["links"]), 1)


def test_links_to_what_is_not_there(box):
    thread = Thread(box)
    contains(box.fail(FAILED, "link", thread.name, thread.finding, "source", "source-0A1B2C3D4E5F6"),
             "source-0A1B2C3D4E5F6")
    contains(box.fail(FAILED, "why", thread.name, "finding-0A1B2C3D4E5F6"), "finding-0A1B2C3D4E5F6")


def test_what_referred_to_a_deleted_record_is_unfinished(box):
    thread = Thread(box)
    box.run("delete", thread.name, thread.competence)
    entry = box.json("show", thread.name, thread.entry)
    equal(entry["unfinished"], "competence")
    assert entry["title"], entry
    unfinished = [(item["id"], item["role"]) for item in box.json("stale", thread.name)
                  if item["reason"] == "unfinished"]
    assert (thread.entry, "competence") in unfinished, unfinished
    contains(box.run("stale", thread.name), thread.entry)
    box.write("out.xml", box.run("export", thread.name))
    box.run("validate", "out.xml")
    box.run("undo", thread.name)
    equal(box.json("show", thread.name, thread.entry)["unfinished"], None)


def test_shipped_entries_lead_back_to_scenario_and_findings(box):
    name = box.maritime()
    entries = box.json("list", name, "profile-entry")
    assert len(entries) > 40, len(entries)
    for entry in entries[::9]:
        types = {node["type"] for node in walk(box.json("why", name, entry["id"]), "because")}
        assert {"scenario", "finding"} <= types, (entry, types)


main(globals())
