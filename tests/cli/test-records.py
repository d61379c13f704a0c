#!/usr/bin/python3
"""Records: made, shown, changed, deleted, and every change taken back and made again."""
import os
import re

from harness import BAD_INPUT, FAILED, ROOT, USAGE, contains, equal, main

ID = re.compile(r"^[a-z-]+-[0-9A-HJKMNP-TV-Z]{13}$")
TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
TYPES = ["workbook", "vocabulary-entry", "sector", "working-group", "session", "source", "finding", "kind-change", "rating",
         "key-variable", "influence", "state", "exclusion", "judgement", "scenario", "passage", "period", "frame-scenario", "competence",
         "external-identifier", "role-level", "job-title", "profile", "profile-entry", "organisation",
         "curriculum-unit", "coverage", "addendum"]


def test_new_workbook(box):
    box.new()
    equal(box.files(), ["a.luotain"])
    info = box.json("info", "a.luotain")
    equal(sorted(info), ["changed", "language", "records", "schema", "title"])
    equal(info["title"], "Meriklusteri 2030")
    equal(info["language"], "fi")
    assert isinstance(info["schema"], int) and info["schema"] >= 1
    assert TIME.match(info["changed"]), info
    equal(sorted(info["records"]), sorted(TYPES))
    equal(info["records"]["workbook"], 1)
    equal(info["records"]["role-level"], 4)
    equal(info["records"]["finding"], 0)
    contains(box.run("info", "a.luotain"), "Meriklusteri 2030", "fi", "role-level: 4")


def test_new_takes_language_of_locale(box):
    for locale, language in (("fi_FI.UTF-8", "fi"), ("sv_FI.UTF-8", "sv"), ("C.UTF-8", "en")):
        name = language + ".luotain"
        box.run("new", name, env={"LC_ALL": "", "LANG": locale, "LC_MESSAGES": locale, "LANGUAGE": language})
        info = box.json("info", name)
        equal((info["language"], info["title"]), (language, language))


def test_defaults_have_three_languages_and_keys(box):
    box.new()
    words = box.json("list", "a.luotain", "vocabulary-entry")
    kinds = [word["key"] for word in words if word["vocabulary"] == "finding-kind"]
    equal(kinds, ["weak-signal", "signal", "trend", "phenomenon", "wild-card"])
    groups = [word["key"] for word in words if word["vocabulary"] == "competence-group"]
    equal(groups, ["generic-skill", "special-skill", "qualification"])
    weak = words[0]
    equal((weak["title_fi"], weak["title_sv"], weak["title_en"]), ("heikko signaali", "svag signal", "weak signal"))
    equal(len(box.json("list", "a.luotain", "role-level")), 4)


def test_title_alone_makes_a_finding(box):
    box.new()
    finding = box.add("a.luotain", "finding", "title=Akut joka lauttaan")
    assert ID.match(finding), finding
    rows = box.json("list", "a.luotain", "finding")
    equal(len(rows), 1)
    row = rows[0]
    equal((row["id"], row["type"], row["title"]), (finding, "finding", "Akut joka lauttaan"))
    equal(row["title_fi"], "Akut joka lauttaan")
    assert "title_sv" not in row
    equal((row["kind"], row["description"], row["dimensions"], row["tags"]), (None, None, [], []))
    equal(row["revision"], 1)
    assert TIME.match(row["created"]) and TIME.match(row["changed"]), row


def test_all_fields_of_a_finding(box):
    box.new()
    finding = box.add("a.luotain", "finding", "title=Akut", "title_sv=Batterier", "title_en=Batteries",
                      "description=Pitkä teksti", "kind=weak-signal", "dimensions=technological ecological",
                      "channel=observation", "observed_on=2026-03", "tags=satama,sähkö", "tags=lautta")
    row = box.json("show", "a.luotain", finding)
    equal(row["title"], "Akut")
    equal((row["title_fi"], row["title_sv"], row["title_en"]), ("Akut", "Batterier", "Batteries"))
    equal(row["description"], "Pitkä teksti")
    equal((row["kind"], row["channel"], row["observed_on"]), ("weak-signal", "observation", "2026-03"))
    equal(row["dimensions"], ["ecological", "technological"])
    equal(row["tags"], ["satama", "sähkö", "lautta"])
    equal((row["links"], row["linked_from"], row["unfinished"]), ([], [], None))
    text = box.run("show", "a.luotain", finding)
    contains(text, finding, "title_sv: Batterier", "kind: weak-signal", "tags: satama, sähkö, lautta")
    contains(box.run("list", "a.luotain", "finding"), finding + "\tAkut\tweak-signal\tecological technological\t2026-03")


def test_title_in_another_language_only(box):
    box.new()
    box.add("a.luotain", "finding", "title_en=Batteries")
    equal(box.json("list", "a.luotain", "finding")[0]["title"], "Batteries")


def test_text_comes_back_as_it_was(box):
    box.new()
    text = "\"=cmd\" ]]> <b>&amp;</b> \\ 👩‍🚀 \u202eأهلا\u202c\tä\nrivi 2\n\nrivi 4 \u2028 loppu"
    finding = box.add("a.luotain", "finding", "title=A", "description=" + text)
    equal(box.json("show", "a.luotain", finding)["description"], text)
    long = "Kertomus. " * 5000
    scenario = box.add("a.luotain", "scenario", "title=S", "narrative=-", stdin=long)
    equal(box.json("show", "a.luotain", scenario)["narrative"], long)


def test_value_from_standard_input(box):
    box.new()
    finding = box.add("a.luotain", "finding", "title=A", "description=-", stdin="yksi\r\nkaksi\n")
    equal(box.json("show", "a.luotain", finding)["description"], "yksi\nkaksi")
    box.run("set", "a.luotain", finding, "title=-", stdin="Uusi\n")
    equal(box.json("show", "a.luotain", finding)["title"], "Uusi")
    contains(box.fail(BAD_INPUT, "set", "a.luotain", finding, "title=-", stdin=b"a\0b"), "NUL")
    box.fail(BAD_INPUT, "set", "a.luotain", finding, "description=-", stdin=b"x" * (1024 * 1024 + 2))
    equal(box.json("show", "a.luotain", finding)["title"], "Uusi")


def test_values_that_are_refused(box):
    box.new()
    for value in ("kind=nonsense", "kind=Weak Signal", "dimensions=technological magic", "observed_on=12.3.2026",
                  "observed_on=2026-02-30", "channel=radio", "description=a\x01b"):
        box.fail(BAD_INPUT, "add", "a.luotain", "finding", "title=A", value)
    box.fail(BAD_INPUT, "add", "a.luotain", "finding", b"title=\xff\xfe")
    box.fail(BAD_INPUT, "add", "a.luotain", "finding", "title=")
    box.fail(BAD_INPUT, "add", "a.luotain", "finding")
    box.fail(BAD_INPUT, "add", "a.luotain", "scenario", "title=S", "target_year=soon")
    contains(box.fail(BAD_INPUT, "add", "a.luotain", "finding", "title=A", "description=a\x01b"), "U+0001")
    equal(box.json("list", "a.luotain", "finding"), [])
    box.fail(FAILED, "undo", "a.luotain")


def test_every_type_can_be_made(box):
    name = box.new()
    finding = box.add(name, "finding", "title=F")
    variable = box.add(name, "key-variable", "title=Huoltovarmuus", "dimensions=political")
    state = box.add(name, "state", "owner=" + variable, "title=B", "image=utopia")
    scenario = box.add(name, "scenario", "title=Vakaa", "image=continuation", "target_year=2030", "narrative=N")
    competence = box.add(name, "competence", "title=Digiosaaminen", "group=generic-skill")
    profile = box.add(name, "profile", "target_year=2030")
    organisation = box.add(name, "organisation", "title=Koulu", "url=https://example.org/")
    for kind, *fields in (
            ("vocabulary-entry", "vocabulary=dimension", "key=values", "title=Arvot"),
            ("sector", "title=Meri"), ("working-group", "title=Ryhmä"),
            ("session", "title=Paja", "kind=workshop", "held_on=2026-03-12", "people=24", "place=Turku",
             "status=planned"),
            ("source", "title=Raportti", "kind=report", "publisher=P", "published_on=2025", "url=https://example.org/"),
            ("kind-change", "owner=" + finding, "kind=signal", "changed_on=2026-03-20", "reason=R"),
            ("rating", "owner=" + finding, "scale=impact", "value=4", "rated_on=2026-03-12", "round=Kierros 1"),
            ("influence", "owner=" + variable, "answer=yes", "reason=R"),
            ("state", "owner=" + variable, "title=A", "image=utopia"),
            ("exclusion", "owner=" + state, "kind=logical", "reason=R"),
            ("judgement", "owner=" + state, "value=-2", "reason=R"),
            ("passage", "owner=" + scenario, "dimensions=social economic", "text=T"),
            ("period", "owner=" + scenario, "title=2026–2030", "start_year=2026", "end_year=2030", "text=T"),
            ("frame-scenario", "title=Jatkumo", "target_year=2035"),
            ("external-identifier", "owner=" + competence, "scheme=esco", "uri=http://data.europa.eu/esco/x"),
            ("role-level", "title=Viides taso"), ("job-title", "title=Automaatio-operaattori"),
            ("profile-entry", "owner=" + profile, "importance=essential", "direction=growing", "reason=R"),
            ("curriculum-unit", "owner=" + organisation, "title=Osa", "code=X1"),
            ("coverage", "owner=" + organisation, "status=partly", "decision=Uusi kurssi", "due_on=2027-08"),
            ("addendum", "text=Myöhemmin", "edition=edition-0000000000000", "dated_on=2027-01-15")):
        made = box.add(name, kind, *fields)
        shown = box.json("show", name, made)
        equal((shown["id"], shown["type"]), (made, kind))
        assert shown["title"], shown
        assert made in [row["id"] for row in box.json("list", name, kind)]
        contains(box.run("list", name, kind), made)
    counts = box.json("info", name)["records"]
    assert all(counts[kind] >= 1 for kind in TYPES), counts
    equal(box.json("show", name, variable)["states"][0]["image"], "utopia")
    equal(box.json("show", name, variable)["states"][0]["owner"], variable)
    equal(len(box.json("show", name, scenario)["passages"]), 1)
    equal(box.json("show", name, scenario)["periods"][0]["end_year"], 2030)
    equal(box.json("show", name, competence)["external_identifiers"][0]["scheme"], "esco")
    equal(box.json("show", name, profile)["profile_entries"][0]["importance"], "essential")
    equal(box.json("show", name, organisation)["curriculum_units"][0]["code"], "X1")
    equal(box.json("show", name, finding)["kind_changes"][0]["kind"], "signal")
    contains(box.run("check", name), "sound")


def test_owners(box):
    name = box.new()
    finding = box.add(name, "finding", "title=F")
    contains(box.fail(USAGE, "add", name, "state", "title=A"), "owner=", "key-variable")
    contains(box.fail(USAGE, "add", name, "state", "title=A", "owner=" + finding), "key-variable")
    contains(box.fail(USAGE, "add", name, "finding", "title=A", "owner=" + finding), "owner")
    contains(box.fail(FAILED, "add", name, "state", "title=A", "owner=key-variable-0A1B2C3D4E5F6"),
             "key-variable-0A1B2C3D4E5F6")
    box.fail(BAD_INPUT, "add", name, "workbook", "title=Toinen", "language=fi")


def test_set(box):
    name = box.new()
    finding = box.add(name, "finding", "title=A", "kind=weak-signal", "tags=a,b")
    equal(box.run("set", name, finding, "title=B", "title_sv=C", "kind=signal", "observed_on=2026-03-12"), "")
    row = box.json("show", name, finding)
    equal((row["title"], row["title_sv"], row["kind"], row["observed_on"]), ("B", "C", "signal", "2026-03-12"))
    equal([change["kind"] for change in row["kind_changes"]], ["weak-signal", "signal"])
    equal(row["revision"], 2)
    box.run("set", name, finding, "tags=", "observed_on=", "title_sv=")
    row = box.json("show", name, finding)
    equal(row["revision"], 3)
    box.run("set", name, finding, "title=B", "kind=signal")
    equal(box.json("show", name, finding)["revision"], 3)
    equal((row["tags"], row["observed_on"]), ([], None))
    assert "title_sv" not in row
    box.fail(BAD_INPUT, "set", name, finding, "title=")
    box.fail(BAD_INPUT, "set", name, finding, "title=C", "kind=nonsense")
    equal(box.json("show", name, finding)["title"], "B")
    contains(box.fail(FAILED, "set", name, "finding-0A1B2C3D4E5F6", "title=x"), "finding-0A1B2C3D4E5F6")


def test_set_the_workbook(box):
    name = box.new()
    workbook = box.json("list", name, "workbook")[0]["id"]
    box.run("set", name, workbook, "title=Uusi nimi", "region=Varsinais-Suomi", "horizon_year=2035")
    equal(box.json("info", name)["title"], "Uusi nimi")
    equal(box.json("show", name, workbook)["horizon_year"], 2035)
    box.fail(BAD_INPUT, "delete", name, workbook)


def test_ids_of_the_wrong_type_or_case(box):
    name = box.new()
    finding = box.add(name, "finding", "title=A")
    contains(box.fail(FAILED, "show", name, finding.replace("finding-", "source-")), "source-")
    equal(box.json("show", name, "finding-" + finding[8:].lower())["id"], finding)


def test_delete_takes_what_is_owned_and_undo_brings_it_back(box):
    name = box.new()
    variable = box.add(name, "key-variable", "title=V")
    state = box.add(name, "state", "owner=" + variable, "title=A")
    scenario = box.add(name, "scenario", "title=S")
    box.run("link", name, scenario, "path", state)
    before = box.run("show", name, scenario, "--json"), box.run("show", name, variable, "--json")
    equal(box.run("delete", name, variable), "")
    box.fail(FAILED, "show", name, variable)
    box.fail(FAILED, "show", name, state)
    equal(box.json("show", name, scenario)["links"], [])
    contains(box.run("undo", name), "Delete")
    equal((box.run("show", name, scenario, "--json"), box.run("show", name, variable, "--json")), before)
    box.run("redo", name)
    box.fail(FAILED, "show", name, state)
    box.fail(FAILED, "redo", name)


def test_undo_redo_history_across_processes(box):
    name = box.new()
    equal(box.json("history", name), [])
    contains(box.fail(FAILED, "undo", name), "undo")
    ids = [box.add(name, "finding", "title=F%d" % i) for i in range(5)]
    steps = box.json("history", name)
    equal(len(steps), 5)
    equal([step["detail"] for step in steps], ["F4", "F3", "F2", "F1", "F0"])
    equal([step["undone"] for step in steps], [False] * 5)
    assert TIME.match(steps[0]["time"]), steps
    contains(box.run("history", name), "F4", "Add")
    for _ in range(5):
        box.run("undo", name)
    equal(box.json("list", name, "finding"), [])
    equal([step["undone"] for step in box.json("history", name)], [True] * 5)
    box.fail(FAILED, "undo", name)
    for _ in range(3):
        box.run("redo", name)
    equal([row["id"] for row in box.json("list", name, "finding")], ids[:3])
    box.add(name, "finding", "title=Uusi")
    box.fail(FAILED, "redo", name)
    equal(len(box.json("list", name, "finding")), 4)


def test_history_holds_a_thousand_steps(box):
    name = box.new()
    finding = box.add(name, "finding", "title=F")
    for i in range(40):
        box.run("set", name, finding, "title=F%d" % i)
    for _ in range(40):
        box.run("undo", name)
    equal(box.json("show", name, finding)["title"], "F")
    contains(box.run("check", name), "sound")


def test_deleted_default_word_stays_deleted(box):
    name = box.new()
    entry = next(word for word in box.json("list", name, "vocabulary-entry") if word["key"] == "wild-card")
    box.run("delete", name, entry["id"])
    box.fail(BAD_INPUT, "add", name, "finding", "title=A", "kind=wild-card")
    box.run("info", name)
    assert "wild-card" not in [word["key"] for word in box.json("list", name, "vocabulary-entry")]


def test_own_words(box):
    name = box.new()
    box.add(name, "vocabulary-entry", "vocabulary=dimension", "key=values", "title=Arvot")
    finding = box.add(name, "finding", "title=A", "dimensions=values social")
    equal(box.json("show", name, finding)["dimensions"], ["social", "values"])


def test_names_are_documented(box):
    with open(os.path.join(ROOT, "docs/cli.md"), encoding="utf-8") as file:
        page = file.read()
    name = box.maritime()
    for kind in TYPES:
        contains(page, "| `%s` |" % kind)
        line = next(line for line in page.splitlines() if line.startswith("| `%s` |" % kind))
        for row in box.json("list", name, kind)[:1]:
            common = ("id", "type", "title", "owner", "created", "changed", "revision")
            fields = [field for field in row if field not in common and not re.search("_(fi|sv|en)$", field)]
            contains(line, *["`%s`" % field for field in fields])
    roles = set()
    for scenario in box.json("list", name, "scenario"):
        roles |= {link["role"] for link in box.json("show", name, scenario["id"])["links"]}
    contains(page, *["| `%s` |" % role for role in roles])


def test_order_of_ordered_types(box):
    name = box.new()
    ids = [box.add(name, "scenario", "title=%s" % title) for title in "CAB"]
    equal([row["id"] for row in box.json("list", name, "scenario")], ids)


main(globals())
