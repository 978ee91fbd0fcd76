import Dispatch
import Foundation
import InputFiles
import Maritime
import Synchronization
import Watchlists

/// Measures the search for names; `Benchmarks/Names/compare_names.py` runs it beside a peer.
@main
struct NameBenchmark {
  let names: [NameIndex.Name]
  let ids: [String]
  let queries: [(name: String, kind: Designation.Kind)]

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let threshold = Int(arguments[2]) else {
      FileHandle.standardError.write(
        Data("usage: NameBenchmark FOLDER THRESHOLD HITS.tsv\n".utf8))
      exit(2)
    }
    try NameBenchmark(folder: arguments[1]).run(threshold: threshold, hits: arguments[3])
  }

  /// Reads `watchlist.csv` and `queries.csv` of the generator of names.
  init(folder: String) throws {
    var names: [NameIndex.Name] = []
    var ids: [String] = []
    for row in try Self.rows("\(folder)/watchlist.csv") {
      let aliases = row[3].split(separator: "|").map(String.init)
      for name in [row[2]] + aliases {
        names.append(NameIndex.Name(name, kind: Self.kind(row[1]), entry: ids.count))
      }
      ids.append(row[0])
    }
    self.names = names
    self.ids = ids
    queries = try Self.rows("\(folder)/queries.csv").map { ($0[2], Self.kind($0[1])) }
  }

  private static func rows(_ path: String) throws -> [[String]] {
    delimitedRows(in: try InputFile.readAll(path: path, limit: 1 << 30)).dropFirst().map(\.fields)
  }

  private static func kind(_ schema: String) -> Designation.Kind {
    Designation.Kind(rawValue: schema.lowercased()) ?? .other
  }

  /// Prints the figures and writes the hits as `evaluate_names.py` reads them.
  private func run(threshold: Int, hits path: String) throws {
    let start = Self.seconds()
    let index = NameIndex(names)
    let built = Self.seconds()
    var searcher = NameSearcher(index)
    var latencies: [Double] = []
    var lines: [String] = []
    var last = built
    for (number, query) in queries.enumerated() {
      let found = searcher.matches(query.name, kind: query.kind, threshold: threshold)
      let now = Self.seconds()
      latencies.append(now - last)
      lines.append(
        "\(number)\t" + found.map { "\(ids[$0.entry]):\($0.points)" }.joined(separator: ";"))
      last = Self.seconds()
    }
    let searching = latencies.reduce(0, +)
    latencies.sort()
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
    let figures = [
      "names": Double(names.count), "build_s": built - start,
      "queries_per_s": Double(queries.count) / searching,
      "p50_us": latencies[latencies.count / 2] * 1e6,
      "p99_us": latencies[latencies.count * 99 / 100] * 1e6,
      "one_thread_per_s": throughput(index, threshold: threshold, threads: 1),
      "two_threads_per_s": throughput(index, threshold: threshold, threads: 2),
    ]
    let json = try JSONSerialization.data(withJSONObject: figures, options: [.sortedKeys])
    FileHandle.standardOutput.write(json + Data("\n".utf8))
  }

  /// Queries a second of each thread's processor time, added up; every thread has its own searcher.
  ///
  /// The queries are asked twice and the second time counts, when their words are known.
  private func throughput(_ index: NameIndex, threshold: Int, threads: Int) -> Double {
    let sum = Mutex(0.0)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      var searcher = NameSearcher(index)
      let own = stride(from: thread, to: queries.count, by: threads).map { queries[$0] }
      for isCounted in [false, true] {
        let start = Self.seconds(of: CLOCK_THREAD_CPUTIME_ID)
        for query in own {
          _ = searcher.matches(query.name, kind: query.kind, threshold: threshold)
        }
        let rate = Double(own.count) / (Self.seconds(of: CLOCK_THREAD_CPUTIME_ID) - start)
        if isCounted { sum.withLock { $0 += rate } }
      }
    }
    return sum.withLock { $0 }
  }

  /// Processor time, because other programs may hold the core meanwhile.
  private static func seconds(of clock: clockid_t = CLOCK_PROCESS_CPUTIME_ID) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
