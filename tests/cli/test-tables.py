#!/usr/bin/python3
"""Every record type as a table: CSV for machines and for Excel in Finnish."""
import csv
import io
import os

from harness import FAILED, USAGE, contains, equal, full_disk, main


def read(data, delimiter=","):
    return list(csv.reader(io.StringIO(data, newline=""), delimiter=delimiter, strict=True))


def records(data):
    rows = read(data)
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def plural(kind):
    if kind in ("workbook", "coverage"):
        return kind
    return kind[:-1] + "ies" if kind.endswith("y") else kind + "s"


def as_cell(value):
    if value is None:
        return ""
    return str(value)


def test_folder_has_every_record_and_field(box):
    name = box.maritime()
    box.run("export", name, "--format", "csv", "-o", "t")
    counts = box.json("info", name)["records"]
    equal(sorted(os.listdir(box.path("t"))), sorted([plural(kind) + ".csv" for kind in counts] + ["robustness.csv", "coverage-matrix.csv"]))
    for kind, count in counts.items():
        data = box.bytes("t/%s.csv" % plural(kind)).decode()
        assert not data.startswith("\ufeff")
        rows = {row["id"]: row for row in records(data)}
        equal(len(rows), count)
        for record in box.json("list", name, kind):
            row = rows[record["id"]]
            for field, value in record.items():
                if field in row and not isinstance(value, list) and field not in ("created", "changed"):
                    equal((record["id"], field, row[field]), (record["id"], field, as_cell(value)))
            equal(row.get("title_fi", ""), as_cell(record.get("title_fi")))
            equal(row["created"][:19], record["created"][:19])


def test_links_are_columns(box):
    name = box.maritime()
    rows = {row["id"]: row for row in records(box.run("export", name, "--format", "csv", "--part", "scenarios"))}
    for scenario in box.json("list", name, "scenario"):
        wanted = {}
        for link in box.json("show", name, scenario["id"])["links"]:
            wanted.setdefault(link["role"], set()).add(link["id"])
        for role in ("driver", "path", "sector", "frame"):
            equal(set(rows[scenario["id"]][role].split()), wanted.get(role, set()))


def test_texts_come_back_as_they_are(box):
    name = box.new()
    text = "=1+1;\"a\"\n\n\tb, c\u2028 \U0001f469\u200d\U0001f680 'd'"
    title = ' =HYPERLINK("http://x";"y"), <b>'
    finding = box.add(name, "finding", "title=" + title, "description=-", "tags=a b,c;d", stdin=text)
    data = box.run("export", name, "--format", "csv", "--part", "findings")
    row = records(data)[0]
    shown = box.json("show", name, finding)
    equal((row["title_fi"], row["description_fi"]), (shown["title"], shown["description"]))
    equal(row["tags"].split("\n"), shown["tags"])
    equal(data.count("\r\n"), 2)


def test_excel_in_finnish(box):
    name = box.new()
    for title in ("=1+1", "+1", "-1", "@SUM(A1)", "|x", "\uff1d1", "  =1", "tavallinen; \"lainaus\""):
        box.add(name, "finding", "title=" + title, "kind=weak-signal", "tags=a,b")
    finding = box.add(name, "finding", "title=Arvioitu", "title_sv=Bedömd")
    box.add(name, "rating", "owner=" + finding, "scale=direction", "value=-1")
    data = box.run("export", name, "--format", "csv", "--form", "excel-fi", "--part", "findings")
    assert data.startswith("\ufeff")
    rows = read(data[1:], ";")
    equal({len(row) for row in rows}, {len(rows[0])})
    titles = [row[0] for row in rows[1:]]
    equal(titles[:6], ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'|x", "'\uff1d1"])
    equal(titles[7:], ["tavallinen; \"lainaus\"", "Arvioitu"])
    for row in rows:
        for cell in row:
            assert cell.strip()[:1] not in ("=", "+", "@", "-"), cell
    contains(rows[1], "heikko signaali", "a; b")
    contains([row[0] for row in read(box.run("export", name, "--format", "csv", "--form", "excel-fi", "--part", "findings",
                                             "--language", "sv")[1:], ";")], "Bedömd")
    rating = read(box.run("export", name, "--format", "csv", "--form", "excel-fi", "--part", "ratings")[1:], ";")[1]
    contains(rating, "-1", "Arvioitu")


def test_robustness_is_that_of_the_command(box):
    name = box.maritime()
    rows = records(box.run("export", name, "--format", "csv", "--part", "robustness"))
    matrix = box.json("robustness", name)
    equal([row["competence"] for row in rows], [row["id"] for row in matrix["competences"]])
    for row, wanted in zip(rows, matrix["competences"]):
        equal((row["robustness"], row["scenarios"], row["weight"]),
              (wanted["robustness"], str(wanted["scenarios"]), str(wanted["weight"])))
        for scenario in matrix["scenarios"]:
            equal(set(row[scenario["id"]].split()),
                  {need["role_level"] for need in wanted["needs"] if need["scenario"] == scenario["id"]})


def test_part_of_a_workbook(box):
    name = box.maritime()
    profile = box.json("list", name, "profile")[0]["id"]
    rows = records(box.run("export", name, "--format", "csv", "--part", "profile-entries", "--profile", profile))
    equal({row["owner"] for row in rows}, {profile})
    whole = records(box.run("export", name, "--format", "csv", "--part", "findings"))
    part = records(box.run("export", name, "--format", "csv", "--part", "findings", "--profile", profile))
    assert 0 < len(part) < len(whole), (len(part), len(whole))
    box.run("export", name, "--format", "csv", "--part", "findings,sources", "-o", "two")
    equal(sorted(os.listdir(box.path("two"))), ["findings.csv", "sources.csv"])


def test_folder_comes_whole_or_not_at_all(box):
    name = box.maritime()
    os.mkdir(box.path("t"))
    box.write("t/kept.txt", "vanha")
    contains(box.fail(FAILED, "export", name, "--format", "csv", "-o", "t"), "t")
    equal(os.listdir(box.path("t")), ["kept.txt"])
    box.fail(FAILED, "export", name, "--format", "csv", "-o", name)
    box.fail(FAILED, "export", name, "--format", "csv", "-o", "no/such/t")
    box.fail(FAILED, "export", name, "--format", "csv", "-o", "new", preexec_fn=full_disk(20000))
    equal(box.files(), ["m.luotain", "t"])
    os.mkdir(box.path("empty"))
    box.run("export", name, "--format", "csv", "-o", "empty")
    assert len(os.listdir(box.path("empty"))) > 20
    contains(box.run("check", name), "sound")


def test_full_disk_leaves_the_old_file(box):
    name = box.maritime()
    box.write("out", "vanha")
    box.fail(FAILED, "export", name, "--format", "csv", "--part", "findings", "-o", "out", preexec_fn=full_disk())
    equal(box.bytes("out"), b"vanha")
    equal(box.files(), ["m.luotain", "out"])


def test_wrong_usage(box):
    name = box.new()
    contains(box.fail(USAGE, "export", name, "--format", "csv", "--part", "havainnot"), "havainnot", "findings")
    contains(box.fail(USAGE, "export", name, "--format", "csv"), "-o")
    contains(box.fail(USAGE, "export", name, "--format", "csv", "--part", "findings", "--form", "excel"), "excel-fi")
    contains(box.fail(USAGE, "export", name, "--part", "findings"), "--part")


main(globals())
