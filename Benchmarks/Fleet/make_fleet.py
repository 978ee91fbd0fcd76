#!/usr/bin/env python3
"""Makes a facts file of many vessels, and the fleet file that names them.

usage: make_fleet.py VESSELS FOLDER [--facts 200] [--seed 1] [--detector] [--changed SHARE]

Writes FOLDER/facts.ndjson, sorted as `pratique detect` sorts, and FOLDER/fleet.csv. Every kind of
fact that rules read occurs; nine vessels in ten have nothing to hide. The same arguments give the
same bytes. `--detector` adds to each fact the detector and its parameters, as `detect` does, which
makes lines half as long again. `--changed SHARE` writes FOLDER/changed.ndjson instead: one new fact
of that share of the vessels, to be read beside facts.ndjson.
"""

import argparse
import datetime
import json
import random

START = datetime.datetime(2024, 6, 1)
DAYS = 365
PORTS = [
    ("NLRTM", "NL", 51.95, 4.05), ("SGSIN", "SG", 1.26, 103.84), ("CNSHA", "CN", 31.2, 121.9),
    ("AEFJR", "AE", 25.17, 56.37), ("USHOU", "US", 29.7, -95.0), ("BRSSZ", "BR", -23.98, -46.3),
    ("KRPUS", "KR", 35.08, 129.05), ("INMUN", "IN", 22.75, 69.7), ("TRIST", "TR", 41.0, 28.97),
    ("ZADUR", "ZA", -29.88, 31.03), ("GRPIR", "GR", 37.94, 23.6), ("JPYOK", "JP", 35.45, 139.66),
]  # fmt: skip
SANCTIONED = [("IRBND", "IR", 27.14, 56.2), ("RUNVS", "RU", 44.7, 37.8), ("KPNAM", "KP", 38.7, 125.4)]
FLAGS = ["PA", "LR", "MH", "HK", "SG", "MT", "BS", "GR", "CN", "CY"]
MIDS = {"PA": 351, "LR": 636, "MH": 538, "HK": 477, "SG": 563, "MT": 215, "BS": 308, "GR": 237,
        "CN": 412, "CY": 209}  # fmt: skip
TYPES = ["bulk_carrier", "container", "crude_tanker", "product_tanker", "chemical_tanker",
         "general_cargo", "gas_carrier", "ro_ro_cargo"]  # fmt: skip
ZONES = ["eez-us", "eez-cn", "eez-ir", "eez-kr"]
CARGO = ["crude_oil", "coal", "iron_ore", "food", "containers", "machinery"]
PARAMETERS = {
    "cargo_ballast": 0.4, "draught_delay_s": 43200, "draught_rounding_m": 0.1,
    "encounter_distance_m": 555.6, "encounter_minimum_s": 7200, "gap_history_s": 43200,
    "gap_minimum_s": 43200, "hull_speed_kn": 100, "outage_share": 0.8,
}  # fmt: skip
#: How many facts of each kind a vessel has in 200; the rest are port calls.
MIX = [
    ("observation", 12), ("identity", 2), ("ais_gap", 30), ("voyage", 30), ("zone_transit", 24),
    ("loitering", 12), ("encounter", 3), ("dark_encounter", 1), ("draught_change", 20),
    ("loading", 8), ("discharge", 8), ("anomaly", 2), ("identity_change", 1), ("flag_change", 1),
    ("party", 4), ("cover", 2), ("paper", 3), ("ownership_change", 1), ("inspection", 2),
    ("sighting", 1),
]  # fmt: skip


def imo(index):
    """The hull with that index: six digits and the check digit of IMO."""
    digits = [int(digit) for digit in str(900_000 + index if index < 99_000 else 700_000 + index)]
    return int("".join(map(str, digits)) + str(sum(d * w for d, w in zip(digits, range(7, 1, -1))) % 10))


def stamp(moment):
    return moment.isoformat(timespec="seconds") + "Z"


class Vessel:
    def __init__(self, index, fleet):
        self.index, self.fleet = index, fleet
        self.random = random.Random(f"{fleet.seed}/{index}")
        self.imo = imo(index)
        self.flag = self.random.choice(FLAGS)
        self.mmsi = MIDS[self.flag] * 1_000_000 + index
        self.type = self.random.choice(TYPES)
        self.is_risky = self.random.random() < 0.1

    def facts(self, count):
        kinds = []
        for kind, share in MIX:
            kinds += [kind] * max(1, share * count // 200)
        kinds = kinds[:count] + ["port_call"] * (count - len(kinds))
        return [self.fact(kind, number) for number, kind in enumerate(kinds)]

    def fact(self, kind, number):
        chance = self.random
        start = START + datetime.timedelta(seconds=chance.randrange(DAYS * 86400))
        hours = chance.randrange(2, 60)
        end = start + datetime.timedelta(hours=hours)
        ports = SANCTIONED if self.is_risky and chance.random() < 0.05 else PORTS
        port = chance.choice(ports)
        place = (round(port[2] + chance.uniform(-2, 2), 5), round(port[3] + chance.uniform(-2, 2), 5))
        fields, head = self.fields(kind, number, start, hours, port, place), {}
        if kind in ("identity", "party", "cover"):
            start, end = START + datetime.timedelta(days=number % 30), None
        head = {"fact": kind, "mmsi": self.mmsi, "imo": self.imo, "start": stamp(start)}
        if end:
            head["end"] = stamp(end)
            head["duration_s"] = hours * 3600
        if kind in ("ais_gap", "encounter", "loitering", "anomaly", "port_call", "dark_encounter"):
            head |= {"lat": place[0], "lon": place[1]}
        line = chance.randrange(1, 9_000_000)
        evidence = [{"file": f"ais-{start.year}-{start.month:02}.csv.zst", "line": line,
                     "time": stamp(start)}]  # fmt: skip
        if end:
            evidence.append({"file": f"ais-{end.year}-{end.month:02}.csv.zst", "line": line + 977,
                             "time": stamp(end)})  # fmt: skip
        is_file = kind in ("party", "cover", "paper", "ownership_change", "inspection")
        source = "registry" if kind == "identity" and number % 2 else "import:desk" if is_file else "ais"
        fact = head | fields | {"source": source, "evidence": evidence}
        if self.fleet.detector and not is_file:
            fact["detector"] = {"name": kind, "version": 1, "parameters": PARAMETERS}
        return start, end or datetime.datetime.max, fact

    def fields(self, kind, number, start, hours, port, place):
        chance, risky = self.random, self.is_risky
        other = PORTS[chance.randrange(len(PORTS))]
        far = {"end_lat": round(place[0] + 0.5, 5), "end_lon": round(place[1] + 0.5, 5)}
        if kind == "observation":
            return {"positions": chance.randrange(100, 9000)}
        if kind == "identity":
            return {"name": f"SEA STAR {self.index}", "call_sign": f"H{self.index:05}"[:7],
                    "flag": self.flag, "type": self.type, "gross_tonnage": 20_000 + self.index % 90_000,
                    "deadweight_t": 40_000 + self.index % 90_000, "built": 1990 + self.index % 33,
                    "length_m": 180 + self.index % 150, "registry_status": "open", "ais_class": "a",
                    "owner": f"Blue Water Shipping {self.index} Ltd",
                    "manager": f"Harbour Management {self.index // 20} SA"}  # fmt: skip
        if kind == "ais_gap":
            return {"distance_m": chance.randrange(1000, 200_000),
                    "implied_speed_kn": round(chance.uniform(0, 9), 2)} | far | {
                    "positions_before": chance.randrange(1, 90),
                    "reception": round(chance.uniform(0.5, 1) if risky else chance.uniform(0.26, 0.55), 4),
                    "neighbours": chance.randrange(1, 60), "open": False, "feed_outage": False}  # fmt: skip
        if kind == "port_call":
            return {"port": port[0], "port_name": port[0].title(), "country": port[1],
                    "confidence": 4, "stops": 1, "open": False,
                    "draught_before_m": 9.1, "draught_after_m": 9.2}  # fmt: skip
        if kind == "voyage":
            return {"from": port[0], "to": other[0], "declared_destination": other[0],
                    "destination_distance_m": 0, "detour_ratio": round(chance.uniform(1, 1.2), 3),
                    "laden": chance.random() < 0.5}  # fmt: skip
        if kind == "zone_transit":
            return {"zone": chance.choice(ZONES), "share": round(chance.random(), 3)}
        if kind == "loitering":
            return {"mean_speed_kn": round(chance.uniform(0.2, 1.9), 2),
                    "distance_m": chance.randrange(500, 20_000), "drift": False,
                    "shore_distance_m": chance.randrange(1000, 90_000)}  # fmt: skip
        if kind in ("encounter", "dark_encounter"):
            partner = (self.index + chance.randrange(1, 50)) % self.fleet.vessels
            who = {"partner_mmsi": self.fleet.mmsi(partner), "partner_imo": imo(partner)}
            if kind == "dark_encounter":
                return {"tier": "low"} | who | {"distance_m": chance.randrange(9000, 90_000)}
            return who | {"median_distance_m": chance.randrange(100, 520),
                    "median_speed_kn": round(chance.uniform(0.1, 1.9), 2),
                    "port_distance_m": chance.randrange(10_500, 49_000) if risky else 6000,
                    "night_share": round(chance.random(), 3), "partner_flag": "PA",
                    "partner_type": "product_tanker" if risky else "cargo"}  # fmt: skip
        if kind == "draught_change":
            return {"change_m": round(chance.uniform(0.8, 5), 1), "before_m": 8.1, "after_m": 11.2,
                    "class_threshold_m": 1.5, "basis": "sea" if risky else "port"}  # fmt: skip
        if kind in ("loading", "discharge"):
            return {"port": port[0], "country": port[1], "origin_country": port[1],
                    "cargo": chance.choice(CARGO), "mass_t": 40_000, "mass_low_t": 30_000,
                    "mass_high_t": 50_000}  # fmt: skip
        if kind == "anomaly":
            return {"kind": "impossible_speed", "implied_speed_kn": 61.5,
                    "displacement_m": chance.randrange(5000, 90_000)} | far  # fmt: skip
        if kind == "identity_change":
            return {"field": "call_sign", "from": f"A{self.index}", "to": f"H{self.index:05}"[:7]}
        if kind == "flag_change":
            return {"from": chance.choice(FLAGS), "to": self.flag, "registry_status": "open"}
        if kind == "party":
            role = ["registered_owner", "ship_manager", "operator", "doc_company"][number % 4]
            return {"role": role, "company_imo": str(1_000_003 + self.index // 20),
                    "company_name": f"Harbour Management {self.index // 20} SA", "country": "GR"}  # fmt: skip
        if kind == "cover":
            return {"club": "Gard", "ig_member": True, "insurance": "in_force",
                    "class_society": "DNV", "iacs_member": True, "class_status": "in_force"}  # fmt: skip
        if kind == "paper":
            return {"kind": "bill_of_lading", "status": "present", "loading_port": port[0],
                    "origin_country": port[1], "cargo": chance.choice(CARGO)}  # fmt: skip
        if kind == "ownership_change":
            return {"role": "registered_owner", "from": f"Old Owner {self.index}",
                    "to": f"Blue Water Shipping {self.index} Ltd", "same_group": False}  # fmt: skip
        if kind == "inspection":
            return {"result": "deficiencies" if risky else "passed", "authority": "Paris MoU",
                    "port": port[0], "deficiencies": 2}  # fmt: skip
        return {"port": port[0], "country": port[1], "activity": "moored", "match": "high"}


class Fleet:
    def __init__(self, arguments):
        self.seed, self.vessels, self.detector = arguments.seed, arguments.vessels, arguments.detector
        self.numbers = [Vessel(index, self).mmsi for index in range(self.vessels)]

    def mmsi(self, index):
        return self.numbers[index]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("vessels", type=int)
    parser.add_argument("folder")
    parser.add_argument("--facts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--detector", action="store_true")
    parser.add_argument("--changed", type=float)
    arguments = parser.parse_args()
    fleet = Fleet(arguments)
    order = sorted(range(arguments.vessels), key=fleet.mmsi)
    if arguments.changed is not None:
        chosen = random.Random(f"{arguments.seed}/changed").sample(
            order, round(arguments.vessels * arguments.changed))
        with open(f"{arguments.folder}/changed.ndjson", "w", encoding="utf-8") as file:
            for index in sorted(chosen, key=fleet.mmsi):
                vessel = Vessel(index, fleet)
                vessel.random = random.Random(f"{arguments.seed}/changed/{index}")
                fact = vessel.fact("port_call", 0)[2]
                file.write(json.dumps(fact, separators=(",", ":")) + "\n")
        return
    with open(f"{arguments.folder}/facts.ndjson", "w", encoding="utf-8") as file:
        for index in order:
            facts = Vessel(index, fleet).facts(arguments.facts)
            for _, _, fact in sorted(facts, key=lambda fact: (fact[0], fact[1], fact[2]["fact"])):
                file.write(json.dumps(fact, separators=(",", ":")) + "\n")
    with open(f"{arguments.folder}/fleet.csv", "w", encoding="utf-8") as file:
        file.write("imo\n" + "".join(f"{imo(index)}\n" for index in range(arguments.vessels)))


if __name__ == "__main__":
    main()
