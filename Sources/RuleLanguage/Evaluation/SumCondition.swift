import Maritime
import StrictYAML

/// Amounts of facts that add up.
///
/// Everything is counted in millionths of the amount's base step, so that factors and tiers need no
/// division: sums are exact, and the same in every order.
struct SumCondition: Condition {
  enum Period: String, CaseIterable, Sendable {
    case year = "calendar_year"
    case month = "calendar_month"
  }

  /// The span in which the facts of one sum start.
  enum Window: Sendable {
    /// So many milliseconds from the start of the first of them.
    case span(Int64)
    /// One year or month, in UTC.
    case each(Period)
  }

  /// The key that decides, for people.
  struct Key: Sendable {
    let text: String
    let span: SourceSpan
  }

  /// One, in millionths.
  static let whole: Int64 = 1_000_000

  /// Where the low and the high estimate of an amount come from.
  enum Bounds: Sendable {
    /// Factors of the amount, in millionths; one and one for an amount that is no estimate.
    case factors(ClosedRange<Int64>)
    /// Fields of their own; the amount stands in for one that is not known.
    case fields(low: String, high: String)
  }

  let pattern: FactPattern
  /// The field that holds the amount.
  let field: String
  let limit: Quantity
  let window: Window
  let bounds: Bounds
  /// The shares of the limit at which the match changes its name, in millionths, rising.
  let tiers: [Int64]
  /// The fields that name the vessels to attribute a match to.
  let owners: [String]
  let key: Key

  var isRepeatable: Bool { if case .each = window { true } else { false } }
  var names: [String: Scope.Name] {
    var name = pattern.scopeName
    name.isGroup = true
    name.values = ["high", "low", "tier"]
    return [pattern.name: name]
  }
  var needs: Set<String> { pattern.needs }
  var clauses: [Clause] { pattern.clauses.flatMap(\.clauses) }
  var patterns: [FactPattern] { [pattern] }

  /// A calendar window that reaches the limit is a way; of windows that slide, the fullest one.
  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    let sums = sums(context)
    let reached = sums.filter { $0.low >= threshold(tiers[0]) }
    if let fullest = reached.fullest(by: \.low) {
      guard case .span = window else { return Solution(truth: .yes, ways: reached.map(way)) }
      return Solution(truth: .yes, ways: [way(fullest)])
    }
    let possible = sums.filter { $0.isOpen || $0.high >= threshold(tiers[0]) }
    guard let widest = possible.fullest(by: { $0.isOpen ? Int128.max : $0.high }) else {
      return .no
    }
    return Solution(truth: .unknown, unknowns: unknowns(of: widest))
  }

  /// Nothing adds up to nothing; amounts are left to the reference.
  func lowered(by lowering: inout Lowering) -> Plan { .necessary(lowering.exists(pattern)) }

  /// The sum that a share of the limit needs.
  private func threshold(_ tier: Int64) -> Int128 { Int128(limit.steps) * Int128(tier) }

  private func way(_ sum: Sum) -> Solution.Way {
    let tier = tiers.last { sum.low >= threshold($0) } ?? tiers[0]
    let counted = sum.amounts.filter { $0.judgement.truth == .yes }
    return Solution.Way(
      facts: [pattern.name: counted.map(\.fact)], entries: counted.flatMap(\.judgement.entries),
      values: [
        "\(pattern.name).low": .quantity(shown(sum.low)),
        "\(pattern.name).high": .quantity(shown(sum.high)),
        "\(pattern.name).tier": .text(percent(tier)),
      ], vessels: vessels(of: counted, from: threshold(tier)))
  }

  /// The vessels of the facts at and after the one with which the sum reaches a threshold.
  private func vessels(of counted: [Amount], from threshold: Int128) -> [VesselReference] {
    var total: Int128 = 0
    var found: [VesselReference] = []
    var isReached = false
    for amount in counted where !owners.isEmpty {
      total += amount.low
      isReached = isReached || total >= threshold
      guard isReached else { continue }
      for owner in owners {
        if case .vessel(let vessel)? = amount.fact.value(owner) { found.append(vessel) }
      }
    }
    return found
  }

  private func unknowns(of sum: Sum) -> [UnknownClause] {
    let open = sum.amounts.filter { $0.isMissing }.map {
      UnknownClause(
        text: key.text, span: key.span, missing: .field(field, of: $0.fact.fact), fact: $0.fact)
    }
    let reasons = sum.amounts.flatMap(\.judgement.unknowns) + open
    guard reasons.isEmpty else { return reasons }
    let estimate = Missing.described(
      "the sum, which lies between \(shown(sum.low)) and \(shown(sum.high))")
    return [UnknownClause(text: key.text, span: key.span, missing: estimate, fact: nil)]
  }

  private func shown(_ millionths: Int128) -> Quantity {
    let steps = millionths / Int128(Self.whole)
    return Quantity(limit.dimension, steps: Int64(clamping: steps))
  }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    let sums = sums(context)
    let best = sums.fullest(by: \.low) ?? Sum(amounts: [], low: 0, high: 0, isOpen: false)
    let truth = solve(context).truth
    let high = sums.contains { $0.isOpen } ? "more" : "\(shown(best.high))"
    let seen =
      best.low == best.high && high != "more"
      ? "sum = \(shown(best.low))" : "sum = \(shown(best.low)) to \(high)"
    let own = ClauseOutcome(key: key.text, at: key.span, truth, values: [seen])
    return pattern.explain(pattern.nearest(context), context) + [own]
  }
}

extension SumCondition {
  /// What one fact may add, in millionths.
  fileprivate struct Amount {
    let fact: ObservedFact
    let judgement: Judgement
    let low: Int128
    let high: Int128
    /// Whether the amount is not known: it may be anything from nothing up.
    let isMissing: Bool
  }

  /// What the facts of one window add up to.
  fileprivate struct Sum {
    let amounts: ArraySlice<Amount>
    let low: Int128
    let high: Int128
    /// Whether there is no upper bound.
    let isOpen: Bool
  }

  /// The sums of all windows, as differences of running totals.
  private func sums(_ context: EvaluationContext) -> [Sum] {
    let amounts = context.facts(for: pattern).compactMap { amount($0, context) }
    var totals: [(low: Int128, high: Int128, missing: Int)] = [(0, 0, 0)]
    for (index, amount) in amounts.enumerated() {
      let before = totals[index]
      totals.append(
        (
          before.low + amount.low, before.high + amount.high,
          before.missing + (amount.isMissing ? 1 : 0)
        ))
    }
    return windows(of: amounts).map { window in
      let (from, to) = (totals[window.lowerBound], totals[window.upperBound])
      return Sum(
        amounts: amounts[window], low: to.low - from.low, high: to.high - from.high,
        isOpen: to.missing > from.missing)
    }
  }

  private func amount(_ fact: ObservedFact, _ context: EvaluationContext) -> Amount? {
    let judgement = pattern.judge(fact, context)
    guard judgement.truth != .no else { return nil }
    guard let ends = estimates(of: fact) else {
      return Amount(fact: fact, judgement: judgement, low: 0, high: 0, isMissing: true)
    }
    // A fact that may not count at all may also add nothing.
    let possible = judgement.truth == .yes ? ends : ends + [0]
    return Amount(
      fact: fact, judgement: judgement, low: possible.min() ?? 0, high: possible.max() ?? 0,
      isMissing: false)
  }

  /// The low and the high estimate; `nil` when one of them is not known.
  private func estimates(of fact: ObservedFact) -> [Int128]? {
    switch bounds {
    case .factors(let range):
      guard let steps = steps(field, of: fact) else { return nil }
      return [range.lowerBound, range.upperBound].map { steps * Int128($0) }
    case .fields(let low, let high):
      let ends = [low, high].compactMap { steps($0, of: fact) ?? steps(field, of: fact) }
      return ends.count == 2 ? ends.map { $0 * Int128(Self.whole) } : nil
    }
  }

  private func steps(_ field: String, of fact: ObservedFact) -> Int128? {
    guard case .quantity(let quantity)? = fact.value(field) else { return nil }
    return Int128(quantity.steps)
  }

  private func windows(of amounts: [Amount]) -> [Range<Int>] {
    switch window {
    case .span(let length):
      var end = 0
      return amounts.indices.map { first in
        while end < amounts.count,
          amounts[end].fact.start - amounts[first].fact.start <= length
        { end += 1 }
        return first..<end
      }
    case .each(let period):
      let starts = amounts.indices.filter { index in
        index == 0 || period.number(amounts[index]) != period.number(amounts[index - 1])
      }
      return zip(starts, starts.dropFirst() + [amounts.count]).map { $0..<$1 }
    }
  }
}

extension SumCondition.Period {
  /// A number that all instants of one year or month share.
  fileprivate func number(_ amount: SumCondition.Amount) -> Int {
    let date = amount.fact.start.date
    return self == .year ? date.year : date.year * 12 + date.month
  }
}

extension Array {
  /// The first element with the greatest measure.
  fileprivate func fullest(by measure: (Element) -> Int128) -> Element? {
    var best: (element: Element, measure: Int128)?
    for element in self {
      let size = measure(element)
      if size > best?.measure ?? .min { best = (element, size) }
    }
    return best?.element
  }
}

/// A share as people write it: `90 %`.
private func percent(_ millionths: Int64) -> String {
  let (whole, rest) = millionths.quotientAndRemainder(dividingBy: 10_000)
  guard rest != 0 else { return "\(whole) %" }
  let digits = String(10_000 + rest).dropFirst()
  return "\(whole).\(String(digits.reversed().drop { $0 == "0" }.reversed())) %"
}
