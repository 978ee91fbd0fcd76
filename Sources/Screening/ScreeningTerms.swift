public import Maritime
public import RuleLanguage
public import Watchlists

/// The terms under which vessels are screened: the same for every vessel of a fleet.
public struct ScreeningTerms: Sendable {
  /// The program and the places it knows, for the record of a verdict.
  public struct Engine: Hashable, Sendable {
    /// The version of the program.
    public let version: String
    /// The digest of the ports and zones.
    public let gazetteer: String

    /// Creates a description.
    public init(version: String, gazetteer: String) {
      self.version = version
      self.gazetteer = gazetteer
    }
  }

  /// The rules to evaluate, sorted by id.
  public let rules: [ScreeningRule]
  /// The ids of rules that are drafts or serve none of the chosen regimes, sorted.
  public let rulesLeftOut: [String]
  /// The risk appetite.
  public let policy: Policy
  /// The instant for which verdicts hold.
  public let asOf: UTCTime
  /// The instant up to which `lists` knows.
  public let knownAsOf: UTCTime
  /// The chosen regimes, sorted; empty for all.
  public let regimes: [String]
  /// Answers questions about watchlists, given the names of the vessel asked about.
  public let lists: @Sendable (ListQuery, _ names: [String]) -> ListAnswer
  /// Finds the entries of watchlists that a vessel or company may be.
  public let candidates: @Sendable (ListSubject) -> [ListCandidate]
  /// The program and the places it knows.
  public let engine: Engine
  /// The facts of all vessels, for rules that look beyond the one that is screened.
  public private(set) var fleet: FleetFacts
  /// The findings that somebody decided do not count for a while.
  public let exceptions: ExceptionBook
  /// The digest of the decisions that `candidates` knows.
  public let decisionsDigest: String

  /// Whether anybody decided about an entry.
  var hasDecisions: Bool { decisionsDigest != DecisionBook.empty.digest }

  /// Those of `rules` that were compiled, planned together.
  let ruleSet: RuleSet
  private(set) var contacts = KnownContacts()
  /// What rules about the whole fleet say of each vessel.
  let fleetAnswers: FleetAnswers
  /// The rules about a company that is screened itself, sorted by id.
  let companyRules: [ScreeningRule]
  /// Which companies belong to designated persons.
  let designatedHoldings: DesignatedHoldings
  let checkedLists: [CheckedRecord.CheckedList]
  let listProblems: [Undetermined]
  let rulesDigest: String
  let listsDigest: String
  /// The start of the time that any rule can look at.
  let windowStart: UTCTime

  /// Creates terms.
  ///
  /// - Parameters:
  ///   - rules: All rules in any order; those that do not apply are left out and named.
  ///   - policy: The risk appetite.
  ///   - asOf: The instant for which verdicts hold.
  ///   - knownAsOf: Usually `asOf`; earlier or later to ask what could have been known.
  ///   - regimes: The regimes the user chose, such as `us`; empty for all.
  ///   - lists: Answers for lists as known at `knownAsOf`.
  ///   - candidates: Finds the entries that a subject may be, as known at `knownAsOf`.
  ///   - snapshots: The snapshots behind `lists`, in any order; those not known yet are left out.
  ///   - engine: The program and the places it knows.
  ///   - fleet: The facts of all vessels; when empty, only those of the one that is screened.
  ///   - exceptions: The findings that do not count for a while.
  ///   - decisionsDigest: The digest of the decisions about entries that `candidates` knows.
  public init(
    rules: [ScreeningRule], policy: Policy, asOf: UTCTime, knownAsOf: UTCTime, regimes: [String],
    lists: @escaping @Sendable (ListQuery, _ names: [String]) -> ListAnswer,
    candidates: @escaping @Sendable (ListSubject) -> [ListCandidate],
    snapshots: [SnapshotSummary], engine: Engine, fleet: FleetFacts = .empty,
    exceptions: ExceptionBook = .empty, decisionsDigest: String = DecisionBook.empty.digest
  ) {
    let sorted = rules.sorted { $0.header.id < $1.header.id }
    let chosen = Set(regimes)
    self.rules = sorted.filter { $0.header.subject == .vessel && $0.applies(to: chosen) }
    ruleSet = RuleSet(self.rules.compactMap(\.compiled))
    rulesLeftOut = sorted.filter { !$0.applies(to: chosen) }.map(\.header.id)
    self.policy = policy
    self.asOf = asOf
    self.knownAsOf = knownAsOf
    self.regimes = chosen.sorted()
    self.lists = lists
    self.candidates = candidates
    self.engine = engine
    self.fleet = fleet
    self.exceptions = exceptions
    self.decisionsDigest = decisionsDigest
    companyRules = sorted.filter { $0.header.subject == .company && $0.applies(to: chosen) }
    let fleetRules = sorted.filter {
      $0.header.subject != .vessel && $0.applies(to: chosen) && !$0.isForOneCompany
    }
    fleetAnswers = FleetAnswers(fleetRules, fleet: fleet, at: asOf) { lists($0, []) }

    designatedHoldings = DesignatedHoldings(
      fleet.all, criteria: policy.ownership, regimes: self.regimes, at: asOf, lists: lists,
      candidates: candidates)

    checkedLists = CheckedRecord.CheckedList.all(
      of: snapshots.filter { $0.published <= knownAsOf }, policy: policy, asOf: asOf)
    listProblems = Undetermined.listProblems(checkedLists, regimes: self.regimes, policy: policy)
    rulesDigest =
      Digest(
        ofParts: sorted.flatMap { [$0.header.id, String($0.header.version), $0.header.digest] }
      ).description
    listsDigest =
      Digest(
        ofParts: checkedLists.flatMap { $0.earlier + [$0.current] }.flatMap {
          [$0.list, $0.digest]
        }
      ).description
    let evaluated = self.rules.map(\.header) + fleetAnswers.rules
    let months = evaluated.map(\.lookbackMonths) + [policy.observation.months]
    windowStart = asOf.adding(months: -(months.max() ?? 0))
  }
}

extension ScreeningTerms {
  /// The same terms, and the same companies, for vessels of another fleet.
  ///
  /// - Precondition: All rules are about vessels; answers of others belong to the fleet before.
  public func with(fleet: FleetFacts) -> ScreeningTerms {
    precondition(fleetAnswers.rules.isEmpty, "rules about a fleet are asked once, of all of it")
    var terms = self
    terms.fleet = fleet
    terms.contacts = KnownContacts()
    return terms
  }
}

extension ScreeningRule {
  /// Whether the rule looks at what the screening of one company makes, and at no vessel.
  fileprivate var isForOneCompany: Bool {
    header.subject == .company && compiled?.reach == CompiledRule.Reach()
  }

  /// Whether the rule is finished enough to evaluate and serves one of the chosen regimes.
  fileprivate func applies(to chosen: Set<String>) -> Bool {
    guard header.status != .draft else { return false }
    return header.regimes.isEmpty || chosen.isEmpty || !chosen.isDisjoint(with: header.regimes)
  }
}
