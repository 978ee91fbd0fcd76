import Maritime
import StrictYAML

extension Lint {
  static let gapWithoutReception = Lint(
    "W21", id: "gap-without-reception",
    summary: "A rule about gaps should ask how well others were heard.",
    rationale: """
      "No signal heard" is not "switched off". `reception` is the share of other vessels heard \
      there and then, and `satellite_positions_before` how well the vessel was; without, a rule finds poor coverage as readily as a dark vessel.
      """,
    bad: """
      match:
        fact:
          as: call
          fact: ais_gap
          where:
            - duration >= 12h  # [A] Global Fishing Watch
            - feed_outage == false
      evidence: {say: "Dark for {call.duration}.", cite: [call]}
      """,
    good: """
      match:
        fact:
          as: call
          fact: ais_gap
          where:
            - duration >= 12h  # [A] Global Fishing Watch
            - feed_outage == false
            - reception >= 60%  # [D]
      evidence: {say: "Dark for {call.duration}.", cite: [call]}
      """
  ) { rule, _ in
    rule.gaps(without: "reception", "satellite_positions_before").map { fact in
      LintFinding(
        "nothing asks how well others were heard during the gap", at: fact.span,
        help: "add a clause such as `reception >= 60%`")
    }
  }
}

extension LintedRule {
  /// Where gaps are asked for without a clause about one of some fields, the first of which gaps
  /// have.
  func gaps(without fields: String...) -> [YAMLNode] {
    operators.compactMap { node in
      guard let fact = node["fact"], fact.text == "ais_gap",
        rule.condition.patterns.contains(where: {
          $0.kind.name == "ais_gap" && $0.kind.index(of: fields[0]) != nil
        })
      else { return nil }
      let key = node.entry("where")?.keySpan
      let clauses = lists.filter { $0.keySpan == key }.flatMap(\.clauses)
      return clauses.contains { fields.contains(where: $0.uses) } ? nil : fact
    }
  }
}

extension Clause {
  /// Whether a value of the clause comes from a field.
  func uses(_ field: String) -> Bool { expressions.contains { $0.fields.contains(field) } }
}

extension Expression {
  /// The names of the fields in the value.
  var fields: Set<String> {
    switch self {
    case .field(let reference): [reference.field]
    case .part(let inner, _): inner.fields
    case .arithmetic(_, let left, let right, _): left.fields.union(right.fields)
    case .call(_, let arguments): arguments.reduce(into: []) { $0.formUnion($1.fields) }
    case .table(let table, _): Set(table.inputs.map(\.name))
    default: []
    }
  }
}
