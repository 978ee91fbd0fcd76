#!/usr/bin/env python3
"""Scores facts files against the truth of generated feeds.

    score_facts.py TRUTH FACTS.ndjson [TRUTH FACTS.ndjson …]

TRUTH is a folder with ais.csv, anchorages.csv and truth_*.csv (see truth_events.py). Several pairs are scored
together, and the worst of them is shown beside the whole. Each event and each fact is used once.

- A gap, port call, encounter or loitering is right when vessel and place agree with a planted event and the two
  overlap by a share of their union: 0.8 for gaps, 0.5 for the others.
- A change of identity is right when the field agrees and it is told within two hours of the change.
- Displaced positions are right when an anomaly of a speed that cannot be overlaps them.
- Two hulls on one MMSI are told apart when a duplicate identity is told of the MMSI, no speed that cannot be,
  and no gap that neither hull had.

A call shorter than two hours is not scored: the truth does not hold it. A loitering that was not planted is
looked up in the feed: when the vessel did drift for four hours away from port, as it does in a planted encounter
or a decoy, the fact holds and is left out of the precision (column `holds`). Those of a shared MMSI are left out
unseen, because the feed does not say which of the two it speaks of.
"""
import collections
import datetime
import json
import statistics
import sys

import feed_check
import truth_events

SHARE = {"gaps": 0.8, "port calls": 0.5, "encounters": 0.5, "loitering": 0.5}
LATEST_CHANGE = 7200


class Score:
    """What was planted, found and right, of one kind and one feed."""

    def __init__(self):
        self.planted = collections.Counter()
        self.hits = collections.Counter()
        self.found = 0
        self.holds = 0
        self.errors = []

    def add(self, other):
        self.planted += other.planted
        self.hits += other.hits
        self.found += other.found
        self.holds += other.holds
        self.errors += other.errors

    def recall(self):
        planted = sum(self.planted.values())
        return sum(self.hits.values()) / planted if planted else 1.0

    def precision(self):
        judged = self.found - self.holds
        return sum(self.hits.values()) / judged if judged else 1.0


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
    """The facts of a file by kind of event, as (key, start, end)."""
    found = collections.defaultdict(list)
    for fact in facts(path):
        kind, mmsi, t0, t1 = fact["fact"], fact.get("mmsi"), fact["t0"], fact["t1"]
        if kind == "ais_gap" and t1 is not None:
            found["gaps"].append(((mmsi,), t0, t1))
        elif kind == "port_call" and fact["source"] == "ais" and t1 is not None and t1 - t0 >= 7200:
            found["port calls"].append(((mmsi, str(fact["port"])), t0, t1))
        elif kind == "encounter" and mmsi < fact["partner_mmsi"]:
            found["encounters"].append(((mmsi, fact["partner_mmsi"]), t0, t1))
        elif kind == "loitering" and t1 is not None:
            found["loitering"].append(((mmsi,), t0, t1))
        elif kind == "identity_change":
            found["identity changes"].append(((mmsi, fact["field"]), t0, t1))
        elif kind == "anomaly":
            found[fact["kind"]].append(((mmsi,), t0, t1))
    return found


def overlap(a, b):
    union = max(a[1], b[1]) - min(a[0], b[0])
    return (min(a[1], b[1]) - max(a[0], b[0])) / union if union else 1.0


def match(planted, found, fits):
    """Pairs each event with the fact that fits it best; what is left of the facts comes last."""
    score = Score()
    score.found = len(found)
    candidates = collections.defaultdict(list)
    for fact in found:
        candidates[fact[0]].append(fact)
    for key, t0, t1, difficulty in planted:
        score.planted[difficulty] += 1
        fitting = [(fits((t0, t1), fact[1:]), fact) for fact in candidates[key]]
        best = max((one for one in fitting if one[0] is not None), default=None)
        if best:
            candidates[key].remove(best[1])
            score.hits[difficulty] += 1
            score.errors.append(max(abs(best[1][1] - t0), abs(best[1][2] - t1)))
    return score, [fact for rest in candidates.values() for fact in rest]


def at_least(share):
    return lambda event, fact: value if (value := overlap(event, fact)) >= share else None


def shortly_after(event, fact):
    late = fact[0] - event[0]
    return -late if 0 <= late <= LATEST_CHANGE else None


def touching(event, fact):
    return 0 if fact[0] <= event[1] + 3600 and fact[1] >= event[0] - 3600 else None


def hulls(planted, truth, found):
    """Which shared MMSIs were told apart."""
    score = Score()
    score.found = len({key for key, *_ in found["duplicate_identity"]})
    for key, t0, t1, difficulty in planted:
        score.planted[difficulty] += 1
        of_vessel = lambda kind: [fact for fact in found[kind] if fact[0] == key]
        gaps = [event for event in truth["gaps"] + truth["displaced positions"] if event[0] == key]
        displaced = [event for event in truth["displaced positions"] if event[0] == key]
        false_gaps = [
            gap for gap in of_vessel("gaps") if all(overlap(event[1:3], gap[1:]) < 0.8 for event in gaps)
        ]
        teleports = [
            jump
            for jump in of_vessel("impossible_speed")
            if all(touching(event[1:3], jump[1:]) is None for event in displaced)
        ]
        told = [fact for fact in of_vessel("duplicate_identity") if touching((t0, t1), fact[1:]) is not None]
        score.hits[difficulty] += bool(told) and not false_gaps and not teleports
    return score


def scores(folder, path):
    """The score of each kind of one feed."""
    truth, found = truth_events.events(folder), detected(path)
    result = {}
    for kind, share in SHARE.items():
        result[kind], rest = match(truth[kind], found[kind], at_least(share))
        if kind == "loitering":
            shared = {key for key, *_ in truth["two hulls"]}
            alone = [fact for fact in rest if fact[0] not in shared]
            result[kind].holds = len(rest) - len(alone) + feed_check.drifting(folder, alone)
    result["identity changes"], _ = match(truth["identity changes"], found["identity changes"], shortly_after)
    result["displaced positions"], _ = match(
        truth["displaced positions"], found["impossible_speed"], touching
    )
    result["two hulls"] = hulls(truth["two hulls"], truth, found)
    return {kind: score for kind, score in result.items() if score.planted or score.found}


def minutes(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] / 60 if values else float("nan")


def show(all_scores):
    """Prints one row a kind, with the worst feed, and one for each difficulty of a kind that has several."""
    print(
        f"{'kind':28} {'planted':>8} {'found':>7} {'holds':>6} {'recall':>8} {'worst':>7} "
        f"{'precision':>10} {'worst':>7} {'error, min':>10} {'p90':>6}"
    )
    kinds = [kind for one in all_scores for kind in one]
    for kind in dict.fromkeys(kinds):
        parts = [one[kind] for one in all_scores if kind in one]
        total = Score()
        for part in parts:
            total.add(part)
        median = statistics.median(total.errors) / 60 if total.errors else float("nan")
        print(
            f"{kind:28} {sum(total.planted.values()):8} {total.found:7} {total.holds:6} "
            f"{total.recall():8.4f} {min(part.recall() for part in parts):7.4f} "
            f"{total.precision():10.4f} {min(part.precision() for part in parts):7.4f} "
            f"{median:10.1f} {minutes(total.errors, 0.9):6.1f}"
        )
        if len(total.planted) > 1:
            for difficulty, planted in sorted(total.planted.items()):
                print(f"  {difficulty:26} {planted:8} {'':7} {'':6} {total.hits[difficulty] / planted:8.4f}")


def main():
    arguments = sys.argv[1:]
    if not arguments or len(arguments) % 2:
        sys.exit(__doc__)
    show([scores(folder, path) for folder, path in zip(arguments[::2], arguments[1::2])])


if __name__ == "__main__":
    main()
