#!/usr/bin/env python3
"""Scores a facts file against the truth of a generated feed.

    score_facts.py TRUTH FACTS.ndjson

TRUTH is a folder with truth_gaps.csv, truth_ports.csv, truth_encounters.csv, truth_loiter.csv and
truth_identity.csv. A fact counts as right when vessel and place agree with a planted event and the two
overlap by at least a share of their union: 0.8 for gaps, 0.5 for the others. Each event and each fact is
used once. Facts of a vessel in port for less than two hours are not scored: the truth does not hold them.
"""
import collections
import csv
import datetime
import json
import os
import sys


def seconds(text):
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def facts(path):
    with open(path) as lines:
        for line in lines:
            fact = json.loads(line)
            fact["t0"] = seconds(fact["start"])
            fact["t1"] = seconds(fact["end"]) if "end" in fact else None
            yield fact


def detected(path):
    found = collections.defaultdict(list)
    for fact in facts(path):
        kind, mmsi, t0, t1 = fact["fact"], fact.get("mmsi"), fact["t0"], fact["t1"]
        if kind == "ais_gap" and t1 is not None:
            found["gaps"].append(((mmsi,), t0, t1))
        elif kind == "port_call" and fact["source"] == "ais" and t1 is not None and t1 - t0 >= 7200:
            found["ports"].append(((mmsi, str(fact["port"])), t0, t1))
        elif kind == "encounter" and mmsi < fact["partner_mmsi"]:
            found["encounters"].append(((mmsi, fact["partner_mmsi"]), t0, t1))
        elif kind == "loitering" and t1 is not None:
            found["loitering"].append(((mmsi,), t0, t1))
    return found


def truth(folder):
    def rows(name):
        path = os.path.join(folder, name)
        return list(csv.DictReader(open(path))) if os.path.exists(path) else []

    span = lambda row: (int(row["t0"]), int(row["t1"]))
    return {
        "gaps": [((int(r["mmsi"]),), *span(r)) for r in rows("truth_gaps.csv")],
        "ports": [((int(r["mmsi"]), r["port_id"]), *span(r)) for r in rows("truth_ports.csv")],
        "encounters": [
            ((int(r["mmsi_a"]), int(r["mmsi_b"])), *span(r)) for r in rows("truth_encounters.csv")
        ],
        "loitering": [((int(r["mmsi"]),), *span(r)) for r in rows("truth_loiter.csv")],
    }


def score(planted, found, share):
    candidates = collections.defaultdict(list)
    for key, t0, t1 in found:
        candidates[key].append([t0, t1, False])
    hits = 0
    for key, t0, t1 in planted:
        best = None
        for candidate in candidates[key]:
            overlap = min(t1, candidate[1]) - max(t0, candidate[0])
            union = max(t1, candidate[1]) - min(t0, candidate[0])
            if not candidate[2] and overlap > 0 and overlap / union >= (best or (share,))[0]:
                best = (overlap / union, candidate)
        if best:
            best[1][2] = True
            hits += 1
    return hits / max(1, len(planted)), hits / max(1, len(found))


def main():
    planted, found = truth(sys.argv[1]), detected(sys.argv[2])
    print(f"{'kind':12} {'planted':>8} {'found':>8} {'recall':>8} {'precision':>10}")
    for kind, events in planted.items():
        recall, precision = score(events, found[kind], 0.8 if kind == "gaps" else 0.5)
        print(f"{kind:12} {len(events):8} {len(found[kind]):8} {recall:8.4f} {precision:10.4f}")


main()
