#!/usr/bin/python3
"""Which competences the scenarios need whatever comes, counted here once more from the XML of the same workbook."""
import xml.etree.ElementTree as ElementTree

from harness import FAILED, USAGE, contains, equal, main

XML = "{urn:luotain:workbook:1}"
WEIGHT = {"useful": 1, "important": 2, "essential": 3, None: 1}


def links(element, role):
    return [link.get("to") for link in element.findall(XML + "link") if link.get("role") == role]


def needs_of(root, sector=None, level=None, group=None):
    """Competence → {(scenario, role level, weight)…}, by the plainest way there is."""
    scenarios = [scenario.get("id") for scenario in root.findall(XML + "scenario")
                 if sector is None or links(scenario, "sector") == [sector]]
    groups = {competence.get("id"): competence.get("group") for competence in root.findall(XML + "competence")}
    needs = {}
    for profile in root.findall(XML + "profile"):
        scenario = (links(profile, "scenario") or [None])[0]
        for entry in profile.findall(XML + "profile-entry"):
            competence = (links(entry, "competence") or [None])[0]
            its_level = (links(entry, "role-level") or [None])[0]
            if scenario in scenarios and competence and level in (None, its_level) and group in (None, groups[competence]):
                needs.setdefault(competence, []).append((scenario, its_level, WEIGHT[entry.get("importance")]))
    return needs


def compare(box, name, arguments, needs):
    matrix = box.json("robustness", name, *arguments)
    n_all = len(matrix["scenarios"])
    equal({row["id"] for row in matrix["competences"]}, set(needs))
    order = [(-row["scenarios"], -row["weight"]) for row in matrix["competences"]]
    equal(order, sorted(order))
    for row in matrix["competences"]:
        wanted = needs[row["id"]]
        k = len({scenario for scenario, _, _ in wanted})
        equal(row["scenarios"], k)
        equal(row["weight"], sum(weight for _, _, weight in wanted))
        equal(row["robustness"], "bet" if k == 1 else "robust" if k == n_all else "shared")
        equal(sorted((need["scenario"], need["role_level"], need["weight"]) for need in row["needs"]), sorted(wanted))
        for level in row["role_levels"]:
            equal(level["scenarios"], len({scenario for scenario, its, _ in wanted if its == level["id"]}))
    return matrix


def test_the_shipped_case_agrees_with_its_xml(box):
    name = box.maritime()
    root = ElementTree.fromstring(box.run("export", name))
    sector = box.json("list", name, "sector")[0]["id"]
    level = box.json("list", name, "role-level")[0]["id"]
    matrix = compare(box, name, [], needs_of(root))
    assert {row["robustness"] for row in matrix["competences"]} == {"robust", "shared", "bet"}
    compare(box, name, ["--sector", sector], needs_of(root, sector=sector))
    compare(box, name, ["--role-level", level], needs_of(root, level=level))
    compare(box, name, ["--group", "special-skill"], needs_of(root, group="special-skill"))


def test_a_scenario_without_profile_does_not_count(box):
    name = box.maritime()
    before = box.json("robustness", name)
    box.add(name, "scenario", "title=Viides")
    after = box.json("robustness", name)
    equal(after["scenarios_without_profile"], before["scenarios_without_profile"] + 1)
    equal(after["competences"], before["competences"])


def test_table(box):
    name = box.maritime()
    lines = box.run("robustness", name).splitlines()
    contains(lines[0], "Vakaa Varsinais-Suomi")
    contains(lines[1], "4/4")
    equal({line.count("\t") for line in lines}, {5})


def test_wrong_filters(box):
    name = box.maritime()
    contains(box.fail(USAGE, "robustness", name, "--sector", "competence-0RGFAJMMRA3EG"), "sector")
    box.fail(FAILED, "robustness", name, "--sector", "sector-0MTBSZFYPQBAQ")


main(globals())
