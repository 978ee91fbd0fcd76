public import RuleLanguage
import Maritime
import StrictYAML

/// What the cases of some rules show of their clauses.
public struct RuleCoverageReport: Sendable {
  /// A part of a whole, such as clauses seen both true and false.
  public struct Share: Hashable, Sendable {
    /// The part.
    public let part: Int
    /// The whole.
    public let whole: Int

    /// The part in percent, rounded down; 100 when there is nothing.
    public var percent: Int { whole == 0 ? 100 : part * 100 / whole }
  }

  private let rules: [RuleCoverage]
  private let sources: [String: SourceLines]

  /// Creates a report in the order of `rules`; `sources` has the texts of their files.
  public init(_ rules: [RuleCoverage], sources: [String: [UInt8]]) {
    self.rules = rules
    self.sources = sources.mapValues(SourceLines.init)
  }

  /// Over all rules, the clauses seen both true and false.
  public var trueAndFalse: Share { Share.trueAndFalse(rules.flatMap(\.clauses)) }
  /// Over all rules, the clauses that decided a case alone.
  public var decisive: Share { Share.decisive(rules.flatMap(\.clauses)) }
  /// Over all rules, the clauses seen unknown among those that can be.
  public var unknown: Share { Share.unknown(rules.flatMap(\.clauses)) }

  /// A line for each rule, its text with marks where something is missing, and the total.
  ///
  /// - Parameters:
  ///   - showsWhole: Whether to show the text of rules in which nothing is missing too.
  ///   - style: How to write.
  /// - Returns: The report for people.
  public func text(showsWhole: Bool = false, style: ReportStyle) -> String {
    let paint = Paint(isColored: style.isColored)
    var lines = rules.flatMap { rule -> [String] in
      let isWhole = rule.clauses.allSatisfy(\.isWhole)
      let mark = isWhole ? paint("ok  ", .green) : paint("gaps", .yellow)
      let cases = rule.cases.counted("case")
      let head = "\(mark) \(rule.header.id): \(Self.shares(of: rule.clauses)), \(cases)"
      return [head] + (isWhole && !showsWhole ? [] : margin(of: rule, paint))
    }
    lines.append(
      "\(rules.count.counted("rule")), \(rules.flatMap(\.clauses).count.counted("clause")): "
        + Self.shares(of: rules.flatMap(\.clauses)))
    lines.append(
      "T seen true, F seen false, U seen unknown, D decided a case alone; "
        + "- is missing, a dot cannot be")
    return lines.map { $0 + "\n" }.joined()
  }

  private static func shares(of clauses: [RuleCoverage.Clause]) -> String {
    let unknown = Share.unknown(clauses)
    return [
      "true and false \(Share.trueAndFalse(clauses).text)",
      "decisive \(Share.decisive(clauses).text)",
      unknown.whole > 0 ? "unknown \(unknown.text)" : "never unknown",
    ].joined(separator: ", ")
  }
}

extension RuleCoverageReport {
  /// The lines of the rule's condition, each with the marks of its clause.
  private func margin(of rule: RuleCoverage, _ paint: Paint) -> [String] {
    guard let source = sources[rule.header.file] else { return [] }
    let byLine = Dictionary(grouping: rule.clauses) { $0.span.start.line }
    let numbers = rule.spans.flatMap { Array($0.start.line...$0.end.line) }
    return Set(numbers).sorted().flatMap { number -> [String] in
      let clauses = byLine[number] ?? []
      let single = clauses.count == 1 ? clauses[0].marks(paint) : "    "
      let digits = TerminalText.fitted(String(number), to: 4)
      let own = "  \(single) \(paint(digits + "|", .blue)) \(source.line(number) ?? "")"
      guard clauses.count > 1 else { return [own] }
      return [own] + clauses.map { "  \($0.marks(paint))        \(TerminalText.safe($0.text))" }
    }
  }
}

extension RuleCoverageReport.Share {
  fileprivate typealias Clause = RuleCoverage.Clause

  fileprivate static func trueAndFalse(_ clauses: [Clause]) -> Self {
    Self(part: clauses.count(where: \.isSeenBothWays), whole: clauses.count)
  }

  fileprivate static func decisive(_ clauses: [Clause]) -> Self {
    Self(part: clauses.count(where: \.isDecisive), whole: clauses.count)
  }

  fileprivate static func unknown(_ clauses: [Clause]) -> Self {
    let possible = clauses.compactMap(\.isSeenUnknown)
    return Self(part: possible.count { $0 }, whole: possible.count)
  }

  fileprivate var text: String { "\(part) of \(whole) (\(percent) %)" }
}

extension RuleCoverage.Clause {
  /// Whether nothing is missing.
  fileprivate var isWhole: Bool { isSeenBothWays && isDecisive && isSeenUnknown != false }

  fileprivate func marks(_ paint: Paint) -> String {
    let unknown = isSeenUnknown.map { $0 ? "U" : "-" } ?? "."
    let marks = [isSeenTrue ? "T" : "-", isSeenFalse ? "F" : "-", unknown, isDecisive ? "D" : "-"]
    return marks.map { $0 == "-" ? paint($0, .red) : paint($0, .green) }.joined()
  }
}

extension RuleCoverageReport {
  /// One JSON object on one line: the rules with their clauses, and the totals.
  public var json: String {
    let all = rules.flatMap(\.clauses)
    let members =
      [JSONMember("rules", .array(rules.map(Self.json))), JSONMember("clauses", Self.count(all))]
      + Self.shareMembers(of: all)
    return JSONValue.object(members).text + "\n"
  }

  private static func json(of rule: RuleCoverage) -> JSONValue {
    .object(
      [
        JSONMember("rule", .string(rule.header.id)), JSONMember("file", .string(rule.header.file)),
        JSONMember("cases", .number(Double(rule.cases))),
      ] + shareMembers(of: rule.clauses)
        + [JSONMember("clauses", .array(rule.clauses.map(json)))])
  }

  private static func json(of clause: RuleCoverage.Clause) -> JSONValue {
    .object([
      JSONMember("clause", .string(clause.text)),
      JSONMember("kind", .string(clause.isKey ? "key" : "clause")),
      JSONMember("line", .number(Double(clause.span.start.line))),
      JSONMember("column", .number(Double(clause.span.start.column))),
      JSONMember("seen_true", .bool(clause.isSeenTrue)),
      JSONMember("seen_false", .bool(clause.isSeenFalse)),
      JSONMember("seen_unknown", clause.isSeenUnknown.map(JSONValue.bool) ?? .null),
      JSONMember("decisive", .bool(clause.isDecisive)),
    ])
  }

  private static func shareMembers(of clauses: [RuleCoverage.Clause]) -> [JSONMember] {
    [
      ("true_and_false", Share.trueAndFalse(clauses)), ("decisive", Share.decisive(clauses)),
      ("unknown", Share.unknown(clauses)),
    ].map { name, share in
      JSONMember(
        name,
        .object([
          JSONMember("part", .number(Double(share.part))),
          JSONMember("whole", .number(Double(share.whole))),
          JSONMember("percent", .number(Double(share.percent))),
        ]))
    }
  }

  private static func count(_ clauses: [RuleCoverage.Clause]) -> JSONValue {
    .number(Double(clauses.count))
  }
}
