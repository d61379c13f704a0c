#!/usr/bin/python3
"""Black-box tests of the report on paper: export --format pdf, read back by poppler."""
import os
import re
import shutil
import subprocess

from harness import FAILED, Skip, USAGE, contains, equal, finnish, main

WHOLE = []
HOSTILE = "</w:t>]]> (sulut) \\ kenoviiva ' \" & <b>ä</b>"


def poppler(box, *arguments):
    """What a program of poppler says of a file."""
    if shutil.which(arguments[0]) is None:
        raise Skip("no " + arguments[0])
    return subprocess.run(arguments, cwd=box.folder, capture_output=True, check=True).stdout.decode()


def export(box, name, *arguments, out="out.pdf"):
    box.run("export", name, "--format", "pdf", "-o", out, *arguments)
    return out


def whole(box):
    """The whole report of the shipped content, made once for all tests."""
    if not WHOLE:
        WHOLE.append(box.bytes(export(box, box.maritime("whole.luotain"))))
    return box.write("whole.pdf", WHOLE[0])


def in_order(text, *words):
    at = 0
    for word in words:
        found = text.find(word, at)
        assert found >= 0, "%r is missing behind %r" % (word, text[max(0, at - 80):at])
        at = found + len(word)


def test_document(box):
    name = box.maritime()
    for language, map_title in (("sv", "Framtidskarta"), ("en", "Futures map")):
        pdf = export(box, name, "--language", language, "--part", "map,table")
        contains(poppler(box, "pdfinfo", pdf), "Tagged:          yes")
        contains(box.bytes(pdf).decode("latin-1"), "/Lang (%s)" % language)
        contains(poppler(box, "pdftotext", pdf, "-"), map_title)

    pdf = whole(box)
    info = poppler(box, "pdfinfo", "-l", "999", pdf)
    contains(info, "Tagged:          yes")
    assert re.search(r"^Title: +\S", info, re.M), info
    assert b"/Lang (fi)" in box.bytes(pdf) and box.bytes(pdf).endswith(b"%%EOF\n")
    # Wide tables and the map lie on their side.
    sizes = set(re.findall(r"Page +\d+ size: +([\d.]+ x [\d.]+)", info))
    equal(sizes, {"595.28 x 841.89", "841.89 x 595.28"})


def test_fonts_embedded(box):
    fonts = poppler(box, "pdffonts", whole(box)).splitlines()[2:]
    assert fonts
    for font in fonts:
        equal(font.split()[-5:-2], ["yes", "yes", "yes"])


def test_text_in_order(box):
    text = poppler(box, "pdftotext", whole(box), "-")
    assert "\ufb01" not in text and "\ufffd" not in text, "ligatures"
    in_order(text, "Havainnot", "Luotsi jää maihin", "Tulevaisuuskartta", "Skenaariot", "Osaamisprofiilit",
             "Perusteluketju", "Lähteet")


def test_tags(box):
    pdf = whole(box)
    tree = poppler(box, "pdfinfo", "-struct-text", pdf)
    assert tree.startswith("Document\n"), tree[:100]
    for tag in ("H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Figure", "Link", "TOC", "TOCI"):
        assert re.search(r"^ +%s\b" % tag, tree, re.M), tag
    # Nothing that stands in the margins is read aloud.
    equal(tree.count('"Meriklusterin'), len(re.findall(r'^ +H\d.*\n +"Meriklusterin', tree, re.M)))
    details = poppler(box, "pdfinfo", "-struct", pdf)
    contains(details, "/Scope /Column", "/Scope /Row", "/ListNumbering /Disc")
    alternative = re.search(rb"/S /Figure\n.*?/Alt <FEFF([0-9A-F]+)>", box.bytes(pdf), re.S)
    contains(bytes.fromhex(alternative[1].decode()).decode("utf-16-be"), "Tulevaisuuskartta", "72")


def test_tables_keep_their_heads(box):
    """A row has as many cells as there are columns, on whatever page it stands."""
    tree = poppler(box, "pdfinfo", "-struct", export(box, box.maritime(), "--part", "map"))
    table = tree[tree.index("Table"):]
    rows = [re.findall(r"^ +(T[HD])\b", row, re.M) for row in re.split(r"^ +TR\b.*$", table, flags=re.M)[1:]]
    assert len(rows) > 60, len(rows)
    equal({len(row) for row in rows}, {len(rows[0])})
    equal(set(rows[0]), {"TH"})


def test_outline_and_links(box):
    pdf = box.bytes(whole(box))
    contains(pdf.decode("latin-1"), "/Outlines", "/URI (https://", "/Dest (heading-")
    titles = re.findall(rb"/Title \(([^)]*)\)|/Title <feff([0-9a-f]+)>", pdf)
    words = {plain.decode("latin-1") or bytes.fromhex(coded.decode()).decode("utf-16-be") for plain, coded in titles}
    assert {"Havainnot", "Skenaariot"} <= words, sorted(words)[:40]


def test_same_bytes(box):
    name = box.maritime()
    first = box.bytes(export(box, name, "--part", "map,scenarios"))
    equal(box.bytes(export(box, name, "--part", "map,scenarios", out="again.pdf")) == first, True)
    assert len(first) < len(box.bytes(whole(box))) / 2


def test_same_bytes_in_finland(box):
    name = box.maritime()
    first = box.bytes(export(box, name, "--language", "fi", "--part", "map,scenarios,chain"))
    box.run("export", name, "--format", "pdf", "-o", "fi.pdf", "--language", "fi", "--part", "map,scenarios,chain",
            env=finnish(box))
    equal(box.bytes("fi.pdf") == first, True)


def test_hostile_text(box):
    name = box.new()
    source = box.add(name, "source", "title=" + HOSTILE, "url=https://example.org/a(b)'\\c?x=ä&y=1")
    finding = box.add(name, "finding", "title=" + HOSTILE, "description=" + HOSTILE + "\n\nToinen kappale", "dimensions=social")
    box.run("link", name, finding, "source", source)
    pdf = export(box, name)
    text = poppler(box, "pdftotext", pdf, "-").replace("\n", " ")
    assert text.count(HOSTILE) >= 3, text
    contains(box.bytes(pdf).decode("latin-1"), "/URI (https://example.org/a%28b%29%27%5Cc?x=%C3%A4&y=1)")


def test_language_of_parts(box):
    name = box.new()
    box.add(name, "finding", "title_sv=Ett skepp", "dimensions=social")
    contains(box.bytes(export(box, name)).decode("latin-1"), "/Lang (sv)", "/Lang (fi)")


def test_empty_workbook(box):
    pdf = export(box, box.new())
    contains(poppler(box, "pdfinfo", pdf), "Pages:           1\n", "Tagged:          yes")


def test_usage(box):
    name = box.new()
    box.fail(USAGE, "export", name, "--format", "pdf", "--part", "nothing", "-o", "out.pdf")
    box.fail(FAILED, "export", name, "--format", "pdf", "-o", "no-such-folder/out.pdf")
    equal([entry for entry in box.files() if entry.endswith(".pdf") or entry.startswith(".")], [])
    assert not os.path.exists(box.path("out.pdf"))


main(globals())
