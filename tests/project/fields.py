#!/usr/bin/python3
"""The fields of a record type stand in its list, in the SQL schema and in the schema of the XML: all three say the same."""
import os
import re
import sqlite3
import xml.etree.ElementTree as ElementTree

from tap import ROOT, Tap, files, read

FIELD = re.compile(r"LUOTAIN_FIELD_(TEXT|TRANSLATED|WORDS?|TAGS|DATE|NUMBER) \(Luotain\w+, (\w+),")
MEMBER = re.compile(r'\.(name|table|owner) = "([^"]+)"')
RNG = "{http://relaxng.org/ns/structure/1.0}"
STAMPS = {"id", "created", "changed", "revision"}
IN_ELEMENTS = ("TEXT", "TRANSLATED", "TAGS")


def record_types():
    """Name → (table, owner, fields as (kind, name)), of every type described in src/records/."""
    types = {}
    for path in files("src/records", endings=".c"):
        text = read(path)
        if not re.search(r"^const LuotainRecordType ", text, re.M):
            continue
        members = dict(MEMBER.findall(text))
        types[members["name"]] = (members["table"], members.get("owner"), FIELD.findall(text))
    return types


def sql_columns(fields):
    columns = {"id"}
    for kind, name in fields:
        columns |= {name + "_" + code for code in ("fi", "sv", "en")} if kind == "TRANSLATED" else {name}
    return columns


def difference(place, wanted, found):
    return (["%s: lacks %s" % (place, name) for name in sorted(wanted - found)]
            + ["%s: %s is no field" % (place, name) for name in sorted(found - wanted)])


def sql_faults(types):
    db = sqlite3.connect(":memory:")
    for step in files("src/store/schema", endings=".sql"):
        db.executescript(read(step))
    for table, _, fields in types.values():
        found = {row[1] for row in db.execute("SELECT * FROM pragma_table_info (?)", (table,))}
        yield from difference("table " + table, sql_columns(fields), found)


def xml_names(grammar, pattern):
    """Names of the attributes and of the elements directly in a pattern."""
    attributes, elements = set(), set()
    for child in pattern:
        if child.tag == RNG + "attribute":
            attributes.add(child.get("name"))
        elif child.tag == RNG + "element":
            elements.add(child.get("name"))
        else:
            inner = grammar[child.get("name")] if child.tag == RNG + "ref" else child
            more = xml_names(grammar, inner)
            attributes |= more[0]
            elements |= more[1]
    return attributes, elements


def xml_faults(types):
    tree = ElementTree.parse(os.path.join(ROOT, "src/exchange/schema/luotain.rng")).getroot()
    grammar = {define.get("name"): define for define in tree.iter(RNG + "define")}
    described = {element.get("name"): element for element in tree.iter(RNG + "element")}
    for name, (_, _, fields) in types.items():
        if name not in described:
            yield "luotain.rnc: lacks the element %s" % name
            continue
        attributes, elements = xml_names(grammar, described[name])
        owned = {other for other, (_, owner, _) in types.items() if owner == name}
        kebab = [(kind, "tag" if kind == "TAGS" else field.replace("_", "-")) for kind, field in fields]
        yield from difference("element %s, attributes" % name,
                              STAMPS | {field for kind, field in kebab if kind not in IN_ELEMENTS}, attributes)
        yield from difference("element %s" % name,
                              owned | {field for kind, field in kebab if kind in IN_ELEMENTS}, elements - {"link"})


def main():
    tap = Tap()
    types = record_types()
    tap.check("record types are found", [] if types else ["src/records/ describes no record type"])
    if files("src/store/schema", endings=".sql"):
        tap.check("the SQL schema has every field, and no other", sql_faults(types))
    else:
        tap.skip("the SQL schema has every field, and no other", "there is no schema yet")
    tap.check("the XML schema has every field, and no other", xml_faults(types))
    tap.end()


main()
