public import Maritime

/// What a rule is asked about: one vessel, or another subject of the same facts.
public enum RuleSubject: Hashable, Sendable {
  /// One vessel.
  case vessel(VesselReference)
  /// One company.
  case company(CompanyReference)
  /// One port.
  case port(PortReference)
  /// The whole fleet, for limits that a sanctions programme sets on all vessels together.
  case program
}

/// Everything that rules may ask about one subject.
public struct EvaluationInput: Sendable {
  /// What the rule is asked about.
  public let subject: RuleSubject
  /// The subject's own fields, such as `flag`, as they were at `now`; those not known are left out.
  public let state: [String: FactValue]
  /// The subject's facts, in the order of facts files; those of all vessels for a programme.
  public let facts: [Fact]
  /// The facts of all vessels, for rules that look `across: all_vessels` or along contacts.
  public let fleet: FleetFacts
  /// The as-of instant.
  public let now: UTCTime
  /// Answers questions about watchlists.
  public let lists: @Sendable (ListQuery) -> ListAnswer
  /// The facts that could be seen at `now`, in order: prepared once, because all rules read them.
  let observed: ObservedFacts

  /// The vessel; `nil` for another subject.
  public var vessel: VesselReference? {
    if case .vessel(let vessel) = subject { vessel } else { nil }
  }

  /// Creates an input.
  public init(
    subject: RuleSubject, state: [String: FactValue], facts: [Fact], fleet: FleetFacts,
    now: UTCTime, lists: @escaping @Sendable (ListQuery) -> ListAnswer
  ) {
    self.subject = subject
    self.state = state
    self.facts = facts
    self.fleet = fleet
    self.now = now
    self.lists = lists
    observed = ObservedFacts(facts, now: now)
  }

  /// Creates an input about a vessel; without `fleet` no other vessel is known.
  public init(
    vessel: VesselReference, state: [String: FactValue], facts: [Fact], fleet: FleetFacts? = nil,
    now: UTCTime, lists: @escaping @Sendable (ListQuery) -> ListAnswer
  ) {
    self.init(
      subject: .vessel(vessel), state: state, facts: facts, fleet: fleet ?? FleetFacts(facts),
      now: now, lists: lists)
  }

  /// Creates an input about the whole fleet.
  public init(
    program fleet: FleetFacts, now: UTCTime, lists: @escaping @Sendable (ListQuery) -> ListAnswer
  ) {
    self.init(
      subject: .program, state: [:], facts: fleet.all, fleet: fleet, now: now, lists: lists)
  }
}
