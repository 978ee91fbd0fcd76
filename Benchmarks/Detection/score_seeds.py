#!/usr/bin/env python3
"""Generates feeds from several seeds, detects facts in them and scores all together.

    score_seeds.py PRATIQUE GENERATOR FOLDER [ROWS] [SEED …]

GENERATOR is gen_ais.py, run by this Python, which needs numpy and polars. FOLDER keeps the feeds, so that a second
run costs the detection alone. ROWS is 300000 and the seeds are 1 to 5 unless told otherwise. Prints two tables: the
feeds as generated, and the same with pairs of vessels on one MMSI (plant_hulls.py).
"""
import os
import subprocess
import sys

import score_facts

HERE = os.path.dirname(os.path.abspath(__file__))


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def feed(generator, folder, rows, seed):
    """The folders of a seed's feed as generated and with shared MMSIs."""
    plain, shared = (os.path.join(folder, f"{name}-{rows}-{seed}") for name in ("plain", "shared"))
    if not os.path.exists(os.path.join(plain, "manifest.json")):
        run(sys.executable, generator, "--rows", rows, "--seed", seed, "--out", plain)
    if not os.path.exists(os.path.join(shared, "truth_hulls.csv")):
        run(sys.executable, os.path.join(HERE, "plant_hulls.py"), plain, shared, "12", seed)
    return plain, shared


def score(program, folder):
    path = os.path.join(folder, "facts.ndjson")
    ports = os.path.join(folder, "anchorages.csv")
    run(program, "detect", "--ais", os.path.join(folder, "ais.csv"), "--ports", ports, "-o", path)
    return score_facts.scores(folder, path)


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, generator, folder = sys.argv[1:4]
    rows = sys.argv[4] if len(sys.argv) > 4 else "300000"
    seeds = sys.argv[5:] or ["1", "2", "3", "4", "5"]
    feeds = [feed(generator, folder, rows, seed) for seed in seeds]
    for title, folders in zip(("as generated", "with shared MMSIs"), zip(*feeds)):
        print(f"{len(folders)} feeds of {rows} rows, {title}")
        score_facts.show([score(program, one) for one in folders])
        print()


main()
