import GRDB

/// A vessel of a run that may have a verdict from the same inputs already.
public struct WantedVerdict: Hashable, Sendable {
  /// The vessel.
  public let subject: String
  /// Its place in the run.
  public let position: Int
  /// The digest of everything its verdict depends on.
  public let inputs: String

  /// Creates a wish.
  public init(subject: String, position: Int, inputs: String) {
    self.subject = subject
    self.position = position
    self.inputs = inputs
  }
}

extension ScreeningStore {
  /// Takes over verdicts that earlier runs made of the same vessels from the same inputs.
  ///
  /// Rows are copied within the database, and findings stay with the run that made them, so that
  /// most of a large fleet costs little. All are written or none.
  ///
  /// - Returns: How many were taken over.
  /// - Throws: `StorageError`; nothing is half written then.
  public func carry(_ wanted: [WantedVerdict], into run: Int64) throws(StorageError) -> Int {
    try write { database in
      try checkOpen(run, in: database)
      try database.execute(
        sql: """
          CREATE TEMP TABLE IF NOT EXISTS wanted (position INTEGER, key TEXT, inputs TEXT);
          DELETE FROM wanted;
          """)
      let statement = try database.cachedStatement(sql: "INSERT INTO wanted VALUES (?, ?, ?)")
      for vessel in wanted {
        try statement.execute(arguments: [vessel.position, vessel.subject, vessel.inputs])
      }
      try database.execute(
        sql: """
          INSERT INTO verdict (run, subject, position, name, disposition, score, families, inputs,
            facts, body, carried, origin)
          SELECT ?1, known.subject, wanted.position, known.name, known.disposition, known.score,
            known.families, known.inputs, known.facts, known.body, 1,
            coalesce(known.origin, known.run)
          FROM wanted JOIN subject ON subject.key = wanted.key
          JOIN verdict AS known ON known.subject = subject.id AND known.inputs = wanted.inputs
            AND known.run = (SELECT min(run) FROM verdict AS first
              WHERE first.subject = subject.id AND first.inputs = wanted.inputs)
          """, arguments: [run])
      return database.changesCount
    }
  }

  /// Refuses to write into a run that another program has abandoned.
  func checkOpen(_ run: Int64, in database: Database) throws {
    let state = try String.fetchOne(
      database, sql: "SELECT state FROM run WHERE id = ?", arguments: [run])
    guard state == StoredRun.State.open.rawValue else {
      throw StorageError(
        .other, path: path, detail: "another program began a run while this one was going on")
    }
  }
}
