#!/usr/bin/env python3
"""Measures `pratique detect` on one feed: rows a second, peak memory and the same bytes for each thread count.

    throughput.py PRATIQUE FEED.csv PORTS.csv [--runs 5] [--memory SIZE] [--peer COMMAND …]

Prints the median of the runs for one and two threads, in time on the clock and of the processor, and the ratio of
the two. Peers are shell commands that are run in turn with it, so that a busy machine is busy for all: the time of
each is shown as a multiple of the two threads. The time of one plain pass over the bytes in Python (`bytes.count`)
lets figures of different machines be compared.
"""
import argparse
import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time


def run(command):
    """Seconds on the clock, of the processor, and peak memory in bytes."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, shell=isinstance(command, str), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed with status {status}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


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


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("feed")
    parser.add_argument("ports")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--memory")
    parser.add_argument("--peer", action="append", default=[])
    return parser.parse_args()


def main():
    asked = arguments()
    rows, scanned = scan(asked.feed)
    print(f"{rows:,} rows, {os.path.getsize(asked.feed) / 1e6:,.0f} MB, plain pass {scanned:.2f} s")
    results, digests = {}, set()
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "facts.ndjson")
        detect = [asked.program, "detect", "--ais", asked.feed, "--ports", asked.ports, "-o", output]
        detect += ["--memory", asked.memory] if asked.memory else []
        for _ in range(asked.runs):
            for threads in (1, 2):
                results.setdefault(threads, []).append(run(detect + ["--threads", str(threads)]))
                digests.add(digest(output))
            for peer in asked.peer:
                results.setdefault(peer, []).append(run(peer))
    median = lambda name, index: statistics.median(result[index] for result in results[name])
    for name in results:
        title = f"{name} threads" if isinstance(name, int) else name[-40:]
        peak = max(result[2] for result in results[name])
        print(
            f"{title:40} {median(name, 0):7.2f} s, {rows / median(name, 0) / 1e6:5.2f} M rows/s, processor "
            f"{median(name, 1):6.2f} s, peak {peak / 1e6:,.0f} MB = {peak / rows:.0f} bytes a row, "
            f"{median(name, 0) / median(2, 0):.2f} times two threads"
        )
    print(f"1 to 2 threads: {median(1, 0) / median(2, 0):.2f} times as fast")
    print("same bytes" if len(digests) == 1 else "DIFFERENT BYTES")
    sys.exit(len(digests) != 1)


main()
