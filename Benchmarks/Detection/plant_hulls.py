#!/usr/bin/env python3
"""Makes a generated feed in which pairs of vessels send under one MMSI.

    plant_hulls.py FEED OUT [PAIRS] [SEED]

FEED is a folder of gen_ais.py. OUT gets the same feed, except that the second vessel of each pair sends under the
MMSI of the first, the truth with the same change, and truth_hulls.csv. Three difficulties take turns:

- `far`: the second is in another region of the world;
- `near`: the second sails the same waters, 4 degrees across, and shares the MMSI for the longest time, two days at
  least, in which the two stay twenty miles apart: from nearer a jump is no proof;
- `part`: the second, far away, uses the first's MMSI for five days only, and its own before and after.

Vessels with a planted change of identity or displaced positions are left as they are.
"""
import csv
import os
import random
import shutil
import sys

import feed_check

DIFFICULTIES = ("far", "near", "part")
FIRST_DAY, LAST_DAY = 12, 17
SHORTEST = 2 * 86400
SCORED = 7200
CLOSEST = 20 * feed_check.MILE


def read(folder, name):
    with open(os.path.join(folder, name)) as lines:
        return list(csv.reader(lines))


def candidates(folder):
    """The tracks of vessels that may be paired, by MMSI."""
    touched = {row[0] for row in read(folder, "truth_spoof.csv")[1:]}
    touched |= {mmsi for row in read(folder, "truth_identity.csv")[1:] for mmsi in row[2:4]}
    wanted = {int(row[0]) for row in read(folder, "ais.csv")[1:]} - {int(mmsi) for mmsi in touched - {"mmsi"}}
    return feed_check.tracks(folder, wanted)


def apart(a, b):
    """The longest time in which two vessels keep their distance, as (start, end)."""
    best, begin, start = (0, 0), a[0][0], 0
    for time, *place in a:
        while start < len(b) and b[start][0] < time - 1800:
            start += 1
        index = start
        while index < len(b) and b[index][0] <= time + 1800:
            if feed_check.metres(place, b[index][1:]) < CLOSEST:
                begin = time + 3600
                break
            index += 1
        if time - begin > best[1] - best[0]:
            best = (begin, time - 3600)
    return best


def period(difficulty, a, b):
    """When the two are to share an MMSI; `None` when they cannot be such a pair."""
    distance = feed_check.metres(a[0][1:], b[0][1:])
    if difficulty == "near":
        span = apart(a, b) if distance < 400_000 else (0, 0)
        return span if span[1] - span[0] >= SHORTEST else None
    if distance < 1_000_000:
        return None
    begin = min(a[0][0], b[0][0]) // 86400 * 86400
    if difficulty == "part":
        return begin + FIRST_DAY * 86400, begin + LAST_DAY * 86400
    return max(a[0][0], b[0][0]), min(a[-1][0], b[-1][0])


def choose(tracks, count, seed):
    """Pairs as (difficulty, first, second, start, end)."""
    generator = random.Random(seed)
    free = sorted(tracks)
    generator.shuffle(free)
    pairs = []
    while len(pairs) < count and len(free) > 1:
        difficulty = DIFFICULTIES[len(pairs) % len(DIFFICULTIES)]
        first = free.pop()
        for second in free:
            span = period(difficulty, tracks[first], tracks[second])
            if span:
                free.remove(second)
                pairs.append((difficulty, first, second, *span))
                break
    return pairs


def rename(mmsi, time, pairs):
    """The MMSI under which a vessel sends at a time."""
    for difficulty, first, second, start, end in pairs:
        if second == mmsi and (difficulty == "far" or start <= time <= end):
            return first
    return mmsi


def copy_feed(folder, out, pairs):
    seconds = {pair[2] for pair in pairs}
    with open(os.path.join(folder, "ais.csv")) as lines, open(os.path.join(out, "ais.csv"), "w") as feed:
        feed.write(next(lines))
        for line in lines:
            mmsi, rest = line.split(",", 1)
            if int(mmsi) in seconds:
                mmsi = rename(int(mmsi), feed_check.seconds(rest[:19]), pairs)
            feed.write(f"{mmsi},{rest}")


def pieces(names, t0, t1, pairs):
    """An event cut where one of its vessels takes or leaves an MMSI, as (names, start, end)."""
    cuts = {time for pair in pairs for time in pair[3:] if pair[2] in names and t0 < time < t1}
    edges = [t0, *sorted(cuts), t1]
    for start, end in zip(edges, edges[1:]):
        yield [rename(name, (start + end) // 2, pairs) for name in names], start, end


def returns(pair, tracks):
    """Whether the second vessel is heard under its own MMSI both before and after."""
    times = [position[0] for position in tracks[pair[2]]]
    return times[0] < pair[3] and times[-1] > pair[4]


def copy_truth(folder, out, name, columns, pairs, tracks):
    """Copies events under the MMSI of the time; a vessel that takes another is silent under its own."""
    rows = read(folder, name)
    t0, t1 = rows[0].index("t0"), rows[0].index("t1")
    with open(os.path.join(out, name), "w") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(rows[0])
        for row in rows[1:]:
            sent = [int(row[column]) for column in columns]
            for names, row[t0], row[t1] in pieces(sent, int(row[t0]), int(row[t1]), pairs):
                if row[t1] - row[t0] >= SCORED:
                    for column, mmsi in zip(columns, names):
                        row[column] = mmsi
                    writer.writerow(row)
        if name == "truth_gaps.csv":
            writer.writerows([pair[2:] for pair in pairs if pair[0] != "far" and returns(pair, tracks)])


def main():
    folder, out = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    os.makedirs(out, exist_ok=True)
    tracks = candidates(folder)
    pairs = choose(tracks, count, int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    copy_feed(folder, out, pairs)
    for name, columns in {"gaps": [0], "ports": [0], "loiter": [0], "encounters": [0, 1], "spoof": [0]}.items():
        copy_truth(folder, out, f"truth_{name}.csv", columns, pairs, tracks)
    for name in ("anchorages.csv", "truth_identity.csv"):
        shutil.copy(os.path.join(folder, name), out)
    with open(os.path.join(out, "truth_hulls.csv"), "w") as file:
        file.write("mmsi,other,t0,t1,difficulty\n")
        for pair in sorted(pairs):
            file.write(f"{pair[1]},{pair[2]},{pair[3]},{pair[4]},{pair[0]}\n")


main()
