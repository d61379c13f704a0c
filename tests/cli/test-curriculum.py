#!/usr/bin/python3
"""Profiles handed on to other systems: read back by what is not ours."""
import csv
import io
import resource
import signal

from harness import FAILED, USAGE, contains, equal, main
from moodle import COLUMNS, HEAD, Framework


def small_files(limit=4096):
    """A limit on the size of files is what a full disk looks like."""
    def begin():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return begin


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
    for profile in box.json("list", name, "profile"):
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
               long + "1", long + "2", "Sama", "sama", "Sama (2)", "&lt;b&gt;", "\U0001f469\u200d\U0001f680", "\u202eABC"]
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
    equal(box.bytes("out.csv"), b"vanha")
    scenario = box.add(name, "scenario", "title=Ilman profiilia")
    box.fail(FAILED, "export", name, "--format", "moodle", "--scenario", scenario)
    box.fail(USAGE, "export", name, "--format", "moodle", "--language", "de")


def test_full_disk_leaves_the_old_file(box):
    name = box.maritime()
    for format in ("moodle",):
        box.write("out", "vanha")
        box.fail(FAILED, "export", name, "--format", format, "-o", "out", preexec_fn=small_files())
        equal(box.bytes("out"), b"vanha")
        equal(box.files(), ["m.luotain", "out"])
        box.run("export", name, "--format", format, "-o", "out")
        assert len(box.bytes("out")) > 4096


main(globals())
