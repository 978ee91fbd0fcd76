import GRDB
import Maritime

extension ScreeningStore {
  /// Begins a run, or continues the open one of the same inputs; other open runs are abandoned.
  ///
  /// - Throws: `StorageError` when the store cannot be written.
  public func begin(
    _ start: RunStart, contents: [StoredContent], bystanders: [String]
  ) throws(StorageError) -> StoredRun {
    try write { database in
      if let open = try Row.fetchOne(
        database, sql: "SELECT * FROM run WHERE inputs = ? AND state = 'open'",
        arguments: [start.inputs])
      {
        return try Self.run(open, path: path)
      }
      try database.execute(sql: "UPDATE run SET state = 'abandoned' WHERE state = 'open'")
      try Self.insert(contents, into: database)
      try database.execute(
        sql: """
          INSERT INTO run (inputs, manifest, at, actor, as_of, state, vessels)
          VALUES (?, ?, ?, ?, ?, 'open', ?)
          """,
        arguments: [
          start.inputs, start.manifest, start.at.milliseconds, start.actor,
          start.asOf.milliseconds, start.vessels,
        ])
      let id = database.lastInsertedRowID
      for facts in Set(bystanders).sorted() {
        try database.execute(
          sql: "INSERT INTO bystander (run, facts) VALUES (?, ?)", arguments: [id, facts])
      }
      return StoredRun(
        id: id, inputs: start.inputs, manifest: start.manifest, at: start.at, actor: start.actor,
        asOf: start.asOf, state: .open, vessels: start.vessels)
    }
  }

  /// Adds verdicts of a run, with the contents they name, all or none.
  ///
  /// - Throws: `StorageError`, also when a vessel has a verdict in the run already.
  public func save(
    _ verdicts: [StoredVerdict], contents: [StoredContent], of run: Int64
  ) throws(StorageError) {
    try write { database in
      let state = try String.fetchOne(
        database, sql: "SELECT state FROM run WHERE id = ?", arguments: [run])
      guard state == StoredRun.State.open.rawValue else {
        throw StorageError(
          .other, path: path, detail: "another program began a run while this one was going on")
      }
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

  /// The digests of the facts of vessels that were not screened in a run.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func bystanders(of run: Int64) throws(StorageError) -> [String] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT facts FROM bystander WHERE run = ? ORDER BY facts",
        arguments: [run])
    }
  }

  static func run(_ row: Row, path: String) throws -> StoredRun {
    guard let state = StoredRun.State(rawValue: row["state"] as String) else {
      throw StorageError(.damaged, path: path, detail: "unknown state of a run")
    }
    return StoredRun(
      id: row["id"], inputs: row["inputs"], manifest: row["manifest"],
      at: UTCTime(milliseconds: row["at"]), actor: row["actor"],
      asOf: UTCTime(milliseconds: row["as_of"]), state: state, vessels: row["vessels"])
  }
}
