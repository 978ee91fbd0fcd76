import Maritime

/// Something that a rule asks of a vessel's facts: what an operator makes of its YAML.
protocol Condition: Sendable {
  /// The names that it gives to facts.
  var names: [String: Scope.Name] { get }
  /// Its names, in groups that are decided together: a filter may refer to names of one group.
  var nameGroups: [Set<String>] { get }
  /// The names of other conditions that it depends on.
  var needs: Set<String> { get }
  /// Whether it can hold in several ways, each of which is a match.
  var isRepeatable: Bool { get }
  /// Its clauses, in the order of the file.
  var clauses: [Clause] { get }
  /// The facts that it asks for, in the order of the file.
  var patterns: [FactPattern] { get }

  /// Decides the condition, together with filters on the facts that it would name.
  ///
  /// A way in which a filter is false does not count.
  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution

  /// How many steps the parts of the condition may take, in the order of the file.
  func costs(_ model: CostModel) -> [OperatorCost]

  /// Shows each clause with what it saw on the facts that match, or that come nearest.
  func explain(_ context: EvaluationContext) -> [ClauseOutcome]

  /// How the fast evaluator decides the condition; unless it says so, it asks the reference.
  func lowered(by lowering: inout Lowering) -> Plan
}

extension Condition {
  var nameGroups: [Set<String>] { names.isEmpty ? [] : [Set(names.keys)] }

  var isRepeatable: Bool { false }

  /// Whether one group has all those of `needed` that the condition names at all.
  func decidesTogether(_ needed: Set<String>) -> Bool {
    let own = needed.intersection(names.keys)
    return own.isEmpty || nameGroups.contains { own.isSubset(of: $0) }
  }

  func solve(_ context: EvaluationContext) -> Solution { solve(context, filters: []) }

  func lowered(by lowering: inout Lowering) -> Plan { .reference }
}

/// Whether a condition holds, and how.
struct Solution: Sendable {
  var truth: Truth
  /// The ways in which it holds, the one to report first; not empty when it is true.
  var ways: [Way] = []
  /// The clauses that could not be decided; not empty when it is unknown.
  var unknowns: [UnknownClause] = []

  /// One way in which a condition holds.
  struct Way: Sendable {
    /// The facts behind each name.
    var facts: [String: [ObservedFact]] = [:]
    /// The list entries that clauses found.
    var entries: [ListEntryReference] = []
    /// What operators worked out, by name and value: `cargo.low`.
    var values: [String: FactValue] = [:]
    /// The vessels to which the match is attributed, when an operator says so.
    var vessels: [VesselReference] = []

    /// The single facts, for clauses that refer to them.
    var single: [String: ObservedFact] { facts.compactMapValues { $0.count == 1 ? $0[0] : nil } }

    func joined(with other: Way) -> Way {
      Way(
        facts: facts.merging(other.facts) { $1 }, entries: entries + other.entries,
        values: values.merging(other.values) { $1 }, vessels: vessels + other.vessels)
    }
  }

  static let no = Solution(truth: .no)

  /// The solution of a judgement that needs no names.
  init(_ judgement: Judgement) {
    truth = judgement.truth
    ways = truth == .yes ? [Way(entries: judgement.entries)] : []
    unknowns = judgement.unknowns
  }

  init(truth: Truth, ways: [Way] = [], unknowns: [UnknownClause] = []) {
    self.truth = truth
    self.ways = ways
    self.unknowns = unknowns
  }

  /// As a judgement, for conditions inside others.
  var judgement: Judgement {
    Judgement(truth: truth, unknowns: unknowns, entries: ways.first?.entries ?? [])
  }
}

/// The filters' answer for facts with names.
func judge(
  _ filters: [any Condition], _ names: [String: ObservedFact], _ context: EvaluationContext
) -> Judgement {
  guard !filters.isEmpty else { return .yes }
  let inner = context.with(names)
  return .all(filters.map { $0.solve(inner).judgement })
}
