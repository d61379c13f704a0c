#!/usr/bin/python3
"""Black-box tests of the futures map: export --format map-svg, map-pdf, map-png, map-html."""
import re
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ElementTree

from harness import FAILED, USAGE, contains, equal, main

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "</title><script>alert(1)</script> & \"quotes\" 'ä'"


def export(box, name, form, *arguments):
    """The bytes of a map."""
    box.run("export", name, "--format", "map-" + form, "-o", "out." + form, *arguments)
    return box.bytes("out." + form)


def symbols(svg):
    return [node for node in ElementTree.fromstring(svg).iter(SVG + "g") if node.get("class") == "symbol"]


def test_svg(box):
    svg = export(box, box.maritime(), "svg")
    root = ElementTree.fromstring(svg)
    equal(root.get("role"), "img")
    equal(root.get("lang"), "fi")
    assert root.find(SVG + "title").text.startswith("Tulevaisuuskartta"), root.find(SVG + "title").text
    found = {node.get("data-id") for node in symbols(svg)}
    equal(len(found), 72)
    titles = [node.find(SVG + "title").text for node in symbols(svg)]
    assert any("Etäohjaus etenee kokeiluista säännöiksi" in title and "mediaani, n = 30" in title for title in titles)
    texts = [node.text for node in root.iter(SVG + "text")]
    for word in ("poliittinen", "ekonominen", "sosiaalinen", "teknologinen", "ekologinen", "2030", "heikko signaali",
                 "vahvistuva"):
        assert word in texts, word


def test_languages(box):
    name = box.maritime()
    contains(export(box, name, "svg", "--language", "sv").decode(), "Framtidskarta", "svag signal", "lang=\"sv\"")
    contains(export(box, name, "html", "--language", "en").decode(), "Futures map", "weak signal", "lang=\"en\"")


def test_html(box):
    page = export(box, box.maritime(), "html").decode()
    contains(page, "<html lang=\"fi\">", "<h1>", "scope=\"col\"", "Balticconnector", "viewport")
    assert not re.search(r"(src|href)=\"(https?:)?//", page), "leads elsewhere"
    assert "url(" not in page and "@import" not in page
    rows = set(re.findall(r"<tr id=\"(finding-\w+)\"", page))
    equal(len(rows), 72)
    leads = set(re.findall(r"<a href=\"#(finding-\w+)\"", page))
    equal(leads - rows, set())
    equal(len(leads), 72)
    equal(page.count("<script>"), 1)
    ElementTree.fromstring(page[page.index("<svg"):page.index("</svg>") + 6])


def test_pdf(box):
    pdf = export(box, box.maritime(), "pdf")
    assert pdf.startswith(b"%PDF-") and pdf.endswith(b"%%EOF\n")
    contains(pdf.decode("latin-1"), "/Lang (fi)", "/Title")
    # The table of the end points at the catalogue that says so.
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", pdf)[1])
    root, place = re.match(rb"xref\n(\d+) 1\n(\d{10}) 00000 n \n", pdf[start:]).groups()
    assert pdf[int(place):].startswith(root + b" 0 obj"), pdf[int(place):][:40]
    # And at the picture, that says what it shows.
    figure, place = re.findall(rb"(\d+) 1\n(\d{10}) 00000 n \n", pdf[start:])[1]
    described = pdf[int(place):]
    assert described.startswith(figure + b" 0 obj"), described[:40]
    alt = bytes.fromhex(re.search(rb"/S /Figure.*?/Alt <([0-9A-F]+)>", described, re.S)[1].decode()).decode("utf-16")
    contains(alt, "Tulevaisuuskartta", "Havainnot: 72", "luetellaan kuvan jälkeen")


def test_pdf_tags(box):
    """For who cannot see the map: its parts are named, and the findings follow as a list, in their own words."""
    if shutil.which("pdfinfo") is None:
        return
    export(box, box.maritime(), "pdf")
    path = box.path("out.pdf")
    contains(subprocess.check_output(["pdfinfo", path], text=True), "Tagged:          yes")
    parts = subprocess.check_output(["pdfinfo", "-struct-text", path], text=True)
    equal(re.findall(r"^ *(Document|H1|H2|Figure|L)\b", parts, re.M), ["Document", "H1", "Figure", "H2", "L"])
    equal(len(re.findall(r"^ *LBody\b", parts, re.M)), 72)
    # Whole sentences, over the ends of lines and with letters that elsewhere are drawn as one sign.
    contains(" ".join(parts.split()), "useita sähkö- ja tietoliikennekaapeleita. Valvonta", "Sertifikaatt")


def test_png(box):
    png = export(box, box.maritime(), "png")
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    equal((width, height), (4961, 3508))
    at = png.index(b"pHYs")
    equal(struct.unpack(">IIB", png[at + 4:at + 13]), (11811, 11811, 1))


def test_sector(box):
    name = box.new()
    sector = box.add(name, "sector", "title=Meriklusteri")
    inside = box.add(name, "finding", "title=Laiva", "dimensions=social")
    outside = box.add(name, "finding", "title=Tehdas", "dimensions=social")
    box.run("link", name, inside, "sector", sector)
    svg = export(box, name, "svg", "--sector", sector).decode()
    contains(svg, "Meriklusteri", inside)
    assert outside not in svg
    contains(export(box, name, "svg").decode(), inside, outside)
    box.fail(USAGE, "export", name, "--format", "map-svg", "--sector", sector, "--sector", sector)
    box.fail(USAGE, "export", name, "--format", "map-jpg")
    scenario = box.add(name, "scenario", "title=Tyyni")
    box.fail(USAGE, "export", name, "--format", "map-svg", "--scenario", scenario)


def test_hostile_text(box):
    name = box.new()
    box.add(name, "finding", "title=" + HOSTILE, "description=" + HOSTILE, "dimensions=social political")
    svg = export(box, name, "svg")
    assert symbols(svg)[0].find(SVG + "title").text.startswith(HOSTILE)
    page = export(box, name, "html").decode()
    equal(page.count("<script>"), 1)
    assert "alert(1)</script>" not in page


def test_rating_changes_the_map(box):
    name = box.new()
    finding = box.add(name, "finding", "title=Laiva", "dimensions=social")
    before = symbols(export(box, name, "svg"))[0].get("transform")
    box.add(name, "rating", "scale=breakthrough", "value=2027", "owner=" + finding)
    after = symbols(export(box, name, "svg"))[0].get("transform")
    assert before != after, after


def test_nothing_half_written(box):
    name = box.maritime()
    box.fail(FAILED, "export", name, "--format", "map-svg", "-o", "no-such-folder/out.svg")
    equal([entry for entry in box.files() if entry.startswith(".")], [])
    out = box.run("export", name, "--format", "map-svg")
    assert out.startswith("<?xml") and out.endswith("</svg>\n")



main(globals())
