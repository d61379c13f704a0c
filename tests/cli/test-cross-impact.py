#!/usr/bin/python3
"""Cross-impact balances: what holds together, why not, a few different ones; models of ScenarioWizard in and out.

The published answers are those of tests/data/cib/README.md.
"""
import os
import re

from harness import BAD_INPUT, FAILED, ROOT, USAGE, contains, equal, main

DATA = os.path.join(ROOT, "tests", "data", "cib")
SOMEWHERELAND = os.path.join(DATA, "SomewhereLand.csv")
GLOBAL = os.path.join(DATA, "CIB_global.scw")
SOLUTIONS = os.path.join(DATA, "CIB_global.sl")
ANSWERS = [{"states": [2, 3, 2], "consistency": 0, "total_impact_score": 15, "weight": 4},
           {"states": [3, 1, 3], "consistency": 1, "total_impact_score": 12, "weight": 12},
           {"states": [2, 2, 2], "consistency": 0, "total_impact_score": 9, "weight": 1},
           {"states": [1, 2, 3], "consistency": 0, "total_impact_score": 8, "weight": 2}]


def text(path):
    with open(path, encoding="ascii", newline="") as file:
        return file.read()


def without_weights(scenarios):
    return [dict(scenario, weight=None) for scenario in scenarios]


def test_somewhereland(box):
    for ic, n in ((0, 10), (1, 15), (2, 32)):
        answer = box.json("cross-impact", SOMEWHERELAND, "--ic", str(ic))
        equal(answer["combinations"], "486")
        equal(len(answer["consistent"]), n)
        equal(answer["complete"], True)
        equal(answer["ic"], ic)
        assert all(s["weight"] is None and s["consistency"] >= -ic for s in answer["consistent"])
        scores = [s["total_impact_score"] for s in answer["consistent"]]
        equal(scores, sorted(scores, reverse=True))
    equal([v["title"] for v in answer["variables"]], list("ABCDEF"))
    equal([s["title"] for s in answer["variables"][3]["states"]], ["D1", "D2"])
    equal(sum(1 for s in answer["consistent"] for state, v in zip(s["states"], answer["variables"])
              if not 1 <= state <= len(v["states"])), 0)


def test_global(box):
    answer = box.json("cross-impact", GLOBAL, "--weights")
    equal(answer["consistent"], ANSWERS)
    equal(answer["combinations"], "36")
    equal(answer["weights"]["exact"], True)
    equal(answer["weights"]["starts"], 36)
    equal(sum(cycle["weight"] for cycle in answer["weights"]["cycles"]), 17)
    equal(box.json("cross-impact", GLOBAL, "--succession", "global")["consistent"], ANSWERS)
    answer = box.json("cross-impact", GLOBAL)
    equal(answer["consistent"], without_weights(ANSWERS))
    equal(answer["weights"], None)


def test_local_succession(box):
    answer = box.json("cross-impact", GLOBAL, "--succession", "local")
    equal(answer["weights"]["succession"], "local")
    total = sum(s["weight"] for s in answer["consistent"]) + sum(c["weight"] for c in answer["weights"]["cycles"])
    equal(total, 36)


def test_limit(box):
    answer = box.json("cross-impact", GLOBAL, "--limit", "2")
    equal(answer["consistent"], without_weights(ANSWERS[:2]))
    equal(answer["complete"], False)
    answer = box.json("cross-impact", GLOBAL, "--limit", "4")
    equal(answer["consistent"], without_weights(ANSWERS))
    equal(answer["complete"], True)
    contains(box.run("cross-impact", GLOBAL, "--limit", "1"), "not all")


def test_table(box):
    out = box.run("cross-impact", GLOBAL, "--weights")
    contains(out, "3 key variables, 36 combinations: 4 consistent scenarios", "17 end in cycles")
    assert re.search(r"^ +15 +0 +4 +Ntl +Alrt +Stag$", out, re.M), out


def test_solutions_agree(box):
    answer = box.json("cross-impact", GLOBAL, "--weights", "--solutions", SOLUTIONS)
    equal(answer["solutions"]["agree"], 4)
    equal(answer["solutions"]["count"], 4)
    equal(answer["solutions"]["differences"], [])
    contains(box.run("cross-impact", GLOBAL, "--solutions", SOLUTIONS), "4 of 4")


def test_solutions_disagree(box):
    box.write("other.sl", text(SOLUTIONS).replace(",0,0,15,", ",0,0,14,").replace("\" 1 2 3\",2,0,0,8,\"\"\n", ""))
    answer = box.json("cross-impact", GLOBAL, "--solutions", "other.sl")
    equal(answer["solutions"]["agree"], 2)
    equal([d["line"] for d in answer["solutions"]["differences"]], [5, 3, None])
    contains(box.run("cross-impact", GLOBAL, "--solutions", "other.sl"), "other.sl:5: ", "missing")
    box.write("bad.sl", text(SOLUTIONS).replace(" 2 3 2", " 2 9 2"))
    contains(box.fail(BAD_INPUT, "cross-impact", GLOBAL, "--solutions", "bad.sl"), "bad.sl:5: ")


def test_standard_input(box):
    equal(box.json("cross-impact", "-", stdin=text(GLOBAL))["consistent"], without_weights(ANSWERS))
    equal(len(box.json("cross-impact", "-", stdin=text(SOMEWHERELAND))["consistent"]), 10)


def test_different(box):
    for k, smallest, total, tied in ((2, 6, 6, 9), (3, 5, 17, 2), (4, 3, 29, 2)):
        answer = box.json("different", SOMEWHERELAND, "-k", str(k))
        equal((answer["k"], answer["smallest_distance"], answer["sum"], answer["tied"]), (k, smallest, total, tied))
        equal(len(answer["sets"]), tied)
        equal(answer["complete"], True)
        for chosen in answer["sets"]:
            paths = [s["states"] for s in chosen]
            distances = [sum(a != b for a, b in zip(p, q)) for n, p in enumerate(paths) for q in paths[n + 1:]]
            equal((min(distances), sum(distances)), (smallest, total))
    contains(box.run("different", SOMEWHERELAND, "-k", "3"), "at least 5", "17", "2 such sets")


def test_different_more_than_there_are(box):
    equal(len(box.json("different", GLOBAL, "-k", "9")["sets"][0]), 4)


def test_why_not_a_path(box):
    answer = box.json("why-not", GLOBAL, "2,3,2")
    equal(answer["consistent"], True)
    equal((answer["consistency"], answer["total_impact_score"]), (0, 15))
    equal(answer["breaks"], [])

    answer = box.json("why-not", GLOBAL, "1 1 1")
    equal(answer["consistent"], False)
    equal(answer["inconsistency"], max(b["deficit"] for b in answer["breaks"]))
    worst = answer["breaks"][0]
    equal((worst["variable"], worst["state"], worst["rival"], worst["deficit"]), (3, 1, 3, 9))
    equal(sum(p["on_rival"] - p["on_state"] for p in worst["pushes"]), worst["deficit"])
    equal(answer["distance"], 2)
    equal([n["states"] for n in answer["nearest"]], [[3, 1, 3], [1, 2, 3]])
    contains(box.run("why-not", GLOBAL, "1 1 1"), "“Decl” falls 9 behind “ModGr”", "differ in 2 variables")


def test_why_not_open(box):
    answer = box.json("why-not", GLOBAL, "2,-,2")
    equal(answer["open"], [2])
    equal(answer["states"], [2, 3, 2])
    equal(answer["consistent"], True)
    for path in ("2,3", "2,3,2,1", "2,9,2", "0 0 0 0", "--"):
        box.fail(USAGE, "why-not", GLOBAL, "--", path)


def test_round_trip(box):
    box.new("a.luotain")
    contains(box.run("import", "a.luotain", GLOBAL), "key-variable: 3 added", "judgement: 66 added")
    equal(box.json("cross-impact", "a.luotain", "--weights")["consistent"], ANSWERS)
    box.run("export", "a.luotain", "--format", "scw", "-o", "out.scw")
    equal(box.bytes("out.scw"), text(GLOBAL).replace("\n", "\r\n").encode())
    equal(box.json("cross-impact", "out.scw", "--weights")["consistent"], ANSWERS)
    equal([s["label"] for s in box.json("history", "a.luotain")], ["Import"])
    box.run("undo", "a.luotain")
    equal(box.json("info", "a.luotain")["records"]["key-variable"], 0)
    contains(box.fail(FAILED, "cross-impact", "a.luotain"), "no key variables")
    contains(box.fail(FAILED, "export", "a.luotain", "--format", "scw"), "no key variables")


def test_everything_survives(box):
    """CRLF, blank names, notes, colours and texts; a name that somebody gave afterwards stays."""
    model = text(GLOBAL).replace("\n", "\r\n").replace(" -Mix", " -").replace("&WSEC", "&", 1).replace("FFFFFF", "80FF", 1)
    model = model.replace("#\r\n&\r\n \r\n", "#\r\n&about trade\r\n free\r\n").replace("\"\"", "\"First\r\nsecond \"x\"\"", 1)
    box.write("in.scw", model)
    box.new("a.luotain")
    box.run("import", "a.luotain", "in.scw")
    box.run("export", "a.luotain", "--format", "scw", "-o", "out.scw")
    equal(box.bytes("out.scw"), model.encode())
    states = box.json("cross-impact", "a.luotain")["variables"][0]["states"]
    equal([s["title"] for s in states], ["FT", "Ntl", "C"])
    box.run("set", "a.luotain", states[2]["id"], "title=Mixed")
    contains(box.run("export", "a.luotain", "--format", "scw"), " -Mixed\r\n")


def test_matrix_as_csv(box):
    """What is written is read back, and says the same; names that would not be told apart are."""
    box.run("new", "a.luotain", "--from", GLOBAL)
    box.run("export", "a.luotain", "--format", "matrix-csv", "-o", "m.csv")
    head = box.bytes("m.csv").decode().split("\r\n")[0]
    assert head.startswith('CIB_global.scw,"WTRD: FT","WTRD: Ntl",'), head
    answer = box.json("cross-impact", "m.csv", "--weights")
    equal(answer["consistent"], ANSWERS)
    equal([v["title"] for v in answer["variables"]], ["WTRD", "WSEC", "WECO"])

    box.new("b.luotain")
    for _ in range(2):
        variable = box.add("b.luotain", "key-variable", "title==Hinta: meri")
        for state in ("Alas, \"kovaa\"", "Ylös: heti", "Ylös: heti"):
            box.add("b.luotain", "state", "owner=" + variable, "title=" + state)
    box.run("export", "b.luotain", "--format", "matrix-csv", "-o", "n.csv")
    variables = box.json("cross-impact", "n.csv")["variables"]
    equal([v["title"] for v in variables], ["'=Hinta  meri", "'=Hinta  meri 2"])
    equal([s["title"] for s in variables[0]["states"]], ["Alas, \"kovaa\"", "Ylös: heti", "Ylös: heti 2"])


def test_new_from_model(box):
    box.run("new", "a.luotain", "--from", GLOBAL, "--language", "sv")
    equal(box.json("cross-impact", "a.luotain", "--weights")["consistent"], ANSWERS)
    equal(box.json("info", "a.luotain")["language"], "sv")
    contains(box.run("check", "a.luotain"), "sound")


def test_csv_into_a_workbook(box):
    box.new("a.luotain")
    summary = box.json("import", "a.luotain", SOMEWHERELAND)
    equal(summary["types"]["state"]["added"], 17)
    equal(summary["types"]["sector"]["added"], 1)
    equal(len(box.json("cross-impact", "a.luotain", "--ic", "2")["consistent"]), 32)


def test_sectors(box):
    box.new("a.luotain")
    sea = box.add("a.luotain", "sector", "title=Meri")
    box.run("import", "a.luotain", GLOBAL, "--sector", sea)
    equal(box.json("info", "a.luotain")["records"]["sector"], 1)
    box.run("import", "a.luotain", SOMEWHERELAND)
    contains(box.fail(USAGE, "cross-impact", "a.luotain"), sea, "--sector")
    contains(box.fail(USAGE, "export", "a.luotain", "--format", "scw"), sea, "--sector")
    equal(len(box.json("cross-impact", "a.luotain", "--sector", sea)["variables"]), 3)
    contains(box.run("export", "a.luotain", "--format", "scw", "--sector", sea), "CIB_global.scw")
    box.fail(FAILED, "cross-impact", "a.luotain", "--sector", "sector-0SA78HE5G4WPD")
    box.fail(USAGE, "cross-impact", "a.luotain", "--sector", "finding-0SA78HE5G4WPD")
    box.fail(USAGE, "cross-impact", GLOBAL, "--sector", sea)


def test_why_not_a_scenario(box):
    box.run("new", "a.luotain", "--from", GLOBAL, "--language", "en")
    variables = box.json("cross-impact", "a.luotain")["variables"]
    scenario = box.add("a.luotain", "scenario", "title=Ours")
    for variable, state in zip(variables, (1, 1, 1)):
        box.run("link", "a.luotain", scenario, "path", variable["states"][state - 1]["id"])
    box.run("link", "a.luotain", scenario, "sector", box.json("list", "a.luotain", "sector")[0]["id"])
    answer = box.json("why-not", "a.luotain", scenario)
    equal(answer["scenario"], {"id": scenario, "title": "Ours"})
    equal(answer["states"], [1, 1, 1])
    equal(answer["breaks"], box.json("why-not", GLOBAL, "1,1,1")["breaks"])
    contains(box.run("why-not", "a.luotain", scenario), "Ours", "Decl")
    box.fail(FAILED, "why-not", "a.luotain", "scenario-0SA78HE5G4WPD")
    box.fail(USAGE, "why-not", GLOBAL, scenario)


def test_maritime(box):
    """The example that ships is judged to the end: two of the group's own scenarios hold, two break in one place."""
    box.maritime()
    answer = box.json("cross-impact", "m.luotain")
    equal(answer["combinations"], "16384")
    equal(answer["complete"], True)
    equal(len(answer["consistent"]), 6)
    assert "half filled" not in box.run("cross-impact", "m.luotain")
    why = {s["title_en"]: box.json("why-not", "m.luotain", s["id"]) for s in box.json("list", "m.luotain", "scenario")}
    equal({title: (w["consistent"], [b["variable"] for b in w["breaks"]], w["distance"]) for title, w in why.items()},
          {"Blue Hub": (False, [1], 1), "Withering Southwest Finland": (True, [], 0),
           "Stable Southwest Finland": (True, [], 0), "Laser of the Sky": (False, [4], 2)})
    box.run("export", "m.luotain", "--format", "scw", "-o", "m.scw")
    equal([s["states"] for s in box.json("cross-impact", "m.scw")["consistent"]],
          [s["states"] for s in answer["consistent"]])
    equal(box.json("cross-impact", "m.scw")["variables"][6]["title"], answer["variables"][6]["title"])


def test_unfinished_judging(box):
    box.new("a.luotain")
    states = []
    for title in ("Hinta", "Alukset"):
        variable = box.add("a.luotain", "key-variable", "title=" + title)
        states.append([box.add("a.luotain", "state", "owner=" + variable, "title=" + s) for s in ("Vähän", "Paljon")])
    equal(len(box.json("cross-impact", "a.luotain")["consistent"]), 4)
    contains(box.run("cross-impact", "a.luotain"), "2 questions")
    for source, target, value in ((0, 1, 3), (1, 0, 3)):
        judgement = box.add("a.luotain", "judgement", "owner=" + states[0][source], "value=%d" % value)
        box.run("link", "a.luotain", judgement, "judges", states[1][target])
    answer = box.json("cross-impact", "a.luotain")
    equal([s["states"] for s in answer["consistent"]], [[1, 2], [2, 1]])


def test_malformed(box):
    """A sentence with the line, and nothing imported."""
    box.new("a.luotain")
    before = box.bytes("a.luotain")
    model, matrix = text(GLOBAL), text(SOMEWHERELAND)
    cases = [("a.scw", model.replace("3 ,-6", "3 ,x"), 53), ("a.scw", model.replace("3 ,-6 ,", "3 ,"), 53),
             ("a.scw", model[:300], None), ("a.scw", model.replace("&WTRD", "WTRD"), 3), ("a.scw", "", 1),
             ("a.scw", "\0" * 100, 1), ("a.scw", model.replace("FFFFFF", "kukka", 1), 32),
             ("a.csv", matrix.replace("\nA2,0", "\nA2;0"), 3), ("a.csv", matrix.replace(",3,", ",3.5,", 1), 3),
             ("a.csv", "\n".join(matrix.split("\n")[:5]), 5), ("a.csv", ",x,y\n", 1)]
    for name, data, line in cases:
        box.write(name, data)
        for command in (("import", "a.luotain", name), ("cross-impact", name), ("different", name, "-k", "2"),
                        ("why-not", name, "1,1,1")):
            err = box.fail(BAD_INPUT, *command)
            contains(err, "%s:%s" % (name, "" if line is None else "%d: " % line))
        equal(box.bytes("a.luotain"), before)
    contains(box.fail(BAD_INPUT, "new", "b.luotain", "--from", "a.csv"), "a.csv:1: ")
    equal(box.files(), ["a.csv", "a.luotain", "a.scw"])


def test_usage(box):
    box.new("a.luotain")
    for arguments in (["cross-impact"], ["cross-impact", GLOBAL, GLOBAL], ["cross-impact", GLOBAL, "--ic", "-1"],
                      ["cross-impact", GLOBAL, "--limit", "-1"], ["cross-impact", GLOBAL, "--ic", "x"],
                      ["cross-impact", GLOBAL, "--succession", "sideways"], ["different", GLOBAL],
                      ["different", GLOBAL, "-k", "1"], ["why-not", GLOBAL], ["import", "a.luotain", GLOBAL, GLOBAL],
                      ["import", "a.luotain", "x.xml", "--sector", "sector-0SA78HE5G4WPD"],
                      ["export", "a.luotain", "--format", "scw", "--scenario", "scenario-0SA78HE5G4WPD"]):
        box.fail(USAGE, *arguments)
    for command in (["cross-impact", "none.scw"], ["why-not", "none.luotain", "1"], ["different", "none.csv", "-k", "2"],
                    ["import", "a.luotain", "none.scw"]):
        box.fail(FAILED, *command)


def test_dry_run(box):
    box.new("a.luotain")
    before = box.json("info", "a.luotain")["records"]
    contains(box.run("import", "a.luotain", GLOBAL, "--dry-run"), "key-variable: 3 added", "WTRD")
    equal(box.json("info", "a.luotain")["records"], before)


main(globals())
