#!/usr/bin/env python3
"""compare_names.py NameBenchmark GENERATOR [--entities 20000,200000] [--queries 20000] [--seeds 7,8,9] [--peer-queries 2000]

Makes lists and queries with planted spellings with GENERATOR (a script that writes watchlist.csv and queries.csv into --out), searches them with
the benchmark and with rapidfuzz's token_sort, and prints for each seed and size: queries a second of processor time, on one thread and on two,
recall and false-positive rate.
Needs rapidfuzz and numpy from PyPI for the peer; without them only our own rows are printed."""
import argparse
import collections
import csv
import itertools
import json
import subprocess
import sys
import tempfile
import time

RECALLS = (0.85, 0.90, 0.92)


def points(hits):
    found = {}
    for line in open(hits, encoding="utf-8"):
        query, _, entries = line.rstrip("\n").partition("\t")
        pairs = [entry.rsplit(":", 1) for entry in entries.split(";") if entry]
        found[query] = [(entry, float(score)) for entry, score in pairs]
    return found


def quality(folder, found):
    """The false-positive rate at each recall, and the recall of each kind of spelling at the first."""
    positive, negative, kinds = [], [], collections.defaultdict(list)
    for row in csv.DictReader(open(f"{folder}/queries.csv", encoding="utf-8")):
        if row["qid"] not in found:
            continue
        hits = found[row["qid"]]
        if row["truth_id"]:
            score = max((score for entry, score in hits if entry == row["truth_id"]), default=-1)
            positive.append(score)
            kinds[row["kind"]].append(score)
        else:
            negative.append(max((score for _, score in hits), default=-1))
    positive.sort(reverse=True)
    rates = []
    for recall in RECALLS:
        threshold = positive[int(recall * len(positive) + 0.9999) - 1]
        alarms = sum(score >= threshold for score in negative)
        rates.append((threshold, alarms / max(1, len(negative)) if threshold >= 0 else None))
    return rates, kinds


def peer(folder, count):
    """rapidfuzz token_sort_ratio of every query against every name."""
    try:
        import numpy
        from rapidfuzz import fuzz, process, utils
    except ImportError:
        return None
    names, entries = [], []
    for row in csv.DictReader(open(f"{folder}/watchlist.csv", encoding="utf-8")):
        for name in [row["name"], *filter(None, row["aliases"].split("|"))]:
            names.append(" ".join(sorted(utils.default_process(name).split())))
            entries.append(row["id"])
    queries = list(csv.DictReader(open(f"{folder}/queries.csv", encoding="utf-8")))[:count]
    texts = [" ".join(sorted(utils.default_process(row["name"]).split())) for row in queries]
    found, start = {}, time.process_time()
    for first in range(0, len(texts), 256):
        scores = process.cdist(texts[first:first + 256], names, scorer=fuzz.ratio, workers=1)
        for row, line in zip(queries[first:first + 256], scores):
            best = {}
            for place in numpy.argsort(-line)[:20]:
                best.setdefault(entries[place], float(line[place]))
            found[row["qid"]] = list(best.items())[:10]
    return len(texts) / (time.process_time() - start), found


def line(name, rate, rates):
    cells = " ".join(
        f"{recall:.2f}: {'–' if alarm is None else format(alarm, '.4f')} at {threshold:g}"
        for recall, (threshold, alarm) in zip(RECALLS, rates))
    print(f"  {name:24s} {rate:10.0f} queries/s   false positives at recall {cells}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("generator")
    parser.add_argument("--entities", default="20000")
    parser.add_argument("--queries", type=int, default=20000)
    parser.add_argument("--peer-queries", type=int, default=2000)
    parser.add_argument("--seeds", default="7,8,9")
    options = parser.parse_args()
    for seed, entities in itertools.product(options.seeds.split(","), options.entities.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                [sys.executable, options.generator, "--out", folder, "--entities", entities, "--queries",
                 str(options.queries), "--seed", seed], check=True, stdout=subprocess.DEVNULL)
            hits = f"{folder}/hits.tsv"
            low = json.loads(subprocess.run([options.program, folder, "30", hits], check=True, capture_output=True, text=True).stdout)
            rates, kinds = quality(folder, points(hits))
            usual = json.loads(subprocess.run([options.program, folder, "50", hits], check=True, capture_output=True, text=True).stdout)
            print(f"seed {seed}, {entities} entries: {low['names']:.0f} names, index in {low['build_s']:.2f} s, "
                  f"p50 {usual['p50_us']:.0f} µs, p99 {usual['p99_us']:.0f} µs")
            print(f"  one thread {usual['one_thread_per_s']:.0f} queries/s, two {usual['two_threads_per_s']:.0f}")
            line("pratique, 50 points", usual["queries_per_s"], rates)
            shares = {kind: sum(score >= rates[0][0] for score in scores) / len(scores) for kind, scores in sorted(kinds.items())}
            other = peer(folder, options.peer_queries)
            if other:
                line("rapidfuzz token_sort", other[0], quality(folder, other[1])[0])
                print(f"  ratio {usual['queries_per_s'] / other[0]:.1f}×")
            print("  recall by kind at the first: " + " ".join(f"{kind} {share:.2f}" for kind, share in shares.items()))


if __name__ == "__main__":
    main()
