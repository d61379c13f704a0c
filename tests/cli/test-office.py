#!/usr/bin/python3
"""Black-box tests of the report for office programs: export --format odt and fodt, valid and read by LibreOffice."""
import base64
import io
import os
import re
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile

from harness import FAILED, ROOT, Skip, contains, equal, finnish, full_disk, main

ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, OFFICE, DRAW, TABLE, STYLE = (ODF % name for name in ("text", "office", "drawing", "table", "style"))
XLINK = "{http://www.w3.org/1999/xlink}"
HOSTILE = "]]></text:p><script>alert(1)</script> & \"quotes\" 'ä'"

# The schemas of OASIS may not be kept here; who has them names their folder.
SCHEMAS = [os.environ.get("LUOTAIN_ODF_SCHEMAS", ""), os.path.join(ROOT, "../shared/data/odf"),
           os.path.join(ROOT, "../../shared/data/odf")]
WHOLE = {}


def whole(box, form):
    """The whole report of the shipped content, made once for all tests."""
    if not WHOLE:
        name = box.maritime("whole.luotain")
        for each in ("odt", "fodt"):
            box.run("export", name, "--format", each, "-o", "whole." + each)
            WHOLE[each] = box.bytes("whole." + each)
    return WHOLE[form]


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        equal(package.testzip(), None)
        return {name: package.read(name) for name in package.namelist()}


def validate(box, schema, data):
    folder = next((folder for folder in SCHEMAS if os.path.exists(os.path.join(folder, schema))), None)
    if folder is None or shutil.which("jing") is None:
        raise Skip("no jing, or LUOTAIN_ODF_SCHEMAS does not name the folder of the schemas of OpenDocument 1.3")
    box.write("part.xml", data)
    return subprocess.run(["jing", "-i", os.path.join(folder, schema), "part.xml"], cwd=box.folder, capture_output=True,
                          check=False).stdout.decode()


def office(box, name, form):
    """What LibreOffice makes of a file; its bytes."""
    program = shutil.which("soffice")
    if program is None:
        raise Skip("there is no LibreOffice")
    result = subprocess.run([program, "--headless", "-env:UserInstallation=file://" + box.path("profile"), "--convert-to",
                             form, "--outdir", box.path("converted"), box.path(name)], capture_output=True, timeout=200, check=False)
    target = os.path.join("converted", os.path.splitext(name)[0] + "." + form.split(":")[0])
    assert os.path.exists(box.path(target)), result
    return box.bytes(target)


def test_package(box):
    data = whole(box, "odt")
    # Its type stands where it is looked for: first, as it is, without an extra field.
    name_length, extra_length = struct.unpack("<HH", data[26:30])
    equal((data[:4], name_length, extra_length), (b"PK\x03\x04", 8, 0))
    equal(data[30:77], b"mimetypeapplication/vnd.oasis.opendocument.text")
    found = parts(data)
    equal(list(found)[0], "mimetype")
    manifest = ElementTree.fromstring(found["META-INF/manifest.xml"])
    named = {entry.get(ODF % "manifest" + "full-path") for entry in manifest}
    equal(named, {"/", *found} - {"mimetype", "META-INF/manifest.xml"})


def test_valid(box):
    found = parts(whole(box, "odt"))
    for name in ("content.xml", "styles.xml", "meta.xml"):
        equal(validate(box, "OpenDocument-v1.3-schema.rng", found[name]), "")
    equal(validate(box, "OpenDocument-v1.3-schema.rng", whole(box, "fodt")), "")
    equal(validate(box, "OpenDocument-v1.3-manifest-schema.rng", found["META-INF/manifest.xml"]), "")
    assert validate(box, "OpenDocument-v1.3-schema.rng", found["content.xml"].replace(b"text:outline-level", b"text:level"))


def test_same_bytes_in_finland(box):
    name = box.maritime()
    for form in ("odt", "fodt", "html"):
        box.run("export", name, "--format", form, "-o", "a." + form, "--language", "fi")
        box.run("export", name, "--format", form, "-o", "b." + form, "--language", "fi", env=finnish(box))
        equal(box.bytes("a." + form) == box.bytes("b." + form), True)


def test_structure(box):
    found = parts(whole(box, "odt"))
    content = ElementTree.fromstring(found["content.xml"])
    headings = [(heading.get(TEXT + "outline-level"), heading.get(TEXT + "style-name")) for heading in content.iter(TEXT + "h")]
    assert {level for level, _ in headings} >= {"1", "2", "3", "4"}, set(headings)
    equal({(level, "Heading_20_" + level) for level, _ in headings}, set(headings))
    tables = list(content.iter(TABLE + "table"))
    assert len(tables) > 5
    for table in tables:
        assert table.find(TABLE + "table-header-rows") is not None
        columns = sum(int(column.get(TABLE + "number-columns-repeated", 1)) for column in table.iter(TABLE + "table-column"))
        for row in table.iter(TABLE + "table-row"):
            cells = [cell for cell in row if cell.tag in (TABLE + "table-cell", TABLE + "covered-table-cell")]
            equal(sum(int(cell.get(TABLE + "number-columns-repeated", 1)) for cell in cells), columns)
    # Every style that is used is there, so that another template can dress it anew.
    styles = {style.get(STYLE + "name") for part in ("content.xml", "styles.xml")
              for style in ElementTree.fromstring(found[part]).iter() if style.get(STYLE + "name")}
    used = {value for element in content.iter() for key, value in element.attrib.items() if key.endswith("}style-name")}
    equal(used - styles, set())


def test_links_lead_somewhere(box):
    content = ElementTree.fromstring(parts(whole(box, "odt"))["content.xml"])
    marks = [mark.get(TEXT + "name") for mark in content.iter(TEXT + "bookmark")]
    equal(len(marks), len(set(marks)))
    links = {link.get(XLINK + "href") for link in content.iter(TEXT + "a")}
    inside = {link[1:] for link in links if link.startswith("#")}
    assert len(inside) > 100 and inside <= set(marks), inside - set(marks)
    equal([link for link in links if not link.startswith(("#", "http://", "https://"))], [])
    pages = {mark.get(TEXT + "ref-name") for mark in content.iter(TEXT + "bookmark-ref")}
    assert pages and pages <= set(marks), pages - set(marks)


def test_picture_with_words(box):
    found = parts(whole(box, "odt"))
    frame = next(ElementTree.fromstring(found["content.xml"]).iter(DRAW + "frame"))
    contains(ElementTree.tostring(frame, "unicode"), "Tulevaisuuskartta", "72")
    picture = found[frame.find(DRAW + "image").get(XLINK + "href")]
    svg = ElementTree.fromstring(picture)
    assert b"var(" not in picture and b"<style" not in picture
    equal([node for node in svg.iter() if node.tag.endswith("}a")], [])
    flat = ElementTree.fromstring(whole(box, "fodt"))
    equal(base64.b64decode(next(flat.iter(OFFICE + "binary-data")).text), picture)


def test_same_content_flat(box):
    """The flat file says the same, and both say it again in the same bytes."""
    body = parts(whole(box, "odt"))["content.xml"]
    texts = lambda data: "".join(next(ElementTree.fromstring(data).iter(OFFICE + "text")).itertext())
    flat = re.sub(rb"<office:binary-data>.*?</office:binary-data>", b"", whole(box, "fodt"))
    equal(texts(flat) == texts(body), True)
    name = box.maritime()
    for form in ("odt", "fodt"):
        box.run("export", name, "--format", form, "-o", "first", "--part", "profiles,map")
        box.run("export", name, "--format", form, "-o", "second", "--part", "profiles,map")
        equal(box.bytes("first") == box.bytes("second"), True)


def test_languages(box):
    name = box.new()
    box.add(name, "finding", "title_sv=Ett skepp", "description=Laiva\n\ntoinen\nrivi " + HOSTILE, "dimensions=social")
    box.run("export", name, "--format", "odt", "--language", "fi", "-o", "a.odt")
    found = parts(box.bytes("a.odt"))
    contains(found["content.xml"].decode(), 'fo:language="sv"', '<text:span text:style-name="Language-sv">Ett skepp</text:span>',
             "toinen<text:line-break/>rivi")
    contains(found["styles.xml"].decode(), 'fo:language="fi" fo:country="FI"')
    contains(found["meta.xml"].decode(), "<dc:language>fi</dc:language>", "<dc:title>Meriklusteri 2030</dc:title>")
    assert b"<script" not in found["content.xml"]
    contains("".join(ElementTree.fromstring(found["content.xml"]).itertext()), HOSTILE)


def test_libreoffice_reads_it(box):
    box.write("r.odt", whole(box, "odt"))
    text = office(box, "r.odt", "txt:Text").decode("utf-8-sig")
    at = 0
    for word in ("Havainnot", "Luotsi jää maihin", "Tulevaisuuskartta", "Skenaariot", "Osaamisprofiilit", "Perusteluketju", "Lähteet"):
        at = text.index(word, at)
    box.write("f.fodt", whole(box, "fodt"))
    pdf = office(box, "f.fodt", "pdf")
    assert pdf.startswith(b"%PDF-")
    if shutil.which("pdfinfo"):
        box.write("f.pdf", pdf)
        pages = subprocess.run(["pdfinfo", "f.pdf"], cwd=box.folder, capture_output=True, check=True).stdout.decode()
        assert 40 < int(re.search(r"Pages: +(\d+)", pages)[1]) < 400, pages


def test_full_disk_leaves_the_old(box):
    name = box.maritime()
    forms = ("pdf", "odt", "fodt", "html", "xml", "map-svg", "map-pdf", "map-png", "map-html")
    for form in forms:
        box.write("r." + form, "old")
        box.fail(FAILED, "export", name, "--format", form, "-o", "r." + form, preexec_fn=full_disk(30000))
        equal(box.bytes("r." + form), b"old")
    equal(box.files(), sorted([name] + ["r." + form for form in forms]))


def test_empty_workbook(box):
    name = box.new()
    for form in ("odt", "fodt"):
        box.run("export", name, "--format", form, "-o", "r." + form)
    equal(validate(box, "OpenDocument-v1.3-schema.rng", box.bytes("r.fodt")), "")
    equal(validate(box, "OpenDocument-v1.3-schema.rng", parts(box.bytes("r.odt"))["content.xml"]), "")


main(globals())
