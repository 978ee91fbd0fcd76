import Maritime
import Watchlists

extension Undetermined {
  /// The designated vessels and companies that may be meant, for all that is known.
  ///
  /// A number that agrees is no question here, for rules answer it, unless nothing else agrees.
  static func candidates(
    _ candidates: VesselCandidates, of state: VesselState, terms: ScreeningTerms
  ) -> [Undetermined] {
    let open = candidates.open.filter { $0.found.certainty != .number }
    let own = open.filter { $0.subject == "vessel" }
    let parties = Dictionary(grouping: open.filter { $0.subject != "vessel" }) {
      [$0.subject, $0.fact.value("name")?.description ?? ""]
    }
    return [
      question(
        .copiedNumber, "IMO number", own.filter { $0.found.certainty == .copiedNumber },
        "the number is that of a listed vessel, but name and build are not: it may be copied"),
      question(
        .numberMatch, "number", own.filter { $0.found.certainty.isOfANumber },
        "a listed vessel has nearly the same number, or one that this vessel had"),
      question(
        .nameMatch, "name", own.filter { $0.found.certainty == .name },
        "a listed vessel has the same name or nearly so, and nothing tells them apart",
        // Craft without IMO numbers share their names by the thousand.
        floor: state.carriesNumber(terms.policy.identity) ? .review : nil),
    ].compactMap(\.self)
      + parties.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { who, found in
        question(
          .partyMatch, who[0].replacing("_", with: " "), found,
          "\(who[1]) has the name of somebody listed or nearly so, and no number tells them apart")
      }
  }

  private static func question(
    _ check: Check, _ clause: String, _ candidates: [VesselCandidates.Candidate],
    _ missing: String, floor: Disposition? = .review
  ) -> Undetermined? {
    guard !candidates.isEmpty else { return nil }
    return Undetermined(
      check, clause, missing: missing, floor: floor, facts: candidates.map(\.fact),
      listEntries: candidates.map(\.found.reference))
  }
}

extension ListCandidate.Certainty {
  fileprivate var isOfANumber: Bool {
    switch self {
    case .earlierRadio, .mistypedNumber, .callSign: true
    case .number, .copiedNumber, .name: false
    }
  }
}
