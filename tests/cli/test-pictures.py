#!/usr/bin/python3
"""Pictures for slides and sheets for the wall: sizes, texts in three languages, and what is too much for one picture."""
import re
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ElementTree

from harness import FAILED, USAGE, Skip, contains, equal, full_disk, main

SVG = "{http://www.w3.org/2000/svg}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TITLES = {"table": {"fi": "Tulevaisuustaulukko: Meriklusteri", "sv": "Framtidstabell: Det maritima klustret", "en": "Futures table: "},
          "profile": {"fi": "Osaamisprofiili: Blue Hub 2030", "sv": "Kompetensprofil: Blue Hub 2030", "en": "Competence profile: Blue Hub 2030"},
          "robustness": {"fi": "Osaaminen, jota tarvitaan", "sv": "Kompetens som behövs", "en": "Competence needed"}}
# On a slide 1080 high: nothing smaller than this is read from the back row.
LEAST = 16.8


def svg(box, name, what, *arguments):
    root = ElementTree.fromstring(box.run("export", name, "--format", what + "-svg", *arguments))
    texts = [text.text for text in root.iter(SVG + "text")]
    return root, texts


def test_slides_in_three_languages(box):
    name = box.maritime()
    for what, titles in TITLES.items():
        for language, title in titles.items():
            root, texts = svg(box, name, what, "--language", language)
            equal(root.get("viewBox"), "0 0 1920 1080")
            equal(root.get(LANG), language)
            assert root.find(SVG + "title").text.startswith(title.split(":")[0]), root.find(SVG + "title").text
            assert texts[0].startswith(title), texts[0]
            assert any({"fi": "Lähde", "sv": "Källa", "en": "Source"}[language] in text for text in texts)
            sizes = [float(text.get("font-size")) for text in root.iter(SVG + "text")]
            assert min(sizes) >= LEAST, min(sizes)
            for text in root.iter(SVG + "text"):
                right = float(text.get("x")) + float(text.get("textLength"))
                assert 0 <= float(text.get("x")) and right <= 1920 and 0 <= float(text.get("y")) <= 1080, text.text


def test_the_table_has_all_that_the_workbook_has(box):
    name = box.maritime()
    _, texts = svg(box, name, "table", "--language", "fi")
    whole = re.sub(r"-? ", "", " ".join(texts))
    for kind, least in (("key-variable", 5), ("state", 15), ("scenario", 4)):
        records = box.json("list", name, kind)
        assert len(records) >= least, (kind, len(records))
        for record in records:
            assert re.sub(r"-? ", "", record["title"]) in whole, record["title"]


def test_a_profile_is_chosen(box):
    name = box.maritime()
    scenario = next(one["id"] for one in box.json("list", name, "scenario") if one["title"].startswith("Vakaa"))
    _, texts = svg(box, name, "profile", "--scenario", scenario, "--language", "fi")
    equal(texts[0], "Osaamisprofiili: Vakaa Varsinais-Suomi 2030")
    contains(" ".join(texts), "Hydrodynamiikan")


def test_what_does_not_fit_is_counted(box):
    name = box.maritime()
    _, texts = svg(box, name, "robustness", "--language", "en")
    counted = int(re.search(r"(\d+) more competences", " ".join(texts)).group(1))
    signs = sum(text.startswith(("● ", "◐ ", "○ ")) for text in texts[3:])
    equal(counted + signs, len(box.json("robustness", name)["competences"]))


def test_png_is_16_to_9_and_the_same_each_time(box):
    name = box.maritime()
    for what in TITLES:
        box.run("export", name, "--format", what + "-png", "-o", "a.png")
        box.run("export", name, "--format", what + "-png", "-o", "b.png")
        data = box.bytes("a.png")
        equal(data, box.bytes("b.png"))
        equal(struct.unpack(">II", data[16:24]), (3840, 2160))


def info(box, name):
    if not shutil.which("pdfinfo"):
        raise Skip("there is no poppler")
    return subprocess.run(["pdfinfo", box.path(name)], capture_output=True, text=True, check=True).stdout


def text_of(box, name):
    return subprocess.run(["pdftotext", "-layout", box.path(name), "-"], capture_output=True, text=True, check=True).stdout


def test_sheets_on_paper(box):
    name = box.maritime()
    sizes = {"a4": (595, 842), "a3": (842, 1191)}
    wanted = {"table": ("utopia", "Logistiikan hinta", "Ryhmä"), "profile": ("esimiestaso", "kvalifikaatiot", "Skenaario"),
              "cards": ("heikko signaali", "teknologinen", "Läpimurto")}
    for what, words in wanted.items():
        for paper, size in sizes.items():
            box.run("export", name, "--format", "sheet-" + what, "--paper", paper, "--language", "fi", "-o", "s.pdf")
            found = re.search(r"Page size: +([\d.]+) x ([\d.]+)", info(box, "s.pdf"))
            equal(tuple(sorted(round(float(one)) for one in found.groups())), size)
            contains(text_of(box, "s.pdf"), *words)
            contains(box.bytes("s.pdf").decode("latin-1"), "/Lang")
    equal(text_of(box, "s.pdf").count("Mitä huomasimme?"), 8)


def test_sheets_of_an_empty_workbook(box):
    name = box.new()
    for what in ("table", "profile", "cards"):
        box.run("export", name, "--format", "sheet-" + what, "-o", what + ".pdf")
        contains(info(box, what + ".pdf"), "Pages:           1")
    contains(text_of(box, "table.pdf"), "mullistus")
    for what in TITLES:
        svg(box, name, what)


def test_texts_of_the_workbook_are_escaped(box):
    name = box.new()
    box.add(name, "key-variable", "title=<b>&\"'")
    _, texts = svg(box, name, "table")
    assert "<b>&\"'" in texts


def test_a_full_disk_leaves_the_old_file(box):
    name = box.maritime()
    box.write("t.png", "vanha")
    box.fail(FAILED, "export", name, "--format", "table-png", "-o", "t.png", preexec_fn=full_disk())
    equal(box.bytes("t.png"), b"vanha")
    equal(box.files(), [name, "t.png"])


def test_wrong_usage(box):
    name = box.maritime()
    scenario = box.json("list", name, "scenario")[0]["id"]
    contains(box.fail(USAGE, "export", name, "--format", "sheet-cards", "--paper", "a5"), "a3, a4")
    contains(box.fail(USAGE, "export", name, "--format", "table-svg", "--paper", "a3"), "--paper")
    contains(box.fail(USAGE, "export", name, "--format", "table-svg", "--scenario", scenario), "--sector")
    contains(box.fail(USAGE, "export", name, "--format", "profile-svg", "--scenario", scenario, "--scenario", scenario), "one profile")


main(globals())
