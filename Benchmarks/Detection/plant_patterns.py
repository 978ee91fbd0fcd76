#!/usr/bin/env python3
"""Makes a feed with honest vessels and planted patterns of false positions.

    plant_patterns.py OUT [SEED] [VESSELS]

OUT gets ais.csv in the layout of NOAA, truth_patterns.csv (mmsi, t0, t1, kind) and land.geojson, the squares of land
that `--coastline` wants. Vessels sail, lie at anchor or moored, drift and fish in six waters for five days, with the
errors of a receiver. Of those whose positions are displaced,

- `circle` goes round at least six times, in place or a few degrees off;
- `static` repeats one position while it says that it sails;
- `line` is a straight course at constant speed without any error;
- `offset` is the vessel's own track, one to five degrees off;
- `on_land` sits or sails a hundred miles inland;
- `jamming_area` moves up to eight vessels of one water to one place inland or to a circle there.

score_patterns.py compares the anomalies of a facts file with the truth. The same seed gives the same bytes.
"""
import csv
import datetime
import json
import math
import os
import sys

import numpy as np

DAYS = 5
END = DAYS * 86400
START = datetime.datetime(2025, 1, 1, tzinfo=datetime.timezone.utc)
WATERS = [(55, 4), (37, 18.5), (15, 65), (12, 112), (25.5, -90), (34, -40)]
LANDS = [(50.5, 10.5), (26, 28), (20, 77), (28, 108), (33, -98), (40, -5)]
LAND_REACH = 4  # degrees from the middle of a land to its shores
DEGREE = 111.195
MILE = 1.852
HEADER = (
    "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,Length,Width,Draft,Cargo,"
    "TransceiverClass"
)


class Track:
    """The times of one vessel and, in arrays beside them, what it says."""

    def __init__(self, times, latitude, longitude):
        self.times = times
        self.scale = math.cos(math.radians(latitude))
        self.latitude = np.full(len(times), float(latitude))
        self.longitude = np.full(len(times), float(longitude))
        self.speed = np.zeros(len(times))
        self.course = np.zeros(len(times))

    def move(self, north, east):
        """Moves positions by kilometres."""
        self.latitude = self.latitude + north / DEGREE
        self.longitude = self.longitude + east / DEGREE / self.scale


def steer(track, speeds, headings):
    """Sails with a speed and a heading at each time."""
    way = speeds * MILE * np.diff(track.times, prepend=track.times[0]) / 3600
    track.move(np.cumsum(way * np.cos(np.radians(headings))), np.cumsum(way * np.sin(np.radians(headings))))
    track.speed, track.course = speeds, headings % 360


def sail(rng, track):
    """Hours on one course, then another, with the yaw and the changes of speed of a ship under way."""
    x = y = speed_off = yaw = 0.0
    base, heading, turn_at = rng.uniform(8, 16), rng.uniform(0, 360), rng.uniform(2, 10) * 3600
    speeds, headings = np.empty(len(track.times)), np.empty(len(track.times))
    for index, elapsed in enumerate(np.diff(track.times, prepend=track.times[0])):
        if track.times[index] > turn_at:
            home = math.degrees(math.atan2(-x, -y))
            heading = home + rng.uniform(-30, 30) if math.hypot(x, y) > 120 else heading + rng.uniform(-70, 70)
            turn_at = track.times[index] + rng.uniform(2, 10) * 3600
        calm = math.exp(-elapsed / 300)
        yaw = yaw * calm + rng.normal(0, 0.8 * math.sqrt(1 - calm * calm))
        speed_off += rng.normal(0, 0.15 * math.sqrt(elapsed / 1800)) - speed_off * min(1, elapsed / 1800)
        speeds[index], headings[index] = base + speed_off, heading + yaw
        way = speeds[index] * MILE * elapsed / 3600
        x, y = x + way * math.sin(math.radians(headings[index])), y + way * math.cos(math.radians(headings[index]))
    steer(track, speeds, headings)


def fish(rng, track):
    """Slow legs, and now and then a turn or two round a net: a circle that is none."""
    heading, rate, change_at, x, y = rng.uniform(0, 360), 0.0, 0.0, 0.0, 0.0
    speed, headings = rng.uniform(3, 5), np.empty(len(track.times))
    for index, elapsed in enumerate(np.diff(track.times, prepend=track.times[0])):
        if track.times[index] > change_at:
            rate, change_at = 0.0, track.times[index] + rng.uniform(0.3, 3) * 3600
            if rng.uniform() < 0.3:
                round_trip = rng.uniform(20, 60) * 60
                rate = 360 / round_trip * rng.choice([-1, 1])
                change_at = track.times[index] + round_trip * rng.uniform(0.5, 2)
            else:
                home = math.degrees(math.atan2(-x, -y))
                heading = home if math.hypot(x, y) > 60 else heading + rng.uniform(-90, 90)
        heading += rate * elapsed + rng.normal(0, 4)
        way = speed * MILE * elapsed / 3600
        x, y = x + way * math.sin(math.radians(heading)), y + way * math.cos(math.radians(heading))
        headings[index] = heading
    steer(track, np.full(len(track.times), speed), headings)


def anchor(rng, track):
    """Swings round the anchor with the tide."""
    angle = np.cumsum(rng.normal(0, 0.25, len(track.times))) + tide(track) * rng.choice([0, 0.5])
    radius = rng.uniform(0.1, 0.3)
    track.move(radius * np.cos(angle), radius * np.sin(angle))
    track.speed, track.course = np.abs(rng.normal(0.1, 0.1, len(angle))), np.degrees(angle) % 360


def moor(rng, track):
    track.speed = np.abs(rng.normal(0, 0.04, len(track.times)))
    track.course = rng.uniform(0, 360, len(track.times))


def drift(rng, track):
    """Goes to and fro with the tide and slowly away."""
    radius, hours = rng.uniform(1, 4), track.times / 3600
    track.move(radius * np.cos(tide(track)) + 0.2 * hours, 0.6 * radius * np.sin(tide(track)) + 0.3 * hours)
    track.speed = np.abs(rng.normal(1, 0.2, len(hours)))
    track.course = rng.uniform(0, 360, len(hours))


def tide(track):
    return 2 * math.pi * track.times / (12.42 * 3600)


def receive(rng, track):
    """Adds the error of a receiver, which wanders within minutes; returns it in degrees."""
    spread, error = rng.uniform(3, 7), np.empty((2, len(track.times)))
    now = rng.normal(0, spread, 2)
    for index, elapsed in enumerate(np.diff(track.times, prepend=track.times[0])):
        keep = math.exp(-elapsed / 300)
        now = now * keep + rng.normal(0, spread * math.sqrt(1 - keep * keep), 2)
        error[:, index] = now + rng.normal(0, 1.5, 2)
    north, east = error[0] / 1000 / DEGREE, error[1] / 1000 / DEGREE / track.scale
    track.latitude, track.longitude = track.latitude + north, track.longitude + east
    track.speed = np.maximum(0, np.round(track.speed + rng.normal(0, 0.1, len(track.times)), 1))
    track.course = np.round(track.course, 1) % 360
    return north, east


def put(track, where, latitude, longitude, speed):
    track.latitude[where], track.longitude[where], track.speed[where] = latitude, longitude, speed


def go_round(track, where, begin, centre, radius, lap, phase, noise=(0, 0)):
    angle = phase + 2 * math.pi * (track.times[where] - begin) / lap
    scale = math.cos(math.radians(centre[0]))
    put(
        track, where, centre[0] + radius * np.cos(angle) / DEGREE + noise[0],
        centre[1] + radius * np.sin(angle) / DEGREE / scale + noise[1],
        round(2 * math.pi * radius / MILE / (abs(lap) / 3600), 1),
    )


def during(track, begin, length):
    return (track.times >= begin) & (track.times <= begin + length)


def plant_circle(rng, track, begin, length, step, _):
    radius, speed = rng.uniform(0.4, 9), rng.uniform(6, 28)
    lap = max(2 * math.pi * radius / (speed * MILE) * 3600, 4.2 * step)
    length = max(length, 6 * lap)
    where = during(track, begin, length)
    first = np.flatnonzero(where)[0]
    centre = [track.latitude[first], track.longitude[first]]
    if rng.uniform() < 0.7:
        centre = [place + rng.uniform(1, 3) * rng.choice([-1, 1]) for place in centre]
    noise = rng.normal(0, 4 / 1000 / DEGREE, (2, where.sum()))
    go_round(track, where, begin, centre, radius, lap * rng.choice([-1, 1]), rng.uniform(0, 6.28), noise)
    return length


def plant_on_land(rng, track, begin, length, _, land):
    where = during(track, begin, length)
    place = [degrees + rng.uniform(-0.5, 0.5) for degrees in land]
    speed = round(rng.uniform(0, 10), 1) if rng.uniform() < 0.5 else 0.0
    angle, way = rng.uniform(0, 6.28), speed * MILE * (track.times[where] - begin) / 3600 / DEGREE
    noise = rng.normal(0, 5 / 1000 / DEGREE, (2, where.sum()))
    put(
        track, where, place[0] + way * math.cos(angle) + noise[0], place[1] + way * math.sin(angle) + noise[1],
        speed,
    )
    return length


def plant_static(rng, track, begin, length, *_):
    where = during(track, begin, length)
    first = np.flatnonzero(where)[0]
    track.latitude[where], track.longitude[where] = track.latitude[first], track.longitude[first]
    return length


def plant_line(rng, track, begin, length, *_):
    where = during(track, begin, length)
    first = np.flatnonzero(where)[0]
    speed, angle = rng.uniform(8, 16), rng.uniform(0, 6.28)
    way = speed * MILE * (track.times[where] - track.times[first]) / 3600 / DEGREE
    put(
        track, where, track.latitude[first] + way * math.cos(angle),
        track.longitude[first] + way * math.sin(angle) / math.cos(math.radians(track.latitude[first])),
        round(speed, 1),
    )
    return length


def plant_offset(rng, track, begin, length, *_):
    where = during(track, begin, length)
    angle, way = rng.uniform(0, 6.28), rng.uniform(1.2, 5)
    track.latitude[where] += way * math.cos(angle)
    track.longitude[where] += way * math.sin(angle)
    return length


PATTERNS = {
    "circle": plant_circle, "line": plant_line, "offset": plant_offset, "on_land": plant_on_land,
    "static": plant_static,
}
MOVING_ONLY = {"line", "offset", "static"}
MOTIONS = {sail: 0.5, anchor: 0.15, moor: 0.15, drift: 0.1, fish: 0.1}


class Jam:
    """A place inland to which up to eight vessels of one water are moved for some hours."""

    def __init__(self, rng):
        self.water = int(rng.integers(len(WATERS)))
        self.begin = rng.uniform(1, DAYS - 1.2) * 86400
        self.length = rng.uniform(2, 6) * 3600
        self.centre = [degrees + rng.uniform(-0.5, 0.5) for degrees in LANDS[self.water]]
        self.is_circle = bool(rng.integers(2))
        self.radius = rng.uniform(0.3, 1.5)
        self.moved = 0

    def move(self, rng, track, step):
        where = during(track, self.begin, self.length)
        if where.sum() < 3:
            return None
        self.moved += 1
        if self.is_circle:
            lap = max(2 * math.pi * self.radius / (20 * MILE) * 3600, 5 * step)
            go_round(track, where, self.begin, self.centre, self.radius, lap, rng.uniform(0, 6.28))
        else:
            spots = rng.normal(0, 20 / 1000 / DEGREE, (2, where.sum()))
            put(
                track, where, self.centre[0] + spots[0], self.centre[1] + spots[1],
                np.round(rng.uniform(0, 2, where.sum()), 1),
            )
        kind = "jamming_area+circle" if self.is_circle else "jamming_area"
        return self.begin, self.begin + self.length, kind


def is_ashore(track, land):
    """Whether a track leads over a land."""
    north, east = track.latitude - land[0], track.longitude - land[1]
    return bool(((np.abs(north) < LAND_REACH) & (np.abs(east) < LAND_REACH)).any())


def afloat(rng, water, motion, step):
    """The track of an honest vessel that keeps to its water."""
    while True:
        times = np.floor(np.cumsum(step * rng.uniform(0.7, 1.3, END // step + 5)))
        track = Track(times[times < END], *(degrees + rng.uniform(-0.4, 0.4) for degrees in WATERS[water]))
        motion(rng, track)
        receive(rng, track)
        if not is_ashore(track, LANDS[water]):
            return track


def vessel(rng, jams):
    """One vessel's track and the pattern that was planted in it, or `None`."""
    water = int(rng.integers(len(WATERS)))
    step = int(rng.choice([60, 120, 180, 360, 600]))
    motion = list(MOTIONS)[rng.choice(len(MOTIONS), p=list(MOTIONS.values()))]
    track = afloat(rng, water, motion, step)
    for jam in jams:
        if jam.water == water and jam.moved < 8 and motion in (sail, drift, anchor):
            return track, jam.move(rng, track, step)
    if rng.uniform() >= 0.55:
        return track, None
    kind = list(PATTERNS)[rng.integers(len(PATTERNS))]
    if kind in MOVING_ONLY and motion is not sail:
        kind = ("circle", "on_land")[rng.integers(2)]
    begin, length = rng.uniform(0.5, DAYS - 1.2) * 86400, rng.uniform(4, 16) * 3600
    length = PATTERNS[kind](rng, track, begin, length, step, LANDS[water])
    return track, (begin, begin + length, kind)


def write_feed(path, tracks):
    rows = []
    for mmsi, track in tracks.items():
        longitudes = (track.longitude + 180) % 360 - 180
        rows += zip(track.times, [mmsi] * len(track.times), track.latitude, longitudes, track.speed, track.course)
    with open(path, "w") as file:
        file.write(HEADER + "\n")
        for time, mmsi, latitude, longitude, speed, course in sorted(rows):
            stamp = (START + datetime.timedelta(seconds=int(time))).strftime("%Y-%m-%dT%H:%M:%S")
            file.write(
                f"{mmsi},{stamp},{latitude:.5f},{longitude:.5f},{speed:.1f},{course:.1f},511,,,,70,0,,,,,A\n"
            )


def write_land(path):
    """A square around the middle of each land."""
    squares = []
    for latitude, longitude in LANDS:
        corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
        ring = [[longitude + east * LAND_REACH, latitude + north * LAND_REACH] for east, north in corners]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        squares.append({"type": "Feature", "properties": {}, "geometry": geometry})
    with open(path, "w") as file:
        json.dump({"type": "FeatureCollection", "features": squares}, file)


def main():
    out = sys.argv[1]
    rng = np.random.default_rng(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 320
    os.makedirs(out, exist_ok=True)
    jams = [Jam(rng) for _ in range(6)]
    tracks, truth = {}, []
    for mmsi in range(200_000_001, 200_000_001 + count):
        tracks[mmsi], planted = vessel(rng, jams)
        if planted:
            truth.append((mmsi, *(int(START.timestamp() + time) for time in planted[:2]), planted[2]))
    write_feed(os.path.join(out, "ais.csv"), tracks)
    write_land(os.path.join(out, "land.geojson"))
    with open(os.path.join(out, "truth_patterns.csv"), "w") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["mmsi", "t0", "t1", "kind"])
        writer.writerows(truth)
    print(f"{sum(len(track.times) for track in tracks.values()):,} rows, {len(truth)} patterns")


main()
