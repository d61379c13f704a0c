#!/usr/bin/python3
"""bench.py BUILD [NAME…]: for each benchmark its figure, its yardstick, the ratio of the two, and how far it should reach.

Both sides run in turns in the same run; the first round is thrown away (cold caches) and the median of the others counts.
Exit status 1 if a figure is beyond its reach."""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
FINDINGS = int(os.environ.get("LUOTAIN_BENCH_FINDINGS", "100000"))
CLI = "src/cli/luotain-cli"


class Run:
    """What one run of a command took."""

    def __init__(self, milliseconds, processor, kilobytes, output):
        self.milliseconds = milliseconds
        self.processor = processor
        self.megabytes = kilobytes / 1024
        self.output = output


class Bench:
    def __init__(self, build, folder):
        self.build = build
        self.folder = folder
        self.beyond = 0
        self.environment = {
            **os.environ, "LC_ALL": "C.UTF-8", "LUOTAIN_DATA_DIR": ROOT, "LUOTAIN_LOCALE_DIR": os.path.join(build, "po"),
            "GSETTINGS_SCHEMA_DIR": os.path.join(build, "data"), "GSETTINGS_BACKEND": "memory"}

    def program(self, path):
        return os.path.join(self.build, path)

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *command, extra=None):
        result = self.path("measured")
        done = subprocess.run([self.program("tests/bench/measure"), result, *command], capture_output=True, text=True,
                              check=False, env={**self.environment, **(extra or {})}, timeout=600)
        if done.returncode:
            raise RuntimeError("%s: exit status %d\n%s" % (" ".join(command), done.returncode, done.stderr.strip()))
        with open(result, encoding="utf-8") as measured:
            return Run(*map(float, measured.read().split()), done.stdout)

    def turns(self, rounds, *sides):
        """Runs the sides in turns; for each the runs but the first."""
        runs = [[] for _ in sides]
        for number in range(rounds + 1):
            for side, kept in zip(sides, runs):
                result = side()
                if number:
                    kept.append(result)
        return runs

    def line(self, name, figure, yardstick, reach, unit="ms"):
        ratio = figure / yardstick
        self.beyond += ratio > reach
        print("%-44s %9.2f %s  against %9.2f %s   ratio %6.3f   reach %.3f%s" % (
            name, figure, unit, yardstick, unit, ratio, reach, "" if ratio <= reach else "   BEYOND"), flush=True)

    def limit(self, name, figure, limit, unit="MB"):
        self.line(name, figure, limit, 1.0, unit)


def median(runs):
    return statistics.median(run if isinstance(run, float) else run.milliseconds for run in runs)


def peak(runs):
    return max(run.megabytes for run in runs)


def remove(*paths):
    for path in paths:
        if os.path.exists(path):
            os.unlink(path)


def big_xml(bench):
    path = bench.path("findings.xml")
    if not os.path.exists(path):
        subprocess.run(["/usr/bin/python3", os.path.join(HERE, "generate.py"), path, str(FINDINGS)], check=True)
    return path


def big_workbook(bench):
    path = bench.path("findings.luotain")
    if not os.path.exists(path):
        bench.run(bench.program(CLI), "new", path, "--from", big_xml(bench))
    return path


def maritime_workbook(bench):
    path = bench.path("maritime.luotain")
    if not os.path.exists(path):
        sources = [os.path.join(ROOT, folder, name) for folder in ("scenarios", "profiles")
                   for name in sorted(os.listdir(os.path.join(ROOT, folder))) if name.endswith(".xml")]
        bench.run(bench.program(CLI), "new", path, *[word for source in sources for word in ("--from", source)])
    return path


def first_frame(bench, *command, rows=False):
    frame = bench.path("frame")
    extra = {"LUOTAIN_BENCH_PRELOAD": bench.program("tests/bench/first-frame.so"), "LUOTAIN_BENCH_FRAME": frame}
    if rows:
        extra["LUOTAIN_BENCH_ROWS"] = "1"
    bench.run(*command, extra=extra)
    with open(frame, encoding="utf-8") as result:
        return float(result.read())


def editor(bench):
    return first_frame(bench, "gnome-text-editor", "--standalone")


def frame_maritime(bench):
    workbook = maritime_workbook(bench)
    ours, theirs = bench.turns(9, lambda: first_frame(bench, bench.program("ui/luotain"), workbook), lambda: editor(bench))
    bench.line("first frame, maritime workbook", median(ours), median(theirs), 0.6)


def frame_big(bench):
    workbook = big_workbook(bench)
    ours, rows, theirs = bench.turns(
        9, lambda: first_frame(bench, bench.program("ui/luotain"), workbook),
        lambda: first_frame(bench, bench.program("ui/luotain"), workbook, rows=True), lambda: editor(bench))
    bench.line("first frame, %d findings" % FINDINGS, median(ours), median(theirs), 0.7)
    bench.line("rows visible, %d findings" % FINDINGS, median(rows), median(theirs), 1.0)


def export(bench):
    workbook, out, written = big_workbook(bench), bench.path("export.xml"), bench.path("written.xml")

    def ours():
        remove(out)
        return bench.run(bench.program(CLI), "export", workbook, "-o", out)

    def bare():
        return float(bench.run(bench.program("tests/bench/write-xml"), big_xml(bench), written).output)

    runs, bare_runs = bench.turns(5, ours, bare)
    bench.line("export XML of %d findings" % FINDINGS, median(runs), median(bare_runs), 1.5)
    bench.limit("export, peak memory", peak(runs), 40)
    remove(out, written)


def page(bench):
    """The report of 10,000 findings and 12 scenarios, all its parts, against xsltproc that is handed what we had to read and compute."""
    xml, workbook, out = bench.path("page.xml"), bench.path("page.luotain"), bench.path("page.html")
    records, data, made = bench.path("report.xml"), bench.path("report-data.xml"), bench.path("made.html")
    subprocess.run(["/usr/bin/python3", os.path.join(HERE, "generate.py"), xml, "10000", "1", "12"], check=True)
    bench.run(bench.program(CLI), "new", workbook, "--from", xml)
    bench.run(bench.program(CLI), "export", workbook, "-o", records)
    bench.run(bench.program(CLI), "export", workbook, "--format", "report-data", "-o", data)

    def ours():
        return bench.run(bench.program(CLI), "export", workbook, "--format", "html", "-o", out)

    def theirs():
        return bench.run("xsltproc", "--nonet", "--stringparam", "data", "report-data.xml", "--stringparam", "language", "fi", "-o", made,
                         os.path.join(ROOT, "src", "exchange", "schema", "luotain-html.xsl"), records)

    runs, their_runs = bench.turns(5, ours, theirs)
    with open(out, "rb") as one, open(made, "rb") as other:
        if one.read() != other.read():
            raise RuntimeError("xsltproc makes another page")
    bench.line("HTML of 10,000 findings and 12 scenarios", median(runs), median(their_runs), 1.1)
    remove(xml, workbook, out, records, data, made)


def import_(bench):
    xml, workbook = big_xml(bench), bench.path("import.luotain")

    def ours():
        remove(workbook)
        bench.run(bench.program(CLI), "new", workbook, "--title", "Mittaus", "--language", "fi")
        return bench.run(bench.program(CLI), "import", workbook, xml)

    def bare():
        return bench.run("xmllint", "--stream", "--noout", "--schema",
                         os.path.join(ROOT, "src/exchange/schema/luotain.xsd"), xml)

    runs, bare_runs = bench.turns(3, ours, bare)
    bench.line("import and validate the same, undoable", median(runs), median(bare_runs), 4.0)
    bench.limit("import, peak memory", peak(runs), 80)
    remove(workbook)


def write_changed(xml, out):
    """Every hundredth finding with another title, changed later."""
    with open(xml, encoding="utf-8") as read, open(out, "w", encoding="utf-8", newline="\n") as write:
        write.writelines([next(read), next(read)])
        number, inside = 0, False
        for line in read:
            if line.startswith("  <finding "):
                number += 1
                inside = number % 100 == 0
                line = line.replace(' changed="20', ' changed="21').replace('revision="1"', 'revision="2"')
            if inside:
                write.write(line.replace('<title xml:lang="fi">', '<title xml:lang="fi">Toisin: '))
            inside = inside and not line.startswith("  </finding>")
        write.write("</luotain>\n")


def compare(bench):
    """Two editions of which one finding in a hundred differs, against one whole export."""
    workbook, changed, out = bench.path("editions.luotain"), bench.path("changed.xml"), bench.path("edition.xml")
    shutil.copy(big_workbook(bench), workbook)
    write_changed(big_xml(bench), changed)
    first = bench.run(bench.program(CLI), "freeze", workbook, "A")
    bench.run(bench.program(CLI), "import", workbook, changed)
    again = bench.run(bench.program(CLI), "freeze", workbook, "B")
    print("# freezing %d findings: %.0f ms, again with 1 %% changed: %.0f ms" % (
        FINDINGS, first.milliseconds, again.milliseconds), flush=True)

    def export_whole():
        remove(out)
        return bench.run(bench.program(CLI), "export", workbook, "-o", out)

    def edition():
        remove(out)
        return bench.run(bench.program(CLI), "export", workbook, "--edition", "A", "-o", out)

    ours, today, written, theirs = bench.turns(
        5, lambda: bench.run(bench.program(CLI), "compare", workbook + "#A", workbook + "#B", "--json"),
        lambda: bench.run(bench.program(CLI), "compare", workbook + "#A", workbook, "--json"), edition, export_whole)
    if ours[0].output.count('"changed", "group": "findings"') != FINDINGS // 100:
        raise RuntimeError("the comparison does not tell one finding in a hundred")
    bench.line("compare editions of %d findings, 1 %% changed" % FINDINGS, median(ours), median(theirs), 1.0)
    print("# an edition with today: %.0f ms; an edition written out, its hash checked: %.0f ms" % (
        median(today), median(written)), flush=True)
    remove(workbook, changed, out)


def archive(bench):
    """A workbook of 200 MB; of both sides the yardstick reads what the package holds."""
    xml, workbook, package = bench.path("archive.xml"), bench.path("archive.luotain"), bench.path("package")
    if not os.path.exists(workbook):
        subprocess.run(["/usr/bin/python3", os.path.join(HERE, "generate.py"), xml, "175000"], check=True)
        bench.run(bench.program(CLI), "new", workbook, "--from", xml)
        remove(xml)

    def ours():
        shutil.rmtree(package, ignore_errors=True)
        return bench.run(bench.program(CLI), "archive", workbook, "-o", package)

    def payload():
        return [os.path.join(place, name) for place, _, names in os.walk(os.path.join(package, "data")) for name in names]

    def sums():
        files = payload()
        return bench.run("sha512sum", *files).milliseconds + bench.run("sha256sum", *files).milliseconds

    runs, theirs = bench.turns(5, ours, sums)
    bench.line("archive of %d MB" % (os.path.getsize(workbook) >> 20), median(runs), median(theirs), 1.5)
    bench.limit("archive, peak memory", peak(runs), 60)
    bench.run(bench.program(CLI), "verify", package, extra={"XDG_STATE_HOME": bench.path("state")})
    shutil.rmtree(package)


def undo(bench):
    xml, workbook = bench.path("part.xml"), bench.path("part.luotain")
    subprocess.run(["/usr/bin/python3", os.path.join(HERE, "generate.py"), xml, "10000", "2"], check=True)
    imports, undos = [], []
    for number in range(6):
        remove(workbook)
        bench.run(bench.program(CLI), "new", workbook, "--title", "Mittaus", "--language", "fi")
        pair = bench.run(bench.program(CLI), "import", workbook, xml), bench.run(bench.program(CLI), "undo", workbook)
        if number:
            imports.append(pair[0])
            undos.append(pair[1])
    bench.line("undo of a 10,000-record import", median(undos), median(imports), 1.0)
    remove(xml, workbook)


def info(bench):
    workbook = big_workbook(bench)
    ours, bare = bench.turns(11, lambda: bench.run(bench.program(CLI), "info", workbook),
                             lambda: bench.run("sqlite3", workbook, "select count(*) from finding"))
    bench.line("luotain-cli info, %d findings" % FINDINGS, median(ours), median(bare), 2.0)


def edit(bench):
    """The program makes both sides in turns and prints the medians of a recorded edit and of a bare one."""
    figures = bench.run(bench.program("tests/bench/edit"), bench.folder).output.split()
    bench.line("one edit, acknowledged and durable", float(figures[0]), float(figures[1]), 1.3)


def esco_package(bench):
    """That named by LUOTAIN_BENCH_ESCO, a folder of CSV files as published, else one of the same shape."""
    path = os.environ.get("LUOTAIN_BENCH_ESCO") or bench.path("esco-v1.1.1")
    if not os.path.exists(path):
        subprocess.run(["/usr/bin/python3", os.path.join(HERE, "generate-esco.py"), path], check=True)
    return path


def esco_import(bench, name, folder, files):
    """Into a catalogue with its search, against the bare tables as sqlite3 makes them of the same files."""
    catalogue, bare = bench.path("esco.sqlite"), bench.path("bare.sqlite")
    commands = [".mode csv"] + [".import '%s' t%d" % (os.path.join(folder, file), i) for i, file in enumerate(files)]
    ours, theirs = bench.turns(
        7, lambda: (remove(catalogue), bench.run(bench.program(CLI), "esco", "import", folder,
                                                 extra={"LUOTAIN_ESCO_CATALOGUE": catalogue}))[1],
        lambda: (remove(bare), bench.run("sqlite3", bare, *commands))[1])
    bench.line(name, median(ours), median(theirs), 2.0)


def esco(bench):
    package, skills = esco_package(bench), bench.path("esco-skills-v1.1.1")
    os.makedirs(skills, exist_ok=True)
    shutil.copy(os.path.join(package, "skills_en.csv"), skills)
    esco_import(bench, "ESCO skills into the catalogue", skills, ["skills_en.csv"])
    known = [name + suffix for name in ("skills", "skillGroups", "skillsHierarchy", "occupations", "ISCOGroups", "skillSkillRelations",
                                        "broaderRelationsSkillPillar", "occupationSkillRelations") for suffix in ("_en.csv", ".csv")]
    esco_import(bench, "whole ESCO package into the catalogue", package,
                [name for name in known if os.path.exists(os.path.join(package, name))])
    # In processor time, against a frame of 16 ms.
    figures = bench.run(bench.program("tests/bench/esco"), bench.path("esco.sqlite")).output.split()
    for name, figure in zip(("median", "slowest of 100", "slowest"), figures):
        bench.line("completion in ESCO, per key, " + name, float(figure), 16.0, 0.5)


def map_(bench):
    """Against one frame of 16 ms: what the map does while somebody looks at it, in processor time."""
    figures = bench.run(bench.program("tests/bench/map")).output.split()
    for name, figure, reach in zip(
            ("label placement, 500 findings", "label placement, 5,000 findings", "map redraw while dragging, 500 findings",
             "map redraw while dragging, 5,000 findings"), figures, (0.1, 0.6, 0.5, 1.0)):
        bench.line(name, float(figure), 16.0, reach)


def foresight(group):
    """The program makes both sides in one process and says how far the ratio should reach."""

    def run(bench):
        for line in bench.run(bench.program("tests/bench/cross-impact"), group).output.splitlines():
            if line.startswith("#"):
                print(line, flush=True)
                continue
            name, figure, yardstick, reach = line.split("|")
            bench.line(name, float(figure), float(yardstick), float(reach))

    return run


BENCHMARKS = {
    "frame-maritime": frame_maritime, "frame-big": frame_big, "export": export, "page": page, "import": import_,
    "edit": edit, "compare": compare, "archive": archive, "undo": undo, "info": info, "esco": esco, "map": map_,
    **{"cross-impact-" + group: foresight(group) for group in ("search", "small", "again", "sweep", "weights")},
    "futures-table": foresight("futures"),
}


def main():
    names = sys.argv[2:] or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        sys.exit("no benchmark %s; there are %s" % (", ".join(unknown), ", ".join(BENCHMARKS)))
    folder = tempfile.mkdtemp(prefix="luotain-bench.", dir=os.environ.get("LUOTAIN_BENCH_DIR", "/var/tmp"))
    failed = 0
    try:
        bench = Bench(os.path.abspath(sys.argv[1]), folder)
        for name in names:
            try:
                BENCHMARKS[name](bench)
            except (RuntimeError, OSError, ValueError, subprocess.SubprocessError) as error:
                failed += 1
                print("%s: not measured: %s" % (name, error), flush=True)
        return 1 if bench.beyond or failed else 0
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
