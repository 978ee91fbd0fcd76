#!/usr/bin/env python3
"""Rule evaluations a second of this program and of five other engines, in one run, on the same facts.

usage: compare_engines.py RULE_BENCHMARK [FACTS]

RULE_BENCHMARK is .build/release/RuleBenchmark. 200 rules of five clauses are asked of FACTS facts
(262,144 unless given) of twenty fields; slow engines get the first so many. Every engine runs in a
process of its own with one thread, after it has compiled the rules and put the facts into its own
form, and must find as many hits as this program does on the same facts. Rates are of processor
time, because other programs may hold the core meanwhile. Needs: polars duckdb zen-engine
common-expression-language regopy.
"""
import csv
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

FLAGS = ["PA", "LR", "MH", "CM", "GA", "KM", "CN", "HK", "MT", "GR", "SG", "BB", "GN", "GY", "NO", "IR"]
COUNTRIES = ["KP", "CN", "RU", "KR", "SG", "AE", "MY", "TR", "NL", "VN"]
TYPES = ["bulk_carrier", "chemical_tanker", "container", "crude_tanker", "gas_carrier", "general_cargo",
         "product_tanker", "ro_ro_cargo"]
PORTS = ["KPNAM", "CNZOS", "RUVVO", "SGSIN", "AEFJR"]
SHARES = {"duckdb": None, "polars": None, "cel": 4096, "zen": 512, "rego": 32}


def facts(count, seed):
    """Rows of twenty fields; text, because a table of text is what all engines read."""
    rng = random.Random(seed)
    for _ in range(count):
        yield {
            "imo": rng.randrange(9000000, 9900000), "mmsi": rng.randrange(200000000, 775999999),
            "gap_h": f"{rng.expovariate(0.1):.2f}", "gap_nm": f"{rng.uniform(0, 900):.1f}",
            "port_country": rng.choice(COUNTRIES), "nearest_port": rng.choice(PORTS),
            "dist_port_nm": f"{rng.uniform(0, 400):.1f}", "vessel_type": rng.choice(TYPES),
            "dwt": rng.randrange(300, 320000), "flag": rng.choice(FLAGS), "flag_changes": rng.randrange(6),
            "age_y": rng.randrange(40), "draught_change_m": f"{rng.uniform(-8, 8):.2f}",
            "speed_kn": f"{rng.uniform(0, 18):.1f}", "meetings": rng.randrange(5),
            "owner_listed": str(rng.random() < 0.02).lower(), "manager_country": rng.choice(COUNTRIES),
            "class_society": rng.choice(["IACS", "none", "RS"]), "insurer": rng.choice(["IG", "other"]),
            "last_port": rng.choice(PORTS)}


def rules(count, seed):
    rng = random.Random(seed)
    return [{"gap_h": f"{rng.uniform(2, 48):.1f}", "port_country": rng.choice(COUNTRIES),
             "types": "|".join(sorted(rng.sample(TYPES, 3))), "dwt": rng.choice([1000, 5000, 30000, 80000]),
             "flag": rng.choice(FLAGS)} for _ in range(count)]


def write(path, rows):
    rows = list(rows)
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def typed(row):
    """A row as a program would hand it to an engine."""
    whole = {"imo", "mmsi", "dwt", "flag_changes", "age_y", "meetings"}
    real = {"gap_h", "gap_nm", "dist_port_nm", "draught_change_m", "speed_kn"}
    return {key: int(value) if key in whole else float(value) if key in real
            else value == "true" if key == "owner_listed" else value for key, value in row.items()}


def read(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def quoted(text):
    return f"'{text}'"


def polars_engine(facts_path, table):
    import polars as pl
    frame = pl.DataFrame([typed(row) for row in read(facts_path)])
    sums = [((pl.col("gap_h") > float(rule["gap_h"])) & (pl.col("port_country") == rule["port_country"])
             & pl.col("vessel_type").is_in(rule["types"].split("|")) & (pl.col("dwt") >= int(rule["dwt"]))
             & (pl.col("flag") != rule["flag"])).sum().alias(str(index)) for index, rule in enumerate(table)]
    return frame.height, lambda: sum(frame.lazy().select(sums).collect().row(0))


def duckdb_engine(facts_path, table):
    import duckdb
    connection = duckdb.connect()
    connection.execute("SET threads = 1")
    connection.execute(f"CREATE TABLE facts AS SELECT * FROM read_csv('{facts_path}', header = true)")
    count = connection.execute("SELECT count(*) FROM facts").fetchone()[0]
    filters = ", ".join(
        f"count(*) FILTER (WHERE gap_h > {rule['gap_h']} AND port_country = '{rule['port_country']}'"
        f" AND vessel_type IN ({', '.join(map(quoted, rule['types'].split('|')))})"
        f" AND dwt >= {rule['dwt']} AND flag <> '{rule['flag']}')" for rule in table)
    return count, lambda: sum(connection.execute(f"SELECT {filters} FROM facts").fetchone())


def expression(rule, conjunction):
    types = ", ".join(map(quoted, rule["types"].split("|")))
    return f" {conjunction} ".join([
        f"gap_h > {float(rule['gap_h'])}", f"port_country == '{rule['port_country']}'",
        f"vessel_type in [{types}]", f"dwt >= {rule['dwt']}", f"flag != '{rule['flag']}'"])


def cel_engine(facts_path, table):
    import cel
    programs = [cel.compile(expression(rule, "&&")) for rule in table]
    contexts = [cel.Context(typed(row)) for row in read(facts_path)[:SHARES["cel"]]]
    return len(contexts), lambda: sum(
        1 for context in contexts for program in programs if program.execute(context))


def zen_engine(facts_path, table):
    import zen
    programs = [zen.compile_expression(expression(rule, "and")) for rule in table]
    rows = [typed(row) for row in read(facts_path)[:SHARES["zen"]]]
    return len(rows), lambda: sum(1 for row in rows for program in programs if program.evaluate(row))


def rego_engine(facts_path, table):
    from regopy import Interpreter
    lines = ["package screening", "import rego.v1"]
    for index, rule in enumerate(table):
        types = json.dumps(rule["types"].split("|"))
        lines.append(
            f'hits contains {index} if {{ input.gap_h > {rule["gap_h"]}; '
            f'input.port_country == "{rule["port_country"]}"; input.vessel_type in {types}; '
            f'input.dwt >= {rule["dwt"]}; input.flag != "{rule["flag"]}" }}')
    interpreter = Interpreter()
    interpreter.add_module("screening", "\n".join(lines) + "\n")
    bundle = interpreter.build("data.screening.hits", ["screening/hits"])
    rows = [typed(row) for row in read(facts_path)[:SHARES["rego"]]]

    def once():
        hits = 0
        for row in rows:
            interpreter.set_input(row)
            answer = json.loads(str(interpreter.query_bundle_entrypoint(bundle, "screening/hits")))
            answer = answer if isinstance(answer, dict) else answer[0]
            hits += len(answer["expressions"][0])
        return hits
    return len(rows), once


ENGINES = {"polars": polars_engine, "duckdb": duckdb_engine, "cel": cel_engine, "zen": zen_engine,
           "rego": rego_engine}


def measure(name, facts_path, rules_path):
    """The child process: one engine, medians of five runs of at least half a second of processor time."""
    table = read(rules_path)
    count, once = ENGINES[name](facts_path, table)
    hits = once()
    rates = []
    for _ in range(5):
        runs, start = 0, time.process_time()
        while runs == 0 or time.process_time() - start < 0.5:
            once()
            runs += 1
        rates.append(runs * count * len(table) / (time.process_time() - start))
    print(json.dumps({"facts": count, "hits": hits, "per_s": statistics.median(rates)}))


def child(arguments):
    environment = dict(os.environ, POLARS_MAX_THREADS="1", RAYON_NUM_THREADS="1", OMP_NUM_THREADS="1")
    result = subprocess.run(arguments, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(result.stdout)


def main():
    program, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 262_144
    with tempfile.TemporaryDirectory() as folder:
        facts_path, rules_path = f"{folder}/facts.csv", f"{folder}/rules.csv"
        write(facts_path, facts(count, seed=20260101))
        write(rules_path, rules(200, seed=7))
        shares = [str(share) for share in SHARES.values() if share]
        ours = child([program, "flat", facts_path, rules_path] + shares)
        assert ours["differences"] == 0, ours
        fast = ours["fast_per_s"]
        print(f"{'engine':<32}{'facts':>9}{'hits':>9}{'rule evaluations/s':>21}{'ours / it':>11}")
        line = "{:<32}{:>9}{:>9}{:>21,.0f}{:>11,.1f}".format
        print(line("fast, columns ready", ours["facts"], ours["hits"][str(count)], fast, 1))
        print(line("fast, facts to columns too", ours["facts"], ours["hits"][str(count)],
                   ours["fast_with_columns_per_s"], fast / ours["fast_with_columns_per_s"]))
        print(line("reference", ours["pairs_compared"] // ours["rules"], 0, ours["reference_per_s"],
                   fast / ours["reference_per_s"]).replace("        0", "    equal", 1))
        for name in ENGINES:
            theirs = child([sys.executable, __file__, "--engine", name, facts_path, rules_path])
            expected = ours["hits"][str(theirs["facts"])]
            assert theirs["hits"] == expected, f"{name}: {theirs['hits']} hits, not {expected}"
            print(line(name, theirs["facts"], theirs["hits"], theirs["per_s"], fast / theirs["per_s"]))
        print(json.dumps(ours))


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] == "--engine":
        measure(*sys.argv[2:5])
    elif len(sys.argv) > 1:
        main()
    else:
        raise SystemExit(__doc__)
