#!/usr/bin/python3
"""generate.py OUT FINDINGS [SEED [SCENARIOS]]: writes a workbook of so many findings, each with 600 bytes of text and links, as XML;
with scenarios every third finding is rated, and there are a futures table, and a profile of each scenario.
The same seed gives the same bytes."""
import random
import sys

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KINDS = ("weak-signal", "signal", "trend", "phenomenon", "wild-card")
DIMENSIONS = ("ecological", "economic", "political", "social", "technological")
WORDS = """satama akku kierrätys huoltovarmuus meriteollisuus telakka osaaminen koulutus työvoima sähkö verkko alus lautta
polttoaine päästö ilmasto logistiikka hinta kustannus investointi alue yritys oppilaitos tutkinto työpaja automaatio robotti
etäohjaus merimatkailu saaristo jäänmurto talvi liikenne raaka-aine pula rekrytointi maahanmuutto kieli turvallisuus uhka
sopimus sääntely standardi sertifikaatti laatu tuotanto toimitusketju varasto kysyntä vienti Itämeri Turku Naantali Uusikaupunki
kasvaa vähenee muuttuu vahvistuu hidastuu syntyy poistuu yhdistyy siirtyy nopeasti vähitellen yllättäen jälleen edelleen""".split()
CREATED = "2026-03-12T09:15:00.000Z"
CREATED_MS = 195_470_100_000  # since 2020


class Ids:
    """63-bit ids as the program makes them: milliseconds, then random bits."""

    def __init__(self, chance):
        self.chance = chance
        self.time = CREATED_MS

    def make(self, prefix):
        self.time += 1
        number = self.time << 22 | self.chance.getrandbits(22)
        digits = "".join(DIGITS[number >> 5 * place & 31] for place in range(12, -1, -1))
        return "%s-%s" % (prefix, digits)


def sentence(chance, size):
    """Words of at least so many bytes, cut to that many."""
    words = []
    length = 0
    while length < size:
        word = chance.choice(WORDS)
        words.append(word)
        length += len(word.encode()) + 1
    text = " ".join(words).capitalize().encode()[:size - 1].decode(errors="ignore").rstrip()
    return text + "." * (size - len(text.encode()))


def record(out, element, identity, attributes, lines):
    out.write('  <%s id="%s" created="%s" changed="%s" revision="1"%s>\n' % (
        element, identity, CREATED, CREATED, "".join(' %s="%s"' % pair for pair in attributes)))
    out.writelines("    %s\n" % line for line in lines)
    out.write("  </%s>\n" % element)


def text(element, value):
    return '<%s xml:lang="fi">%s</%s>' % (element, value, element)


def link(role, target):
    return '<link role="%s" to="%s" confirmed="1"/>' % (role, target)


def rating(ids, scale, value):
    return '<rating id="%s" created="%s" changed="%s" revision="1" scale="%s" value="%d"/>' % (
        ids.make("rating"), CREATED, CREATED, scale, value)


def ratings(chance, ids, scenarios):
    if not scenarios or chance.random() > 1 / 3:
        return []
    return [rating(ids, "breakthrough", chance.randint(2026, 2035)), rating(ids, "impact", chance.randint(1, 5)),
            rating(ids, "probability", chance.randint(1, 5)), rating(ids, "direction", chance.randint(-1, 1))]


def write_scenarios(out, chance, ids, sector, findings, count):
    """Eight key variables of four states, and for each scenario its path, ten drivers and a profile."""
    states = []
    for _ in range(8):
        identities = [ids.make("state") for _ in range(4)]
        lines = [text("title", sentence(chance, 25))]
        for state in identities:
            lines.append('<state id="%s" created="%s" changed="%s" revision="1">%s%s</state>' % (
                state, CREATED, CREATED, text("title", sentence(chance, 30)), link("evidence", chance.choice(findings))))
        record(out, "key-variable", ids.make("key-variable"), [], lines + [link("sector", sector)])
        states.append(identities)
    scenarios = [ids.make("scenario") for _ in range(count)]
    for scenario in scenarios:
        links = [("driver", finding) for finding in chance.sample(findings, 10)] + [("path", chance.choice(row)) for row in states]
        record(out, "scenario", scenario, [("target-year", "2035")],
               [text("title", sentence(chance, 20)), text("narrative", sentence(chance, 3000))]
               + [link(role, target) for role, target in sorted(links + [("sector", sector)])])
    competences = [ids.make("competence") for _ in range(60)]
    for competence in competences:
        record(out, "competence", competence, [], [text("title", sentence(chance, 25))])
    for scenario in scenarios:
        lines = []
        for competence in chance.sample(competences, 20):
            lines.append('<profile-entry id="%s" created="%s" changed="%s" revision="1">%s%s%s</profile-entry>' % (
                ids.make("profile-entry"), CREATED, CREATED, text("reason", sentence(chance, 100)), link("competence", competence),
                link("rests-on", chance.choice(findings))))
        record(out, "profile", ids.make("profile"), [("target-year", "2035")], lines + [link("scenario", scenario)])


def write(out, count, seed, scenarios=0):
    chance = random.Random(seed)
    ids = Ids(chance)
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write('<luotain xmlns="urn:luotain:workbook:1" version="1.0" language="fi">\n')
    record(out, "workbook", ids.make("workbook"), [("language", "fi"), ("horizon-year", "2035")], [text("title", "Mittaus")])
    for position, kind in enumerate(KINDS, 1):
        entry = "vocabulary-entry-%s" % "".join(DIGITS[position >> 5 * place & 31] for place in range(12, -1, -1))
        record(out, "vocabulary-entry", entry, [("vocabulary", "finding-kind")], ["<key>%s</key>" % kind, text("title", kind)])
    for position, dimension in enumerate(DIMENSIONS, 11):
        entry = "vocabulary-entry-%s" % "".join(DIGITS[position >> 5 * place & 31] for place in range(12, -1, -1))
        record(out, "vocabulary-entry", entry, [("vocabulary", "dimension")], ["<key>%s</key>" % dimension, text("title", dimension)])
    sector = ids.make("sector")
    record(out, "sector", sector, [], [text("title", "Meriklusteri")])
    sessions = [ids.make("session") for _ in range(50)]
    for session in sessions:
        record(out, "session", session, [], [text("title", sentence(chance, 30)), link("sector", sector)])
    sources = [ids.make("source") for _ in range(500)]
    for source in sources:
        record(out, "source", source, [], [text("title", sentence(chance, 50))])
    findings = []
    for _ in range(count):
        finding = ids.make("finding")
        links = [("sector", sector), ("session", chance.choice(sessions)), ("source", chance.choice(sources))]
        if findings and chance.random() < 0.3:
            links.append(("evidence", chance.choice(findings)))
        attributes = [("kind", chance.choice(KINDS)), ("dimensions", " ".join(sorted(chance.sample(DIMENSIONS, 2)))),
                      ("observed-on", "2026-%02d-%02d" % (chance.randint(1, 12), chance.randint(1, 28)))]
        record(out, "finding", finding, attributes,
               [text("title", sentence(chance, 60)), text("description", sentence(chance, 540))] + ratings(chance, ids, scenarios)
               + [link(role, target) for role, target in sorted(links)])
        findings.append(finding)
    if scenarios:
        write_scenarios(out, chance, ids, sector, findings, scenarios)
    out.write("</luotain>\n")


def main():
    with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as out:
        write(out, int(sys.argv[2]), *map(int, sys.argv[3:] or ["1"]))


if __name__ == "__main__":
    main()
