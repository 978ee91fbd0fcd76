import Maritime

/// Everything that a condition is decided on.
struct EvaluationContext: Sendable {
  let input: EvaluationInput
  /// The first instant of the window.
  let windowStart: UTCTime
  /// The facts that names of earlier steps stand for.
  var names: [String: ObservedFact] = [:]
  /// Who listens to the clauses; `nil` outside the tools that measure rules.
  var probe: ClauseProbe?
  /// The facts of patterns that are known to be possible; for other patterns all facts are.
  var candidates: CandidateFacts = [:]

  init(_ input: EvaluationInput, lookbackMonths: Int) {
    self.init(input, windowStart: input.now.adding(months: -lookbackMonths))
  }

  init(_ input: EvaluationInput, windowStart: UTCTime) {
    self.input = input
    self.windowStart = windowStart
  }

  var now: UTCTime { input.now }

  /// The facts in the rule's window, in the order of `ObservedFact`.
  var facts: [ObservedFact] { input.observed.all.endingAtOrAfter(windowStart) }

  /// The subject's facts of one kind, in order.
  func facts(of kind: FactKind) -> [ObservedFact] {
    input.observed.of(kind).endingAtOrAfter(windowStart)
  }

  /// The facts that a pattern looks at, in order: the subject's, or those of all vessels.
  ///
  /// Of the subject's those are left out for which the pattern is known to be false.
  func facts(for pattern: FactPattern) -> [ObservedFact] {
    guard pattern.isAcrossVessels else {
      return candidates[ObjectIdentifier(pattern.identity)] ?? facts(of: pattern.kind)
    }
    return observed(input.fleet.facts(of: pattern.kind))
  }

  /// Those of any facts that lie in the rule's window, in order.
  func observed(_ facts: [Fact]) -> [ObservedFact] {
    facts.lazy.filter { $0.header.span.meets(from: windowStart, to: now) }
      .map { ObservedFact($0, now: now) }.sorted()
  }

  func with(_ more: [String: ObservedFact]) -> EvaluationContext {
    guard !more.isEmpty else { return self }
    var context = self
    context.names.merge(more) { $1 }
    return context
  }
}

/// For patterns, the facts of the subject in its window for which they may hold, in order.
typealias CandidateFacts = [ObjectIdentifier: [ObservedFact]]
