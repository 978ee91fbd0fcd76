public import Maritime
public import RuleLanguage
import StrictYAML

/// What a rule says about a vessel, why, and what it would say of other facts.
public struct RuleExplanationReport: Sendable {
  /// A rule's answer with its reasons.
  public struct Answer: Sendable {
    /// What it says.
    public let evaluation: RuleEvaluation
    /// Its clauses, in file order.
    public let clauses: [ClauseOutcome]
    /// What stops it; `nil` when it fires.
    public let whyNot: WhyNot?

    /// Creates an answer.
    public init(evaluation: RuleEvaluation, clauses: [ClauseOutcome], whyNot: WhyNot?) {
      self.evaluation = evaluation
      self.clauses = clauses
      self.whyNot = whyNot
    }
  }

  private let vessel: VesselReference
  private let asOf: UTCTime
  private let before: Answer
  private let after: Answer?
  private let changes: [String]

  /// Creates a report; `after` is the answer once `changes` are made.
  public init(
    vessel: VesselReference, asOf: UTCTime, before: Answer, after: Answer?, changes: [String]
  ) {
    self.vessel = vessel
    self.asOf = asOf
    self.before = before
    self.after = after
    self.changes = changes
  }

  /// Whether the rule fires on the facts as they are.
  public var fires: Bool { before.evaluation.answer == .fires }

  /// The explanation for people.
  public func text(style: ReportStyle) -> String {
    var page = TextPage(style)
    let rule = before.evaluation.rule
    page.add(page.paint(TerminalText.safe(rule.title), .bold))
    page.add("\(rule.id) on \(vessel), as of \(asOf.minuteDescription)")
    page.add()
    page.add(before)
    guard let after else { return page.text }
    page.heading("WITH \(changes.joined(separator: ", "))")
    page.add(after)
    return page.text
  }

  /// One JSON object on one line.
  public var json: String {
    let rule = before.evaluation.rule
    let object = JSONValue.object([
      JSONMember("rule", .string(rule.id)), JSONMember("version", .number(Double(rule.version))),
      JSONMember("vessel", .string(vessel.description)),
      JSONMember("as_of", .string(asOf.description)), JSONMember("answer", before.json),
      JSONMember("changes", .array(changes.map(JSONValue.string))),
      JSONMember("changed_answer", after?.json ?? .null),
    ])
    return object.text + "\n"
  }
}

extension TextPage {
  fileprivate mutating func add(_ answer: RuleExplanationReport.Answer) {
    switch answer.evaluation.answer {
    case .fires:
      add(paint("The rule fires.", .red))
      for match in answer.evaluation.matches { paragraph(match.sentence, indent: 2, lead: "  ") }
    case .doesNotFire: add(paint("The rule does not fire.", .green))
    case .unknown:
      add(paint("The rule cannot be decided.", .yellow))
      for clause in answer.evaluation.undetermined {
        paragraph(
          "\(clause.clause): \(clause.missing) is not known", indent: 4, lead: "  ? ")
      }
    }
    heading("CLAUSE BY CLAUSE")
    for outcome in answer.clauses { add(outcome) }
    if let whyNot = answer.whyNot { add(whyNot) }
  }

  private mutating func add(_ outcome: ClauseOutcome) {
    let tone: Paint.Tone =
      switch outcome.answer {
      case .yes: .green
      case .no: .red
      case .unknown: .yellow
      }
    let mark = paint(TerminalText.fitted(outcome.answer.rawValue, to: 8), tone)
    add("  \(mark)\(TerminalText.safe(outcome.clause))")
    let fact = outcome.fact.map {
      " (\($0.kind.name) from \($0.header.span.start.minuteDescription))"
    }
    let values = outcome.values.joined(separator: ", ") + (fact ?? "")
    if !values.isEmpty { paragraph(values, indent: 10, tone: .faint) }
  }

  private mutating func add(_ whyNot: WhyNot) {
    heading(whyNot.isComplete ? "WHAT STOPS IT" : "WHAT STOPS IT, AMONG OTHER THINGS")
    for blocker in whyNot.blockers {
      add("  " + TerminalText.safe(blocker.text) + ", line \(blocker.span.start.line)")
      paragraph(blocker.reason, indent: 4)
      if let fact = blocker.fact {
        let place = "\(fact.kind.name) from \(fact.header.span.start.minuteDescription)"
        paragraph(place, indent: 4, tone: .faint)
      }
    }
    guard whyNot.isComplete else { return }
    let count = whyNot.blockers.count
    add(
      count == 1
        ? "Were it otherwise, the rule would fire."
        : "Were all \(count) otherwise, the rule would fire; no fewer would do.")
  }
}

extension RuleExplanationReport.Answer {
  fileprivate var json: JSONValue {
    .object([
      JSONMember("fires", .string(evaluation.answer.word)),
      JSONMember("sentences", .array(evaluation.matches.map { .string($0.sentence) })),
      JSONMember("clauses", .array(clauses.map(Self.json))),
      JSONMember("blockers", .array((whyNot?.blockers ?? []).map(Self.json))),
      JSONMember("complete", whyNot.map { .bool($0.isComplete) } ?? .null),
    ])
  }

  private static func json(_ outcome: ClauseOutcome) -> JSONValue {
    .object([
      JSONMember("clause", .string(outcome.clause)),
      JSONMember("line", .number(Double(outcome.span.start.line))),
      JSONMember("answer", .string(outcome.answer.rawValue)),
      JSONMember("values", .array(outcome.values.map(JSONValue.string))),
      JSONMember("fact", outcome.fact.map { .string($0.id) } ?? .null),
    ])
  }

  private static func json(_ blocker: WhyNot.Blocker) -> JSONValue {
    .object([
      JSONMember("kind", .string(blocker.kind.rawValue)),
      JSONMember("text", .string(blocker.text)),
      JSONMember("line", .number(Double(blocker.span.start.line))),
      JSONMember("reason", .string(blocker.reason)),
      JSONMember("fact", blocker.fact.map { .string($0.id) } ?? .null),
    ])
  }
}

extension RuleEvaluation.Answer {
  /// The word in a case's `fires`.
  fileprivate var word: String {
    switch self {
    case .fires: "true"
    case .doesNotFire: "false"
    case .unknown: "unknown"
    }
  }
}
