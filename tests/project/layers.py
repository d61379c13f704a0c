#!/usr/bin/python3
"""Reads the includes of every file and names the rule of the architecture that one of them breaks."""
import os
import re

from tap import Tap, files, read

# Which folders of src/ a folder sees, besides itself.
SEES = {
    "base": [],
    "foresight": ["base"],
    "store": ["base"],
    "records": ["base", "foresight", "store"],
    "exchange": ["base", "foresight", "store", "records"],
    "workshop": ["base", "foresight", "store", "records", "exchange"],
    "cli": ["base", "foresight", "store", "records", "exchange"],
}
ALL = sorted(SEES)

# Which folders may include a system header: the first pattern that fits decides.
SYSTEM = [
    (r"^(gtk|gdk|gsk|graphene)[/.-]|^(gtk|gdk|adwaita|adw)\b", ["ui"], "GTK and libadwaita stand only below ui/"),
    (r"^(pango|cairo)[/.-]", ["ui", "src/exchange"], "pictures and pages are drawn only in src/exchange/ and ui/"),
    (r"^sqlite3", ["src/store"], "SQLite stands only in src/store/"),
    (r"^lib(xml|xslt|exslt)/", ["src/exchange"], "libxml2 and libxslt stand only in src/exchange/"),
    (r"^(json-glib/|archive(_entry)?\.h)", ["src/exchange"], "JSON of others and archives are read only in src/exchange/"),
    (r"^libsoup/", ["src/workshop"], "libsoup stands only in src/workshop/"),
]
# foresight/ takes numbers and gives numbers; of GIO it uses GCancellable alone, of the system advice on its own memory.
FORESIGHT = r"^(glib(-object)?\.h|gio/gio\.h|math\.h|float\.h|stdint\.h|stdlib\.h|string\.h|sys/mman\.h)$"

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)


def layer_of(path):
    parts = path.split(os.sep)
    return "ui" if parts[0] == "ui" else parts[1] if len(parts) > 2 else ""


def include_faults(path, homes):
    layer = layer_of(path)
    sees = ALL if layer == "ui" else SEES.get(layer, []) + [layer]
    text = read(path)
    for match in INCLUDE.finditer(text):
        place = "%s:%d" % (path, text.count("\n", 0, match.start()) + 1)
        kind, name = match.groups()
        if kind == "<":
            yield from system_faults(place, path, layer, name)
            continue
        if "/" in name:
            yield '%s: "%s": headers are included by name alone; the include path says who sees whom' % (place, name)
            name = os.path.basename(name)
        home = homes.get(name)
        if home == "ui" and layer != "ui":
            yield '%s: "%s": src/ never sees ui/' % (place, name)
        elif home and home != layer and home not in sees:
            yield '%s: "%s": src/%s/ sees %s, not src/%s/' % (
                place, name, layer, ", ".join("src/%s/" % s for s in SEES[layer]) or "nothing of ours", home)
        elif home is None and name != "config.h":
            yield '%s: "%s": no such header in src/ or ui/; a system header stands in <>' % (place, name)


def system_faults(place, path, layer, name):
    for pattern, allowed, rule in SYSTEM:
        if re.search(pattern, name) and not path.startswith(tuple(a + os.sep for a in allowed)):
            yield "%s: <%s>: %s" % (place, name, rule)
            return
    if layer == "foresight" and not re.match(FORESIGHT, name):
        yield "%s: <%s>: src/foresight/ includes nothing but src/base/ and GLib: numbers in, numbers out" % (place, name)


def sql_faults(path):
    if not path.startswith(("src/store/", "src/records/")):
        text = read(path)
        for match in re.finditer(r'"\s*(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b', text):
            line = text.count("\n", 0, match.start()) + 1
            yield "%s:%d: SQL stands only in src/store/ and src/records/" % (path, line)


def main():
    tap = Tap()
    sources = files("src", "ui", endings=(".c", ".h"))
    homes = {os.path.basename(p): layer_of(p) for p in sources if p.endswith(".h")}
    homes.update({"luotain-%s-resources.h" % n: n for n in ("store", "exchange", "ui")})
    for folder in ["src/" + f for f in sorted(SEES)] + ["ui"]:
        own = [p for p in sources if p.startswith(folder + os.sep)]
        tap.check("%s/ includes only what it may see" % folder, [f for p in own for f in include_faults(p, homes)])
    tap.check("every folder of src/ has its rule", sorted(
        {"src/%s/ is not named in tests/project/layers.py" % layer_of(p)
         for p in sources if p.startswith("src" + os.sep) and layer_of(p) not in SEES}))
    tap.check("no SQL outside src/store/ and src/records/", [f for p in sources for f in sql_faults(p)])
    names = [os.path.basename(p) for p in sources if p.endswith(".h")]
    tap.check("every header has a name of its own", sorted(
        {"%s: two headers have this name" % n for n in names if names.count(n) > 1}))
    tap.end()


main()
