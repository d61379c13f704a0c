#!/usr/bin/python3
"""Tables as a spreadsheet, read back by Python (zip and XML) and by LibreOffice where there is one."""
import csv
import io
import os
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
import zipfile

from harness import FAILED, USAGE, Skip, contains, equal, full_disk, main

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def column_of(reference):
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def sheets(path):
    """Name of a sheet → rows of texts and numbers."""
    found = {}
    with zipfile.ZipFile(path) as book:
        equal(book.testzip(), None)
        targets = {rel.get("Id"): rel.get("Target") for rel in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
        for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).find(MAIN + "sheets"):
            rows = []
            for row in ElementTree.fromstring(book.read("xl/" + targets[sheet.get(REL + "id")])).iter(MAIN + "row"):
                cells = {}
                for cell in row:
                    assert cell.find(MAIN + "f") is None, "a formula: " + ElementTree.tostring(cell).decode()
                    text = cell.find(MAIN + "is")
                    value = "".join(text.itertext()) if text is not None else float(cell.find(MAIN + "v").text)
                    cells[column_of(cell.get("r"))] = value
                rows.append([cells.get(i, "") for i in range(max(cells, default=-1) + 1)])
            found[sheet.get("name")] = rows
    return found


def as_cells(text):
    """The same table as CSV for Excel has it, without the guard against formulas."""
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=";"))
    return [[cell[1:] if cell[:1] == "'" else cell for cell in row] for row in rows]


def same(cell, other):
    return (str(cell) == other if isinstance(cell, str) else cell == float(other.replace(",", ".")))


def compare(rows, wanted):
    equal(len(rows), len(wanted))
    for row, other in zip(rows, wanted):
        for i, cell in enumerate(other):
            found = row[i] if i < len(row) else ""
            assert same(found, cell.replace("\r\n", "\n")), (found, cell)


def test_says_what_csv_says(box):
    name = box.maritime()
    box.run("export", name, "--format", "xlsx", "-o", "m.xlsx", "--language", "fi")
    found = sheets(box.path("m.xlsx"))
    for table, title in (("findings", "Findings"), ("profile-entries", "Profile Entries"), ("coverage-matrix", "What Is Covered"),
                         ("robustness", "Robustness"), ("sessions", "Sessions")):
        wanted = as_cells(box.run("export", name, "--format", "csv", "--form", "excel-fi", "--part", table, "--language", "fi"))
        compare(found[title], wanted)


def test_texts_stay_texts(box):
    name = box.new()
    texts = ["=1+1", "+358", "@SUM(A1)", "-3", "<b>&\"", "rivi\ntoinen", "ä" * 40000, "\U0001f30a" * 20000]
    for text in texts[:-2]:
        box.add(name, "finding", "title=Otsikko", "description=" + text)
    for text in texts[-2:]:
        box.add(name, "finding", "title=Pitkä", "description=-", stdin=text)
    box.run("export", name, "--format", "xlsx", "--part", "findings", "-o", "f.xlsx")
    rows = sheets(box.path("f.xlsx"))["Findings"]
    cells = [cell for row in rows for cell in row if isinstance(cell, str)]
    for text in texts[:-2]:
        assert text in cells, text
    # What a cell cannot hold is cut, between characters, and says so.
    long = [cell for cell in cells if len(cell) > 10000]
    equal(len(long), 2)
    for cell in long:
        assert len(cell.encode("utf-16-le")) // 2 <= 32767
        contains(cell, "cut")


def test_same_bytes_and_any_locale(box):
    name = box.maritime()
    box.run("export", name, "--format", "xlsx", "-o", "a.xlsx")
    box.run("export", name, "--format", "xlsx", "-o", "b.xlsx")
    equal(box.bytes("a.xlsx"), box.bytes("b.xlsx"))
    if not shutil.which("localedef"):
        raise Skip("there is no localedef")
    subprocess.run(["localedef", "-i", "fi_FI", "-f", "UTF-8", box.path("fi_FI.UTF-8")], capture_output=True, check=False)
    if not os.path.isdir(box.path("fi_FI.UTF-8")):
        raise Skip("the locale cannot be made")
    box.run("export", name, "--format", "xlsx", "-o", "c.xlsx",
            env={"LOCPATH": box.folder, "LC_ALL": "fi_FI.UTF-8", "LANGUAGE": "en"})
    # Decimal commas would make the file unreadable.
    equal(box.bytes("c.xlsx"), box.bytes("a.xlsx"))


def has_calc():
    program = os.path.dirname(os.path.realpath(shutil.which("soffice")))
    return os.path.exists(os.path.join(program, "libsclo.so"))


def test_libreoffice_reads_it(box):
    if not shutil.which("soffice"):
        raise Skip("there is no LibreOffice")
    name = box.maritime()
    box.run("export", name, "--format", "xlsx", "--part", "robustness", "-o", "r.xlsx")
    result = subprocess.run(["soffice", "-env:UserInstallation=file://" + box.path("office"), "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76",
                             "--outdir", box.folder, box.path("r.xlsx")], capture_output=True, text=True, timeout=90, check=False)
    if "could not be loaded" in result.stderr + result.stdout and not has_calc():
        raise Skip("LibreOffice has no Calc here")
    assert os.path.exists(box.path("r.csv")), result.stdout + result.stderr
    wanted = as_cells(box.run("export", name, "--format", "csv", "--form", "excel-fi", "--part", "robustness"))
    found = list(csv.reader(io.StringIO(box.bytes("r.csv").decode())))
    equal([[cell for cell in row] for row in found], wanted)


def test_a_full_disk_leaves_the_old_file(box):
    name = box.maritime()
    box.write("m.xlsx", "vanha")
    box.fail(FAILED, "export", name, "--format", "xlsx", "-o", "m.xlsx", preexec_fn=full_disk())
    equal(box.bytes("m.xlsx"), b"vanha")
    equal(box.files(), [name, "m.xlsx"])


def test_wrong_usage(box):
    name = box.new()
    contains(box.fail(USAGE, "export", name, "--format", "xlsx", "--part", "havainnot"), "havainnot")
    contains(box.fail(USAGE, "export", name, "--format", "xlsx", "--form", "excel-fi"), "--form")


main(globals())
