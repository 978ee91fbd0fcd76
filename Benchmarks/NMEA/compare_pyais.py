#!/usr/bin/env python3
"""Decodes raw AIS files with pyais, a decoder of other authors, and compares with Pratique.

    compare_pyais.py PROGRAM FILE...

Runs `pratique detect --ais FILE --stats --positions POS.csv -o FACTS` on each file (plain, gzip or
zstd) and checks three things: the messages of each type are as many; each position we wrote has, on
its line, the same place, speed, course and heading in pyais; and we decoded as many positions as
pyais did, wherever the file says when they were received. Detectors drop copies of a position, so
fewer may be written than were decoded.

Ends with 0 when all agree or pyais is not installed (`pip install pyais`), with 1 when something
differs.
"""
import argparse
import collections
import csv
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SENTENCE = re.compile(rb"![!-~]{2}VD[MO],[^*]*\*[0-9A-Fa-f]{2}")
POSITION_TYPES = {1, 2, 3, 18, 19, 27}
# Pratique does not join parts further apart than this; see MessageAssembler.mostLinesBetween.
MOST_LINES_BETWEEN = 30

Place = collections.namedtuple("Place", "mmsi lat lon speed course heading")


class Theirs:
    """What pyais makes of a file."""

    def __init__(self):
        self.types = collections.Counter()
        self.positions = {}
        self.far_joins = 0


def contents(path):
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes())
    if path.suffix == ".zst":
        return subprocess.run(["zstd", "-dc", path], check=True, capture_output=True).stdout
    return path.read_bytes()


def is_right(sentence):
    checksum = 0
    for byte in sentence[1:-3]:
        checksum ^= byte
    return checksum == int(sentence[-2:], 16)


def sentences(data, progress):
    """The sentences with a right checksum and a payload, as bare as pyais wants them."""
    for number, line in enumerate(data.split(b"\n"), 1):
        match = None if line.startswith(b"#") else SENTENCE.search(line)
        if match and is_right(match[0]) and match[0].split(b",")[5]:
            progress["line"] = number
            progress["lines"][match[0]] = number
            yield match[0]


def decode_theirs(data):
    import pyais

    theirs = Theirs()
    progress = {"line": 0, "lines": {}}
    for message in pyais.IterMessages(sentences(data, progress)):
        parts = [progress["lines"].get(part, progress["line"]) for part in message.raw.split(b"\n")]
        if max(parts) - min(parts) > MOST_LINES_BETWEEN:
            theirs.far_joins += 1
            continue
        theirs.types[message.ais_id] += 1
        if message.ais_id in POSITION_TYPES:
            place = place_of(message)
            if place:
                theirs.positions[progress["line"]] = place
    return theirs


def place_of(message):
    """The position in a message, with what AIS calls not available as None."""
    try:
        said = message.decode()
    except Exception as problem:  # pyais has many exceptions for messages it cannot decode
        print(f"  pyais could not decode type {message.ais_id}: {problem!r}", file=sys.stderr)
        return None
    mmsi, lat, lon = int(said.mmsi), said.lat, said.lon
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180:
        return None
    if not 1 <= mmsi <= 999_999_999:
        return None
    top_speed = 62 if message.ais_id == 27 else 102.2
    speed = None if said.speed is None or said.speed > top_speed else float(said.speed)
    course = None if said.course is None or said.course >= 360 else float(said.course)
    heading = getattr(said, "heading", None)
    heading = None if heading is None or heading >= 360 else float(heading)
    return Place(mmsi, lat, lon, speed, course, heading)


def run_ours(program, path, folder):
    """Our counts and rejections, and our positions by line."""
    places = folder / "positions.csv"
    facts = folder / "facts.ndjson"
    command = [program, "detect", "--ais", path, "--stats", "--positions", places, "-o", facts]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"{program} failed on {path}:\n{done.stderr}")
    stats = json.loads(done.stderr[done.stderr.index("{") :])["files"][0]
    with open(places, newline="") as rows:
        positions = {int(row["line"]): our_place(row) for row in csv.DictReader(rows)}
    return stats["counts"], stats["rejections"]["reasons"], positions


def our_place(row):
    def number(column):
        return float(row[column]) if row[column] else None

    return Place(
        int(row["mmsi"]), number("lat"), number("lon"), number("speed_kn"), number("course"),
        number("heading"))


def is_same(ours, theirs):
    """Pratique keeps 1e-7 degrees; pyais rounds to six decimals."""
    def near(a, b, tolerance):
        return a is b is None or (a is not None and b is not None and abs(a - b) <= tolerance)

    return (
        ours.mmsi == theirs.mmsi and near(ours.lat, theirs.lat, 6e-7)
        and near(ours.lon, theirs.lon, 6e-7) and near(ours.speed, theirs.speed, 1e-6)
        and near(ours.course, theirs.course, 1e-6) and near(ours.heading, theirs.heading, 1e-6))


def compare(program, path):
    theirs = decode_theirs(contents(path))
    with tempfile.TemporaryDirectory() as folder:
        counts, rejections, positions = run_ours(program, path, pathlib.Path(folder))
    differences = []
    for kind in range(64):
        ours = counts.get(f"messages type {kind}", 0)
        if ours != theirs.types[kind]:
            differences.append(f"type {kind}: {ours} of ours, {theirs.types[kind]} of pyais")
    for line, place in positions.items():
        if line not in theirs.positions:
            differences.append(f"line {line}: {place} is not a position for pyais")
        elif not is_same(place, theirs.positions[line]):
            differences.append(f"line {line}: {place} but {theirs.positions[line]}")
    untimed = rejections.get("no-time", 0)
    decoded = counts.get("positions", len(positions))
    if not untimed and decoded != len(theirs.positions):
        differences.append(f"{decoded} positions decoded, {len(theirs.positions)} by pyais")
    report(path, counts, theirs, positions, untimed, differences)
    return not differences


def report(path, counts, theirs, positions, untimed, differences):
    print(
        f"{path.name}: {counts.get('sentences', 0)} sentences,"
        f" {sum(theirs.types.values())} messages of {len(theirs.types)} types, {len(theirs.positions)} positions,"
        f" {len(positions)} compared by value"
        + (f", {untimed} messages without a time" if untimed else "")
        + (f", {theirs.far_joins} joined by pyais alone" if theirs.far_joins else "")
        + (": DIFFERENT" if differences else ": equal"))
    for difference in differences[:20]:
        print("  " + difference)
    if len(differences) > 20:
        print(f"  and {len(differences) - 20} more")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", help="pratique, such as .build/release/pratique")
    parser.add_argument("files", nargs="+", type=pathlib.Path, metavar="FILE")
    arguments = parser.parse_args()
    try:
        import pyais  # noqa: F401  only whether it is there
    except ImportError:
        print("skipped: pyais is not installed (pip install pyais)")
        return 0
    results = [compare(arguments.program, path) for path in arguments.files]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
