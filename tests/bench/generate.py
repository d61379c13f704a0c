#!/usr/bin/python3
"""generate.py OUT FINDINGS [SEED]: writes a workbook of so many findings, each with 600 bytes of text and links, as XML.
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


def write(out, count, seed):
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
               [text("title", sentence(chance, 60)), text("description", sentence(chance, 540))]
               + [link(role, target) for role, target in sorted(links)])
        findings.append(finding)
    out.write("</luotain>\n")


def main():
    with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as out:
        write(out, int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)


if __name__ == "__main__":
    main()
