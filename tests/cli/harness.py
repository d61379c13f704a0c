"""What the black-box tests share: a folder for each test, the program, and TAP output.

A test is a function test_… that takes a Box. The program's path is the first argument, the helper `hold` the second.
"""
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
PROGRAM = os.path.abspath(sys.argv[1])
HOLD = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else None
SHIPPED = ["scenarios/maritime-cluster.xml", "profiles/maritime-competences.xml", "profiles/maritime-stable-2030.xml",
           "profiles/maritime-blue-hub-2030.xml", "profiles/maritime-withering-2030.xml",
           "profiles/maritime-laser-2030.xml", "profiles/maritime-coverage.xml"]
NOBODY = 65534

DONE, FAILED, USAGE, BAD_INPUT, NO_WRITING, DAMAGED = range(6)


class Skip(Exception):
    """Why a test cannot run here."""


class Box:
    """A folder of a test's own, and the program run in it."""

    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, status=DONE, stdin=b"", env=None, user=None):
        """Runs the program; what it printed, as text. Checks its exit status, and that a failure says why."""
        if isinstance(stdin, str):
            stdin = stdin.encode()
        result = subprocess.run([PROGRAM, *arguments], cwd=self.folder, input=stdin, capture_output=True, timeout=100,
                                env={**os.environ, **(env or {})}, user=user, check=False)
        out, err = result.stdout.decode(), result.stderr.decode()
        what = "luotain-cli %s\nexit %d, not %d\nout: %s\nerr: %s" % (
            " ".join(map(str, arguments)), result.returncode, status, out[-1500:], err[-1500:])
        assert result.returncode == status, what
        if status in (DONE,):
            assert err == "", "messages although all went well: " + what
        return out if status == DONE else out + err

    def fail(self, status, *arguments, **options):
        """Runs the program, which must fail so, print nothing and say why; what it said."""
        result = subprocess.run([PROGRAM, *arguments], cwd=self.folder, input=options.pop("stdin", b""),
                                capture_output=True, timeout=100, check=False,
                                env={**os.environ, **options.pop("env", {})}, **options)
        err = result.stderr.decode()
        what = "luotain-cli %s\nexit %d, not %d\nout: %r\nerr: %s" % (
            " ".join(map(str, arguments)), result.returncode, status, result.stdout[-800:], err[-1500:])
        assert result.returncode == status, what
        assert result.stdout == b"", "a failure prints no result: " + what
        assert err.strip(), "a failure says why: " + what
        return err

    def json(self, *arguments, **options):
        return json.loads(self.run(arguments[0], "--json", *arguments[1:], **options))

    def new(self, name="a.luotain", *arguments):
        self.run("new", name, "--title", "Meriklusteri 2030", "--language", "fi", *arguments)
        return name

    def add(self, name, kind, *fields, **options):
        """Adds a record; its id."""
        out = self.run("add", name, kind, *fields, **options)
        assert out.endswith("\n") and out.count("\n") == 1, repr(out)
        assert out.startswith(kind + "-"), out
        return out.strip()

    def maritime(self, name="m.luotain"):
        """The shipped content as a workbook."""
        arguments = []
        for path in SHIPPED:
            arguments += ["--from", os.path.join(ROOT, path)]
        self.run("new", name, *arguments)
        return name

    def bytes(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def write(self, name, data):
        with open(self.path(name), "wb") as file:
            file.write(data if isinstance(data, bytes) else data.encode())
        return name

    def files(self):
        return sorted(os.listdir(self.folder))


class Holder:
    """Another process that has a workbook open for writing, as the window does."""

    def __init__(self, box, name):
        self.process = subprocess.Popen([HOLD, box.path(name)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.process.stdout.readline() == b"held\n"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        if self.process.poll() is None:
            self.process.stdin.close()
            assert self.process.wait(timeout=60) == 0
            self.process.stdout.close()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=60)


def full_disk(limit=4096):
    """What to run before a program whose files may not grow beyond so many bytes: that is what a full disk looks like."""
    def begin():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return begin


def finnish(box):
    """What makes a program write numbers with a comma, as it does for most who use it."""
    if shutil.which("localedef"):
        subprocess.run(["localedef", "-i", "fi_FI", "-f", "UTF-8", box.path("fi_FI.UTF-8")], capture_output=True, check=False)
    if not os.path.isdir(box.path("fi_FI.UTF-8")):
        raise Skip("there is no Finnish locale")
    return {"LOCPATH": box.folder, "LC_ALL": "fi_FI.UTF-8", "LANGUAGE": "en"}


def equal(found, wanted):
    assert found == wanted, "found %r\nwanted %r" % (found, wanted)


def contains(text, *parts):
    for part in parts:
        assert part in text, "%r is not in %r" % (part, text[-2000:])


def walk(node, children):
    """All nodes of a tree."""
    yield node
    for child in node[children]:
        yield from walk(child, children)


def run_test(test):
    folder = tempfile.mkdtemp(prefix="luotain-test-")
    try:
        test(Box(folder))
        return None, []
    except Skip as skip:
        return str(skip), []
    except Exception:  # pylint: disable=broad-except
        return None, traceback.format_exc().splitlines()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(names):
    tests = [(name, test) for name, test in names.items() if name.startswith("test_")]
    failed = 0
    print("1..%d" % len(tests))
    for number, (name, test) in enumerate(tests, 1):
        skip, faults = run_test(test)
        failed += bool(faults)
        print("%sok %d %s%s" % ("not " if faults else "", number, name[5:].replace("_", " "),
                                " # SKIP " + skip if skip else ""))
        for line in faults:
            print("# " + line)
        sys.stdout.flush()
    sys.exit(1 if failed else 0)
