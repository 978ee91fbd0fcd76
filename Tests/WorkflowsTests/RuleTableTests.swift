import Foundation
import Testing

/// `Rules/README.md` says of each of the 55 red flags what becomes of it, and the folder agrees.
struct RuleTableTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Rules")

  /// The red flags by number: `T01` to `T55`.
  private static let redFlags = (1...55).map { $0 < 10 ? "T0\($0)" : "T\($0)" }

  /// A row of the table: a red flag, the rules for it, and the rest.
  private struct Row {
    let redFlag: String
    let rules: Set<String>
    let note: String

    init?(_ line: Substring) {
      let cells = line.split(separator: " | ").map { $0.trimming { " |".contains($0) } }
      guard cells.count == 5, redFlags.contains(cells[0]) else { return nil }
      redFlag = cells[0]
      rules = Set(
        cells[1].split(separator: ", ").filter { $0 != "–" }.map { $0.trimming { $0 == "`" } })
      note = cells[4]
    }
  }

  private func table() throws -> [Row] {
    let text = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    return text.split(separator: "\n").compactMap(Row.init)
  }

  /// The rules in the folder, such as `ais/repeated-gaps`, with the red flags that each cites.
  private func shipped() throws -> [String: Set<String>] {
    let base = Self.folder.path + "/"
    let files = FileManager.default.enumerator(atPath: Self.folder.path)
    let paths = (files?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
    return try paths.reduce(into: [:]) { rules, path in
      let text = try String(contentsOfFile: base + path, encoding: .utf8)
      guard text.hasPrefix("kind: rule") else { return }
      let header = text.split(separator: "\nmatch:")[0]
      rules[String(path.dropLast(5))] = Set(
        header.matches(of: /\bT[0-9]{2}\b/).map { String($0.0) })
    }
  }

  @Test func everyRedFlagHasARuleOrAReason() throws {
    let rows = try table()
    #expect(rows.map(\.redFlag) == Self.redFlags)
    for row in rows where row.rules.isEmpty {
      #expect(row.note.hasPrefix("Not a rule: ") && row.note.count > 40, "\(row.redFlag)")
    }
  }

  @Test func theTableNamesTheRulesThatShip() throws {
    let rules = try shipped()
    #expect(rules.count > 50)
    let cited = rules.reduce(into: [String: Set<String>]()) { flags, rule in
      for flag in rule.value { flags[flag, default: []].insert(rule.key) }
    }
    for row in try table() { #expect(row.rules == cited[row.redFlag] ?? [], "\(row.redFlag)") }
    for (rule, flags) in rules {
      #expect(!flags.isEmpty && flags.isSubset(of: Set(Self.redFlags)), "\(rule) cites \(flags)")
    }
  }
}

extension StringProtocol {
  /// The text without the characters at both ends that meet a condition.
  fileprivate func trimming(_ isLeft: (Character) -> Bool) -> String {
    guard let first = firstIndex(where: { !isLeft($0) }),
      let last = lastIndex(where: { !isLeft($0) })
    else { return "" }
    return String(self[first...last])
  }
}
