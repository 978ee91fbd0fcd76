public import Maritime
public import Reporting
import Screening
import Storage

extension StoreScreening {
  /// What the run found, and what changed since the last finished run before it.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func report() throws -> FleetRunReport { try store.report(of: run, under: policy) }

  /// The verdicts of the run as JSON, in order.
  func bodies() throws -> [String] {
    try store.verdicts(of: run.id).map {
      String(decoding: try store.bytes($0.body), as: UTF8.self)
    }
  }

  /// Whether a verdict is at or above a disposition.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func reaches(_ limit: Disposition) throws -> Bool {
    try store.verdicts(of: run.id).contains { $0.disposition >= limit }
  }
}

extension ScreeningStore {
  /// What a run found, and what changed since the last finished run before it.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  func report(of run: StoredRun, under policy: Policy) throws -> FleetRunReport {
    let verdicts = try verdicts(of: run.id)
    let previous = try runs().last { $0.id < run.id && $0.state == .done }
    let changes = try previous.map { earlier in
      FleetChanges(
        from: try self.verdicts(of: earlier.id), to: verdicts,
        inputs: try SharedInputs(earlier.manifest, in: self)
          .differences(to: try SharedInputs(run.manifest, in: self))
      ).all
    }
    return FleetRunReport(
      run: run.id, asOf: run.asOf, vessels: verdicts.count,
      carried: verdicts.count(where: \.isCarried),
      alerts: verdicts.filter { $0.isAlert(under: policy) }.map(\.subject),
      dispositions: Disposition.allCases.reversed().map { disposition in
        FleetRunReport.Count(
          name: disposition.rawValue,
          vessels: verdicts.count { $0.disposition == disposition })
      }, rules: counts(verdicts.flatMap { $0.findings.map(\.rule) }),
      regimes: counts(verdicts.flatMap { Set($0.findings.flatMap(\.regimes)) }),
      previous: previous?.id, changes: changes ?? [])
  }

  private func counts(_ names: [String]) -> [FleetRunReport.Count] {
    Dictionary(grouping: names, by: \.self).map {
      FleetRunReport.Count(name: $0.key, vessels: $0.value.count)
    }.sorted { ($1.vessels, $0.name) < ($0.vessels, $1.name) }
  }
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
    parts = ["engine", "gazetteer", "as_of", "policy", "rules", "lists"].map {
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
