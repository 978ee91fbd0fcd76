import GRDB
import Maritime

extension ScreeningStore {
  /// Begins a run, or continues the open one of the same inputs; other open runs that no living
  /// program is making are abandoned.
  ///
  /// - Parameters:
  ///   - start: What is to begin.
  ///   - contents: Contents that it names and the store may lack.
  ///   - neighbours: The digests of the facts of vessels that are not screened and that rules look
  ///     at, by vessel.
  /// - Returns: The run, as it is in the store.
  /// - Throws: `StorageError` when the store cannot be written, or when another program is making
  ///   the same run.
  public func begin(
    _ start: RunStart, contents: [StoredContent], neighbours: [String: String]
  ) throws(StorageError) -> StoredRun {
    try write { database in
      if let open = try Row.fetchOne(
        database, sql: "SELECT * FROM run WHERE inputs = ? AND state = 'open'",
        arguments: [start.inputs])
      {
        let run = try Self.run(open, path: path)
        guard runLocks?.take(run.id) ?? true else {
          throw StorageError(
            .locked, path: path, detail: "another program is making run \(run.id), the same as this"
          )
        }
        return run
      }
      try abandonRuns(in: database)
      try Self.insert(contents, into: database)
      try database.execute(
        sql: """
          INSERT INTO run (inputs, manifest, at, actor, as_of, state, vessels, radios)
          VALUES (?, ?, ?, ?, ?, 'open', ?, ?)
          """,
        arguments: [
          start.inputs, start.manifest, start.at.milliseconds, start.actor,
          start.asOf.milliseconds, start.vessels, start.radios,
        ])
      let id = database.lastInsertedRowID
      _ = runLocks?.take(id)
      for (key, facts) in neighbours.sorted(by: { $0.key < $1.key }) {
        try database.execute(
          sql: "INSERT INTO neighbour (run, key, facts) VALUES (?, ?, ?)",
          arguments: [id, key, facts])
      }
      return StoredRun(
        id: id, inputs: start.inputs, manifest: start.manifest, at: start.at, actor: start.actor,
        asOf: start.asOf, state: .open, vessels: start.vessels, radios: start.radios)
    }
  }

  /// Closes the open runs whose programs ended without it.
  private func abandonRuns(in database: Database) throws {
    let open = try Int64.fetchAll(database, sql: "SELECT id FROM run WHERE state = 'open'")
    for id in open where runLocks?.isTaken(id) != true {
      try database.execute(sql: "UPDATE run SET state = 'abandoned' WHERE id = ?", arguments: [id])
    }
  }

  /// Adds verdicts of a run, with the contents they name, all or none.
  ///
  /// - Throws: `StorageError`, also when a vessel has a verdict in the run already.
  public func save(
    _ verdicts: [StoredVerdict], contents: [StoredContent], of run: Int64
  ) throws(StorageError) {
    try write { database in
      try checkOpen(run, in: database)
      try Self.insert(contents, into: database)
      for verdict in verdicts { try Self.insert(verdict, of: run, into: database) }
    }
  }

  /// The vessels that have a verdict in a run.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func subjects(of run: Int64) throws(StorageError) -> Set<String> {
    try read { database in
      try String.fetchSet(
        database,
        sql: "SELECT key FROM verdict JOIN subject ON subject.id = verdict.subject WHERE run = ?",
        arguments: [run])
    }
  }

  /// Every run, oldest first.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func runs() throws(StorageError) -> [StoredRun] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM run ORDER BY id")
        .map { try Self.run($0, path: path) }
    }
  }

  /// The digests of the facts of vessels that were not screened in a run and that rules look at.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func bystanders(of run: Int64) throws(StorageError) -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: "SELECT facts FROM bystander WHERE run = ?1"
          + " UNION SELECT facts FROM neighbour WHERE run = ?1 ORDER BY facts",
        arguments: [run])
    }
  }

  /// The digests of the facts of vessels in a run, screened or neighbours; those that are neither
  /// are left out.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func factsDigests(
    of vessels: [String], in run: Int64
  ) throws(StorageError) -> [String: String] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT facts FROM verdict JOIN subject ON subject.id = verdict.subject
          WHERE run = ?1 AND key = ?2
          UNION ALL SELECT facts FROM neighbour WHERE run = ?1 AND key = ?2
          """)
      var found: [String: String] = [:]
      for vessel in vessels {
        found[vessel] = try String.fetchOne(statement, arguments: [run, vessel])
      }
      return found
    }
  }

  static func run(_ row: Row, path: String) throws -> StoredRun {
    guard let state = StoredRun.State(rawValue: row["state"] as String) else {
      throw StorageError(.damaged, path: path, detail: "unknown state of a run")
    }
    return StoredRun(
      id: row["id"], inputs: row["inputs"], manifest: row["manifest"],
      at: UTCTime(milliseconds: row["at"]), actor: row["actor"],
      asOf: UTCTime(milliseconds: row["as_of"]), state: state, vessels: row["vessels"],
      radios: row["radios"])
  }
}
