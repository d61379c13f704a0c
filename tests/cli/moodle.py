"""Moodle's side of the import of competency frameworks, as far as it can refuse or alter what we write.

The rules are those of tool_lpimportcsv, csvlib and core_competency: how PHP reads a row (a backslash shields the next
character, which RFC 4180 does not know), what is cut and stripped, and how the tree is put together.
"""
import json
import re

COLUMNS = ["Parent id number", "Id number", "Shortname", "Description", "Description format", "Scale values",
           "Scale configuration", "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)",
           "Cross referenced competency id numbers", "Exported id (optional)", "Is framework", "Taxonomy"]
HEAD = ('"Parent id number","Id number",Shortname,Description,"Description format","Scale values",'
        '"Scale configuration","Rule type (optional)","Rule outcome (optional)","Rule config (optional)",'
        '"Cross referenced competency id numbers","Exported id (optional)","Is framework",Taxonomy\r\n')
TAXONOMIES = {"behaviour", "competency", "concept", "domain", "indicator", "level", "outcome", "practice",
              "proficiency", "skill", "value"}


def php_rows(text):
    """What fgetcsv makes of a file."""
    text += "\n"
    place, end = 0, len(text)
    row = []
    while place < end:
        field = ""
        if text[place] == '"':
            place += 1
            while place < end:
                c = text[place]
                if c == "\\" and place + 1 < end:
                    field += text[place:place + 2]
                    place += 2
                elif c == '"' and text[place + 1:place + 2] == '"':
                    field += '"'
                    place += 2
                elif c == '"':
                    place += 1
                    break
                else:
                    field += c
                    place += 1
        while place < end and text[place] not in ",\n":
            # In the C locale PHP loses letters beyond ASCII at the beginning of a bare cell.
            assert ord(text[place]) < 128, "a bare cell with %r" % text[place:place + 20]
            field += text[place]
            place += 1
        row.append(field)
        assert place < end, "a quotation mark is not closed: %r" % field[:80]
        if text[place] == "\n":
            yield row
            row = []
        place += 1


def clean_text(text):
    """PARAM_TEXT: what looks like a tag is dropped."""
    return re.sub(r"<[^>]*>?", "", text)


class Framework:
    """A framework as Moodle would have it after the import."""

    def __init__(self, data):
        assert data.startswith(HEAD.encode()), data[:300]
        text = data.decode().replace("\r\n", "\n").strip()
        self.rows = list(php_rows(text))
        assert self.rows[0] == COLUMNS, self.rows[0]
        self.row = None
        self.flat = {}
        for row in self.rows[1:]:
            assert len(row) == len(COLUMNS), row
            self.take(dict(zip(COLUMNS, row)))
        assert self.row is not None, "no row is the framework"
        self.check_framework()
        self.check_tree()

    def take(self, row):
        for column in ("Id number", "Shortname"):
            assert row[column], row
            assert len(row[column]) <= 100, row[column]
            assert clean_text(row[column]) == row[column], row[column]
        assert row["Description format"] == "1", row
        if row["Is framework"]:
            assert self.row is None, "two frameworks"
            self.row = row
        else:
            assert row["Id number"] not in self.flat, "id number taken: " + row["Id number"]
            assert not re.fullmatch(r"\s*[+-]?[\d.]+(e\d+)?\s*", row["Id number"], re.I), "PHP compares as numbers"
            self.flat[row["Id number"]] = row

    def check_framework(self):
        configuration = json.loads(self.row["Scale configuration"])
        assert "scaleid" in configuration[0]
        values = self.row["Scale values"].split(",")
        assert any(item.get("scaledefault") for item in configuration[1:])
        assert any(item.get("proficient") for item in configuration[1:])
        assert all(1 <= item["id"] <= len(values) for item in configuration[1:])
        for taxonomy in self.row["Taxonomy"].split(","):
            assert taxonomy in TAXONOMIES, taxonomy

    def check_tree(self):
        self.made = {}

        def add(parent, depth):
            for row in self.flat.values():
                if row["Parent id number"] == parent:
                    assert row["Id number"] not in self.made
                    self.made[row["Id number"]] = depth
                    add(row["Id number"], depth + 1)

        add("", 1)
        assert set(self.made) == set(self.flat), "left out: %r" % (set(self.flat) - set(self.made))
        for row in self.flat.values():
            for other in filter(None, row["Cross referenced competency id numbers"].split(",")):
                assert other.replace("%2C", ",") in self.made and other != row["Id number"], other

    def names(self):
        return [self.row["Shortname"]] + [row["Shortname"] for row in self.flat.values()]

    def at(self, depth):
        return [row for number, row in self.flat.items() if self.made[number] == depth]
