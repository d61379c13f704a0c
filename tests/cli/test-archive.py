#!/usr/bin/python3
"""Archive packages: what is in them, what is left out, how they are checked, here and by programs that are not ours."""
import hashlib
import json
import os
import shutil
import subprocess
import zipfile

from harness import BAD_INPUT, FAILED, USAGE, contains, equal, full_disk, main



def state(box):
    return {"XDG_STATE_HOME": box.path("state")}


def archive(box, name, out, *options):
    """In one language, for the time it takes."""
    equal(box.run("archive", name, "-o", out, "--language", "fi", *options), "")


def readable(path, content):
    """What a person reads in a file."""
    if path.endswith(".pdf"):
        if shutil.which("pdftotext") is None:
            return ""
        return subprocess.run(["pdftotext", "-", "-"], input=content, check=True, capture_output=True).stdout.decode()
    return content.decode()


def everything(folder):
    """path → bytes of all files of a folder."""
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def test_package_is_checked_by_others(box):
    name = box.maritime()
    equal(box.run("archive", name, "-o", "p"), "")
    for manifest in ("manifest", "tagmanifest"):
        for algorithm in ("sha512", "sha256"):
            subprocess.run([algorithm + "sum", "--strict", "--quiet", "-c", "%s-%s.txt" % (manifest, algorithm)],
                           cwd=box.path("p"), check=True)
    files = everything(box.path("p"))
    equal(files["data/report.xml"], box.run("export", name).encode())
    listed = {line.split("  ", 1)[1] for line in files["manifest-sha512.txt"].decode().splitlines()}
    equal(listed, {path for path in files if path.startswith("data/")})
    data = box.path("p/data")
    subprocess.run(["xmllint", "--nonet", "--noout", "--stream", "--schema", "schema/luotain.xsd", "report.xml"], cwd=data,
                   check=True, capture_output=True)
    for language in ("fi", "sv", "en"):
        page = files["data/report-%s.html" % language]
        contains(page.decode(), '<html lang="%s"' % language)
        made = subprocess.run(["xsltproc", "--nonet", "--stringparam", "language", language, "--stringparam", "data",
                               "report-data-%s.xml" % language, "schema/luotain-html.xsl", "report.xml"], cwd=data,
                              check=True, capture_output=True).stdout
        assert made == page, "xsltproc makes another page than %s" % language
    readme = files["README.txt"].decode()
    for word in ("SUOMEKSI", "PÅ SVENSKA", "IN ENGLISH", "sha512sum -c manifest-sha512.txt", "xmllint", "xsltproc"):
        contains(readme, word)
    assert "@" not in readme


def test_editions_are_what_was_frozen(box):
    name = box.maritime()
    box.run("freeze", name, "Syksy 2026")
    box.run("freeze", name, "Syksy-2026")
    archive(box, name, "p")
    archive(box, name, "q", "--without-personal-data")
    frozen = box.run("export", name, "--edition", "Syksy 2026").encode()
    files = {path: content for path, content in everything(box.path("p")).items() if "editions" in path}
    equal(sorted(files), ["data/editions/edition-Syksy-2026-2.xml", "data/editions/edition-Syksy-2026.xml"])
    assert frozen in files.values()
    assert not any("editions" in path for path in everything(box.path("q")))
    items = {item["name"]: item for item in box.json("shelf", ".", env=state(box))}
    for item in (name, "p"):
        equal(items[item]["editions"], ["Syksy-2026", "Syksy 2026"])
        equal(items[item]["edition"], "Syksy-2026")


def test_editions_that_differ_in_capitals(box):
    """A package of ours is whole, whatever its editions are called."""
    name = box.new()
    for edition in ("Syksy", "syksy", "SYKSY"):
        box.run("freeze", name, edition)
    archive(box, name, "p")
    contains(box.run("verify", "p", env=state(box)), "p: whole")
    equal(sorted(path for path in everything(box.path("p")) if "editions" in path),
          ["data/editions/edition-%s.xml" % one for one in ("SYKSY", "Syksy-3", "syksy-2")])


def test_zip_is_read_by_python(box):
    name = box.maritime()
    archive(box, name, "Päätös 2026.zip")
    archive(box, name, "p")
    with zipfile.ZipFile(box.path("Päätös 2026.zip")) as package:
        equal(package.testzip(), None)
        found = {path: package.read(path) for path in package.namelist()}
        assert all(info.compress_type == zipfile.ZIP_STORED for info in package.infolist())
    equal({path.split("/")[0] for path in found}, {"Paatos-2026"})
    folder = {path: content for path, content in everything(box.path("p")).items() if path.startswith("data/")}
    equal({path.split("/", 1)[1]: content for path, content in found.items() if "/data/" in path}, folder)
    contains(box.run("verify", "Päätös 2026.zip", env=state(box)), "Päätös 2026.zip: whole")


def test_every_fault_is_named(box):
    name = box.maritime()
    archive(box, name, "p")
    report = box.path("p/data/report.xml")
    with open(report, "rb") as file:
        content = bytearray(file.read())
    content[1000] ^= 1
    with open(report, "wb") as file:
        file.write(content)
    contains(box.run("verify", "p", status=BAD_INPUT, env=state(box)), "data/report.xml")
    content[1000] ^= 1
    with open(report, "wb") as file:
        file.write(content)
    os.rename(box.path("p/data/tables/findings.csv"), box.path("p/data/tables/havainnot.csv"))
    os.unlink(box.path("p/data/report-fi.html"))
    with open(box.path("p/data/lisä.txt"), "w", encoding="utf-8") as file:
        file.write("x")
    found = json.loads(box.run("verify", "p", "--json", status=BAD_INPUT, env=state(box)))[0]
    equal(found["whole"], False)
    notes = {(note["kind"], note["path"], note["other"]) for note in found["notes"]}
    assert ("renamed", "data/tables/findings.csv", "data/tables/havainnot.csv") in notes, notes
    assert ("missing", "data/report-fi.html", None) in notes, notes
    assert ("extra", "data/lisä.txt", None) in notes, notes


def test_zip_of_others_in_a_locale_of_ascii(box):
    """Scheduled jobs have no other; the names in a zip are UTF-8 all the same."""
    with zipfile.ZipFile(box.path("p.zip"), "w") as package:
        package.writestr("p/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        package.writestr("p/manifest-sha256.txt", "%s  data/Päätös.txt\n" % hashlib.sha256(b"x").hexdigest())
        package.writestr("p/data/Päätös.txt", "x")
    contains(box.run("verify", "p.zip", env={**state(box), "LC_ALL": "C"}), "p.zip: whole")


def test_flipped_bit_in_a_zip(box):
    name = box.maritime()
    archive(box, name, "p.zip")
    with open(box.path("p.zip"), "rb") as file:
        content = bytearray(file.read())
    with zipfile.ZipFile(box.path("p.zip")) as package:
        info = package.getinfo("p/data/report.xml")
    content[info.header_offset + 5000] ^= 4
    with open(box.path("p.zip"), "wb") as file:
        file.write(content)
    contains(box.run("verify", "p.zip", status=BAD_INPUT, env=state(box)), "data/report.xml")


SECRETS = ("Matti Meikäläinen", "Maija Virtanen", "minä sanoin", "example.org/matti", "ryhmän jäsenet", "kertoi puhelimessa",
           "tulos Maija", "kantaa Maija", "Matin koti", "kertoi haastattelussa", "Maijan mukaan", "Maijan versio")


def personal(box):
    """A workbook in which every field docs/archive.md names holds something nobody may see."""
    name = box.maritime()
    source = box.add(name, "source", "title=Matti Meikäläinen", "kind=interview", "publisher=Matti Meikäläinen",
                     "url=https://example.org/matti", "note=Matti Meikäläinen", "published_on=2026-03")
    interview = box.add(name, "session", "title=Maija Virtanen", "kind=interview", "place=Matin koti", "people=1",
                        "held_on=2026-03-12", "outcome=tulos Maija")
    box.add(name, "working-group", "title=Ryhmä", "description=ryhmän jäsenet")
    said = box.add(name, "finding", "title=Telakka palkkaa", "description=minä sanoin näin")
    box.run("link", name, said, "source", source, "--note", "kertoi puhelimessa")
    heard = box.add(name, "finding", "title=Akku kestää", "description=minä sanoin toisin")
    box.run("link", name, heard, "session", interview, "--note", "kertoi haastattelussa")
    variable = box.json("list", name, "key-variable")[0]["id"]
    box.run("link", name, variable, "evidence", heard, "--note", "Maijan mukaan")
    box.add(name, "finding", "title=Lainaus", "description=minä sanoin lainattua", "tags=Satama,Sitaatti")
    box.add(name, "finding", "title=Avoin", "description=Tämä on ryhmän teksti", "tags=sitaattikokoelma")
    school = box.add(name, "organisation", "title=Koulu")
    entry = box.json("list", name, "profile-entry")[0]["id"]
    coverage = box.add(name, "coverage", "carrier=kantaa Maija", "owner=" + school)
    box.run("link", name, coverage, "assesses", entry)
    box.run("freeze", name, "Maijan versio")
    return name


def test_personal_data_is_left_out_everywhere(box):
    name = personal(box)
    before = box.run("export", name)
    archive(box, name, "with")
    archive(box, name, "without", "--without-personal-data")
    equal(box.run("export", name), before)
    with_all = "\n".join(readable(*pair) for pair in everything(box.path("with")).items())
    for secret in SECRETS:
        contains(with_all, secret)
    files = everything(box.path("without"))
    for path, content in files.items():
        for secret in SECRETS:
            assert secret not in readable(path, content), "%s: %s" % (path, secret)
    report = files["data/report.xml"].decode()
    for kept in ("Telakka palkkaa", "Tämä on ryhmän teksti", "haastattelu", 'published-on="2026-03"',
                 'held-on="2026-03-12"'):
        contains(report, kept)
    # What nobody changed does not say that it was changed.
    equal(sorted(line.split('changed="')[1][:24] for line in report.splitlines() if ' changed="' in line),
          sorted(line.split('changed="')[1][:24] for line in before.splitlines() if ' changed="' in line))
    contains(files["bag-info.txt"].decode(), "Luotain-Personal-Data: left out")
    for word in ("Henkilötiedot on jätetty pois", "Personuppgifter är utelämnade", "Personal data was left out"):
        contains(files["README.txt"].decode(), word)
    box.run("verify", "without", env=state(box))


def test_disk_full_leaves_the_old_whole(box):
    name = box.maritime()
    archive(box, name, "p.zip")
    old = box.bytes("p.zip")
    for target, limit in (("p.zip", 100_000), ("p.zip", 1_000_000), ("q", 100_000)):
        box.fail(FAILED, "archive", name, "-o", target, "--language", "fi", preexec_fn=full_disk(limit))
        equal(box.bytes("p.zip"), old)
        equal(sorted(os.listdir(box.folder)), sorted([name, "p.zip"]))


def test_what_is_there_stays(box):
    name = box.maritime()
    os.mkdir(box.path("p"))
    archive(box, name, "p")
    contains(box.fail(FAILED, "archive", name, "-o", "p"), "p")
    box.fail(USAGE, "archive", name)
    box.fail(USAGE, "archive", name, "-o", name)
    contains(box.run("verify", name, status=BAD_INPUT, env=state(box)), name)
    box.fail(FAILED, "verify", "nowhere")


def test_shelf(box):
    name = box.maritime()
    os.mkdir(box.path("shelf"))
    os.rename(box.path(name), box.path("shelf/" + name))
    archive(box, "shelf/" + name, "shelf/a.zip")
    archive(box, "shelf/" + name, "shelf/b", "--without-personal-data")
    with zipfile.ZipFile(box.path("shelf/photos.zip"), "w") as other:
        other.writestr("photo.jpg", "x")
    os.mkdir(box.path("shelf/other"))
    with open(box.path("shelf/broken.luotain"), "w", encoding="utf-8") as file:
        file.write("no workbook")
    before = box.json("shelf", "shelf", env=state(box))
    equal([item["name"] for item in before], ["a.zip", "b", "broken.luotain", name])
    box.run("verify", "shelf/a.zip", env=state(box))
    items = {item["name"]: item for item in box.json("shelf", "shelf", env=state(box))}
    equal(items["a.zip"]["verified"] is None, False)
    equal(items["a.zip"]["whole"], True)
    equal(items["b"]["verified"], None)
    equal(items["b"]["personal_data_left_out"], True)
    assert items["broken.luotain"]["fault"]
    scenarios = box.json("list", "shelf/" + name, "scenario")
    for item in ("a.zip", name):
        equal([part["id"] for part in items[item]["scenarios"]], [scenario["id"] for scenario in scenarios])
        equal(len(items[item]["profiles"]), 4)
        equal(items[item]["sectors"], ["Meriklusteri"])
    # Another package in its place was not verified.
    box.run("set", "shelf/" + name, scenarios[0]["id"], "title=Toinen")
    archive(box, "shelf/" + name, "shelf/a.zip")
    equal(box.json("shelf", "shelf", env=state(box))[0]["verified"], None)
    contains(box.run("shelf", "shelf", env=state(box)), "Meriklusteri")


def test_bags_of_others(box):
    digest = hashlib.md5(b"x").hexdigest()
    for version in ("0.93", "0.95", "0.97", "1.0"):
        os.makedirs(box.path(version + "/data"))
        box.write(version + "/bagit.txt", "BagIt-Version: %s\nTag-File-Character-Encoding: UTF-8\n" % version)
        box.write(version + "/manifest-md5.txt", digest + "  data/x\n")
        box.write(version + "/data/x", "x")
        box.write(version + "/fetch.txt", "https://example.org/y 1 data/y\n")
        out = box.run("verify", version, env=state(box))
        for word in ("whole", "md5", "fetch.txt"):
            contains(out, word)
    os.symlink("/etc/passwd", box.path("1.0/data/link"))
    contains(box.run("verify", "1.0", status=BAD_INPUT, env=state(box)), "data/link")
    with zipfile.ZipFile(box.path("evil.zip"), "w") as evil:
        evil.writestr("b/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        evil.writestr("b/manifest-md5.txt", digest + "  data/../../x\n")
        evil.writestr("b/../../x", "x")
    contains(box.run("verify", "evil.zip", status=BAD_INPUT, env=state(box)), "../../x")


main(globals())
