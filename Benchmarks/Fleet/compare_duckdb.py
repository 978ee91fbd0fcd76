#!/usr/bin/env python3
"""A fleet's run beside the part of it that DuckDB can do: load the facts, keep them, decide five rules.

usage: compare_duckdb.py PRATIQUE FOLDER [THREADS]

FOLDER holds what make_fleet.py wrote. DuckDB is told every column and type, writes the facts and one
row for each vessel and rule that fires into a database file, and gives the same vessels as the
program, which is checked. It does much less than the program: five rules of the whole library, no
list, no sentence, no evidence, no account of what was not found and what could not be known, no
verdict for the vessels without a finding. Times are wall time and processor time of each process
with its children; the ratio is the program's time over DuckDB's. Needs `duckdb` from PyPI.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import time

AS_OF = "2025-06-01"

COLUMNS = {
    "fact": "VARCHAR", "imo": "BIGINT", "mmsi": "BIGINT", "start": "TIMESTAMP", "end": "TIMESTAMP",
    "source": "VARCHAR", "kind": "VARCHAR", "type": "VARCHAR", "port": "VARCHAR",
    "country": "VARCHAR", "confidence": "DOUBLE", "reception": "DOUBLE", "feed_outage": "BOOLEAN",
    "implied_speed_kn": "DOUBLE", "displacement_m": "DOUBLE", "median_distance_m": "DOUBLE",
    "median_speed_kn": "DOUBLE", "port_distance_m": "DOUBLE", "partner_type": "VARCHAR",
    "night_share": "DOUBLE", "evidence": "JSON",
}  # fmt: skip

CARRIERS = "('bulk_carrier', 'cargo', 'chemical_tanker', 'crude_tanker', 'gas_carrier', 'general_cargo', 'product_tanker', 'tanker')"
FAST = CARRIERS.replace(")", ", 'container', 'ro_ro_cargo')")

RULES = {
    "impossible-speed": f"""
        SELECT DISTINCT jump.imo FROM facts jump JOIN types USING (imo)
        WHERE fact = 'anomaly' AND kind = 'impossible_speed' AND {{months12}} AND types.type IN {FAST}
        AND implied_speed_kn > 30 AND displacement_m >= 18520
        AND NOT EXISTS (SELECT 1 FROM facts other WHERE other.imo = jump.imo
          AND other.fact = 'anomaly' AND other.kind = 'jamming_area' AND other.start <= jump."end"
          AND other."end" >= jump.start)""",
    "repeated-gaps": """
        SELECT DISTINCT imo FROM (
          SELECT imo, start, lead(start, 2) OVER (PARTITION BY imo ORDER BY start) AS third
          FROM facts WHERE fact = 'ais_gap' AND {months6} AND "end" - start >= INTERVAL 12 HOUR
          AND reception >= 0.6 AND feed_outage = false)
        WHERE third - start <= INTERVAL 30 DAY""",
    "dprk-port-call": """
        SELECT DISTINCT imo FROM facts WHERE fact = 'port_call' AND {months24} AND port LIKE 'KP%'
        AND source <> 'inferred' AND confidence >= 2""",
    "sanctioned-country-port-call": """
        SELECT DISTINCT imo FROM facts WHERE fact = 'port_call' AND {months12}
        AND country IN ('CU', 'IR', 'SY') AND source <> 'inferred' AND confidence >= 3""",
    "ship-to-ship-at-night": f"""
        SELECT DISTINCT meeting.imo FROM facts meeting JOIN types USING (imo)
        WHERE fact = 'encounter' AND {{months12}} AND types.type IN {CARRIERS}
        AND "end" - start >= INTERVAL 2 HOUR AND median_distance_m <= 500 AND median_speed_kn < 2
        AND (port_distance_m >= 10000 OR port_distance_m IS NULL) AND night_share >= 0.5
        AND (partner_type IN {CARRIERS} OR partner_type IS NULL)""",
}


def months(count):
    """What touches the last so many months."""
    return f"""start < TIMESTAMP '{AS_OF}'
        AND coalesce("end", start) >= TIMESTAMP '{AS_OF}' - INTERVAL {count} MONTH"""


def in_duckdb(folder, path, threads):
    """Runs in a process of its own, whose time is counted."""
    import duckdb

    store = duckdb.connect(path)
    store.execute(f"SET threads = {threads}")
    store.execute("CREATE TABLE findings (imo BIGINT, rule VARCHAR)")
    columns = ", ".join(f'"{name}": \'{kind}\'' for name, kind in COLUMNS.items())
    store.execute(f"""CREATE TABLE facts AS SELECT * FROM
        read_ndjson('{folder}/facts.ndjson', columns = {{{columns}}}, maximum_object_size = 1000000)""")
    store.execute("""CREATE TABLE types AS SELECT imo, arg_max(type, (source = 'registry', start)) AS type
        FROM facts WHERE fact = 'identity' GROUP BY imo""")
    for rule, query in RULES.items():
        query = query.format(months6=months(6), months12=months(12), months24=months(24))
        store.execute(f"INSERT INTO findings SELECT imo, '{rule}' FROM ({query})")
    store.close()


def timed(command):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"wall_s": round(time.monotonic() - start, 2),
            "processor_s": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2)}  # fmt: skip


def fresh(path):
    for name in (path, path + "-wal", path + "-shm", path + ".wal"):
        if os.path.exists(name):
            os.remove(name)
    return path


def main():
    if sys.argv[1] == "--duckdb":
        return in_duckdb(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    program, folder = sys.argv[1:3]
    threads = sys.argv[3] if len(sys.argv) > 3 else "2"
    ours, theirs = fresh(f"{folder}/ours.sqlite"), fresh(f"{folder}/theirs.duckdb")
    own = timed([program, "screen", "--facts", f"{folder}/facts.ndjson", "--fleet",
                 f"{folder}/fleet.csv", "--as-of", AS_OF, "--db", ours, "--by", "bench", "--at",
                 "2026-01-01", "--threads", threads])  # fmt: skip
    other = timed([sys.executable, __file__, "--duckdb", folder, theirs, threads])
    with sqlite3.connect(ours) as store:
        (verdicts,) = store.execute("SELECT count(*) FROM verdict").fetchone()
        found = {rule: {row[0] for row in store.execute(
            "SELECT key FROM finding JOIN subject ON subject.id = subject WHERE rule = ?", (rule,))}
            for rule in RULES}  # fmt: skip
    import duckdb

    with duckdb.connect(theirs, read_only=True) as store:
        same = {rule: found[rule] == {f"imo:{row[0]}" for row in store.execute(
            "SELECT imo FROM findings WHERE rule = ?", [rule]).fetchall()}
            for rule in RULES}  # fmt: skip
    print(json.dumps({
        "verdicts": verdicts, "pratique": own, "duckdb": other,
        "ratio": {key: round(own[key] / other[key], 2) for key in own},
        "vessels": {rule: len(found[rule]) for rule in RULES}, "same": same,
        "bytes": {"pratique": os.path.getsize(ours), "duckdb": os.path.getsize(theirs)},
    }, indent=1))  # fmt: skip
    sys.exit(0 if all(same.values()) else 1)


if __name__ == "__main__":
    main()
