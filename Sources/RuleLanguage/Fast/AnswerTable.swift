/// The answer of every rule for every vessel, two bits each.
public struct AnswerTable: Hashable, Sendable {
  /// How many vessels there are.
  public let vessels: Int
  private var fires: [Bits]
  private var unknown: [Bits]

  init(vessels: Int, rules: Int) {
    self.vessels = vessels
    fires = Array(repeating: Bits(count: vessels), count: rules)
    unknown = fires
  }

  /// The answer of a rule for a vessel, by their places in what was asked.
  public subscript(vessel vessel: Int, rule rule: Int) -> RuleEvaluation.Answer {
    if fires[rule][vessel] { return .fires }
    return unknown[rule][vessel] ? .unknown : .doesNotFire
  }

  /// For how many vessels a rule fires.
  public func firings(of rule: Int) -> Int { fires[rule].cardinality }

  /// For how many vessels a rule cannot be decided.
  public func unknowns(of rule: Int) -> Int { unknown[rule].cardinality }

  /// Adds the answers of a rule for vessels that stand together.
  mutating func place(_ truths: Truths, rule: Int, at vessel: Int) {
    fires[rule].place(truths.yes, at: vessel)
    unknown[rule].place(truths.possible.subtracting(truths.yes), at: vessel)
  }
}
