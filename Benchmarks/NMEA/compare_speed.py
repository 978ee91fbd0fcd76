#!/usr/bin/env python3
"""Compares the speed of the NMEA decoder with libais, a decoder in C++ (`pip install libais`).

    compare_speed.py PROGRAM FILE

PROGRAM is .build/release/FeedBenchmark; FILE has bare AIVDM sentences. Ours reads the file's bytes:
lines, checksums, parts, values. libais gets the payloads, already split, joined and checked, and
only its own `decode` is timed, the call from Python included. Both count the processor time of one
core, in turns; the ratio is that of the medians of five. Without libais only our figure is printed.
"""
import json
import statistics
import subprocess
import sys
import time


def payloads(path):
    """Each message's payload, fill bits and number of sentences."""
    parts = {}
    jobs = []
    with open(path) as lines:
        for line in lines:
            fields = line.split(",")
            if fields[0][3:] not in ("VDM", "VDO") or len(fields) < 7:
                continue
            total, number, sequence = int(fields[1]), int(fields[2]), fields[3]
            text = parts.pop(sequence, "") + fields[5] if number > 1 else fields[5]
            if number == total:
                jobs.append((text, int(fields[6][0]), total))
            else:
                parts[sequence] = text
    return jobs


def time_libais(jobs):
    import ais

    decode = ais.decode
    start = time.process_time()
    for text, fill, _ in jobs:
        try:
            decode(text, fill)
        except ais.DecodeError:
            pass
    return sum(job[2] for job in jobs) / (time.process_time() - start)


def time_ours(program, path):
    done = subprocess.run([program, "nmea", path], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["per_second"]


def main():
    program, path = sys.argv[1:3]
    try:
        import ais  # noqa: F401  only whether it is there
    except ImportError:
        print(f"ours {time_ours(program, path):,} sentences/s; libais is not installed")
        return
    jobs = payloads(path)
    pairs = [(time_ours(program, path), time_libais(jobs)) for _ in range(5)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs))
    print(f"ours {ours:,.0f} sentences/s, libais {theirs:,.0f}: {ours / theirs:.1f} times as fast")


if __name__ == "__main__":
    main()
