import GRDB
public import Maritime

extension ScreeningStore {
  /// The whole log, oldest first.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func log() throws(StorageError) -> [LogRecord] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM log ORDER BY number").map(Self.record)
    }
  }

  /// Appends an act that `decide` makes from the log as it is, while nobody else can write.
  ///
  /// - Parameters:
  ///   - at: When it is done.
  ///   - actor: Who does it.
  ///   - decide: Returns the act as a JSON object; what it throws leaves the log as it was.
  /// - Returns: The record as it is kept.
  /// - Throws: `StorageError`, or what `decide` throws.
  @discardableResult
  public func append(
    at: UTCTime, by actor: String, _ decide: ([LogRecord]) throws -> String
  ) throws -> LogRecord {
    let outcome: Result<LogRecord, any Error> = try write { database in
      let log = try Row.fetchAll(database, sql: "SELECT * FROM log ORDER BY number")
        .map(Self.record)
      switch Result(catching: { try decide(log) }) {
      case .failure(let error): return .failure(error)
      case .success(let act):
        return .success(try Self.append(act, at: at, by: actor, after: log.last, in: database))
      }
    }
    return try outcome.get()
  }

  /// Marks a run as done and says so in the log, both or neither.
  ///
  /// - Throws: `StorageError` when the store cannot be written.
  public func finish(
    _ run: Int64, at: UTCTime, by actor: String, act: String
  ) throws(StorageError) {
    try write { database in
      try database.execute(
        sql: "UPDATE run SET state = 'done' WHERE id = ? AND state = 'open'", arguments: [run])
      guard database.changesCount == 1 else { return }
      let last = try Row.fetchOne(database, sql: "SELECT * FROM log ORDER BY number DESC LIMIT 1")
      _ = try Self.append(act, at: at, by: actor, after: last.map(Self.record), in: database)
    }
  }

  private static func append(
    _ act: String, at: UTCTime, by actor: String, after last: LogRecord?, in database: Database
  ) throws -> LogRecord {
    let unsigned = LogRecord(
      number: (last?.number ?? 0) + 1, at: at, actor: actor, act: act,
      before: last?.digest ?? LogRecord.beginning, digest: "")
    let record = LogRecord(
      number: unsigned.number, at: at, actor: actor, act: act, before: unsigned.before,
      digest: unsigned.expectedDigest)
    try database.execute(
      sql: "INSERT INTO log (number, at, actor, act, before, digest) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        record.number, at.milliseconds, actor, act, record.before, record.digest,
      ])
    return record
  }

  private static func record(_ row: Row) -> LogRecord {
    LogRecord(
      number: row["number"], at: UTCTime(milliseconds: row["at"]), actor: row["actor"],
      act: row["act"], before: row["before"], digest: row["digest"])
  }
}
