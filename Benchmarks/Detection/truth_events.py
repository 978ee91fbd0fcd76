"""The planted events of a generated feed, as `score_facts.py` compares them with facts.

An event is (key, start, end, difficulty): the key names who and where, so that only facts with an equal key
can match it. A truth file may have a column `difficulty`; without it all events are of difficulty `-`.
"""
import csv
import os


def rows(folder, name):
    path = os.path.join(folder, f"truth_{name}.csv")
    if not os.path.exists(path):
        return []
    with open(path) as lines:
        return list(csv.DictReader(lines))


def spans(folder, name, key):
    return [
        (key(row), int(row["t0"]), int(row["t1"]), row.get("difficulty", "-"))
        for row in rows(folder, name)
    ]


def pair(row):
    return tuple(sorted((int(row["mmsi_a"]), int(row["mmsi_b"]))))


def vessel(row):
    return (int(row["mmsi"]),)


def identity(folder):
    """A change of name brings a new call sign with it, and a new MMSI brings both.

    A first IMO number after none is no change: the vessel said nothing before.
    """
    events = []
    for row in rows(folder, "identity"):
        time = int(row["t"])
        fields = []
        if row["kind"] == "reflag":
            fields = ["mmsi", "name", "call_sign"]
        elif row["kind"] == "rename":
            fields = ["name", "call_sign"]
        elif row["imo_old"]:
            fields = ["imo"]
        if row["name_old"] == row["name_new"] and "name" in fields:
            fields.remove("name")
        mmsi = int(row["mmsi_new"])
        events += [((mmsi, field), time, time, row["kind"]) for field in fields]
    return events


def events(folder):
    return {
        "gaps": spans(folder, "gaps", vessel),
        "port calls": spans(folder, "ports", lambda row: (int(row["mmsi"]), row["port_id"])),
        "encounters": spans(folder, "encounters", pair),
        "loitering": spans(folder, "loiter", vessel),
        "identity changes": identity(folder),
        "displaced positions": spans(folder, "spoof", vessel),
        "two hulls": spans(folder, "hulls", vessel),
    }
