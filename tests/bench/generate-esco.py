#!/usr/bin/python3
"""generate-esco.py FOLDER: writes a package of the shape of ESCO 1.1.1: 13,900 skills with 8 other names each and a text of some
300 characters, 640 groups, 3,000 occupations, 126,000 relations. Always the same."""
import csv
import os
import random
import sys
import uuid

random.seed(4)
BASE = "http://data.europa.eu/esco/"
STARTS = "ma op pro we tra na ship con de in re com ta sa li vo ka te mo pa fi ro su ba ne".split()
ENDS = "nage erate cess ld ning vigate struct sign form pair ter king lor rine lity late duct ment tion sor per".split()
WORDS = sorted({first + middle + last for first in STARTS for middle in ("", "li", "ra", "te", "vi", "no") for last in ENDS})
WEIGHTS = [1 / (rank + 5) for rank in range(len(WORDS))]
random.shuffle(WORDS)


def uri(kind):
    return BASE + kind + "/" + str(uuid.UUID(int=random.getrandbits(128)))


def words(least, most):
    return " ".join(random.choices(WORDS, WEIGHTS, k=random.randint(least, most)))


def write(name, head, rows):
    with open(os.path.join(sys.argv[1], name), "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def skill(address):
    return ["KnowledgeSkillCompetence", address, random.choice(["skill/competence", "knowledge"]), "sector-specific", words(2, 5),
            "\n".join(words(2, 6) for _ in range(random.randint(4, 12))), "", "released", "2016-12-20T17:43:43Z", "", "",
            BASE + "concept-scheme/skills,\n" + BASE + "concept-scheme/member-skills", words(20, 50).capitalize() + ", \"so\"."]


def main():
    os.makedirs(sys.argv[1], exist_ok=True)
    skills = sorted(uri("skill") for _ in range(13900))
    groups = sorted(uri("skill") for _ in range(640))
    occupations = sorted(uri("occupation") for _ in range(3000))
    write("skills_en.csv",
          "conceptType conceptUri skillType reuseLevel preferredLabel altLabels hiddenLabels status modifiedDate scopeNote "
          "definition inScheme description".split(), map(skill, skills))
    write("skillGroups_en.csv", "conceptType conceptUri preferredLabel altLabels status description code".split(),
          (["SkillGroup", group, words(2, 6), "", "released", words(20, 60), "S%d" % i] for i, group in enumerate(groups)))
    write("occupations_en.csv", "conceptType conceptUri iscoGroup preferredLabel altLabels status description code".split(),
          (["Occupation", one, "%04d" % random.randint(110, 9629), words(1, 3), "\n".join(words(1, 3) for _ in range(9)),
            "released", words(40, 80), ""] for one in occupations))
    write("broaderRelationsSkillPillar.csv", "conceptType conceptUri broaderType broaderUri".split(),
          (["KnowledgeSkillCompetence", one, "SkillGroup", random.choice(groups)] for one in skills))
    write("occupationSkillRelations.csv", "occupationUri relationType skillType skillUri".split(),
          ([one, random.choice(["essential", "optional"]), "knowledge", skill] for one in occupations
           for skill in random.sample(skills, 42)))


main()
