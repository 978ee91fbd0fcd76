import Foundation
import Maritime
import Reporting
import TestSupport
import Testing
import Workflows

/// Every vessel whose verdict differs comes with the first clause that makes it so.
struct DiffRulesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(
      Self.gap(imo: 9_074_729, hours: 14) + Self.gap(imo: 9_000_003, hours: 30),
      to: "facts.ndjson")
  }

  private static func gap(imo: Int, hours: Int) -> String {
    let end = hours < 24 ? "2025-01-04T\(hours)" : "2025-01-05T0\(hours - 24)"
    return """
      {"fact":"ais_gap","imo":\(imo),"start":"2025-01-04T00:00:00Z","end":"\(end):00:00Z",\
      "duration_s":\(hours * 3600),"lat":30,"lon":150,"source":"ais","positions_before":10,\
      "reception":0.9,"neighbours":5,"open":false,"feed_outage":false}

      """
  }

  private static func rule(
    _ clauses: String, id: String = "dark", rest: String = "floor: escalate\nscore: {points: 40}"
  ) -> String {
    """
    kind: rule
    language: 1
    id: \(id)
    title: Dark
    status: stable
    severity: high
    match: {as: gap, fact: ais_gap, where: [\(clauses)]}
    \(rest)

    """
  }

  private func diff(
    _ old: [String: String], _ new: [String: String]
  ) async throws -> JSONValue {
    for (side, files) in [("old", old), ("new", new)] {
      for name in files.keys.sorted() {
        _ = try folder.write(files[name] ?? "", to: "\(side)/\(name)")
      }
    }
    let report = try await diffRules(
      RuleDiffRequest(
        old: folder.path("old"), new: folder.path("new"), factFiles: [folder.path("facts.ndjson")],
        asOf: utc("2025-02-01")))
    return try JSONValue(reading: report.json)
  }

  /// The vessels that flip: number, dispositions and reason in one line each.
  private func flips(_ report: JSONValue) -> [String] {
    (report["flipped"]?.elements ?? []).map { flip in
      ["vessel", "old", "new", "rule", "reason"].map { flip[$0]?.string ?? "-" }
        .joined(separator: " | ")
    }
  }

  @Test(arguments: [
    (
      "duration >= 12h", "duration >= 20h",
      "IMO 9074729 | escalate | clear | dark | `duration >= 12h` (yes) became `duration >= 20h` (no)"
    ),
    (
      "duration >= 20h", "duration >= 12h",
      "IMO 9074729 | clear | escalate | dark | `duration >= 20h` (no) became `duration >= 12h` (yes)"
    ),
    (
      "duration >= 12h", "duration >= 12h, duration < 20h",
      "IMO 9000003 | escalate | clear | dark | `duration < 20h` is new"
    ),
    (
      "duration >= 12h, duration < 20h", "duration >= 12h",
      "IMO 9000003 | clear | escalate | dark | `duration < 20h` is gone"
    ),
    (
      "duration < 20h", "shore_distance >= 1nm, duration < 20h",
      "IMO 9074729 | escalate | inconclusive | dark | `duration < 20h` (yes) became "
        + "`shore_distance >= 1nm` (unknown)"
    ),
  ])
  func namesTheFirstClauseThatDiffers(
    _ old: String, _ new: String, _ expected: String
  ) async throws {
    let report = try await diff(["a.yaml": Self.rule(old)], ["a.yaml": Self.rule(new)])
    #expect(flips(report).contains(expected), "\(flips(report))")
    #expect(report["changed"] == ["dark"] && report["vessels"] == 2)
  }

  @Test func tellsRulesThatCameAndWent() async throws {
    let other = Self.rule("duration >= 20h", id: "darker")
    let report = try await diff(["a.yaml": other], ["a.yaml": Self.rule("duration >= 12h")])
    #expect(report["added"] == ["dark"] && report["removed"] == ["darker"])
    #expect(flips(report) == ["IMO 9074729 | clear | escalate | dark | the rule is new"])
    let gone = try await diff(
      ["a.yaml": Self.rule("duration >= 12h"), "b.yaml": other], ["a.yaml": other])
    #expect(flips(gone) == ["IMO 9074729 | escalate | clear | dark | the rule is gone"])
  }

  /// The text of the clause is the same, and what it stands for is not.
  @Test func followsADefinition() async throws {
    let values = { (hours: Int) in
      "kind: define\nlanguage: 1\nid: limits\nvalues: {longest: \(hours)h}\n"
    }
    let rule = Self.rule("duration >= @values/longest")
    let report = try await diff(
      ["a.yaml": rule, "v.yaml": values(12)], ["a.yaml": rule, "v.yaml": values(20)])
    #expect(
      flips(report) == [
        "IMO 9074729 | escalate | clear | dark | `duration >= @values/longest` was yes and is no"
      ])
  }

  @Test func tellsAScoreFromAPolicy() async throws {
    let scored = { (points: Int) in
      Self.rule("duration >= 20h", rest: "score: {points: \(points)}")
    }
    let score = try await diff(["a.yaml": scored(90)], ["a.yaml": scored(1)])
    #expect(flips(score).count == 1)
    #expect(flips(score).first?.contains("a window, a count or its score differs") == true)
    let policy = { (review: Int) in
      "kind: policy\nlanguage: 1\nthresholds: {review: \(review), escalate: 99}\n"
    }
    let rule = scored(40)
    let policies = try await diff(
      ["a.yaml": rule, "policy.yaml": policy(30)], ["a.yaml": rule, "policy.yaml": policy(90)])
    #expect(flips(policies).allSatisfy { $0.hasSuffix("| - | the policies differ") })
    #expect(flips(policies).count == 1, "\(flips(policies))")
  }

  @Test func findsNothingBetweenARuleAndItself() async throws {
    let rule = ["a.yaml": Self.rule("duration >= 12h")]
    let report = try await diff(rule, rule)
    #expect(flips(report) == [] && report["changed"] == [])
    #expect(report["matrix"]?.elements?.count == 1)
  }
}
