import Maritime

extension Undetermined {
  /// What is not known because nobody could see the vessel.
  static func observationProblems(
    _ facts: [Fact], state: VesselState, subject: ScreeningSubject, terms: ScreeningTerms
  ) -> [Undetermined] {
    let recent = facts.filter { $0.header.span.meets(from: terms.windowStart, to: terms.asOf) }
    if subject.positions == 0 {
      if recent.isEmpty { return [notFound] }
      if recent.allSatisfy(\.isFromRegister) { return [notObserved] }
    }
    // Small craft may switch AIS off as they please: their silence leaves no question open. A
    // vessel with an IMO number is none of them, whatever type it sends.
    let isShip = state.vessel.imo != nil || state.carriesNumber(terms.policy.identity)
    guard isShip else { return [] }
    let start = terms.asOf.adding(months: -terms.policy.observation.months)
    return lastSeen(subject, terms: terms)
      + facts.lazy.filter { $0.kind.name == "ais_gap" }
      .compactMap { unexplainedSilence($0, since: start, terms: terms) }
  }

  private static let notFound = Undetermined(
    .vesselNotFound, "the vessel", missing: "no position and no fact of the vessel was read")

  private static let notObserved = Undetermined(
    .vesselNotObserved, "conduct", missing: "only registers name the vessel; no position was read")

  /// What a feed that ended long ago cannot tell.
  private static func lastSeen(
    _ subject: ScreeningSubject, terms: ScreeningTerms
  ) -> [Undetermined] {
    guard let last = subject.observed?.end,
      terms.asOf - last > terms.policy.observation.refresh
    else { return [] }
    return [
      Undetermined(
        .observationOutOfDate, "conduct since \(last.minuteDescription)",
        missing: "no later position was read")
    ]
  }

  private static func unexplainedSilence(
    _ fact: Fact, since start: UTCTime, terms: ScreeningTerms
  ) -> Undetermined? {
    let rules = terms.policy.observation
    guard fact.header.span.meets(from: start, to: terms.asOf),
      (fact.header.span.end ?? terms.asOf) - fact.header.span.start >= rules.silence
    else { return nil }
    if fact.value("feed_outage") == .bool(true) {
      return silence(.feedOutage, fact, "the feed was down")
    }
    guard case .quantity(let reception) = fact.value("reception") else {
      return silence(.poorReception, fact, "it is not known how well vessels were heard there")
    }
    guard reception.steps < rules.poorReception else { return nil }
    return silence(.poorReception, fact, "few vessels were heard there (reception \(reception))")
  }

  private static func silence(_ check: Check, _ gap: Fact, _ cause: String) -> Undetermined {
    let end = gap.header.span.end.map { " until \($0.minuteDescription)" } ?? ""
    return Undetermined(
      check, "silence from \(gap.header.span.start.minuteDescription)\(end)", missing: cause,
      facts: [gap])
  }
}

extension Fact {
  fileprivate var isFromRegister: Bool { header.source == "registry" }
}
