#!/usr/bin/env python3
"""Scores the anomalies of facts files against the truth of plant_patterns.py.

    score_patterns.py FOLDER FACTS.ndjson [FOLDER FACTS.ndjson …]

A pattern is found when an anomaly of its kind and vessel overlaps it. A jamming area with circles asks for the
jamming area. An anomaly is right when it overlaps a pattern of its vessel that it can be part of: the kind itself,
and what the pattern shows beside it (a circle inland is on land too; a line or a repeated position may be one that
jumped). `impossible_speed` is right wherever positions were displaced.
"""
import collections
import csv
import json
import os
import sys

import score_facts

KINDS = ("circle", "static", "line", "offset", "on_land", "jamming_area")
BESIDE = {
    "circle": {"on_land"},
    "line": {"on_land"},
    "offset": {"on_land"},
    "on_land": {"static", "line", "offset"},
    "jamming_area": {"on_land", "static"},
    "jamming_area+circle": {"on_land", "circle"},
}


def planted(folder):
    with open(os.path.join(folder, "truth_patterns.csv")) as lines:
        for row in csv.DictReader(lines):
            yield int(row["mmsi"]), int(row["t0"]), int(row["t1"]), row["kind"]


def anomalies(path):
    for fact in score_facts.facts(path):
        if fact["fact"] == "anomaly" and fact["kind"] in KINDS:
            yield fact["mmsi"], fact["t0"], fact["t1"], fact["kind"]


def overlap(a, b):
    return a[0] == b[0] and a[1] <= b[2] and b[1] <= a[2]


def is_of(found, pattern):
    kind = pattern[3].split("+")[0]
    return found[3] == kind or found[3] in BESIDE.get(pattern[3], ())


def main():
    counts = {kind: collections.Counter() for kind in KINDS}
    for folder, path in zip(sys.argv[1::2], sys.argv[2::2]):
        truth, found = list(planted(folder)), list(anomalies(path))
        for pattern in truth:
            kind = pattern[3].split("+")[0]
            counts[kind]["planted"] += 1
            counts[kind]["hits"] += any(overlap(one, pattern) and one[3] == kind for one in found)
        for one in found:
            counts[one[3]]["found"] += 1
            counts[one[3]]["right"] += any(overlap(one, pattern) and is_of(one, pattern) for pattern in truth)
    print(f"{'kind':14} {'planted':>8} {'recall':>7} {'found':>6} {'precision':>9}")
    for kind, count in counts.items():
        recall = count["hits"] / max(1, count["planted"])
        precision = count["right"] / count["found"] if count["found"] else 1.0
        print(f"{kind:14} {count['planted']:8} {recall:7.3f} {count['found']:6} {precision:9.3f}")


main()
