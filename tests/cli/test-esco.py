#!/usr/bin/python3
"""Black-box tests of `esco import` and `esco search`."""
import os
import subprocess
import zipfile

from harness import BAD_INPUT, FAILED, PROGRAM, ROOT, USAGE, contains, equal, main

PACKAGE = os.path.join(ROOT, "tests", "data", "esco", "v1.1.1")
NOTICE = "This service uses the ESCO classification of the European Commission."


def catalogue(box):
    return {"LUOTAIN_ESCO_CATALOGUE": box.path("data/esco.sqlite"), "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}


def test_import_and_search(box):
    env = catalogue(box)
    contains(box.run("esco", "import", PACKAGE, env=env), "ESCO 1.1.1 (en, fi, sv): ", NOTICE)
    lines = box.run("esco", "search", "lead", "te", env=env).splitlines()
    equal(lines[0].split("\t")[1], "lead a team")
    equal(lines[-1], NOTICE)
    lines = box.run("esco", "search", "valokuvaus", "--language", "fi", "--limit", "1", env=env).splitlines()
    equal([line.split("\t")[1] for line in lines[:1]], ["valokuvaus"])
    equal(lines[1:], ["", NOTICE])


def test_json(box):
    env = catalogue(box)
    box.run("esco", "import", PACKAGE, env=env)
    found = box.json("esco", "search", "photography", "--limit", "1", env=env)
    equal(found["version"], "1.1.1")
    equal(found["notice"], NOTICE)
    concept = found["concepts"][0]
    equal(concept["title"], "photography")
    equal(concept["names"]["fi"]["title"], "valokuvaus")
    equal(concept["names"]["sv"]["title"], "fotografi")
    assert concept["uri"].startswith("http://data.europa.eu/esco/skill/"), concept
    assert concept["broader"], concept


def test_zip(box):
    env = catalogue(box)
    with zipfile.ZipFile(box.path("ESCO dataset - v1.2.0 - classification - fi - csv.zip"), "w",
                         zipfile.ZIP_DEFLATED) as archive:
        archive.write(os.path.join(PACKAGE, "skills_fi.csv"), "skills.csv")
    contains(box.run("esco", "import", box.folder, env=env), "ESCO 1.2.0 (fi): ")


def test_zip_in_a_locale_of_ascii(box):
    env = {**catalogue(box), "LC_ALL": "C"}
    with zipfile.ZipFile(box.path("v1.2.0.zip"), "w") as archive:
        archive.writestr("Lue minut – ensin.txt", "x")
        archive.write(os.path.join(PACKAGE, "skills_fi.csv"), "Päivitys/skills_fi.csv")
    contains(box.run("esco", "import", "v1.2.0.zip", env=env), "ESCO 1.2.0 (fi): ")


class OldName(zipfile.ZipInfo):
    """A name as Windows wrote it."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("cp437"), self.flag_bits


def test_zip_of_an_older_program(box):
    env = catalogue(box)
    with zipfile.ZipFile(box.path("v1.2.0.zip"), "w") as archive:
        with open(os.path.join(PACKAGE, "skills_fi.csv"), "rb") as file:
            archive.writestr(OldName("Päivitys/skills_fi.csv"), file.read())
    contains(box.run("esco", "import", "v1.2.0.zip", env=env), "ESCO 1.2.0 (fi): ")


def test_failures(box):
    env = catalogue(box)
    contains(box.fail(FAILED, "esco", "search", "x", env=env), "no ESCO catalogue yet", "esco import FOLDER")
    contains(box.fail(BAD_INPUT, "esco", "import", box.folder, env=env), "no skills of ESCO here")
    box.fail(USAGE, "esco", "export", "x", env=env)
    box.fail(USAGE, "esco", "search", "x", "--limit", "0", env=env)
    box.run("esco", "import", PACKAGE, env=env)
    contains(box.fail(USAGE, "esco", "search", "x", "--language", "xx", env=env), "“xx”", "en, fi, sv")
    box.write("v9.9-broken.zip", b"PK\3\4 broken")
    box.fail(BAD_INPUT, "esco", "import", "v9.9-broken.zip", env=env)
    equal(box.json("esco", "search", "photography", "--limit", "1", env=env)["version"], "1.1.1")


def test_disk_full(box):
    """What does not fit leaves the old catalogue as it was, and nothing beside it."""
    env = catalogue(box)
    box.run("esco", "import", PACKAGE, env=env)
    before = box.bytes("data/esco.sqlite")
    result = subprocess.run(["sh", "-c", "trap '' XFSZ; ulimit -f 100; exec \"$@\"", "sh", PROGRAM, "esco", "import", PACKAGE],
                            capture_output=True, check=False, env={**os.environ, **env})
    equal(result.returncode, FAILED)
    assert result.stderr and not result.stdout, result
    equal(box.bytes("data/esco.sqlite"), before)
    equal(os.listdir(box.path("data")), ["esco.sqlite"])


def test_damaged(box):
    env = catalogue(box)
    os.mkdir(box.path("data"))
    box.write("data/esco.sqlite", b"no catalogue " * 200)
    contains(box.fail(FAILED, "esco", "search", "x", env=env), "Import its package again")
    box.run("esco", "import", PACKAGE, env=env)
    equal(box.json("esco", "search", "photography", "--limit", "1", env=env)["version"], "1.1.1")


main(globals())
