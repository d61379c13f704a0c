#!/usr/bin/python3
"""Black-box tests of `import FILE PERUSTE.json`."""
import json
import os

from harness import BAD_INPUT, ROOT, USAGE, contains, equal, main

SAMPLES = os.path.join(ROOT, "tests", "data", "eperusteet")


def sample(name):
    return os.path.join(SAMPLES, name + ".json")


def test_import(box):
    name = box.new()
    equal(box.json("import", name, sample("amosaaPeruste2"), "--dry-run")["types"]["curriculum-unit"]["added"], 2)
    equal(box.json("list", name, "curriculum-unit"), [])
    counts = box.json("import", name, sample("amosaaPeruste2"))
    equal(counts["types"]["curriculum-unit"]["added"], 2)
    equal(counts["types"]["organisation"]["added"], 1)
    equal(box.json("import", name, sample("amosaaPeruste2"))["left"], 2)
    root, unit = box.json("list", name, "curriculum-unit")
    equal(unit["code"], "tutkinnonosat_104071")
    equal(unit["title_sv"], "Automationsövermontörens allmänna färdigheter")
    shown = box.json("show", name, unit["id"])
    equal([(link["role"], link["id"]) for link in shown["links"]], [("part-of", root["id"])])
    # Once: the second one changed nothing, and is no step.
    box.run("undo", name)
    equal(box.json("list", name, "organisation"), [])


def test_organisation(box):
    name = box.new()
    school = box.add(name, "organisation", "title=Opisto")
    box.json("import", name, sample("amosaaPeruste2"), "--organisation", school)
    equal({unit["owner"] for unit in box.json("list", name, "curriculum-unit")}, {school})
    box.fail(USAGE, "import", name, sample("amosaaPeruste2"), "--organisation", "sector-0000000000000")
    box.fail(USAGE, "import", name, sample("amosaaPeruste2"), sample("tuvaPeruste"))


def test_notes(box):
    name = box.new()
    warnings = box.json("import", name, sample("kotoPeruste"))["warnings"]
    equal(warnings[0], "vapaasivistystyo.sisalto.lapset[3].osaamisAlueet was not understood and is left out.")


def test_words_of_the_file(box):
    """Codes, ids and names of members may be anything; the XML of the workbook can be read all the same."""
    name = box.new()
    texts = {"id": 'a\x03b', "nimi": {"fi": "Osa"}, "outo\x05nimi": {"fi": "teksti"}}
    box.write("odd.json", json.dumps({"nimi": {"fi": "Koe"}, "id": '1\x01 "<x', "diaarinumero": "OPH\x01-\n1",
                                      "koulutukset": [{"nimi": {"fi": "K"}, "koulutuskoodiUri": "koulutus\x02_1"}],
                                      "tutkinnonOsat": [texts]}))
    box.run("import", name, "odd.json")
    equal([unit.get("code") for unit in box.json("list", name, "curriculum-unit")], ["OPH- 1", None])
    box.run("export", name, "-o", "a.xml")
    box.run("validate", "a.xml")
    box.new("b.luotain")
    for long in ({"kuvaus": {"fi": "a" * 600000}, "teksti": {"fi": "b" * 600000}}, {"kuvaus": {"fi": "a" * 1200000}}):
        box.write("long.json", json.dumps({"nimi": {"fi": "Koe"}, "id": 1, "tutkinnonOsat": [{**texts, **long}]}))
        contains(box.fail(BAD_INPUT, "import", "b.luotain", "long.json"), "long.json: ", "perusteenosa/ab",
                 "longer than one field can hold")
    equal(box.json("history", "b.luotain"), [])


def test_tags_of_the_file(box):
    """However a tag is written, and however many begin and never end."""
    name = box.new()
    texts = {"fi": "<SCRIPT>alert(1)</SCRIPT>jatkuu <b>ja</b> a<b"}
    box.write("tags.json", json.dumps({"nimi": {"fi": "Koe"}, "id": 1,
                                       "tutkinnonOsat": [{"id": 2, "nimi": {"fi": "Osa"}, "kuvaus": texts}]}))
    box.run("import", name, "tags.json")
    equal(box.json("list", name, "curriculum-unit")[1]["description"], "jatkuu ja a<b")
    for tags in ("<" * 8000000, "<" * 8000000 + ">"):
        box.write("many.json", json.dumps({"nimi": {"fi": tags}, "id": 1, "tutkinnonOsat": []}))
        box.fail(BAD_INPUT, "import", name, "many.json")


def test_refused(box):
    name = box.new()
    box.write("broken.json", "{\"nimi\": {\"fi\": \"x\"},\n \"tutkinnonOsat\": [")
    contains(box.fail(BAD_INPUT, "import", name, "broken.json"), "broken.json:2: The text is not valid JSON here.")
    box.write("other.json", "{\"name\": \"x\"}")
    contains(box.fail(BAD_INPUT, "import", name, "other.json"), "it has no name (nimi)")
    # The parser reads these although they are no JSON; they must not hide how deep a file goes.
    for hidden in ('/* " */ ', "'\"', \"x\": ", '// "\n'):
        box.write("deep.json", '{"nimi": ' + hidden + "[" * 3000000)
        contains(box.fail(BAD_INPUT, "import", name, "deep.json"), "deep.json:1: The text is not valid JSON here.")
    equal(box.json("history", name), [])


main(globals())
