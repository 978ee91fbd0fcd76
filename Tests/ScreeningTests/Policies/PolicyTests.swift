import Foundation
import RuleLanguage
import Screening
import StrictYAML
import Testing

struct PolicyTests {
  private static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Rules/policy.yaml")

  @Test func theShippedFileIsTheStandardPolicy() throws {
    let reading = Policy.read(Array(try Data(contentsOf: Self.shipped)), file: "policy.yaml")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.policy == .standard)
  }

  @Test func takesTheRestFromTheStandard() throws {
    let policy = try #require(
      read(
        """
        kind: policy
        language: 1
        thresholds: {monitor: 5, review: 25, escalate: 50}
        groups: {cap: 40, caps: {dark-activity: 70}}
        lists: {refresh: 2w, refresh_of: {us: 36h}, require: [us, eu]}
        observation: {within: 1y, silence: 12h, poor_reception: 40%}
        identity: {numbered_from: 500, numbered_types: [tanker]}
        """
      ).policy)
    #expect(policy.thresholds.review == Points(25))
    #expect(policy.groups.caps == ["dark-activity": Points(70)])
    #expect(policy.corroboration == Policy.standard.corroboration)
    #expect(policy.lists.refresh == 14 * 86_400_000)
    #expect(policy.lists.refreshOf == ["us": 36 * 3_600_000])
    #expect(policy.lists.require == ["us", "eu"])
    #expect(policy.observation.months == 12)
    #expect(policy.observation.poorReception == 400_000)
    #expect(policy.identity.numberedTypes == ["tanker"])
    #expect(policy.digest != Policy.standard.digest)
  }

  @Test(arguments: [
    ("tresholds: {}", "3:unknown-key", "did you mean `thresholds`?"),
    ("thresholds: {moniter: 5}", "3:unknown-key", "did you mean `monitor`?"),
    ("colour: red", "3:unknown-key", "known keys: kind, language,"),
    ("thresholds: {monitor: 101}", "3:wrong-value", nil),
    ("thresholds: {monitor: five}", "3:wrong-value", nil),
    ("thresholds: {monitor: 50, review: 40}", "3:wrong-value", nil),
    ("thresholds: 5", "3:wrong-shape", nil),
    ("lists: {refresh: 7}", "3:wrong-value", "write a number and one of: h, min, s, d, w"),
    ("lists: {refresh: 7mo}", "3:wrong-value", "write a number and one of: h, min, s, d, w"),
    ("lists: {require: us}", "3:wrong-shape", nil),
    ("identity: {numbered_types: [tankr]}", "3:wrong-value", "did you mean `tanker`?"),
    ("kind: rule", "1:duplicate-key", nil),
  ])
  func reportsMistakes(_ line: String, _ expected: String, _ help: String?) {
    let reading = read("kind: policy\nlanguage: 1\n\(line)\n")
    #expect(reading.policy == nil)
    let first = reading.diagnostics.first
    #expect(reading.diagnostics.count == 1)
    #expect(expected.hasSuffix(first?.id ?? "nothing"))
    if let help { #expect(first?.help?.hasPrefix(help) == true) }
  }

  @Test func asksForItsKind() {
    #expect(read("thresholds: {}\n").diagnostics.map(\.id) == ["missing-key", "missing-key"])
    #expect(read("kind: rule\nlanguage: 1\n").diagnostics.map(\.id) == ["wrong-value"])
    #expect(read("").diagnostics.map(\.id) == ["empty-document"])
  }

  private func read(_ text: String) -> PolicyReading {
    Policy.read(Array(text.utf8), file: "policy.yaml")
  }
}
