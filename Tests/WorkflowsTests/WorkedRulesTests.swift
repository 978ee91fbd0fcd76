import Foundation
import Reporting
import RuleLanguage
import TestSupport
import Testing

@testable import Workflows

/// The eight rules of the language's design, whole and with the shipped facts, ports and zones.
struct WorkedRulesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "WorkedRules").path

  @Test func passTheirTests() throws {
    let report = try testRules(at: [Self.folder], geography: GeographySources())
    #expect(report.hasPassed, "\(report.json)")
    #expect(report.json.contains("dprk-petroleum-cap"))
  }

  /// No shipped rule comes near what the compiler refuses.
  @Test func costLittle() throws {
    for path in [Self.folder, Self.shipped] {
      let rules = try library(at: [path], geography: GeographySources()).checked()
      #expect(!rules.isEmpty)
      for rule in rules {
        #expect(rule.cost.percentOfBudget < 10, "\(rule.header.id): \(rule.cost)")
      }
    }
  }

  private static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules").path

  @Test func areSeenTrueFalseAndUnknown() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    for file in files where file != "rajin-shuttle.yaml" {
      let text = try String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)
      for answer in ["true", "false", "unknown"] {
        #expect(text.contains("fires: \(answer)"), "\(file) is never \(answer)")
      }
    }
  }
}
