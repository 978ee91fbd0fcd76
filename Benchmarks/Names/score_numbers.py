#!/usr/bin/env python3
"""score_numbers.py PRATIQUE [--entries 4000] [--vessels 600] [--seeds 7,8,9]

Plants vessels with IMO numbers in a list, asks about them with right, swapped, mistyped and foreign numbers, and scores the answers.

First `lists match`: an identity is a line of the kind `number`; its recall and precision are over all rows. A question is a line of the kind
`mistyped_number` about the right entry. Then `screen`, with the mistakes on the side of the list: what is forbidden, what is asked, what neither.
Ends with 1 when an identity is missed or invented, a mistake is not asked about, or a mistake forbids."""
import argparse
import collections
import csv
import json
import random
import subprocess
import sys
import tempfile

SYLLABLES = "an ba chi da el fo gar hu is jo ka lu mer nor os pe qua ri sa tor ul ver wen xi ya zol".split()


def check_digit(six):
    return sum(int(digit) * weight for digit, weight in zip(six, range(7, 1, -1))) % 10


def is_valid(number):
    return len(number) == 7 and number[0] != "0" and check_digit(number[:6]) == int(number[6])


def numbers(generator, count):
    """Different valid numbers, as registers have them: 6.0 to 9.9 million."""
    found = set()
    while len(found) < count:
        six = str(generator.randrange(600000, 999999))
        found.add(six + str(check_digit(six)))
    return sorted(found, key=lambda _: generator.random())


def names(generator, count):
    found = set()
    while len(found) < count:
        words = ["".join(generator.choices(SYLLABLES, k=generator.choice((2, 3)))) for _ in range(generator.choice((1, 2, 2)))]
        found.add(" ".join(words).upper())
    return sorted(found, key=lambda _: generator.random())


def swapped(generator, number):
    places = [place for place in range(6) if number[place] != number[place + 1]]
    place = generator.choice(places)
    return number[:place] + number[place + 1] + number[place] + number[place + 2:]


def mistyped(generator, number, keeps_check=None):
    """One wrong digit; with keeps_check only where the check digit does, or does not, let it pass."""
    while True:
        place = generator.randrange(7)
        digit = generator.choice([digit for digit in "0123456789" if digit != number[place] and (place or digit != "0")])
        wrong = number[:place] + digit + number[place + 1:]
        if keeps_check is None or is_valid(wrong) == keeps_check:
            return wrong


def is_near(number, others):
    return any(number[:place] + digit + number[place + 1:] in others for place in range(7) for digit in "0123456789")


def rows(generator, entries, foreign):
    """(kind, number, name, entry of the identity, entry of the question)"""
    known = {entry["imo"]: entry for entry in entries}
    spare = iter(number for number in foreign if not is_near(number, known))
    others = iter(names(generator, 10 ** 4))
    for entry in entries:
        kind = generator.choice(
            ("exact", "renamed", "former", "swapped", "swapped, no name", "mistyped", "mistyped, valid", "mistyped, no name",
             "other hull", "other entry", "clean"))
        number, name = entry["imo"], entry["name"]
        if kind == "exact":
            yield kind, number, name, entry, None
        elif kind == "renamed":
            yield kind, number, next(others), entry, None
        elif kind == "former":
            yield kind, number, entry["former"], entry, None
        elif kind.startswith("swapped"):
            yield kind, swapped(generator, number), name if kind == "swapped" else "", None, entry
        elif kind.startswith("mistyped"):
            wrong = mistyped(generator, number, {"mistyped, valid": True, "mistyped, no name": False}.get(kind))
            if wrong not in known:
                yield kind, wrong, "" if kind == "mistyped, no name" else name, None, entry
        elif kind == "other hull":
            yield kind, next(spare), name, None, None
        elif kind == "other entry":
            other = generator.choice(entries)
            yield kind, other["imo"], name, other, None
        else:
            yield kind, next(spare), next(others), None, None


def entries(generator, count):
    own = names(generator, 2 * count)
    return [
        {"id": f"E{place}", "imo": number, "name": own[2 * place], "former": own[2 * place + 1]}
        for place, number in enumerate(numbers(generator, count))
    ]


def match(program, folder, seed, count):
    generator = random.Random(seed)
    listed = entries(generator, count)
    with open(f"{folder}/planted_2026-01-31.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", "schema", "name", "aliases", "imo", "listed_from"])
        out.writerows([entry["id"], "Vessel", entry["name"], entry["former"], entry["imo"], "2025-01-01"] for entry in listed)
    planted = list(rows(generator, listed, numbers(generator, 2 * count)))
    with open(f"{folder}/rows.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", "schema", "name", "imo"])
        out.writerows([place, "Vessel", row[2], row[1]] for place, row in enumerate(planted))
    lists = f"{folder}/match-lists"
    subprocess.run([program, "lists", "import", f"{folder}/planted_2026-01-31.csv", "--lists", lists], check=True, capture_output=True)
    subprocess.run([program, "lists", "match", f"{folder}/rows.csv", "--lists", lists, "-o", f"{folder}/hits.csv"], capture_output=True)
    hits = collections.defaultdict(list)
    for hit in csv.DictReader(open(f"{folder}/hits.csv", encoding="utf-8")):
        hits[int(hit["id"])].append((hit["kind"], hit["designation"]))
    counts = collections.Counter(row[0] for row in planted)
    right, invented, missed, asked, unasked = 0, 0, 0, collections.Counter(), 0
    for place, (kind, _, _, identity, question) in enumerate(planted):
        sure = [entry for how, entry in hits[place] if how == "number"]
        right += identity is not None and identity["id"] in sure
        missed += identity is not None and identity["id"] not in sure
        invented += sum(identity is None or entry != identity["id"] for entry in sure)
        if question:
            found = ("mistyped_number", question["id"]) in hits[place]
            asked[kind] += found
            unasked += not found
    print(f"seed {seed}, lists match: {len(planted)} rows on {count} entries")
    print(f"  identity: recall {right / (right + missed):.4f}, precision {right / (right + invented):.4f}")
    for kind in sorted(asked):
        print(f"  {kind}: {asked[kind]} of {counts[kind]} asked about")
    return missed == 0 and invented == 0 and unasked == 0


def screen(program, folder, seed, count):
    """Mistakes on the side of the list, and what a screening makes of the right number."""
    generator = random.Random(seed + 1000)
    vessels = entries(generator, count)
    known = {vessel["imo"] for vessel in vessels}
    spare = iter(number for number in numbers(generator, 2 * count) if not is_near(number, known))
    kinds = {}
    with open(f"{folder}/danish.csv", "w", encoding="utf-8") as file:
        file.write("Vessel name;IMO number ;Date of application\n")
        for vessel in vessels:
            kind = generator.choice(("exact", "renamed", "swapped", "mistyped", "mistyped, valid", "other hull", "clean"))
            number, name = vessel["imo"], vessel["name"]
            if kind == "renamed":
                name = vessel["former"]
            elif kind == "swapped":
                number = swapped(generator, number)
            elif kind.startswith("mistyped"):
                number = mistyped(generator, number, kind == "mistyped, valid")
            elif kind == "other hull":
                number = next(spare)
            kinds[int(vessel["imo"])] = kind
            if kind != "clean":
                file.write(f"{name};{number};01.02.2025\n")
    with open(f"{folder}/registry.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["imo", "mmsi", "name", "flag", "type", "from"])
        out.writerows(
            [vessel["imo"], 235000000 + place, vessel["name"], "GB", "tanker", "2020-01-01"] for place, vessel in enumerate(vessels))
    lists = f"{folder}/screen-lists"
    subprocess.run([program, "lists", "import", f"{folder}/danish.csv", "--lists", lists, "--published", "2026-01-31"], check=True, capture_output=True)
    subprocess.run(
        [program, "screen", "--registry", f"{folder}/registry.csv", "--lists", lists, "--regimes", "eu", "--as-of", "2026-02-10", "--format",
         "json", "-o", f"{folder}/verdicts.json"], check=True, capture_output=True)
    table = collections.defaultdict(collections.Counter)
    for verdict in json.load(open(f"{folder}/verdicts.json", encoding="utf-8")):
        forbids = bool(verdict["gates"])
        asks = any(question["rule"] == "number-match" for question in verdict["undetermined"])
        answer = "forbidden" if forbids else "asked, review" if asks and verdict["disposition"] == "review" else "neither"
        table[kinds[verdict["subject"]["imo"]]][answer] += 1
    print(f"seed {seed}, screen: {count} vessels")
    expected = {"exact": "forbidden", "renamed": "forbidden", "other hull": "neither", "clean": "neither"}
    good = True
    for kind in sorted(table):
        print(f"  {kind}: " + ", ".join(f"{number} {answer}" for answer, number in sorted(table[kind].items())))
        good = good and set(table[kind]) == {expected.get(kind, "asked, review")}
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--entries", type=int, default=4000)
    parser.add_argument("--vessels", type=int, default=600)
    parser.add_argument("--seeds", default="7,8,9")
    options = parser.parse_args()
    good = True
    for seed in map(int, options.seeds.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            good = match(options.program, folder, seed, options.entries) and good
            good = screen(options.program, folder, seed, options.vessels) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
