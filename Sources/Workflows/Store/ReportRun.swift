public import Maritime
public import Reporting
import Screening
import Storage

extension StoreScreening {
  /// What the run found, and what changed since the last finished run before it.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func report() throws -> FleetRunReport { try store.report(of: run, under: policy) }

  /// Hands the verdicts of the run as JSON to `body`, in order.
  func forEachBody(_ body: (String) throws -> Void) throws {
    for digest in try store.bodyDigests(of: run.id) {
      try body(String(decoding: try store.bytes(digest), as: UTF8.self))
    }
  }

  /// Whether a verdict is at or above a disposition.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func reaches(_ limit: Disposition) throws -> Bool {
    try store.dispositions(of: run.id).contains { count in
      count.vessels > 0 && Disposition(rawValue: count.name).map { $0 >= limit } ?? false
    }
  }
}

extension ScreeningStore {
  /// What a run found, and what changed since the last finished run before it.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  func report(of run: StoredRun, under policy: Policy) throws -> FleetRunReport {
    let previous = try runs().last { $0.id < run.id && $0.state == .done }
    let changes = try previous.map { earlier in
      let (before, now) = try self.changes(from: earlier.id, to: run.id)
      return FleetChanges(
        from: before, to: now,
        inputs: try SharedInputs(earlier.manifest, in: self)
          .differences(to: try SharedInputs(run.manifest, in: self))
      ).all
    }
    let dispositions = try dispositions(of: run.id)
    return FleetRunReport(
      run: run.id, asOf: run.asOf, vessels: dispositions.reduce(0) { $0 + $1.vessels },
      carried: try carried(in: run.id),
      alerts: try alerts(of: run.id, families: policy.corroboration.families),
      families: policy.corroboration.families,
      dispositions: Disposition.allCases.reversed().map { disposition in
        FleetRunReport.Count(
          name: disposition.rawValue,
          vessels: dispositions.first { $0.name == disposition.rawValue }?.vessels ?? 0)
      }, rules: try rules(of: run.id).map(FleetRunReport.Count.init),
      regimes: try regimes(of: run.id).map(FleetRunReport.Count.init),
      previous: previous?.id, changes: changes ?? [])
  }
}

extension FleetRunReport.Count {
  fileprivate init(_ count: StoredCount) { self.init(name: count.name, vessels: count.vessels) }
}

extension StoredVerdict {
  /// Whether somebody should look at once: a prohibition, or enough independent families.
  func isAlert(under policy: Policy) -> Bool {
    disposition == .prohibited || families >= policy.corroboration.families
  }
}

/// The inputs of a run that all its vessels share.
private struct SharedInputs {
  private let parts: [(name: String, text: String)]

  init(_ manifest: String, in store: ScreeningStore) throws {
    let value = try JSONValue(reading: try store.bytes(manifest)[...])
    parts = ["engine", "gazetteer", "as_of", "policy", "rules", "lists", "decisions"].map {
      ($0, value[$0]?.text ?? "")
    }
  }

  func differences(to other: SharedInputs) -> [String] {
    zip(parts, other.parts).compactMap { old, new in
      old.text == new.text ? nil : "\(old.name) changed"
    }
  }
}

/// The vessels whose disposition is not what it was, and why.
struct FleetChanges {
  let all: [FleetRunReport.Change]

  init(from old: [StoredVerdict], to new: [StoredVerdict], inputs: [String]) {
    let before = Dictionary(old.map { ($0.subject, $0) }) { first, _ in first }
    let now = Dictionary(new.map { ($0.subject, $0) }) { first, _ in first }
    let present = new.compactMap { verdict -> FleetRunReport.Change? in
      guard let earlier = before[verdict.subject] else {
        return FleetRunReport.Change(
          kind: .new, subject: verdict.subject, name: verdict.name, before: nil,
          now: verdict.disposition, why: verdict.findings.map { "\($0.rule) fires" })
      }
      guard earlier.disposition != verdict.disposition else { return nil }
      return FleetRunReport.Change(
        kind: verdict.disposition > earlier.disposition ? .worse : .better,
        subject: verdict.subject, name: verdict.name, before: earlier.disposition,
        now: verdict.disposition, why: Self.reasons(earlier, verdict) + inputs)
    }
    let gone = old.filter { now[$0.subject] == nil }.map {
      FleetRunReport.Change(
        kind: .gone, subject: $0.subject, name: $0.name, before: $0.disposition, now: nil,
        why: ["not in this run"])
    }
    let order = FleetRunReport.Change.Kind.allCases
    all = (present + gone).sorted { a, b in
      let (x, y) = (order.firstIndex(of: a.kind) ?? 0, order.firstIndex(of: b.kind) ?? 0)
      if x != y { return x < y }
      if a.now != b.now { return a.now ?? .clear > b.now ?? .clear }
      return a.subject < b.subject
    }
  }

  private static func reasons(_ old: StoredVerdict, _ new: StoredVerdict) -> [String] {
    let (was, fires) = (Set(old.findings.map(\.rule)), Set(new.findings.map(\.rule)))
    return fires.subtracting(was).sorted().map { "\($0) fires now" }
      + was.subtracting(fires).sorted().map { "\($0) no longer fires" }
      + (old.facts == new.facts ? [] : ["facts changed"])
  }
}
