"""A person at a desk: starts the real program on a display and a bus of its own, reads the window as a screen reader
does (AT-SPI), and types on the real keyboard (xdotool). Nothing here waits a fixed time: every step polls a state."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM, CLI, ROOT = map(os.path.abspath, sys.argv[1:4])
PATIENCE = 60


class Lost(Exception):
    """The journey cannot go on."""


def wait(what, holds, seconds=PATIENCE):
    """Polls until holds() answers with something, and returns that."""
    end = time.monotonic() + seconds
    trouble = None
    while time.monotonic() < end:
        try:
            answer = holds()
            if answer:
                return answer
        except GLib.Error as error:
            trouble = error
        time.sleep(0.1)
    raise Lost("waited %d seconds for %s%s" % (seconds, what, " (%s)" % trouble if trouble else ""))


class Desk:
    def __init__(self, language="fi"):
        self.folder = tempfile.mkdtemp(prefix="luotain-journey-")
        self.env = dict(os.environ, LANGUAGE=language, G_MESSAGES_DEBUG="")
        self.env.pop("GTK_A11Y", None)
        self.process = None
        self.app = None
        self.log = open(os.path.join(self.folder, "log"), "w+")
        Atspi.init()
        # Without a layout that has them, every ä is a key of the moment, which a busy machine loses.
        subprocess.run(["setxkbmap", "fi"], env=self.env, check=False)

    # Files and the command line

    def path(self, name):
        return os.path.join(self.folder, name)

    def cli(self, *arguments, expect=0):
        result = subprocess.run([CLI, *arguments], env=self.env, capture_output=True, text=True, check=False)
        if expect is not None and result.returncode != expect:
            raise Lost("luotain-cli %s: %d: %s" % (" ".join(arguments), result.returncode, result.stderr))
        return result.stdout

    def list(self, workbook, kind):
        return json.loads(self.cli("list", workbook, kind, "--json"))

    def show(self, workbook, identity):
        return json.loads(self.cli("show", workbook, identity, "--json"))

    def maritime(self, name):
        """A workbook with all that ships."""
        path = self.path(name)
        sources = []
        for folder in ("scenarios", "profiles"):
            for entry in sorted(os.listdir(os.path.join(ROOT, folder))):
                if entry.endswith(".xml"):
                    sources += ["--from", os.path.join(ROOT, folder, entry)]
        self.cli("new", path, *sources)
        return path

    # The program

    def open(self, *files):
        self.process = subprocess.Popen([PROGRAM, *files], env=self.env, stdout=self.log, stderr=self.log,
                                        cwd=self.folder)
        self.app = wait("the program on the bus", self.find_app)
        wait("its window", self.frame)

    def find_app(self):
        if self.process.poll() is not None:
            raise Lost("the program ended with %d" % self.process.returncode)
        desktop = Atspi.get_desktop(0)
        desktop.set_cache_mask(Atspi.Cache.NONE)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app is not None and app.get_process_id() == self.process.pid:
                app.set_cache_mask(Atspi.Cache.NONE)
                return app
        return None

    def frame(self):
        return self.app.get_child_at_index(0) if self.app.get_child_count() else None

    def close(self):
        """As the person does it: Ctrl+Q, and the program ends well."""
        self.press("ctrl+q")
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Lost("Ctrl+Q does not end the program")
        if code:
            raise Lost("the program ended with %d" % code)
        self.process = None

    def end(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # What is in the window

    def nodes(self, under=None):
        """Everything a screen reader finds and a person sees, from the top; what is hidden has no size. Every question
        is a message to the program, so few are asked."""
        pending = [under or self.app]
        while pending:
            node = pending.pop(0)
            try:
                count = node.get_child_count() if node is not None else 0
                if count and not self.is_shown(node):
                    continue
                pending[0:0] = [node.get_child_at_index(i) for i in range(min(count, 100))]
            except GLib.Error:
                continue
            if node is not None:
                yield node

    @staticmethod
    def is_shown(node):
        component = node.get_component_iface()
        if component is None:
            return True
        extents = component.get_extents(Atspi.CoordType.WINDOW)
        return extents.width > 0 and extents.height > 0

    def find(self, name=None, role=None, holds=None, under=None):
        for node in self.nodes(under):
            try:
                if name is not None and name not in (node.get_name() or ""):
                    continue
                if role is not None and node.get_role_name() != role:
                    continue
                if (holds is None or holds(node)) and self.is_shown(node):
                    return node
            except GLib.Error:
                continue
        return None

    def see(self, name=None, role=None, under=None, holds=None, seconds=PATIENCE):
        """The first thing of this name that is shown, as soon as it is."""
        return wait("“%s” (%s)" % (name, role or "anything"), lambda: self.find(name, role, holds, under), seconds)

    @staticmethod
    def text(node):
        iface = node.get_text_iface()
        return iface.get_text(0, iface.get_character_count()) if iface is not None else ""

    def says(self, text, under=None):
        """Whether a text stands anywhere in the window."""
        for node in self.nodes(under):
            try:
                if text in (node.get_name() or "") or text in self.text(node):
                    return node
            except GLib.Error:
                continue
        return None

    @staticmethod
    def has_focus(node):
        return node.get_state_set().contains(Atspi.StateType.FOCUSED)

    # What a person does

    def act(self, node, action="click"):
        iface = node.get_action_iface()
        names = [iface.get_action_name(i) for i in range(iface.get_n_actions())] if iface is not None else []
        if action not in names:
            raise Lost("“%s” has no action %s but %s" % (node.get_name(), action, names))
        iface.do_action(names.index(action))

    def do(self, action):
        """One of the window's own actions, win.…"""
        self.act(wait("the window", self.frame), action)

    @staticmethod
    def can_click(node):
        iface = node.get_action_iface()
        return iface is not None and "click" in [iface.get_action_name(i) for i in range(iface.get_n_actions())]

    def click(self, name, role=None, under=None):
        node = self.see(name, role, under, self.can_click)
        self.act(node)
        return node

    def dialog(self, button):
        """The dialog that has a button of this name; it has the keyboard."""
        self.see(button, "push button")
        dialog = wait("a second window", lambda: self.app.get_child_count() > 1 and self.app.get_child_at_index(
            self.app.get_child_count() - 1))
        wait("the dialog to have the keyboard", lambda: self.find(holds=self.has_focus, under=dialog))
        return dialog

    def dismiss(self):
        """Escape, and the dialog is gone."""
        self.press("Escape")
        wait("the dialog to be gone", lambda: self.app.get_child_count() == 1)

    def rest(self, node):
        """Where something is as soon as it stands still: what slides in may not be where it was a moment ago."""
        last = []

        def still():
            extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            last.append((extents.x, extents.y, extents.width, extents.height))
            return len(last) > 1 and last[-1] == last[-2] and last[-1]

        return wait("“%s” to stand still" % node.get_name(), still)

    def point(self, node):
        """A click of the mouse in the middle of something."""
        x, y, width, height = self.rest(node)
        middle = x + width // 2, y + height // 2
        self.xdotool("mousemove", str(middle[0]), str(middle[1]))
        wait("the pointer", lambda: "x:%d y:%d " % middle in self.xdotool("getmouselocation"))
        self.xdotool("click", "1")

    def focus(self, node):
        """A click into a field, and it has the focus."""
        self.point(node)
        wait("“%s” to have the focus" % node.get_name(), lambda: self.has_focus(node))
        return node

    def bring(self, node):
        """Turns the wheel over a page until something on it can be seen."""
        height = self.frame().get_component_iface().get_extents(Atspi.CoordType.WINDOW).height

        def seen():
            extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            if extents.y > 100 and extents.y + extents.height < height - 60:
                return True
            self.xdotool("mousemove", str(extents.x + extents.width // 2), str(height // 2))
            self.xdotool("click", "--repeat", "3", "--delay", "20", "5" if extents.y > 100 else "4")
            return False

        wait("“%s” to be seen" % node.get_name(), seen)
        return node

    def press(self, *keys):
        self.xdotool("key", "--clearmodifiers", "--delay", "30", *keys)

    def turn_to(self, key, name, role):
        """A page by its shortcut."""
        self.press(key)
        return self.see(name, role)

    def type(self, text, into=None):
        """Types into what has the focus, and sees that it arrived where it can be read back."""
        self.xdotool("type", "--clearmodifiers", "--delay", "12", text)
        if into is not None:
            wait("“%s” to be typed" % text, lambda: text in self.text(into))

    def xdotool(self, *arguments):
        result = subprocess.run(["xdotool", *arguments], env=self.env, capture_output=True, text=True, check=False)
        if result.returncode:
            raise Lost("xdotool %s: %s" % (" ".join(arguments), result.stderr))
        return result.stdout

    def picture(self, name):
        """What the screen shows, where LUOTAIN_PICTURES says where to keep it."""
        folder = os.environ.get("LUOTAIN_PICTURES")
        if folder:
            subprocess.run(["import", "-window", "root", os.path.join(folder, name + ".png")], env=self.env, check=False)


def travel(journey):
    """Runs a journey at a desk of its own; says why it was lost, or nothing."""
    desk = Desk()
    fault = None
    try:
        journey(desk)
    except Exception:  # a journey that is lost in any way has failed, and the others go on
        desk.picture("lost-" + journey.__name__)
        desk.log.seek(0)
        fault = traceback.format_exc() + "\n" + desk.log.read()[-3000:]
    desk.end()
    return fault


def journeys(*functions):
    """Runs each journey once and prints TAP."""
    failed = 0
    for number, journey in enumerate(functions, 1):
        fault = travel(journey)
        if fault:
            failed += 1
            print("# " + fault.replace("\n", "\n# "))
        print("%sok %d %s" % ("not " if fault else "", number, journey.__doc__ or journey.__name__), flush=True)
    print("1..%d" % len(functions))
    sys.exit(1 if failed else 0)
