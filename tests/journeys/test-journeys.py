#!/usr/bin/python3
"""Whole journeys of a person, from outside, in Finnish: arguments are the program, luotain-cli and the source folder."""
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from desk import ROOT, Lost, journeys, wait  # noqa: E402

FINDING = "Satamajäänmurtaja lainataan yöksi naapurisatamasta"
MISTAKE = "Tämä rivi oli erehdys"
REASON = "Sähkön saanti ratkaisee, milloin laiva voi lähteä."


def named(records, title):
    """The record of a title, in any of its languages."""
    for record in records:
        if title in [str(value) for value in record.values()]:
            return record
    return None


def titles(desk, workbook):
    return [record.get("title_fi") or record.get("title") for record in desk.list(workbook, "finding")]


def caught(desk, workbook, title):
    return named(desk.list(workbook, "finding"), title)


def catch(desk, workbook, title):
    """Ctrl+N, a title, Enter: and it is in the file."""
    line = desk.see("Uusi havainto", "text")
    desk.press("ctrl+n")
    wait("the capture line to have the focus", lambda: desk.has_focus(line))
    desk.type(title, line)
    desk.press("Return")
    return wait("“%s” to be in the file" % title, lambda: caught(desk, workbook, title))


def tie_as_driver(desk, workbook, finding):
    """On the page of scenarios: the first one's drivers, a search, Enter."""
    scenarios = [record["id"] for record in desk.list(workbook, "scenario")]
    desk.turn_to("ctrl+5", "Lisää muutosajuri", "push button")
    button = desk.bring(desk.see("Lisää muutosajuri", "push button", holds=desk.can_click))
    picker = button.get_parent()
    desk.act(button)
    search = desk.see("Hae", "entry", picker)
    wait("the search to have the focus", lambda: desk.find(holds=desk.has_focus, under=picker))
    desk.type(FINDING[:30], search)
    desk.see(FINDING, "list item", picker)
    desk.press("Return")

    def tied():
        for identity in scenarios:
            for link in desk.show(workbook, identity)["links"]:
                if link["role"] == "driver" and link["id"] == finding["id"]:
                    return identity
        return None

    scenario = wait("the finding to be a driver", tied)
    wait("the list to be closed", lambda: not desk.find("Hae", "entry", None, picker))
    return scenario


def add_competence(desk, workbook):
    """On the page of profiles: a new competence on a line of a role level, and why it is needed there."""
    before = {record["id"] for record in desk.list(workbook, "profile-entry")}
    line = desk.turn_to("ctrl+6", "Lisää osaaminen: Johtoryhmätaso, Geneeriset taidot", "text")
    cell = line.get_parent().get_parent()
    desk.focus(line)
    desk.type("Kyberhuolellisuus")
    desk.see("Kyberhuolellisuus", "list item", line.get_parent())
    desk.press("Return")
    added = wait("the entry to be in the file", lambda: [
        record["id"] for record in desk.list(workbook, "profile-entry") if record["id"] not in before])

    desk.point(desk.see("Kyberhuolellisuus", "push button", cell))
    reason = desk.focus(desk.see("Perustelu", "text"))
    desk.type(REASON, reason)
    desk.press("ctrl+Tab")
    wait("the reason to be in the file", lambda: REASON in desk.cli("show", workbook, added[0]))
    return added[0]


def export(desk, path):
    """The format of workbooks, Ctrl+E, a name, Enter: and the whole file is there."""
    desk.turn_to("ctrl+9", "Koko työkirja", "check box")
    desk.point(desk.see("Muoto", "combo box"))
    wait("the formats", lambda: desk.says("Työkirja (XML)"))
    desk.press("Down", "Down", "Down", "Return")
    wait("the format", lambda: desk.says("Muille ohjelmille"))
    desk.press("ctrl+e")
    dialog = desk.dialog("Peru")
    wait("the name to have the focus", lambda: desk.find(holds=desk.has_focus, under=dialog))
    desk.press("ctrl+a")
    desk.type(path)
    desk.press("Return")
    wait("the report", lambda: os.path.exists(path))
    desk.see("Avaa", "push button")


def capture_to_xml(desk):
    """capture to XML, in Finnish"""
    workbook = desk.maritime("Meriklusteri.luotain")
    report = desk.path("raportti.xml")
    desk.open(workbook)
    desk.see("Uusi havainto", "text")

    finding = catch(desk, workbook, FINDING)
    scenario = tie_as_driver(desk, workbook, finding)
    entry = add_competence(desk, workbook)

    desk.turn_to("ctrl+1", "Uusi havainto", "text")
    catch(desk, workbook, MISTAKE)
    desk.press("Escape", "ctrl+z")
    wait("the mistake to be gone", lambda: not caught(desk, workbook, MISTAKE))

    export(desk, report)
    desk.cli("validate", report)
    subprocess.run(["xmllint", "--nonet", "--noout", "--schema",
                    os.path.join(ROOT, "src", "exchange", "schema", "luotain.xsd"), report],
                   check=True, capture_output=True)

    back = desk.path("takaisin.luotain")
    desk.cli("new", back, "--from", report)
    if desk.cli("export", back) != open(report, encoding="utf-8").read():
        raise Lost("what was read back is not what was exported")
    if not any(link["role"] == "driver" and link["id"] == finding["id"]
               for link in desk.show(back, scenario)["links"]):
        raise Lost("the driver did not come back")
    if REASON not in desk.cli("show", back, entry):
        raise Lost("the reason did not come back")
    desk.close()


def undo_across_restart(desk):
    """undo across a restart"""
    workbook = desk.path("Uusi.luotain")
    desk.cli("new", workbook, "--title", "Kokeilu", "--language", "fi")
    desk.open(workbook)
    desk.see("Uusi havainto", "text")
    catch(desk, workbook, FINDING)
    catch(desk, workbook, MISTAKE)
    desk.close()

    desk.open(workbook)
    desk.see(MISTAKE, "list item")
    desk.press("ctrl+z")
    wait("the last finding to be gone", lambda: not caught(desk, workbook, MISTAKE))
    desk.press("ctrl+z")
    wait("the first one too", lambda: not caught(desk, workbook, FINDING))
    desk.press("ctrl+shift+z")
    wait("the first one to be back", lambda: caught(desk, workbook, FINDING))
    desk.see(FINDING, "list item")
    desk.close()


def damaged_file(desk):
    """a damaged file: a sentence and a way on"""
    workbook = desk.maritime("Rikki.luotain")
    with open(workbook, "r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for offset in range(4096, size, 4096):
            file.seek(offset)
            file.write(b"\xa5" * 512)
    before = open(workbook, "rb").read()

    desk.open(workbook)
    desk.see("Avaa toinen työkirja", "push button")
    wait("a sentence that says it is damaged", lambda: desk.says("vaurioitunut") or desk.says("vioittunut"))
    if open(workbook, "rb").read() != before:
        raise Lost("the damaged file was altered")

    # The way on asks for another workbook; one that is whole opens.
    desk.click("Avaa toinen työkirja", "push button")
    desk.dialog("Peru")
    desk.dismiss()
    desk.close()
    desk.open(desk.maritime("Ehjä.luotain"))
    desk.see("Uusi havainto", "text")
    desk.close()


def tab_to(desk, what, holds):
    """Tab until something has the focus."""
    def there():
        found = holds()
        if not found:
            desk.press("Tab")
        return found

    wait("%s to have the focus" % what, there)


def write_state(desk, workbook, text, key, n_states):
    """A state into the cell with the focus, and on with a key."""
    desk.type(text)
    desk.press(key)
    wait("“%s” to be in the file" % text, lambda: len(desk.list(workbook, "state")) == n_states)


def judge_screen(desk, workbook, first, second, n_judgements):
    """A question of two rows by digits, a minus first, and Enter."""
    desk.press(*first, "Down", *second, "Return")
    wait("%d judgements" % n_judgements, lambda: len(desk.list(workbook, "judgement")) == n_judgements)


def years(desk, workbook):
    """When the group thinks findings break through."""
    return [int(record["value"]) for record in desk.list(workbook, "rating") if record["scale"] == "breakthrough"]


def sense(desk):
    """findings to map to table to a scenario that holds together, by keyboard alone"""
    workbook = desk.path("Merkitys.luotain")
    desk.cli("new", workbook, "--title", "Kokeilu", "--language", "fi")
    desk.open(workbook)
    for title in ("Logistiikan hinta", "Meriturismi"):
        catch(desk, workbook, title)

    # The map: both break through in 2030, one of them a little later and in another dimension.
    page = desk.turn_to("ctrl+3", "Tulevaisuuskartta", None)
    desk.press("ctrl+f")
    tab_to(desk, "the map", lambda: desk.has_focus(page))
    desk.press("ctrl+a", "ctrl+m")
    year = desk.see("Läpimurron vuosi", "text", holds=desk.has_focus)
    desk.type("2030", year)
    desk.press("Return")
    wait("both years", lambda: len(years(desk, workbook)) == 2)
    wait("the map to have the focus again", lambda: desk.has_focus(page))
    desk.press("Home", "ctrl+shift+Up")
    wait("the move to be in the file", lambda: max(years(desk, workbook)) > 2030)
    desk.press("ctrl+shift+Right")
    wait("a dimension", lambda: any(record.get("dimensions") for record in desk.list(workbook, "finding")))

    # Both become key variables.
    desk.press("ctrl+a", "ctrl+k")
    wait("two key variables", lambda: len(desk.list(workbook, "key-variable")) == 2)

    # The table: two states each.
    desk.turn_to("ctrl+4", "Arvioi", "push button")
    desk.press("ctrl+4")
    tab_to(desk, "a cell", lambda: desk.find(role="table cell", holds=desk.has_focus))
    desk.press("Home", "Right")
    write_state(desk, workbook, "laskee", "Tab", 1)
    write_state(desk, workbook, "nousee", "Return", 2)
    desk.press("Home", "Right")
    write_state(desk, workbook, "kasvaa", "Tab", 3)
    write_state(desk, workbook, "romahtaa", "Return", 4)

    # Judging: both influence each other, and what is cheap goes with what grows.
    # In front of the room, the same key leads there.
    desk.press("F11")
    wait("the room", lambda: not desk.find("Päävalikko"))
    desk.press("ctrl+j")
    wait("a pair to have the focus", lambda: desk.find("ei vastattu", "push button", holds=desk.has_focus))
    desk.press("Escape")
    desk.see("Päävalikko")
    wait("a pair to have the focus", lambda: desk.find("ei vastattu", "push button", holds=desk.has_focus))
    desk.press("k", "k")
    wait("both answers", lambda: len(desk.list(workbook, "influence")) == 2)
    desk.press("Return")
    wait("a row to have the focus", lambda: desk.find(role="slider", holds=desk.has_focus))
    judge_screen(desk, workbook, ["2"], ["minus", "2"], 2)
    judge_screen(desk, workbook, ["minus", "2"], ["2"], 4)
    judge_screen(desk, workbook, ["2"], ["minus", "2"], 6)
    judge_screen(desk, workbook, ["minus", "2"], ["2"], 8)
    wait("the count", lambda: desk.says("2 polkua pysyy koossa"))

    # What holds together is taken over.
    wait("the way on to have the focus", lambda: desk.find("Katso, mikä pysyy koossa", holds=desk.has_focus))
    desk.press("Return")
    tab_to(desk, "the button", lambda: desk.find("Ota käyttöön skenaariona", "push button", holds=desk.has_focus))
    desk.press("Return")
    scenario = wait("the scenario", lambda: desk.list(workbook, "scenario"))[0]
    if len([link for link in desk.show(workbook, scenario["id"])["links"] if link["role"] == "path"]) != 2:
        raise Lost("the scenario has no whole path")
    desk.press("ctrl+z")
    wait("the scenario to be gone", lambda: not desk.list(workbook, "scenario"))
    desk.press("Escape")
    desk.see("Arvioi", "push button")
    desk.close()


journeys(capture_to_xml, sense, undo_across_restart, damaged_file)
