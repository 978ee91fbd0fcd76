#!/usr/bin/env python3
"""The eight worked rules of the design as DuckDB SQL: the same vessels must come out, and the times.

usage: worked_rules.sql.py RULE_BENCHMARK RULES [VESSELS]

RULE_BENCHMARK is .build/release/RuleBenchmark, RULES Tests/WorkflowsTests/WorkedRules. The program
makes a fleet (5,000 vessels unless given), writes its facts as a facts file with tables of states,
list entries, port groups and places, and decides the rules. SQL does the same on tables in memory,
with one thread. Distances to zones and ports are a table that the program wrote, because DuckDB
has none: their cost is in the program's time and not in SQL's. Times are processor time.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import duckdb

NOW = 1_772_323_200_000
DAY = "86400000::BIGINT"

PREPARE = """
CREATE TABLE facts AS
  SELECT *, coalesce(epoch_ms("end"::TIMESTAMP), {now}) AS stop_ms, epoch_ms("start"::TIMESTAMP) AS start_ms
  FROM read_ndjson('{folder}/facts.ndjson', sample_size = -1, maximum_object_size = 10000000);
CREATE TABLE seen AS
  SELECT * REPLACE (least(stop_ms, {now}) AS stop_ms), fact AS kind_of, {columns}
  FROM facts WHERE start_ms < {now};
CREATE TABLE states AS SELECT * FROM read_csv('{folder}/states.csv', all_varchar = true, nullstr = '');
CREATE TABLE listed AS SELECT imo::BIGINT AS imo, listed_from::BIGINT AS listed_from
  FROM read_csv('{folder}/listed.csv', all_varchar = true);
CREATE TABLE port_groups AS SELECT * FROM read_csv('{folder}/ports.csv', all_varchar = true);
CREATE TABLE places AS SELECT id, near_zone = 'true' AS near_zone, near_port = 'true' AS near_port
  FROM read_csv('{folder}/places.csv', all_varchar = true);
"""

# The windows: 24 and 12 calendar months before 1 March 2026.
TWO_YEARS = "stop_ms >= epoch_ms(TIMESTAMP '2024-03-01')"
ONE_YEAR = "stop_ms >= epoch_ms(TIMESTAMP '2025-03-01')"


def before(a, b):
    """The order of facts: (start, end, kind, id)."""
    return (f"({a}.start_ms, {a}.stop_ms, {a}.kind_of, {a}.id)"
            f" < ({b}.start_ms, {b}.stop_ms, {b}.kind_of, {b}.id)")


RULES = {
    "dprk-dark-port-call": f"""
        SELECT DISTINCT gap.imo FROM seen gap JOIN places USING (id)
        JOIN seen call ON call.imo = gap.imo JOIN states ON states.imo = gap.imo::VARCHAR
        WHERE gap.fact = 'ais_gap' AND gap.{TWO_YEARS} AND call.fact = 'port_call' AND call.{TWO_YEARS}
        AND gap.stop_ms - gap.start_ms >= 12 * 3600000 AND gap.reception >= 0.6 AND near_zone
        AND gap.start_ms <= call.start_ms AND call.stop_ms <= gap.stop_ms AND {before('gap', 'call')}
        AND call.stop_ms - gap.start_ms <= 21 * {DAY}
        AND call.port IN (SELECT port FROM port_groups WHERE port_group = 'dprk')
        AND call.source IN ('inferred', 'satellite', 'agent', 'customs')
        AND states.type <> 'ro_ro_passenger'""",
    "dprk-petroleum-cap": f"""
        SELECT year(make_timestamp(start_ms * 1000)) AS year FROM seen
        WHERE fact = 'discharge' AND {TWO_YEARS} AND destination_country = 'KP'
        GROUP BY year HAVING sum(volume) * 33 >= 500000000::HUGEINT * 75""",
    "false-flag": f"""
        SELECT DISTINCT shown.imo FROM seen shown JOIN states ON states.imo = shown.imo::VARCHAR
        WHERE shown.fact = 'identity' AND shown.{ONE_YEAR} AND shown.flag <> mmsi_country
        AND stop_ms - start_ms >= 7 * {DAY}
        UNION SELECT imo::BIGINT FROM states
        WHERE registry_status IN ('closed', 'fraudulent') OR flag IN ('GM', 'SZ')""",
    "flag-hopping": f"""
        SELECT DISTINCT imo FROM (
          SELECT imo, lead(start_ms, 2) OVER (PARTITION BY imo ORDER BY start_ms) - start_ms AS span
          FROM seen WHERE fact = 'flag_change' AND {TWO_YEARS} AND "from" <> "to")
        WHERE span <= 730 * {DAY}""",
    "met-designated-vessel": f"""
        SELECT DISTINCT seen.imo FROM seen JOIN listed ON listed.imo = partner_imo
        WHERE fact = 'encounter' AND {TWO_YEARS} AND stop_ms - start_ms >= 2 * 3600000
        AND median_distance <= 555600 AND listed_from <= start_ms""",
    "rajin-shuttle": f"""
        WITH stops AS (
          SELECT *, row_number() OVER calls AS place, sum(CASE WHEN side IS NULL THEN 1 ELSE 0 END)
            OVER (calls ROWS UNBOUNDED PRECEDING) AS others
          FROM (SELECT seen.*, (SELECT CASE port_group WHEN 'rajin' THEN 0 ELSE 1 END FROM port_groups
                  WHERE port_groups.port = seen.port AND port_group IN ('rajin', 'dunay-vostochny')) AS side
                FROM seen WHERE fact = 'port_call' AND {TWO_YEARS})
          WINDOW calls AS (PARTITION BY imo ORDER BY start_ms, stop_ms, id)),
        legs AS (
          SELECT a.imo, a.place AS from_place, b.place AS to_place, a.start_ms, b.stop_ms
          FROM stops a JOIN stops b ON a.imo = b.imo AND a.place < b.place AND a.side = 1 - b.side
          WHERE b.others - a.others <= 1 AND b.start_ms - a.stop_ms <= 120 * 3600000)
        SELECT DISTINCT a.imo FROM legs a JOIN legs b ON b.imo = a.imo AND b.from_place = a.to_place
        JOIN legs c ON c.imo = a.imo AND c.from_place = b.to_place
        JOIN legs d ON d.imo = a.imo AND d.from_place = c.to_place
        WHERE d.stop_ms - a.start_ms <= 90 * {DAY}""",
    "second-hop-contact": f"""
        WITH edges AS (SELECT *, count(*) OVER (PARTITION BY imo) AS fan_out FROM seen
          WHERE fact = 'encounter' AND {TWO_YEARS} AND stop_ms - start_ms >= 2 * 3600000)
        SELECT DISTINCT near.imo FROM edges near JOIN edges far ON far.imo = near.partner_imo
        JOIN listed ON listed.imo = far.partner_imo
        WHERE near.fan_out <= 64 AND far.fan_out <= 64 AND near.partner_imo <> near.imo
        AND far.partner_imo <> near.imo AND near.id <> far.id AND {before('near', 'far')}
        AND greatest(near.stop_ms, far.stop_ms) - least(near.start_ms, far.start_ms) <= 90 * {DAY}
        AND listed_from <= far.start_ms""",
    "spoofed-discharge": f"""
        SELECT DISTINCT spoof.imo FROM seen spoof JOIN places USING (id) JOIN seen cargo ON cargo.imo = spoof.imo
        WHERE spoof.fact = 'anomaly' AND spoof.{TWO_YEARS} AND spoof.kind IN ('circle', 'line', 'static')
        AND spoof.displacement >= 18520000 AND near_port AND cargo.fact = 'discharge' AND cargo.{TWO_YEARS}
        AND cargo.start_ms - spoof.stop_ms BETWEEN 0 AND 7 * {DAY} AND {before('spoof', 'cargo')}
        AND cargo.stop_ms - spoof.start_ms <= 30 * {DAY}
        AND NOT EXISTS (SELECT 1 FROM seen call WHERE call.fact = 'port_call' AND call.imo = spoof.imo
          AND call.{TWO_YEARS} AND call.source <> 'inferred'
          AND call.start_ms <= cargo.start_ms AND call.stop_ms >= spoof.stop_ms)""",
}

# Quantities in the program's own steps, so that no border falls between two decimals.
COLUMNS = ", ".join([
    "round(volume_m3 * 6290)::BIGINT AS volume", "round(median_distance_m * 1000)::BIGINT AS median_distance",
    "round(displacement_m * 1000)::BIGINT AS displacement"])


def main():
    program, rules = sys.argv[1:3]
    vessels = sys.argv[3:4]
    with tempfile.TemporaryDirectory() as folder:
        output = subprocess.run([program, "worked", rules, folder] + vessels, check=True, text=True,
                                stdout=subprocess.PIPE).stdout
        ours = json.loads(output)
        assert ours["reference_fires"] == sum(len(hits) for rule, hits in ours["hits"].items()
                                              if rule != "dprk-petroleum-cap"), "the evaluators differ"
        connection = duckdb.connect()
        connection.execute("SET threads = 1")
        for statement in PREPARE.format(folder=folder, now=NOW, columns=COLUMNS).split(";"):
            if statement.strip():
                connection.execute(statement)
        total = 0
        print(f"{ours['vessels']} vessels, {ours['facts']} facts")
        for rule, query in RULES.items():
            times = []
            for _ in range(5):
                start = time.process_time()
                found = sorted(row[0] for row in connection.execute(query).fetchall())
                times.append(time.process_time() - start)
            expected = sorted(ours["hits"][rule])
            assert found == expected, f"{rule}: only SQL {set(found) - set(expected)}, only we {set(expected) - set(found)}"
            total += statistics.median(times)
            print(f"{rule:<24}{len(found):>6} hits, equal{statistics.median(times) * 1000:>12.1f} ms in SQL")
        print(f"all eight: SQL {total * 1000:.1f} ms, fast evaluator with columns {ours['fast_ms']:.1f} ms"
              f" (1/{total * 1000 / ours['fast_ms']:.1f}), reference {ours['reference_ms']:.1f} ms")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    os.environ["OMP_NUM_THREADS"] = "1"
    main()
