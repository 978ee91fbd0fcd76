"""Looks facts up in the feed itself, with the plainest arithmetic that decides."""
import collections
import csv
import datetime
import math
import os

METRES = 6371008.8 * math.pi / 180
MILE = 1852


def seconds(text):
    return int(datetime.datetime.fromisoformat(text + "+00:00").timestamp())


def metres(a, b):
    east = (b[1] - a[1] + 540) % 360 - 180
    return METRES * math.hypot(b[0] - a[0], east * math.cos(math.radians((a[0] + b[0]) / 2)))


def tracks(folder, wanted):
    """The positions of some vessels, as (time, latitude, longitude), by time."""
    found = collections.defaultdict(set)
    with open(os.path.join(folder, "ais.csv")) as lines:
        for row in csv.DictReader(lines):
            mmsi, latitude, longitude = int(row["MMSI"]), float(row["LAT"]), float(row["LON"])
            if mmsi in wanted and latitude <= 90:
                found[mmsi].add((seconds(row["BaseDateTime"]), latitude, longitude))
    return {mmsi: sorted(positions) for mmsi, positions in found.items()}


def drifting(folder, facts):
    """How many of some loiterings, as (key, start, end), the feed bears out.

    Four hours and more at less than two knots over the way made, ten miles and more from any anchorage.
    """
    if not facts:
        return 0
    positions = tracks(folder, {key[0] for key, *_ in facts})
    with open(os.path.join(folder, "anchorages.csv")) as lines:
        ports = [(float(row["lat"]), float(row["lon"])) for row in csv.DictReader(lines)]
    return sum(drifts(positions[key[0]], t0, t1, ports) for key, t0, t1 in facts)


def drifts(track, t0, t1, ports):
    way = [one for one in track if t0 - 600 <= one[0] <= t1 + 600]
    if len(way) < 2 or t1 - t0 < 4 * 3600 - 1200:
        return False
    made = sum(metres(a[1:], b[1:]) for a, b in zip(way, way[1:]))
    middle = way[len(way) // 2][1:]
    near = [port for port in ports if metres(port, middle) < 200 * MILE]
    away = all(metres(port, one[1:]) > 10 * MILE for port in near for one in way)
    return away and made / MILE * 3600 < 2 * (way[-1][0] - way[0][0])
