"""What the checks of the project share: TAP output and the list of source files."""
import os
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))


class Tap:
    """Prints one line a check; the faults of a failed one stand below it."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, faults):
        self.count += 1
        faults = list(faults)
        if faults:
            self.failed += 1
        print("%sok %d %s" % ("not " if faults else "", self.count, name))
        for fault in faults:
            print("# " + fault.replace("\n", "\n#   "))

    def skip(self, name, reason):
        self.count += 1
        print("ok %d %s # SKIP %s" % (self.count, name, reason))

    def end(self):
        print("1..%d" % self.count)
        sys.stdout.flush()
        sys.exit(1 if self.failed else 0)


def files(*folders, endings):
    """Paths below folders, relative to the root of the project, sorted."""
    found = []
    for folder in folders:
        for path, folders_inside, names in os.walk(os.path.join(ROOT, folder)):
            folders_inside[:] = [f for f in folders_inside if not f.startswith((".", "build", "_build", "__"))]
            found += [os.path.relpath(os.path.join(path, name), ROOT) for name in names if name.endswith(endings)]
    return sorted(found)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as source:
        return source.read()
