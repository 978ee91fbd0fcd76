import Maritime
public import RuleLanguage
import StrictYAML

/// How many changes of some rules their cases notice.
public struct RuleMutationReport: Sendable {
  private let rules: [RuleMutationResult]

  /// Creates a report in the order of `rules`.
  public init(_ rules: [RuleMutationResult]) { self.rules = rules }

  /// The changes noticed over all rules, in percent, rounded down; 100 when there is none.
  public var score: Int { Self.percent(killed, of: mutants) }

  /// Whether the cases of every rule pass on the rule as it is.
  public var hasPassed: Bool { rules.allSatisfy { $0.failingCases == 0 } }

  private var mutants: Int { rules.reduce(0) { $0 + $1.mutants } }
  private var killed: Int { rules.reduce(0) { $0 + $1.killed } }
  private var equivalent: Int { rules.reduce(0) { $0 + $1.equivalent } }

  /// A line for each rule, the changes that nothing notices with what would, and the total.
  public func text(style: ReportStyle) -> String {
    let paint = Paint(isColored: style.isColored)
    let lines = rules.flatMap { rule -> [String] in
      guard rule.failingCases == 0 else {
        let failing = "\(rule.failingCases) of its own cases fail; see pratique rules test"
        return ["\(paint("FAIL", .red)) \(rule.header.id): \(failing)"]
      }
      let mark = rule.survivors.isEmpty ? paint("ok  ", .green) : paint("weak", .yellow)
      let percent = Self.percent(rule.killed, of: rule.mutants)
      let count = "\(rule.killed) of \(rule.mutants) changes noticed (\(percent) %)"
      return ["\(mark) \(rule.header.id): \(count)"]
        + rule.survivors.flatMap { Self.lines(of: $0, rule) }
    }
    let total =
      "\(rules.count.counted("rule")): \(killed) of \(mutants) changes noticed (\(score) %); "
      + "\(equivalent) more mean the same"
    return (lines + [total]).map { $0 + "\n" }.joined()
  }

  private static func lines(
    of survivor: RuleMutationResult.Survivor, _ rule: RuleMutationResult
  ) -> [String] {
    let place = "\(rule.header.file):\(survivor.span.start.line):\(survivor.span.start.column)"
    let head = ["     \(TerminalText.safe(survivor.change))", "       at \(place)"]
    guard let killer = survivor.killer else {
      return head + ["       no case near those there are tells the two apart"]
    }
    let advice = killer.isExpectationOnly ? "say more in" : "add to `vary` of"
    return head + [
      "       \(advice) \"\(TerminalText.safe(killer.caseName))\", line \(killer.line):",
      "         \(TerminalText.safe(killer.text))",
    ]
  }

  /// One JSON object on one line: the rules with their survivors, and the totals.
  public var json: String {
    let object = JSONValue.object([
      JSONMember("rules", .array(rules.map(Self.json))),
      JSONMember("mutants", .number(Double(mutants))),
      JSONMember("killed", .number(Double(killed))),
      JSONMember("equivalent", .number(Double(equivalent))),
      JSONMember("score", .number(Double(score))),
    ])
    return object.text + "\n"
  }

  private static func json(of rule: RuleMutationResult) -> JSONValue {
    .object([
      JSONMember("rule", .string(rule.header.id)), JSONMember("file", .string(rule.header.file)),
      JSONMember("mutants", .number(Double(rule.mutants))),
      JSONMember("killed", .number(Double(rule.killed))),
      JSONMember("equivalent", .number(Double(rule.equivalent))),
      JSONMember("failing_cases", .number(Double(rule.failingCases))),
      JSONMember("score", .number(Double(percent(rule.killed, of: rule.mutants)))),
      JSONMember("survivors", .array(rule.survivors.map(json))),
    ])
  }

  private static func json(of survivor: RuleMutationResult.Survivor) -> JSONValue {
    .object([
      JSONMember("change", .string(survivor.change)),
      JSONMember("line", .number(Double(survivor.span.start.line))),
      JSONMember("column", .number(Double(survivor.span.start.column))),
      JSONMember("killer", survivor.killer.map(json) ?? .null),
    ])
  }

  private static func json(of killer: RuleMutationResult.Killer) -> JSONValue {
    .object([
      JSONMember("file", .string(killer.file)), JSONMember("line", .number(Double(killer.line))),
      JSONMember("case", .string(killer.caseName)),
      JSONMember("place", .string(killer.isExpectationOnly ? "expect" : "vary")),
      JSONMember("text", .string(killer.text)),
    ])
  }

  private static func percent(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 100 : part * 100 / whole
  }
}
