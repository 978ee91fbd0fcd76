import Maritime
import StrictYAML

/// The latest fact against those before it.
///
/// A median resists single mistakes in the data, which a mean does not. All numbers stay whole: the
/// median is kept doubled and the median absolute deviation fourfold, because the middle of an even
/// number of samples is half a sum.
struct BaselineCondition: Condition {
  enum Unit: String, Sendable {
    /// Median absolute deviations away from the median.
    case mad
    /// Times the median.
    case x
  }

  /// How far from its history the latest measure must be.
  struct Deviation: Sendable {
    /// The key as written.
    let text: String
    let span: SourceSpan
    let isAbove: Bool
    let unit: Unit
    let millionths: Int64
  }

  /// What is measured of each fact.
  struct Measure: Sendable {
    let text: String
    let expression: Expression
  }

  let pattern: FactPattern
  let measure: Measure
  /// How long before the start of the latest fact its history begins.
  let over: Int64
  let samples: Int
  let deviation: Deviation

  var names: [String: Scope.Name] {
    var name = pattern.scopeName
    name.values = ["measure", "median", "samples"]
    return [pattern.name: name]
  }
  var needs: Set<String> {
    pattern.needs.union(measure.expression.names).subtracting([pattern.name])
  }
  var clauses: [Clause] { pattern.clauses.flatMap(\.clauses) }
  var patterns: [FactPattern] { [pattern] }

  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    guard let latest = candidates(context).last else { return .no }
    let own = compare(context)
    guard own.judgement.truth != .no else { return .no }
    let all = Judgement.all([
      own.judgement, judge(filters, [pattern.name: latest.fact], context),
    ])
    guard all.truth == .yes else { return Solution(truth: all.truth, unknowns: all.unknowns) }
    let way = Solution.Way(
      facts: [pattern.name: [latest.fact]], entries: all.entries, values: own.values)
    return Solution(truth: .yes, ways: [way])
  }

  /// Without a fact there is no latest one; medians are left to the reference.
  func lowered(by lowering: inout Lowering) -> Plan { .necessary(lowering.exists(pattern)) }

  /// What the latest fact and its history say, and the values to show.
  private func compare(
    _ context: EvaluationContext
  ) -> (judgement: Judgement, values: [String: FactValue]) {
    let candidates = candidates(context)
    guard let latest = candidates.last else { return (.no, [:]) }
    let history = candidates.dropLast().filter { latest.fact.start - $0.fact.start <= over }
    let undecided = (history + [latest]).filter { $0.judgement.truth == .unknown }
    guard undecided.isEmpty else {
      return (Judgement(truth: .unknown, unknowns: undecided.flatMap(\.judgement.unknowns)), [:])
    }
    guard history.count >= samples else { return (tooFew(history.count), [:]) }
    var measured: [Quantity] = []
    for candidate in history + [latest] {
      switch value(of: candidate.fact, context) {
      case .success(let quantity): measured.append(quantity)
      case .failure(let missing): return (unknown(missing, candidate.fact), [:])
      }
    }
    let entries = latest.judgement.entries
    return decide(measured.removeLast(), measured, entries)
  }

  private func candidates(
    _ context: EvaluationContext
  ) -> [(fact: ObservedFact, judgement: Judgement)] {
    context.facts(for: pattern).map { ($0, pattern.judge($0, context)) }
      .filter { $0.1.truth != .no }
  }

  private func value(
    of fact: ObservedFact, _ context: EvaluationContext
  ) -> Result<Quantity, Missing> {
    Result { () throws(Missing) in
      let evaluator = ClauseEvaluator(context: context, current: fact)
      guard case .quantity(let quantity) = try evaluator.value(measure.expression) else {
        throw .arithmetic
      }
      return quantity
    }
  }

  private func decide(
    _ latest: Quantity, _ history: [Quantity], _ entries: [ListEntryReference]
  ) -> (Judgement, [String: FactValue]) {
    let median = doubledMedian(history.map { Int128($0.steps) })
    let name = pattern.name
    let shown = Quantity(latest.dimension, steps: Int64(clamping: median / 2))
    let values: [String: FactValue] = [
      "\(name).measure": .quantity(latest), "\(name).median": .quantity(shown),
      "\(name).samples": .quantity(.count(history.count)),
    ]
    let isFar = isFar(Int128(latest.steps), median, history)
    return (Judgement(truth: Truth(isFar), entries: isFar ? entries : []), values)
  }

  /// Multiplies both sides until nothing is a fraction.
  private func isFar(_ latest: Int128, _ doubled: Int128, _ history: [Quantity]) -> Bool {
    let (million, factor) = (Int128(1_000_000), Int128(deviation.millionths))
    switch deviation.unit {
    case .x:
      let (found, needed) = (2 * latest * million, factor * doubled)
      return deviation.isAbove ? found > needed : found < needed
    case .mad:
      let deviations = history.map { abs(2 * Int128($0.steps) - doubled) }
      let distance = deviation.isAbove ? 2 * latest - doubled : doubled - 2 * latest
      return 2 * distance * million > factor * doubledMedian(deviations)
    }
  }

  private func tooFew(_ count: Int) -> Judgement {
    let facts = count == 1 ? "is 1 earlier fact" : "are \(count) earlier facts"
    return unknown(.described("a history: there \(facts), and \(samples) are needed"), nil)
  }

  private func unknown(_ missing: Missing, _ fact: ObservedFact?) -> Judgement {
    let clause = UnknownClause(
      text: deviation.text, span: deviation.span, missing: missing, fact: fact)
    return Judgement(truth: .unknown, unknowns: [clause])
  }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    let latest = candidates(context).last?.fact ?? pattern.nearest(context)
    let own = compare(context)
    let values = own.values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    return pattern.explain(latest, context) + [
      ClauseOutcome(
        key: deviation.text, at: deviation.span, own.judgement.truth,
        values: values.isEmpty ? own.judgement.unknowns.map(\.missing.sentence) : values)
    ]
  }
}

/// Twice the median: the middle value twice, or the sum of the two in the middle.
private func doubledMedian(_ values: [Int128]) -> Int128 {
  let sorted = values.sorted()
  let middle = sorted.count / 2
  guard !sorted.isEmpty else { return 0 }
  return sorted.count % 2 == 1 ? 2 * sorted[middle] : sorted[middle - 1] + sorted[middle]
}
