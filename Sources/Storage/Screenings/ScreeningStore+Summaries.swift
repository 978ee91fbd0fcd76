import GRDB
import Maritime

/// How many vessels of a run have something.
public struct StoredCount: Hashable, Sendable {
  /// What they have: a disposition, a rule, a regime.
  public let name: String
  /// How many.
  public let vessels: Int
}

extension ScreeningStore {
  /// How many vessels of a run have each disposition, by name.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func dispositions(of run: Int64) throws(StorageError) -> [StoredCount] {
    try counts(
      "SELECT disposition AS name, count(*) AS vessels FROM verdict WHERE run = ?1 GROUP BY 1", run)
  }

  /// How many vessels of a run each rule fires for, the most first.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func rules(of run: Int64) throws(StorageError) -> [StoredCount] {
    try counts(
      "SELECT rule AS name, count(*) AS vessels \(Self.findingsOfRun) GROUP BY 1"
        + " ORDER BY 2 DESC, 1", run)
  }

  /// How many vessels of a run have a rule of each regime, the most first.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func regimes(of run: Int64) throws(StorageError) -> [StoredCount] {
    let groups: [(subject: Int64, regimes: String)] = try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT DISTINCT finding.subject AS subject, regimes \(Self.findingsOfRun)",
        arguments: [run]
      ).map { ($0["subject"], $0["regimes"]) }
    }
    var vessels: [String: Set<Int64>] = [:]
    for (subject, regimes) in groups {
      for regime in regimes.split(separator: " ") {
        vessels[String(regime), default: []].insert(subject)
      }
    }
    return vessels.map { StoredCount(name: $0.key, vessels: $0.value.count) }
      .sorted { ($1.vessels, $0.name) < ($0.vessels, $1.name) }
  }

  /// The vessels that are forbidden, or that so many independent families of signals speak
  /// against, in the order of the run.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func alerts(of run: Int64, families: Int) throws(StorageError) -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT key FROM verdict JOIN subject ON subject.id = verdict.subject
          WHERE run = ? AND (disposition = ? OR families >= ?) ORDER BY position
          """, arguments: [run, Disposition.prohibited.rawValue, families])
    }
  }

  /// How many verdicts of a run were taken over from earlier ones.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func carried(in run: Int64) throws(StorageError) -> Int {
    try read { database in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM verdict WHERE run = ? AND carried = 1",
        arguments: [run]) ?? 0
    }
  }

  /// The verdicts of vessels whose disposition differs between two runs, or that only one has.
  ///
  /// - Throws: `StorageError` when the store cannot be read or contradicts itself.
  public func changes(
    from old: Int64, to new: Int64
  ) throws(StorageError) -> (before: [StoredVerdict], now: [StoredVerdict]) {
    (try verdicts(of: old, unlessEqualIn: new), try verdicts(of: new, unlessEqualIn: old))
  }

  private func verdicts(
    of run: Int64, unlessEqualIn other: Int64
  ) throws(StorageError) -> [StoredVerdict] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT verdict.*, subject.key AS key FROM verdict
          JOIN subject ON subject.id = verdict.subject
          LEFT JOIN verdict AS other ON other.run = ?2 AND other.subject = verdict.subject
          WHERE verdict.run = ?1
            AND (other.disposition IS NULL OR other.disposition <> verdict.disposition)
          ORDER BY verdict.position
          """, arguments: [run, other])
      return try rows.map { try verdict($0, in: database) }
    }
  }

  private func counts(_ sql: String, _ run: Int64) throws(StorageError) -> [StoredCount] {
    try read { database in
      try Row.fetchAll(database, sql: sql, arguments: [run]).map {
        StoredCount(name: $0["name"], vessels: $0["vessels"])
      }
    }
  }

  private static let findingsOfRun = """
    FROM verdict JOIN finding ON finding.subject = verdict.subject
    AND finding.run = coalesce(verdict.origin, verdict.run) WHERE verdict.run = ?1
    """
}
