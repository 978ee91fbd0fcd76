import Foundation
import TestSupport
import Testing

/// The tools for authors, on the facts of a vessel that is silent twice.
struct RuleToolsTests {
  private let program: ProgramRun
  private let rules: String
  private let facts: String

  init() throws {
    program = try ProgramRun()
    rules = try program.folder.write(Self.rule(hours: 12), to: "old/silent.yaml")
    facts = try program.folder.write(
      Self.gap(from: "2025-01-04T00:00:00Z", to: "2025-01-04T14:00:00Z", seconds: 50_400)
        + Self.gap(from: "2025-01-09T00:00:00Z", to: "2025-01-09T13:00:00Z", seconds: 46_800),
      to: "facts.ndjson")
  }

  private static func rule(hours: Int) -> String {
    """
    kind: rule
    language: 1
    id: silent
    title: Silent for long
    status: stable
    severity: medium
    match:
      fact: ais_gap
      where:
        - duration >= \(hours)h
        - reception >= 60%
    score: {points: 40}
    tests:
      - name: a gap
        now: 2025-02-01
        facts: [{fact: ais_gap, start: 2025-01-04, duration: 12h, reception: 60%}]
        expect: {fires: true}
        vary:
          - {set: {facts.0.duration: 11h59min}, expect: {fires: false}}
          - {unset: facts.0.reception, expect: {fires: unknown}}

    """
  }

  private static func gap(from start: String, to end: String, seconds: Int) -> String {
    """
    {"fact":"ais_gap","mmsi":300000001,"imo":9074729,"start":"\(start)","end":"\(end)",\
    "duration_s":\(seconds),"lat":30,"lon":150,"source":"ais","positions_before":10,\
    "reception":0.9,"neighbours":5,"open":false,"feed_outage":false}

    """
  }

  @Test func showsWhatTheCasesSaw() throws {
    let outcome = try program.run(["rules", "cover", rules, "--all"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("reception >= 60%"))
    let strict = try program.run(["rules", "cover", rules, "--fail-under-true-false", "100"])
    #expect(strict.exitCode == 1, "no case has a reception that is too low")
  }

  @Test func showsTheChangesThatNoCaseNotices() throws {
    let outcome = try program.run(["rules", "mutate", rules, "--fail-under", "100"])
    #expect(outcome.exitCode == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("reception"))
  }

  @Test func explainsARuleAndAsksWhatIf() throws {
    let call = ["rules", "explain", rules, "--facts", facts, "--vessel", "9074729"]
    let fires = try program.run(call)
    #expect(fires.exitCode == 0, "\(fires.errors)")
    #expect(fires.output.contains("The rule fires."))
    let changed = try program.run(
      call + ["--set", "ais_gap[1].duration=11h40min", "--set", "ais_gap[2].duration=2h"])
    #expect(changed.exitCode == 0, "\(changed.errors)")
    #expect(changed.output.contains("does not fire"))
    #expect(changed.output.contains("20 min"), "\(changed.output)")
    let unknown = try program.run(call + ["--set", "ais_gap.lenght=2h"])
    #expect(unknown.exitCode == 2)
  }

  @Test func comparesTwoSetsOfRules() throws {
    _ = try program.folder.write(Self.rule(hours: 20), to: "new/silent.yaml")
    let (old, new) = (program.folder.path("old"), program.folder.path("new"))
    let call = ["--facts", facts, "--as-of", "2025-02-01"]
    #expect(try program.run(["rules", "diff", old, old] + call).exitCode == 0)
    let outcome = try program.run(["rules", "diff", old, new] + call)
    #expect(outcome.output.contains("changed  silent"), "\(outcome.errors)")
    #expect(outcome.output.contains("duration >= 12h"), "\(outcome.output)")
  }

  @Test func asksThePast() throws {
    let truth = try program.folder.write(
      "imo,designated_from\n9074729,2025-06-01\n", to: "truth.csv")
    let outcome = try program.run([
      "rules", "backtest", rules, "--facts", facts, "--truth", truth, "--every", "1w",
    ])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("silent"))
    #expect(outcome.output.contains("100.0 %"), "\(outcome.output)")
  }

  @Test func writesTheOutcomesForBuildServers() throws {
    let path = program.folder.path("tests.xml")
    let outcome = try program.run(["rules", "test", rules, "--junit", path])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("<testsuite") && text.contains("failures=\"0\""), "\(text)")
  }
}
