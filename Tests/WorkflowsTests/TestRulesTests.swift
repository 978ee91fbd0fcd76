import Foundation
import Reporting
import TestSupport
import Testing
import Workflows

struct TestRulesTests {
  private let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules").path

  @Test func everyShippedRuleCompilesAndPassesItsTests() throws {
    let check = try checkRules(at: [shipped], geography: GeographySources())
    #expect(check.errors == 0, "\(check.text(style: .plain))")
    #expect(check.warnings == 0, "\(check.text(style: .plain))")
    #expect(check.rules >= 10)
    let report = try testRules(at: [shipped], geography: GeographySources())
    #expect(report.hasPassed, "\(report.text(style: .plain))")
    #expect(!report.text(style: .plain).contains("none "), "every shipped rule has tests")
  }

  @Test func showsAFailingTest() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(
      """
      kind: rule
      language: 1
      id: russian
      title: Under the flag of Russia
      status: draft
      severity: low
      for: vessel
      lookback: 12mo
      match:
        state:
          as: flag
          where:
            - vessel.flag == RU
      score: {points: 5, decay: none, group: flags}
      tests:
        - name: a flag of Panama
          now: 2025-01-01T00:00Z
          vessel: {flag: PA}
          expect: {fires: true}

      """, to: "russian.yaml")
    let report = try testRules(at: [folder.url.path], geography: GeographySources())
    #expect(!report.hasPassed)
    #expect(report.text(style: .plain).contains("1 failed"))
    #expect(report.json.contains("\"passed\":false"))
  }
}
