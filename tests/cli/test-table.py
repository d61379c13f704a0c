#!/usr/bin/python3
"""The futures table as CSV."""
import csv
import io

from harness import USAGE, contains, equal, main


def table(box, name, *options):
    text = box.run("export", name, "--format", "futures-table-csv", *options)
    return list(csv.reader(io.StringIO(text, newline="")))


def test_shipped_table(box):
    name = box.maritime()
    rows = table(box, name)
    equal(rows[0], ["key-variable", "utopia", "dystopia", "nykytilan jatkumo", "mullistus", "Blue Hub",
                    "Kituva Varsinais-Suomi", "Vakaa Varsinais-Suomi", "Taivaan laser", "findings"])
    equal(len(rows), 8)
    equal(rows[1][0], "Logistiikan hinta")
    equal(rows[1][2], "Hinta tukahduttaa rahdin")
    # The path of a scenario is its own column, in its own words.
    equal(rows[1][6], "Hinta tukahduttaa rahdin")
    equal(rows[1][9], "8")
    equal(table(box, name, "--sector", box.json("list", name, "sector")[0]["id"]), rows)
    equal(table(box, name, "--language", "sv")[1][0], "Logistikens pris")
    equal(box.run("export", name, "--format", "futures-table-csv", "-o", "t.csv"), "")
    contains(box.bytes("t.csv").decode(), "\r\n")
    scenario = box.json("list", name, "scenario")[0]["id"]
    contains(box.fail(USAGE, "export", name, "--format", "futures-table-csv", "--scenario", scenario), "--sector")


def test_free_table_formulas_and_open_rows(box):
    name = "a.luotain"
    box.run("new", name)
    variable = box.run("add", name, "key-variable", "title==SUM(A1)").strip()
    state = box.run("add", name, "state", "owner=" + variable, 'title=nousee, "paljon"').strip()
    box.run("add", name, "state", "owner=" + variable, "title=-3 %")
    bare = box.run("add", name, "key-variable", "title=Tyhjä").strip()
    scenario = box.run("add", name, "scenario", "title=@Blue").strip()
    box.run("link", name, scenario, "path", state)
    assert bare
    equal(table(box, name), [["key-variable", "A", "B", "'@Blue", "findings"],
                             ["'=SUM(A1)", 'nousee, "paljon"', "'-3 %", 'nousee, "paljon"', "0"],
                             ["Tyhjä", "", "", "", "0"]])


main(globals())
