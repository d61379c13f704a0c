#!/usr/bin/python3
"""No C file above 600 lines, no function above 100."""
import re

from tap import Tap, files, read

FILE_LINES = 600
FUNCTION_LINES = 100


def long_functions(path):
    """In GNU style a function opens with a brace in the first column, and so it closes."""
    opened = None
    lines = read(path).splitlines()
    for number, line in enumerate(lines):
        if line == "{":
            opened = number
        elif line == "}" and opened is not None:
            if number - opened > FUNCTION_LINES:
                yield "%s:%d: %s is %d lines long; %d are allowed" % (
                    path, opened, re.split(r"[ (]", lines[opened - 1])[0], number - opened, FUNCTION_LINES)
            opened = None


def main():
    tap = Tap()
    sources = files("src", "ui", "tests", endings=(".c", ".h"))
    sizes = [(path, read(path).count("\n")) for path in sources]
    tap.check("no C file above %d lines" % FILE_LINES,
              ["%s: %d lines; split it by what it is about" % (p, n) for p, n in sizes if n > FILE_LINES])
    tap.check("no function above %d lines" % FUNCTION_LINES, [f for p in sources for f in long_functions(p)])
    tap.end()


main()
