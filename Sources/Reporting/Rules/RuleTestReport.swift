import Maritime
public import RuleLanguage
import StrictYAML

/// What the tests of some rules showed.
public struct RuleTestReport: Sendable {
  /// A rule and the outcomes of its tests.
  public struct Rule: Sendable {
    /// What the rule says of itself.
    public let header: RuleHeader
    /// The outcomes, in file order.
    public let outcomes: [RuleTestOutcome]

    /// Creates an element.
    public init(header: RuleHeader, outcomes: [RuleTestOutcome]) {
      self.header = header
      self.outcomes = outcomes
    }
  }

  let rules: [Rule]

  /// Creates a report in the order of `rules`.
  public init(_ rules: [Rule]) { self.rules = rules }

  /// Whether every test passed.
  public var hasPassed: Bool { outcomes.allSatisfy(\.hasPassed) }

  /// A line for each rule, the failures below it, and the total.
  public func text(style: ReportStyle) -> String {
    let paint = Paint(isColored: style.isColored)
    let lines = rules.flatMap { rule -> [String] in
      let passed = rule.outcomes.count(where: \.hasPassed)
      let isWhole = passed == rule.outcomes.count && passed > 0
      let failure = rule.outcomes.isEmpty ? "none" : "FAIL"
      let mark = isWhole ? paint("ok  ", .green) : paint(failure, .red)
      return ["\(mark) \(rule.header.id): \(passed) of \(rule.outcomes.count) tests passed"]
        + rule.outcomes.filter { !$0.hasPassed }.flatMap(Self.lines)
    }
    let failed = outcomes.count { !$0.hasPassed }
    return (lines + ["\(outcomes.count - failed) passed, \(failed) failed"])
      .map { $0 + "\n" }.joined()
  }

  /// One JSON array on one line, an object for each test.
  public var json: String {
    let objects = rules.flatMap { rule in
      rule.outcomes.map { outcome in
        JSONValue.object([
          JSONMember("rule", .string(rule.header.id)), JSONMember("test", .string(outcome.name)),
          JSONMember("passed", .bool(outcome.hasPassed)),
          JSONMember("file", .string(outcome.file)),
          JSONMember("line", .number(Double(outcome.span.start.line))),
          JSONMember("failures", .array(outcome.failures.map(JSONValue.string))),
        ])
      }
    }
    return JSONValue.array(objects).text + "\n"
  }

  private var outcomes: [RuleTestOutcome] { rules.flatMap(\.outcomes) }

  private static func lines(of outcome: RuleTestOutcome) -> [String] {
    let place = "\(outcome.file):\(outcome.span.start.line):\(outcome.span.start.column)"
    return ["     \(outcome.name)", "       at \(place)"] + outcome.failures.map { "       \($0)" }
  }
}
