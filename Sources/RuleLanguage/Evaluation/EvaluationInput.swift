public import Maritime
import Synchronization

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
  /// A class, because every clause is asked with its input: a copy must cost one reference.
  private final class Content: Sendable {
    let subject: RuleSubject
    let state: [String: FactValue]
    let facts: [Fact]
    let now: UTCTime
    let lists: @Sendable (ListQuery) -> ListAnswer
    let observed: ObservedFacts
    /// `nil` until somebody asks, when no fleet was given: few rules look beyond their vessel.
    private let fleet: Mutex<FleetFacts?>

    init(
      subject: RuleSubject, state: [String: FactValue], facts: [Fact], fleet: FleetFacts?,
      now: UTCTime, lists: @escaping @Sendable (ListQuery) -> ListAnswer
    ) {
      self.subject = subject
      self.state = state
      self.facts = facts
      self.now = now
      self.lists = lists
      self.fleet = Mutex(fleet)
      observed = ObservedFacts(facts, now: now)
    }

    var knownFleet: FleetFacts {
      fleet.withLock { known in
        let fleet = known ?? FleetFacts(facts)
        known = fleet
        return fleet
      }
    }
  }

  private let content: Content

  /// What the rule is asked about.
  public var subject: RuleSubject { content.subject }
  /// The subject's own fields, such as `flag`, as they were at `now`; those not known are left out.
  public var state: [String: FactValue] { content.state }
  /// The subject's facts, in the order of facts files; those of all vessels for a programme.
  public var facts: [Fact] { content.facts }
  /// The facts of all vessels, for rules that look `across: all_vessels` or along contacts.
  public var fleet: FleetFacts { content.knownFleet }
  /// The as-of instant.
  public var now: UTCTime { content.now }
  /// Answers questions about watchlists.
  public var lists: @Sendable (ListQuery) -> ListAnswer { content.lists }
  /// The facts that could be seen at `now`, in order: prepared once, because all rules read them.
  var observed: ObservedFacts { content.observed }

  /// The vessel; `nil` for another subject.
  public var vessel: VesselReference? {
    if case .vessel(let vessel) = subject { vessel } else { nil }
  }

  /// Creates an input.
  public init(
    subject: RuleSubject, state: [String: FactValue], facts: [Fact], fleet: FleetFacts,
    now: UTCTime, lists: @escaping @Sendable (ListQuery) -> ListAnswer
  ) {
    content = Content(
      subject: subject, state: state, facts: facts, fleet: fleet, now: now, lists: lists)
  }

  /// Creates an input about a vessel; without `fleet` no other vessel is known.
  public init(
    vessel: VesselReference, state: [String: FactValue], facts: [Fact], fleet: FleetFacts? = nil,
    now: UTCTime, lists: @escaping @Sendable (ListQuery) -> ListAnswer
  ) {
    content = Content(
      subject: .vessel(vessel), state: state, facts: facts, fleet: fleet, now: now, lists: lists)
  }

  /// Creates an input about the whole fleet.
  public init(
    program fleet: FleetFacts, now: UTCTime, lists: @escaping @Sendable (ListQuery) -> ListAnswer
  ) {
    self.init(
      subject: .program, state: [:], facts: fleet.all, fleet: fleet, now: now, lists: lists)
  }
}
