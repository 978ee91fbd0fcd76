public import Maritime

/// A run of a fleet: what was found, and what changed since the run before.
public struct FleetRunReport: Sendable {
  /// A vessel whose verdict is not what it was.
  public struct Change: Hashable, Sendable {
    /// What happened to it.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// It asks for more than it did.
      case worse
      /// It was not in the run before.
      case new
      /// It asks for less than it did.
      case better
      /// It is not in this run.
      case gone
    }

    /// What happened.
    public let kind: Kind
    /// The vessel.
    public let subject: String
    /// Its name, when known.
    public let name: String?
    /// The disposition before; `nil` for a new vessel.
    public let before: Disposition?
    /// The disposition now; `nil` for one that is gone.
    public let now: Disposition?
    /// Why: the inputs that changed and the rules that fire or no longer do.
    public let why: [String]

    /// Creates a change.
    public init(
      kind: Kind, subject: String, name: String?, before: Disposition?, now: Disposition?,
      why: [String]
    ) {
      self.kind = kind
      self.subject = subject
      self.name = name
      self.before = before
      self.now = now
      self.why = why
    }
  }

  /// How many vessels have something.
  public struct Count: Hashable, Sendable {
    /// What they have: a disposition, a rule, a regime.
    public let name: String
    /// How many.
    public let vessels: Int

    /// Creates a count.
    public init(name: String, vessels: Int) {
      self.name = name
      self.vessels = vessels
    }
  }

  /// The number of the run in its store.
  public let run: Int64
  /// The instant for which the verdicts hold.
  public let asOf: UTCTime
  /// How many vessels have a verdict.
  public let vessels: Int
  /// How many of them were taken over from earlier runs.
  public let carried: Int
  /// The vessels that are forbidden, or that at least so many families speak against.
  public let alerts: [String]
  /// How many independent families make an alert.
  public let families: Int
  /// The vessels by disposition, the worst first.
  public let dispositions: [Count]
  /// The vessels by rule, the most first.
  public let rules: [Count]
  /// The vessels by regime of the rules that fired, the most first.
  public let regimes: [Count]
  /// The run it is compared with; `nil` for the first.
  public let previous: Int64?
  /// What changed, the worst first.
  public let changes: [Change]

  /// Creates a report.
  public init(
    run: Int64, asOf: UTCTime, vessels: Int, carried: Int, alerts: [String], families: Int,
    dispositions: [Count], rules: [Count], regimes: [Count], previous: Int64?, changes: [Change]
  ) {
    self.run = run
    self.asOf = asOf
    self.vessels = vessels
    self.carried = carried
    self.alerts = alerts
    self.families = families
    self.dispositions = dispositions
    self.rules = rules
    self.regimes = regimes
    self.previous = previous
    self.changes = changes
  }

  /// The report for a terminal; long lists are cut, and the JSON has them whole.
  public func text(style: ReportStyle) -> String {
    var page = TextPage(style)
    page.add(
      page.paint("Run \(run): \(Quantity.count(vessels)) vessels", .bold)
        + ", as of \(asOf.description)")
    page.add(
      "\(Quantity.count(vessels - carried)) screened anew, \(Quantity.count(carried)) taken over"
        + " because nothing changed for them")
    for count in dispositions {
      page.add("  " + TerminalText.fitted(count.name, to: 13) + String(count.vessels))
    }
    add("Rules", rules, to: &page)
    add("Regimes of those rules", regimes, to: &page)
    page.add()
    page.add(
      "\(Quantity.count(alerts.count)) alerts: forbidden, or at least \(families) independent"
        + " families of signals")
    for alert in alerts.prefix(Self.mostRows) { page.add("  " + alert) }
    addChanges(to: &page)
    return page.text
  }

  /// Beyond twenty rows a terminal is the wrong place (our own default).
  private static let mostRows = 20

  private func add(_ title: String, _ counts: [Count], to page: inout TextPage) {
    guard !counts.isEmpty else { return }
    page.add()
    page.add(title)
    for count in counts.prefix(Self.mostRows) { page.add("  \(count.vessels)  \(count.name)") }
  }

  private func addChanges(to page: inout TextPage) {
    page.add()
    guard let previous else { return page.add("There is no earlier run to compare with.") }
    page.add("\(Quantity.count(changes.count)) changes since run \(previous)")
    for change in changes.prefix(Self.mostRows) {
      let step = [change.before, change.now].map { $0?.rawValue ?? "–" }.joined(separator: " → ")
      page.add("  \(change.kind.rawValue)  \(change.subject)  \(change.name ?? "–")  \(step)")
      for reason in change.why { page.add("      \(reason)") }
    }
    if changes.count > Self.mostRows {
      page.add("  … and \(Quantity.count(changes.count - Self.mostRows)) more in the JSON")
    }
  }

  /// The report as one JSON object.
  public var json: String {
    JSONText.object([
      "run": String(run), "as_of": JSONText.string(asOf.description),
      "vessels": String(vessels), "carried": String(carried),
      "alerts": JSONText.strings(alerts),
      "dispositions": Self.json(dispositions), "rules": Self.json(rules),
      "regimes": Self.json(regimes), "previous": previous.map { String($0) } ?? "null",
      "changes": JSONText.array(changes.map(\.json)),
    ]) + "\n"
  }

  static func json(_ counts: [Count]) -> String {
    JSONText.array(
      counts.map {
        JSONText.object(["name": JSONText.string($0.name), "vessels": String($0.vessels)])
      })
  }
}

extension FleetRunReport.Change {
  /// The change as a JSON object on one line.
  public var json: String {
    JSONText.object([
      "change": JSONText.string(kind.rawValue), "subject": JSONText.string(subject),
      "name": JSONText.optional(name), "before": JSONText.optional(before?.rawValue),
      "now": JSONText.optional(now?.rawValue), "why": JSONText.strings(why),
    ])
  }
}
