import Maritime
import RuleLanguage

/// Something other than a vessel that a rule is asked about, with the facts that belong to it.
struct FleetSubject: Sendable {
  let subject: RuleSubject
  let state: [String: FactValue]
  let facts: [Fact]
  /// The vessels that findings belong to; `nil` when the match decides.
  let vessels: Set<VesselReference>?

  func input(
    _ fleet: FleetFacts, at now: UTCTime, lists: @escaping @Sendable (ListQuery) -> ListAnswer
  ) -> EvaluationInput {
    EvaluationInput(
      subject: subject, state: state, facts: facts, fleet: fleet, now: now, lists: lists)
  }
}

/// The fleet, the companies and the ports that facts name.
struct FleetSubjects: Sendable {
  private let program: FleetSubject
  private let companies: [FleetSubject]
  private let ports: [FleetSubject]

  /// Collects the subjects of the kinds that rules ask about.
  ///
  /// - Complexity: O(*n* log *n*) in the number of facts.
  init(_ fleet: FleetFacts, kinds: Set<RuleHeader.Subject>, at now: UTCTime) {
    program = FleetSubject(subject: .program, state: [:], facts: fleet.all, vessels: nil)
    companies = kinds.contains(.company) ? Self.companies(fleet, at: now) : []
    ports = kinds.contains(.port) ? Self.ports(fleet) : []
  }

  func all(for kind: RuleHeader.Subject) -> [FleetSubject] {
    switch kind {
    case .vessel: []
    case .program: [program]
    case .company: companies
    case .port: ports
    }
  }

  /// Each company with the facts of its vessels from the times in which it had a part in them.
  private static func companies(_ fleet: FleetFacts, at now: UTCTime) -> [FleetSubject] {
    var parts: [String: [(company: CompanyReference, fact: Fact)]] = [:]
    for fact in fleet.all where fact.kind.isAboutVessel {
      for case .company(let company) in fact.values {
        parts[company.number ?? company.name ?? "", default: []].append((company, fact))
      }
    }
    let byVessel = Dictionary(grouping: fleet.all) { fleet.identity($0.header.vessel) }
    return parts.sorted { $0.key < $1.key }.compactMap { _, named in
      guard let company = named.map(\.company).max(by: { $0.isVaguer(than: $1) }) else {
        return nil
      }
      let spans = Dictionary(grouping: named.map(\.fact)) { fleet.identity($0.header.vessel) }
      let facts = spans.flatMap { vessel, own in
        (byVessel[vessel] ?? []).filter { fact in
          own.contains { $0.header.span.overlaps(fact.header.span) }
        }
      }
      let current = spans.filter { _, own in
        own.contains { $0.header.span.end.map { $0 >= now } ?? true }
      }
      return FleetSubject(
        subject: .company(company), state: company.state, facts: facts.sorted(),
        vessels: Set(current.keys))
    }
  }

  /// Each port with the facts that name it.
  private static func ports(_ fleet: FleetFacts) -> [FleetSubject] {
    var named: [String: (port: PortReference, facts: [Fact])] = [:]
    for fact in fleet.all {
      var codes: Set<String> = []
      for case .port(let port) in fact.values where codes.insert(port.code).inserted {
        named[port.code, default: (port, [])].facts.append(fact)
      }
    }
    return named.sorted { $0.key < $1.key }.map { _, found in
      FleetSubject(
        subject: .port(found.port), state: found.port.state, facts: found.facts, vessels: nil)
    }
  }
}

extension CompanyReference {
  /// Whether the other says more: a name beside the number.
  fileprivate func isVaguer(than other: CompanyReference) -> Bool {
    (name == nil ? 0 : 1, name ?? "") < (other.name == nil ? 0 : 1, other.name ?? "")
  }

  /// The fields that rules read as `company.…`.
  fileprivate var state: [String: FactValue] {
    var state: [String: FactValue] = [:]
    state["imo"] = number.map(FactValue.text)
    state["name"] = name.map(FactValue.text)
    return state
  }
}

extension PortReference {
  /// The fields that rules read as `port.…`.
  fileprivate var state: [String: FactValue] {
    var state: [String: FactValue] = ["locode": .text(code)]
    state["name"] = name.map(FactValue.text)
    return state
  }
}

extension TimeSpan {
  fileprivate func overlaps(_ other: TimeSpan) -> Bool {
    (end.map { other.start <= $0 } ?? true) && (other.end.map { start <= $0 } ?? true)
  }
}
