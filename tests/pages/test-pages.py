#!/usr/bin/python3
"""Reports as others read them: by xsltproc with the style sheet that ships, and in Chromium, with axe and own checks.

Chromium is Debian's; axe-core and playwright-core come from npm, with the versions of package.json beside this file: scripts/test
installs them. Where they are not there, what needs them is skipped and says so."""
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "cli"))

from harness import ROOT, Skip, contains, equal, full_disk, main  # pylint: disable=wrong-import-position

STYLE_SHEET = os.path.join(ROOT, "src", "exchange", "schema", "luotain-html.xsl")
PARTS = ["findings", "map", "table", "scenarios", "profiles", "robustness", "chain", "sources"]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def export(box, name, *arguments, out):
    box.run("export", name, *arguments, "-o", out)
    return box.bytes(out)


def by_xsltproc(box, name, language, *arguments):
    """The page as a coordinator's own tool makes it."""
    selection = [word for word in arguments if word != "--part" and "," not in word and word not in PARTS]
    export(box, name, *selection, out="report.xml")
    export(box, name, "--format", "report-data", "--language", language, *arguments, out="report-data.xml")
    done = subprocess.run(["xsltproc", "--nonet", "--stringparam", "data", "report-data.xml", "--stringparam", "language", language,
                           STYLE_SHEET, "report.xml"], cwd=box.folder, capture_output=True, timeout=60, check=False)
    equal((done.returncode, done.stderr), (0, b""))
    return done.stdout


def same(box, name, language, *arguments):
    page = export(box, name, "--format", "html", "--language", language, *arguments, out="page.html")
    assert page == by_xsltproc(box, name, language, *arguments), "other bytes: %s %s" % (language, arguments)
    return page.decode()


def test_xsltproc_makes_the_same_bytes(box):
    name = box.maritime()
    contains(same(box, name, "fi"), "Perusteluketju")
    contains(same(box, name, "sv"), "Motiveringskedja")
    contains(same(box, name, "en"), "Chain of reasons")
    same(box, name, "en", "--part", "map,robustness")
    same(box, name, "fi", "--part", "chain")


def test_of_a_part_too(box):
    name = box.maritime()
    sector = box.json("list", name, "sector")[0]["id"]
    scenario = box.json("list", name, "scenario")[0]["id"]
    same(box, name, "fi", "--sector", sector)
    page = same(box, name, "fi", "--scenario", scenario)
    contains(page, "<h1>Meriklusterin ennakointi 2030</h1>")
    assert "<section id=\"maps\"" not in page, "a map of one scenario"


def test_of_several_sectors(box):
    name = box.new()
    for title in ("Meriklusteri", "Puhdas energia"):
        sector = box.add(name, "sector", "title=" + title)
        finding = box.add(name, "finding", "title=Havainto: " + title, "kind=trend")
        box.run("link", name, finding, "sector", sector)
        box.add(name, "rating", "owner=" + finding, "scale=impact", "hands=5:1 4:2")
    common = box.add(name, "finding", "title=Yhteinen & <kaikille>")
    box.add(name, "rating", "owner=" + common, "scale=breakthrough", "value=2031")
    page = same(box, name, "fi")
    contains(page, "<h3>Meriklusteri</h3>", "<h3>Puhdas energia</h3>", "Yhteinen &amp; &lt;kaikille&gt;", "4 – suuri", "mediaani, 3")
    # A finding of no sector stands on both maps; nothing stands twice in the page.
    for arguments in ((), ("--part", "map")):
        page = same(box, name, "fi", *arguments)
        ids = [part.split("\"")[0] for part in page.split(" id=\"")[1:]]
        equal(len(ids), len(set(ids)))


def taken_up(box):
    """What a school and the coordinator have made of the shipped content."""
    name = box.maritime()
    box.run("freeze", name, "Kevät 2026")
    entries = [one["id"] for one in box.json("list", name, "profile-entry")]
    for title in ("Ammattiopisto Luovi", "Merikoulu & Co <ry>"):
        school = box.add(name, "organisation", "title=" + title)
        unit = box.add(name, "curriculum-unit", "owner=" + school, "title=Sähkölaitteistot", "code=300112")
        for entry, status in zip(entries, ("covered", "partly", "not-at-all")):
            fields = ["owner=" + school, "status=" + status, "decision=Uusi kurssi", "carrier=Tekniikka", "due_on=2027-08"]
            coverage = box.add(name, "coverage", *fields)
            box.run("link", name, coverage, "assesses", entry)
            box.run("link", name, coverage, "taught-in", unit)
    scenario = box.json("list", name, "scenario")[0]["id"]
    box.run("set", name, scenario, "title=Sininen <napa>", "target_year=2031")
    box.add(name, "finding", "title=Uusi havainto", "kind=trend")
    return name


EVERYTHING = ("--part", ",".join([*PARTS, "coverage", "editions"]))


def test_of_what_was_taken_up(box):
    name = taken_up(box)
    page = same(box, name, "fi", *EVERYTHING)
    contains(page, "<section id=\"coverage\"", "Merikoulu &amp; Co &lt;ry&gt;", "ei katettu", "Uusi kurssi", "8/2027",
             "<section id=\"editions\"", "Kevät 2026", "Sininen &lt;napa&gt;", "Uusi havainto")
    contains(same(box, name, "sv", *EVERYTHING), "Utbildningens täckning", "Jämförelse")
    assert "<section id=\"editions\"" not in same(box, name, "en"), "editions are compared unasked"
    contains(box.fail(1, "export", name, "--format", "html", "--part", "editions", "--since", "Syksy"), "Syksy")


def test_refuses_other_parts(box):
    name = box.new()
    contains(box.fail(2, "export", name, "--format", "html", "--part", "findings,fndings"), "fndings", "robustness", "chain")
    box.fail(2, "export", name, "--format", "xml", "--part", "findings")
    box.fail(2, "export", name, "--format", "html", "--form", "excel-fi")
    equal(box.files(), [name])


def test_a_full_disk_leaves_the_old_whole(box):
    name = box.maritime()
    box.write("old.html", "old")
    box.fail(1, "export", name, "--format", "html", "-o", "old.html", preexec_fn=full_disk(100000))
    equal(box.bytes("old.html"), b"old")
    equal(box.files(), sorted([name, "old.html"]))


def test_works_without_the_second_file(box):
    """The records alone: what needs no computing."""
    export(box, box.maritime(), out="report.xml")
    done = subprocess.run(["xsltproc", "--nonet", "--stringparam", "language", "en", STYLE_SHEET, "report.xml"], cwd=box.folder,
                          capture_output=True, timeout=60, check=False)
    equal((done.returncode, done.stderr), (0, b""))
    contains(done.stdout.decode(), "Chain of reasons", "Futures table", "<section id=\"findings\"")


def looked_at(box, *pages):
    if CHROMIUM is None or shutil.which("node") is None:
        raise Skip("Chromium or node is not installed")
    if not os.path.isdir(os.path.join(HERE, "node_modules", "axe-core")):
        raise Skip("axe-core and playwright-core are not installed: cd tests/pages && npm ci")
    done = subprocess.run(["node", os.path.join(HERE, "check-page.js"), *map(box.path, pages)], capture_output=True, timeout=280,
                          check=False, env={**os.environ, "LUOTAIN_CHROMIUM": CHROMIUM, "HOME": box.folder})
    out = done.stdout.decode() + done.stderr.decode()
    assert done.returncode == 0, out
    assert out == "", out


def check_language(box, language):
    export(box, box.maritime(), "--format", "html", "--language", language, out="page.html")
    looked_at(box, "page.html")


def test_axe_finds_nothing_in_finnish(box):
    check_language(box, "fi")


def test_axe_finds_nothing_in_swedish(box):
    check_language(box, "sv")


def test_axe_finds_nothing_in_english(box):
    check_language(box, "en")


def test_axe_finds_nothing_in_parts(box):
    name = box.maritime()
    box.new("empty.luotain")
    export(box, name, "--format", "html", "--part", "map", out="map.html")
    export(box, name, "--format", "html", "--part", "profiles,robustness", out="profiles.html")
    export(box, "empty.luotain", "--format", "html", out="empty.html")
    looked_at(box, "map.html", "profiles.html", "empty.html")


def test_axe_finds_nothing_in_what_was_taken_up(box):
    export(box, taken_up(box), "--format", "html", "--part", "coverage,editions,robustness", out="page.html")
    looked_at(box, "page.html")


def test_the_check_finds_what_is_wrong(box):
    """Who watches the watchers."""
    box.write("bad.html", "<!DOCTYPE html><html><head><title>x</title></head><body><h1>a</h1><h3>b</h3><p style=\"color:#bbb\">grey</p>"
              "<p style=\"width:900px\">wide</p><a href=\"#nowhere\"></a><table><tr><th>c</th></tr></table></body></html>")
    try:
        looked_at(box, "bad.html")
    except AssertionError as fault:
        contains(str(fault), "color-contrast", "html-has-lang", "link-name", "leads nowhere", "without a caption", "jumps from 1 to 3",
                 "scrolls sideways at 320 px", "not the way past")
    else:
        raise AssertionError("a bad page passed")


main(globals())
