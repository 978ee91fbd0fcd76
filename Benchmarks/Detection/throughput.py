#!/usr/bin/env python3
"""Measures `pratique detect` on one feed: rows a second, peak memory and the same bytes for each thread count.

    throughput.py PRATIQUE FEED.csv PORTS.csv [RUNS]

Prints the median of RUNS (5) for one and two threads, the ratio of the two, and beside them the time of one
plain pass over the bytes in Python (`bytes.count`), so that figures of different machines can be compared.
"""
import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time


def run(program, feed, ports, threads, output):
    begin = time.perf_counter()
    process = subprocess.Popen(
        [program, "detect", "--ais", feed, "--ports", ports, "--threads", str(threads), "-o", output]
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"pratique detect failed with status {status}")
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def scan(feed):
    begin = time.perf_counter()
    rows = 0
    with open(feed, "rb") as file:
        while block := file.read(1 << 24):
            rows += block.count(b"\n")
    return rows - 1, time.perf_counter() - begin


def main():
    program, feed, ports = sys.argv[1:4]
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    rows, scanned = scan(feed)
    print(f"{rows:,} rows, {os.path.getsize(feed) / 1e6:,.0f} MB, plain pass {scanned:.2f} s")
    medians, digests = {}, set()
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "facts.ndjson")
        for threads in (1, 2):
            results = [run(program, feed, ports, threads, output) for _ in range(runs)]
            medians[threads] = statistics.median(seconds for seconds, _ in results)
            peak = max(memory for _, memory in results)
            digests.add(digest(output))
            print(
                f"{threads} threads: {medians[threads]:6.2f} s, {rows / medians[threads] / 1e6:5.2f} M rows/s, "
                f"{peak:,.0f} MB peak, {medians[threads] / scanned:.1f} plain passes"
            )
    print(f"1 to 2 threads: {medians[1] / medians[2]:.2f} times as fast")
    print("same bytes" if len(digests) == 1 else "DIFFERENT BYTES")
    sys.exit(len(digests) != 1)


main()
