#!/usr/bin/python3
"""Every C file is as clang-format-14 leaves it."""
import os
import shutil
import subprocess

from tap import ROOT, Tap, files


def main():
    tap = Tap()
    tool = shutil.which("clang-format-14")
    for folder in ("src", "ui", "tests"):
        name = "%s/ is formatted" % folder
        if not tool:
            tap.skip(name, "there is no clang-format-14, and another version formats otherwise")
            continue
        sources = files(folder, endings=(".c", ".h"))
        faults = []
        if sources:
            run = subprocess.run([tool, "--dry-run", "--style=file", "--ferror-limit=1"] + sources,
                                 cwd=ROOT, capture_output=True, text=True, check=False)
            faults = sorted({line.split(":")[0] for line in run.stderr.splitlines() if "clang-format-violations" in line})
        tap.check(name, ["%s: run clang-format-14 -i %s" % (fault, fault) for fault in faults])
    tap.end()


main()
