import Maritime
import Storage

/// Looks at every byte of a store.
///
/// - Returns: What is wrong, one sentence each; nothing for a store that is whole.
/// - Throws: `StorageError` when the store cannot be opened.
public func checkStore(_ path: String?) throws -> [String] {
  // Opening for writing renews the tables of an older version.
  let store = try openExistingStore(path)
  var problems = try store.problems()
  try store.forEachContent { content in
    if content.bytes == nil {
      problems.append("the content \(content.digest) is not what its digest says")
    }
  }
  let log = try store.log()
  if let broken = BrokenRecord(in: log) {
    problems.append("record \(broken.number) of the log: \(broken.reason)")
  }
  for record in log {
    // A record that is no JSON is no run; the chain above tells whether it was changed.
    guard let act = try? JSONValue(reading: Array(record.act.utf8)[...]),
      act["act"]?.string == "run", let run = act["run"]?.integer,
      let logged = act["verdicts"]?.string
    else { continue }
    if ScreeningStore.digest(of: try store.verdicts(of: Int64(run))) != logged {
      problems.append("the verdicts of run \(run) are not those that the log names")
    }
  }
  return problems
}

/// Copies a store while others may use it.
///
/// - Throws: `StorageError`, also when there is a file of that name.
public func backUpStore(_ path: String?, to copy: String) throws {
  try openStore(path, access: .reading).backup(to: copy)
}

/// Gives the unused space of a store back.
///
/// - Throws: `StorageError` when the store cannot be written.
public func vacuumStore(_ path: String?) throws {
  try openExistingStore(path).vacuum()
}

/// The runs of a store, oldest first, one line each.
///
/// - Throws: `StorageError` when the store cannot be read.
public func storedRuns(_ path: String?) throws -> [String] {
  try openStore(path, access: .reading).runs().map { run in
    "\(run.id)  \(run.at)  \(run.actor)  \(run.state.rawValue)  \(run.vessels) vessels"
      + " as of \(run.asOf)"
  }
}

/// What a walk along the chain of a log found.
public struct LogVerification: Hashable, Sendable {
  /// How many records there are.
  public let records: Int
  /// The digest of the last one.
  public let last: String
  /// The first record that is not as it was written, and why; `nil` for a whole chain.
  public let broken: String?
}

/// Verifies the chain of a log.
///
/// - Throws: `StorageError` when the store cannot be read.
public func verifyLog(_ path: String?) throws -> LogVerification {
  let log = try openStore(path, access: .reading).log()
  return LogVerification(
    records: log.count, last: log.last?.digest ?? LogRecord.beginning,
    broken: BrokenRecord(in: log).map { "record \($0.number) of the log: \($0.reason)" })
}

/// Every record of a log, oldest first, one line each.
///
/// - Throws: `StorageError` when the store cannot be read.
public func logLines(_ path: String?) throws -> [String] {
  try openStore(path, access: .reading).log().map {
    "\($0.number)  \($0.at)  \($0.actor)  \($0.act)"
  }
}
