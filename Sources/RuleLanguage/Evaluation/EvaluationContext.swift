import Maritime

/// Everything that a condition is decided on.
struct EvaluationContext: Sendable {
  let input: EvaluationInput
  /// The facts in the rule's window, in the order of `ObservedFact`.
  let facts: [ObservedFact]
  /// The first instant of the window.
  let windowStart: UTCTime
  /// The facts that names of earlier steps stand for.
  var names: [String: ObservedFact] = [:]

  init(_ input: EvaluationInput, lookbackMonths: Int) {
    self.input = input
    let windowStart = input.now.adding(months: -lookbackMonths)
    self.windowStart = windowStart
    facts = input.facts.lazy.filter { $0.header.span.meets(from: windowStart, to: input.now) }
      .map { ObservedFact($0, now: input.now) }.sorted()
  }

  var now: UTCTime { input.now }

  /// The facts of one kind, in order.
  func facts(of kind: FactKind) -> [ObservedFact] { facts.filter { $0.fact.kind == kind } }

  func with(_ more: [String: ObservedFact]) -> EvaluationContext {
    var context = self
    context.names.merge(more) { $1 }
    return context
  }
}
