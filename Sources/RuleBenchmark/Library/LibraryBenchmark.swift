import InputFiles
import Foundation
import Maritime
import Reporting
import RuleLanguage
import Screening
import Watchlists
import Workflows

/// How long the shipped rules take to compile, and a verdict with its explanation.
struct LibraryBenchmark {
  private let sources: [(name: String, bytes: [UInt8])]
  private let policy: Policy
  private let snapshots: [Snapshot]

  init(home: String) throws {
    sources = try Self.files(in: "\(home)/Rules")
    let reading = Policy.read(
      try InputFile.readAll(path: "\(home)/Rules/policy.yaml", limit: 1 << 20), file: "policy.yaml")
    policy = reading.policy ?? .standard
    let lists = try Self.files(in: "\(home)/Watchlists").filter {
      !$0.name.hasSuffix("manifest.yaml")
    }
    snapshots = readWatchlists(lists.map { WatchlistFile(name: $0.name, bytes: $0.bytes) }).lists
      .compactMap { $0.snapshot(fileTime: History.now) }
  }

  /// Prints the times as one JSON object.
  func run() {
    var rules = compiled()
    let compiling = Measurement(runs: 9) { rules = compiled(readsTests: false) }
    let withTests = Measurement(runs: 9) { rules = compiled() }
    let planning = Measurement(runs: 9) { _ = RuleSet(rules) }
    let index = DesignationIndex(snapshots)
    let finder = CandidateFinder(index, at: History.now, knownAsOf: History.now)
    let terms = ScreeningTerms(
      rules: rules.map(ScreeningRule.init), policy: policy, asOf: History.now,
      knownAsOf: History.now, regimes: [],
      lists: { index.lookup($0, names: $1, knownAsOf: History.now) },
      candidates: { finder.candidates(for: $0) },
      snapshots: snapshots.map(\.summary),
      engine: ScreeningTerms.Engine(version: "benchmark", gazetteer: "shipped"),
      fleet: FleetFacts(History(facts: 1000, seed: 7).facts))
    let times = [10, 100, 1000].map { count in
      let subject = History(facts: count, seed: 7).subject
      var findings = 0
      let verdict = Measurement(runs: 31) {
        findings = screen(subject, under: terms).findings.count
      }
      var bytes = 0
      let page = Measurement(runs: 31) {
        let verdict = screen(subject, under: terms)
        bytes =
          ReportFormat.named("json")?.text(of: [verdict], style: ReportStyle(isColored: false)).utf8
          .count ?? 0
      }
      return """
        "verdict_\(count)_ms": \(decimals(verdict.milliseconds)), \
        "verdict_and_json_\(count)_ms": \(decimals(page.milliseconds)), \
        "findings_\(count)": \(findings), "json_bytes_\(count)": \(bytes)
        """
    }
    print(
      """
      {"rules": \(rules.count), "bytes": \(sources.reduce(0) { $0 + $1.bytes.count }), \
      "compile_ms": \(decimals(compiling.milliseconds)), \
      "compile_with_tests_ms": \(decimals(withTests.milliseconds)), \
      "plan_ms": \(decimals(planning.milliseconds)), \(times.joined(separator: ", "))}
      """)
  }

  private func compiled(readsTests: Bool = true) -> [CompiledRule] {
    let compiler = RuleCompiler(catalog: .standard, gazetteer: .shipped)
    let tests = Dictionary(sources.map { ($0.name, $0.bytes) }) { first, _ in first }
    return sources.compactMap { source in
      guard !source.name.hasSuffix(".tests.yaml"), !source.name.hasSuffix("policy.yaml") else {
        return nil
      }
      let beside = source.name.replacing(".yaml", with: ".tests.yaml")
      return compiler.compile(
        source.bytes, file: source.name, tests: tests[beside].map { ($0, beside) },
        readsTests: readsTests
      ).rule
    }
  }

  private static func files(in folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
      ($0, try InputFile.readAll(path: "\(folder)/\($0)", limit: 16 << 20))
    }
  }
}
