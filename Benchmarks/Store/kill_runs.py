#!/usr/bin/env python3
"""Kills a fleet's runs and a list's imports at random moments, goes on, and compares what is kept
with what nobody killed.

usage: kill_runs.py PRATIQUE FACTS FOLDER [KILLS] [SEED]

FACTS is a facts file; every vessel in it that has an MMSI is screened. FOLDER gets the stores. Prints
the figures as JSON; ends with 1 if a verdict or an entry is lost, doubled or another. `partial` counts
the kills that left some verdicts or entries and not all: give enough vessels that there are some.
"""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def fleet(facts, path):
    numbers = []
    for line in open(facts, encoding="utf-8"):
        mmsi = json.loads(line).get("mmsi")
        if mmsi and len(str(mmsi)) == 9:
            numbers.append(mmsi)
    numbers = list(dict.fromkeys(numbers))
    with open(path, "w", encoding="utf-8") as file:
        file.write("mmsi\n" + "".join(f"{number}\n" for number in numbers))
    return len(numbers)


def rows(path, query):
    if not os.path.exists(path):
        return []
    with sqlite3.connect(path) as store:
        return store.execute(query).fetchall()


VERDICTS = """SELECT key, position, body FROM verdict JOIN subject ON subject.id = subject
  WHERE run = (SELECT min(id) FROM run WHERE state = 'done') ORDER BY position"""


MADE = "SELECT count(*) FROM verdict"


def list_rows(lists):
    names = sorted(name for name in os.listdir(lists) if name.endswith((".sqlite", ".db")))
    return [row for name in names for row in entries(f"{lists}/{name}")]


def list_count(lists):
    """The rows of a copy of a folder of lists."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(lists, folder, dirs_exist_ok=True)
        try:
            return len(list_rows(folder))
        except sqlite3.OperationalError:
            return 0


def entries(path):
    """Every row of every table of a store of lists, without the numbers that SQLite gives."""
    names = [name for name, in rows(path, "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                    " AND name NOT LIKE 'sqlite_%' ORDER BY name")]  # fmt: skip
    return [(name, row) for name in names for row in rows(path, f"SELECT * FROM {name}")]


def count(path, query):
    """Looks at a copy: to open a store that was killed is to repair it, which the program shall do."""
    with tempfile.TemporaryDirectory() as folder:
        for name in (path, path + "-wal"):
            if os.path.exists(name):
                shutil.copy(name, folder)
        try:
            return sum(number for (number,) in rows(f"{folder}/{os.path.basename(path)}", query))
        except sqlite3.OperationalError:  # killed before its tables were made
            return 0


def killed(command, length, moments):
    """Starts a command and kills it; whether it was done before the moment came."""
    run = subprocess.Popen(command, **QUIET)
    try:
        run.wait(moments.uniform(0, length))
        return True
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGKILL)
        run.wait()
        return False


def trial(command, whole, read, count, remove, kills, moments):
    """Kills until there were so many kills; what is done is compared and begun anew."""
    start = time.monotonic()
    subprocess.run(command(whole), check=True, **QUIET)
    length = time.monotonic() - start
    expected = read(whole)
    figures = {"rows": len(expected), "seconds": round(length, 2), "kills": 0, "partial": 0, "whole": 0,
               "lost": 0, "doubled": 0, "other": 0}  # fmt: skip
    while True:
        store = whole + ".killed"
        remove(store)
        isDone = False
        while not isDone and figures["kills"] < kills:
            isDone = killed(command(store), length, moments)
            figures["kills"] += not isDone
            figures["partial"] += not isDone and 0 < count(store) < len(expected)
        if not isDone:
            subprocess.run(command(store), check=True, **QUIET)
        found = read(store)
        figures["whole"] += 1
        figures["lost"] += len(set(expected) - set(found))
        figures["doubled"] += len(found) - len(set(found))
        figures["other"] += len(set(found) - set(expected))
        if figures["kills"] >= kills:
            return figures


def removed(path):
    for name in (path, path + "-wal", path + "-shm"):
        if os.path.exists(name):
            os.remove(name)


def house_list(path, count):
    with open(path, "w", encoding="utf-8") as file:
        file.write("id,schema,name\n" + "".join(f"{n},Company,Company {n}\n" for n in range(count)))


def main():
    program, facts, folder = sys.argv[1:4]
    kills = int(sys.argv[4]) if len(sys.argv) > 4 else 20
    moments = random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 1)
    fleet(facts, f"{folder}/fleet.csv")
    house_list(f"{folder}/house.csv", 50_000)

    def screening(store):
        return [program, "screen", "--facts", facts, "--fleet", f"{folder}/fleet.csv", "--as-of",
                "2025-06-01", "--db", store, "--by", "kill", "--at", "2026-01-01"]  # fmt: skip

    def importing(lists):
        return [program, "lists", "import", f"{folder}/house.csv", "--lists", lists,
                "--published", "2025-05-01"]  # fmt: skip

    def remove_lists(lists):
        os.makedirs(lists, exist_ok=True)
        for name in os.listdir(lists):
            os.remove(f"{lists}/{name}")

    removed(f"{folder}/whole.sqlite")
    runs = trial(screening, f"{folder}/whole.sqlite", lambda path: rows(path, VERDICTS),
                 lambda path: count(path, MADE), removed, kills, moments)  # fmt: skip
    check = subprocess.run([program, "store", "check", "--db", f"{folder}/whole.sqlite.killed"], **QUIET)
    remove_lists(f"{folder}/lists")
    imports = trial(importing, f"{folder}/lists", list_rows, list_count,
                    remove_lists, kills, moments)  # fmt: skip
    print(json.dumps({"runs": runs, "store check": check.returncode, "imports": imports}, indent=1))
    bad = sum(part[key] for part in (runs, imports) for key in ("lost", "doubled", "other"))
    sys.exit(1 if bad or check.returncode or not imports["rows"] else 0)


if __name__ == "__main__":
    main()
