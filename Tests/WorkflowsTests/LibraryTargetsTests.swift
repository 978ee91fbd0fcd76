import Foundation
import Reporting
import Testing
import Workflows

/// What the cases of the shipped rules must show: each clause true and false, and alone decisive.
struct LibraryTargetsTests {
  private let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules").path

  @Test func casesSeeEveryClauseTrueAndFalse() async throws {
    let report = try await coverRules(at: [shipped], geography: GeographySources(), threads: 2)
    let text = report.text(style: .plain)
    #expect(report.trueAndFalse.percent == 100, "\(text)")
    #expect(report.decisive.percent >= 90, "\(text)")
    #expect(report.unknown.percent >= 90, "\(text)")
  }

  /// A sample of rules, one of each sort; `pratique rules mutate Rules` changes them all.
  @Test(arguments: [
    "repeated-gaps", "position-contradicted", "ship-to-ship-with-dprk-vessel", "un-oil-cap",
    "military-cargo",
  ])
  func casesNoticeSmallChanges(_ rule: String) async throws {
    let report = try await mutateRules(
      at: [shipped], rule: rule, geography: GeographySources(), threads: 2)
    #expect(report.hasPassed)
    #expect(report.score >= 90, "\(report.text(style: .plain))")
  }
}
