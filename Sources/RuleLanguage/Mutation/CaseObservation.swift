import Maritime
import StrictYAML

/// Everything that a case can expect of a rule.
struct CaseObservation: Hashable, Sendable {
  let answer: RuleEvaluation.Answer
  let disposition: Disposition
  let points: Points
  let cites: [String]
  let says: [String]

  init(_ rule: CompiledRule, _ input: EvaluationInput) {
    let evaluation = rule.evaluate(input)
    answer = evaluation.answer
    disposition = rule.disposition(of: evaluation.answer)
    points = rule.header.score.points(of: evaluation.matches, at: input.now)
    cites = evaluation.answer == .fires ? rule.citedNames(input) : []
    says = evaluation.matches.map(\.sentence)
  }

  /// What a case writes to tell this from another observation: as little as does.
  func expectation(unlike other: CaseObservation) -> String {
    let fires = "fires: \(answer.word)"
    if answer != other.answer { return "{\(fires)}" }
    if disposition != other.disposition {
      return "{\(fires), disposition: \(disposition.rawValue)}"
    }
    if points != other.points { return "{\(fires), points: \(points)}" }
    if cites != other.cites { return "{\(fires), cites: [\(cites.joined(separator: ", "))]}" }
    guard let new = says.first(where: { said in !other.says.contains { $0.contains(said) } })
    else { return "{\(fires)}" }
    return "{\(fires), says: \(quoted(new))}"
  }

  /// Whether a case can tell the two apart; it can say what is said, not what is not.
  func differs(from other: CaseObservation) -> Bool {
    guard answer == other.answer, disposition == other.disposition, points == other.points,
      cites == other.cites
    else { return true }
    return says.contains { said in !other.says.contains { $0.contains(said) } }
  }
}

extension RuleEvaluation.Answer {
  /// The word in a case's `fires`.
  var word: String {
    switch self {
    case .fires: "true"
    case .doesNotFire: "false"
    case .unknown: "unknown"
    }
  }
}

/// Text as it can stand in braces and brackets.
func quoted(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { byte in
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || "-_.:/ %".utf8.contains(byte)
  }
  let isKey = text.contains(": ") || text.hasSuffix(":") || text.hasPrefix("-")
  if isPlain, !isKey, !text.isEmpty, text.first != " ", text.last != " " { return text }
  let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  return "\"" + escaped + "\""
}
