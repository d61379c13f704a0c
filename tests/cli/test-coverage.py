#!/usr/bin/python3
"""What organisations cover of what profiles need, counted here once more from the XML of the same workbook."""
import csv
import io
import xml.etree.ElementTree as ElementTree

from harness import FAILED, USAGE, contains, equal, main

XML = "{urn:luotain:workbook:1}"
ORDER = ["not-at-all", "partly", "not-looked-at", "covered"]


def only(element, role):
    found = [link.get("to") for link in element.findall(XML + "link") if link.get("role") == role]
    return found[0] if found else None


def rows_of(root):
    """(Sector, competence, role level) → {scenario: [entry…]}, and how many scenarios of a sector have a profile."""
    sector_of = {scenario.get("id"): only(scenario, "sector") for scenario in root.findall(XML + "scenario")}
    rows, with_profile = {}, {}
    for profile in root.findall(XML + "profile"):
        scenario = only(profile, "scenario")
        with_profile.setdefault(sector_of[scenario], set()).add(scenario)
        for entry in profile.findall(XML + "profile-entry"):
            key = (sector_of[scenario], only(entry, "competence"), only(entry, "role-level"))
            rows.setdefault(key, {}).setdefault(scenario, []).append(entry.get("id"))
    return rows, with_profile


def records_of(root):
    """(Organisation, entry) → coverage element."""
    return {(organisation.get("id"), only(record, "assesses")): record
            for organisation in root.findall(XML + "organisation") for record in organisation.findall(XML + "coverage")}


def compare(box, name):
    root = ElementTree.fromstring(box.run("export", name))
    sheet = box.json("coverage", name)
    rows, with_profile = rows_of(root)
    records = records_of(root)
    equal({(row["sector"], row["competence"], row["role_level"]) for row in sheet["rows"]}, set(rows))
    for row in sheet["rows"]:
        entries = rows[row["sector"], row["competence"], row["role_level"]]
        equal((row["scenarios"], row["of"]), (len(entries), len(with_profile[row["sector"]])))
        for view in row["views"]:
            its = [records.get((view["organisation"], entry)) for found in entries.values() for entry in found]
            said = [record.get("status") or "not-looked-at" for record in its if record is not None]
            equal(view["status"], min(said, key=ORDER.index) if said else "not-looked-at")
            equal(view["differs"], len(set(said)) > 1)
            equal({part["coverage"] for part in view["entries"]} - {None},
                  {record.get("id") for record in its if record is not None})
    return sheet


def weakest(row):
    return min([ORDER.index(view["status"]) for view in row["views"]], default=2)


def test_the_shipped_case_agrees_with_its_xml(box):
    name = box.maritime()
    sheet = compare(box, name)
    kinds = ["robust", "shared", "bet"]
    order = [(kinds.index(row["robustness"]), weakest(row)) for row in sheet["rows"]]
    equal(order, sorted(order))
    for organisation in sheet["organisations"]:
        said = [view["status"] for row in sheet["rows"] for view in row["views"]
                if view["organisation"] == organisation["id"]]
        for status in ORDER:
            equal(organisation[status.replace("-", "_")], said.count(status))
        # The example shows a planner in the middle of the work.
        assert all(status in said for status in ORDER), organisation["title"]


def test_one_organisation_and_sector(box):
    name = box.maritime()
    sheet = box.json("coverage", name)
    first = sheet["organisations"][0]["id"]
    one = box.json("coverage", name, "--organisation", first, "--sector", box.json("list", name, "sector")[0]["id"])
    equal([organisation["id"] for organisation in one["organisations"]], [first])
    equal(len(one["rows"]), len(sheet["rows"]))
    assert all(len(row["views"]) == 1 for row in one["rows"])


def test_judged_apart(box):
    name = box.maritime()
    school = box.add(name, "organisation", "title=Koulu")
    row = next(row for row in box.json("coverage", name)["rows"] if row["scenarios"] > 1)
    entries = [entry["entry"] for entry in row["views"][0]["entries"]]
    for entry, status in zip(entries, ("covered", "partly")):
        record = box.add(name, "coverage", "owner=" + school, "status=" + status, "due_on=2020")
        box.run("link", name, record, "assesses", entry)
    sheet = compare(box, name)
    found = next(again for again in sheet["rows"]
                 if (again["competence"], again["role_level"]) == (row["competence"], row["role_level"]))
    view = next(view for view in found["views"] if view["organisation"] == school)
    equal((view["status"], view["differs"], view["overdue"]), ("partly", True, True))


def test_matrix_as_csv(box):
    name = box.maritime()
    sheet = box.json("coverage", name)
    text = box.run("export", name, "--format", "csv", "--part", "coverage-matrix")
    rows = list(csv.DictReader(io.StringIO(text)))
    equal([(row["competence"], row["role_level"], row["robustness"], row["scenarios"]) for row in rows],
          [(row["competence"], row["role_level"], row["robustness"], str(row["scenarios"])) for row in sheet["rows"]])
    for line, row in zip(rows, sheet["rows"]):
        for view in row["views"]:
            equal(line[view["organisation"] + ": status"], view["status"])
            equal(line[view["organisation"] + ": units"], " ".join(unit["id"] for unit in view["units"]))


def test_table(box):
    name = box.maritime()
    lines = box.run("coverage", name).splitlines()
    equal({line.count("\t") for line in lines}, {2 + len(box.json("coverage", name)["organisations"])})


def test_wrong_filters(box):
    name = box.maritime()
    contains(box.fail(USAGE, "coverage", name, "--organisation", "competence-0RGFAJMMRA3EG"), "organisation")
    box.fail(FAILED, "coverage", name, "--sector", "sector-0MTBSZFYPQBAQ")


main(globals())
