#!/usr/bin/python3
"""Profiles handed on to other systems: read back by what is not ours."""
import csv
import io
import lzma
import os
import shutil
import subprocess
import tarfile
import xml.etree.ElementTree as ElementTree

from harness import FAILED, ROOT, USAGE, Skip, contains, equal, full_disk, main
from moodle import COLUMNS, HEAD, Framework

ELM = "{http://data.europa.eu/snb/model/ap/loq-constraints/}"
SKOS = "{http://www.w3.org/2004/02/skos/core#}"


def profile_of(box, name, title="profiili"):
    """A profile with one entry of each kind of trouble; its id."""
    profile = box.add(name, "profile", "title=" + title)
    return profile


def entry_of(box, name, profile, level, title, *fields, group="generic-skill"):
    competence = box.add(name, "competence", "title=" + title, "group=" + group)
    entry = box.add(name, "profile-entry", "owner=" + profile, *fields)
    box.run("link", name, entry, "competence", competence)
    if level is not None:
        box.run("link", name, entry, "role-level", level)
    return entry, competence


def moodle(box, name, *arguments):
    return Framework(box.run("export", name, "--format", "moodle", *arguments).encode())


def test_moodle_of_one_profile(box):
    name = box.maritime()
    profiles = box.json("list", name, "profile")
    equal(len(profiles), 4)
    for profile in profiles:
        framework = moodle(box, name, "--profile", profile["id"])
        equal(framework.row["Id number"], profile["id"])
        equal(framework.row["Shortname"], profile["title"])
        entries = box.json("show", name, profile["id"])["profile_entries"]
        equal({row["Id number"] for row in framework.at(3)}, {entry["id"] for entry in entries})
        equal(max(framework.made.values()), 3)
        assert len(framework.at(1)) <= 4
        names = [text.casefold() for text in framework.names()]
        equal(len(names), len(set(names)))
        for entry in entries:
            assert entry["reason"].split("\n")[0][:30] in framework.flat[entry["id"]]["Description"], entry["id"]


def test_moodle_says_that_it_is_no_award(box):
    name = box.maritime()
    for language, words in (("fi", "Ei ole tutkinto"), ("sv", "Är varken en examen"), ("en", "It is no qualification")):
        framework = moodle(box, name, "--language", language)
        contains(framework.row["Description"], words, '<div lang="%s">' % language)
    equal(moodle(box, name, "--language", "en").row["Scale values"], "Not yet competent,Competent")


def test_moodle_ties_the_same_competence(box):
    name = box.maritime()
    profile = box.json("list", name, "profile")[0]["id"]
    framework = moodle(box, name, "--profile", profile)
    digital = [row for row in framework.at(3) if row["Shortname"].startswith("Digiosaaminen")]
    equal(len(digital), 4)
    for row in digital:
        equal(set(row["Cross referenced competency id numbers"].split(",")),
              {other["Id number"] for other in digital} - {row["Id number"]})
        parent = framework.flat[framework.flat[row["Parent id number"]]["Parent id number"]]
        contains(row["Shortname"], " – " + parent["Shortname"])


def test_moodle_of_a_sector_and_a_scenario(box):
    name = box.maritime()
    sector = box.json("list", name, "sector")[0]
    framework = moodle(box, name, "--sector", sector["id"])
    equal((framework.row["Id number"], framework.row["Shortname"]), (sector["id"], sector["title"]))
    equal({row["Id number"] for row in framework.at(1)}, {row["id"] for row in box.json("list", name, "profile")})
    equal(max(framework.made.values()), 4)
    names = [text.casefold() for text in framework.names()]
    equal(len(names), len(set(names)))
    equal(box.run("export", name, "--format", "moodle"), box.run("export", name, "--format", "moodle", "--sector",
                                                                  sector["id"]))
    scenario = box.json("list", name, "scenario")[0]["id"]
    equal(len(moodle(box, name, "--scenario", scenario).at(1)), 4)


def test_moodle_of_hostile_names(box):
    name = box.new()
    levels = [row["id"] for row in box.json("list", name, "role-level")]
    profile = profile_of(box, name, '=HYPERLINK("http://x";"y") <b>\\')
    long = "Pitkä osaamisen nimi, joka ei mahdu Moodlen sataan merkkiin vaikka kuinka yrittäisi, " * 2
    hostile = ["A\\", 'b \\" c', "<script>alert(1)</script>", "=1+1", "-2", "@SUM(A1)", "a,b;c\td", "Österbotten",
               long + "1", long + "2", "Sama", "sama", "Sama (2)", "&lt;b&gt;", "\U0001f469\u200d\U0001f680", "\u202eABC", "=" + long]
    made = [entry_of(box, name, profile, levels[0], title, "reason=Siksi \\ <p> & \"\\\" " + title)[0]
            for title in hostile]
    no_level, competence = entry_of(box, name, profile, None, "Ilman tasoa")
    no_group, _ = entry_of(box, name, profile, levels[1], "Ilman ryhmää", group="")
    box.add(name, "external-identifier", "owner=" + competence, "scheme=other", "uri=javascript:alert(\"\\\")")
    box.add(name, "external-identifier", "owner=" + competence, "scheme=esco",
            "uri=http://data.europa.eu/esco/skill/\"><script>\\")
    framework = moodle(box, name)
    equal({row["Id number"] for row in framework.at(3)}, {*made, no_level, no_group})
    names = [text.casefold() for text in framework.names()]
    equal(len(names), len(set(names)))
    for row in framework.rows[1:]:
        for cell in row:
            assert "\\" not in cell, cell
            assert cell[:1] not in ("=", "+", "-", "@", "\t"), cell
        assert "<script" not in row[3] and "\n" not in row[3], row[3]
    assert 'href="javascript' not in framework.flat[no_level]["Description"]
    contains(framework.flat[made[0]]["Description"], "Siksi &#92; &lt;p&gt; &amp; ")
    equal(framework.row["Shortname"][:2], "'=")


def test_moodle_file_is_plain_csv(box):
    name = box.maritime()
    data = box.run("export", name, "--format", "moodle")
    assert data.startswith(HEAD)
    rows = list(csv.reader(io.StringIO(data, newline=""), strict=True))
    equal(rows[0], COLUMNS)
    equal({len(row) for row in rows}, {14})
    equal(data.count("\r\n"), len(rows))
    equal(data.count("\n"), len(rows))
    equal(rows, Framework(data.encode()).rows)
    equal(box.run("export", name, "--format", "moodle"), data)


def test_moodle_without_a_profile(box):
    name = box.new()
    box.write("out.csv", "vanha")
    contains(box.fail(FAILED, "export", name, "--format", "moodle", "-o", "out.csv"), "profile")
    contains(box.fail(FAILED, "export", name, "--format", "elm", "-o", "out.csv"), "profile")
    equal(box.bytes("out.csv"), b"vanha")
    scenario = box.add(name, "scenario", "title=Ilman profiilia")
    box.fail(FAILED, "export", name, "--format", "moodle", "--scenario", scenario)
    box.fail(USAGE, "export", name, "--format", "moodle", "--language", "de")


def elm_schema(box):
    """The published schema, unpacked; its path."""
    with lzma.open(os.path.join(ROOT, "tests/data/elm/loq-3.1.0.tar.xz")) as packed:
        with tarfile.open(fileobj=packed) as archive:
            archive.extractall(box.path("xsd"))
    return box.path("xsd/loq.xsd")


def elm_faults(box, name, schema):
    if not shutil.which("xmllint"):
        raise Skip("there is no xmllint")
    result = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema, box.path(name)], capture_output=True,
                            check=False)
    return result.stderr.decode() if result.returncode else ""


def elm(box, name, *arguments):
    return ElementTree.fromstring(box.run("export", name, "--format", "elm", *arguments))


def test_elm_is_valid_by_the_published_schema(box):
    name = box.maritime()
    schema = elm_schema(box)
    box.run("export", name, "--format", "elm", "-o", "m.xml")
    equal(elm_faults(box, "m.xml", schema), "")
    for option, kind in (("--profile", "profile"), ("--scenario", "scenario"), ("--sector", "sector")):
        box.run("export", name, "--format", "elm", "-o", "m.xml", option, box.json("list", name, kind)[0]["id"])
        equal(elm_faults(box, "m.xml", schema), "")
    broken = box.bytes("m.xml").replace(b"<ISCEDFCode", b"<EQFLevel", 1)
    box.write("broken.xml", broken)
    contains(elm_faults(box, "broken.xml", schema), "EQFLevel")


def test_elm_by_a_second_validator(box):
    if not shutil.which("jing"):
        raise Skip("there is no jing")
    name = box.maritime()
    schema = elm_schema(box)
    box.run("export", name, "--format", "elm", "-o", "m.xml", "--profile", box.json("list", name, "profile")[0]["id"])
    result = subprocess.run(["jing", schema, box.path("m.xml")], capture_output=True, check=False)
    equal((result.returncode, result.stdout.decode()[:1000]), (0, ""))
    box.write("m.xml", box.bytes("m.xml").replace(b"<ISCEDFCode", b"<EQFLevel", 1))
    equal(subprocess.run(["jing", schema, box.path("m.xml")], capture_output=True, check=False).returncode, 1)


def test_elm_of_a_scenario(box):
    name = box.maritime()
    scenario = box.json("list", name, "scenario")[0]["id"]
    root = elm(box, name, "--scenario", scenario)
    specifications = root.findall(".//" + ELM + "learningAchievementSpecification")
    equal(len(specifications), 4)
    outcomes = {outcome.get("id"): outcome for outcome in root.iter(ELM + "learningOutcome") if outcome.get("id")}
    used = [outcome.get("idref") for outcome in root.iter(ELM + "learningOutcome") if outcome.get("idref")]
    equal(sorted(used), sorted(outcomes))
    profile = next(link["id"] for link in box.json("show", name, scenario)["linked_from"] if link["type"] == "profile")
    entries = box.json("show", name, profile)["profile_entries"]
    equal(set(used), {"urn:luotain:" + entry["id"] for entry in entries})
    for entry in entries:
        notes = "".join(outcomes["urn:luotain:" + entry["id"]].itertext())
        contains(notes, entry["reason"])
    for specification in specifications:
        equal([title.get("language") for title in specification.findall(ELM + "title")], ["fi", "sv", "en"])
        descriptions = {text.get("language"): text.text for text in specification.findall(ELM + "description")}
        contains(descriptions["fi"], "Ei ole tutkinto")
        contains(descriptions["sv"], "Är varken en examen")
        contains(descriptions["en"], "nothing is awarded")
    assert not [element.tag for element in root.iter() if "qualification" in element.tag.lower()]
    assert not [element.tag for element in root.iter() if "award" in element.tag.lower()]


def test_elm_keeps_identifiers(box):
    name = box.new()
    level = box.json("list", name, "role-level")[0]["id"]
    profile = profile_of(box, name, "A & <B> \"C\" ]]> \u202e")
    _, competence = entry_of(box, name, profile, level, "Digi \U0001f469\u200d\U0001f680 <&>", "reason=a\nb\tc \u2028")
    entry_of(box, name, profile, None, "Ilman tasoa", group="")
    uris = {"esco": "http://data.europa.eu/esco/skill/bf5d77ad-e18c-48d8-83f0-bc79c011c74a",
            "oph": "https://virkailija.opintopolku.fi/eperusteet-service/api/perusteenosat/2530?a=1&b=ä ö",
            "other": "ei ole <osoite> & \"%zz\" [1]"}
    for scheme, uri in uris.items():
        box.add(name, "external-identifier", "owner=" + competence, "scheme=" + scheme, "uri=" + uri)
    box.run("export", name, "--format", "elm", "-o", "e.xml")
    equal(elm_faults(box, "e.xml", elm_schema(box)), "")
    root = ElementTree.parse(box.path("e.xml")).getroot()
    equal([skill.get("uri") for skill in root.iter(ELM + "relatedESCOSkill")], [uris["esco"]])
    skills = [skill for skill in root.iter(ELM + "relatedSkill")]
    contains([skill.get("uri") for skill in skills], "urn:luotain:" + competence,
             "https://virkailija.opintopolku.fi/eperusteet-service/api/perusteenosat/2530?a=1&b=%C3%A4%20%C3%B6")
    contains([notation.text for skill in skills for notation in skill.iter(SKOS + "notation")], uris["other"])
    contains("".join(root.itertext()), "Digi \U0001f469\u200d\U0001f680 <&>", "A & <B> \"C\" ]]> \u202e", "a\nb\tc \u2028")
    equal(box.run("export", name, "--format", "elm"), box.bytes("e.xml").decode())


def test_full_disk_leaves_the_old_file(box):
    name = box.maritime()
    for format in ("moodle", "elm"):
        box.write("out", "vanha")
        box.fail(FAILED, "export", name, "--format", format, "-o", "out", preexec_fn=full_disk())
        equal(box.bytes("out"), b"vanha")
        equal(box.files(), ["m.luotain", "out"])
        box.run("export", name, "--format", format, "-o", "out")
        assert len(box.bytes("out")) > 4096


main(globals())
