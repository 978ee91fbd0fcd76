import GRDB
import Maritime
public import Watchlists

/// What became of a snapshot that was to be imported.
public enum ImportOutcome: Hashable, Sendable {
  /// It is in the store.
  case added
  /// The store has the same content already; nothing changed.
  case alreadyThere
  /// The store is unchanged, because the list would become implausible.
  case refused(ImportRefusal)
}

/// Why a snapshot was not imported.
public enum ImportRefusal: Hashable, Sendable, CustomStringConvertible {
  /// It has no entries.
  case empty(list: String)
  /// It has far fewer entries than the snapshot before it, as a broken download would.
  case shrunk(list: String, from: Int, to: Int)

  /// One sentence with the figures and what to do.
  public var description: String {
    switch self {
    case .empty(let list):
      return "'\(list)' has no entries; fetch the file again"
    case .shrunk(let list, let before, let after):
      let lost = (before - after) * 100 / before
      return
        "'\(list)' would shrink from \(before) to \(after) entries (\(lost) % fewer); fetch the "
        + "file again, or allow shrinking if the publisher really removed them"
    }
  }
}

extension WatchlistStore {
  /// How much of a list may vanish between two snapshots: a fifth (our own default).
  static let largestLoss = 0.2

  /// Adds a snapshot in one transaction: it becomes current when all of it is there, or not at all.
  ///
  /// - Parameters:
  ///   - snapshot: The snapshot. Older ones than those in the store may be added at any time.
  ///   - allowShrinking: Whether a list may lose more than a fifth of its entries.
  /// - Returns: What happened; a refusal leaves the store as it was.
  /// - Throws: `StorageError` when the store cannot be written; nothing is half written then.
  public func importSnapshot(
    _ snapshot: Snapshot, allowShrinking: Bool = false
  ) throws(StorageError) -> ImportOutcome {
    try StorageError.catching(path: path) {
      try queue.writeWithoutTransaction { database in
        var outcome = ImportOutcome.added
        // Taking the write lock first keeps two imports from judging by the same predecessor.
        try database.inTransaction(.immediate) {
          outcome = try Self.verdict(on: snapshot.summary, allowShrinking, in: database)
          guard outcome == .added else { return .rollback }
          let id = try Self.insert(snapshot.summary, into: database)
          try Self.insert(snapshot.designations, of: id, into: database)
          try Self.insert(snapshot.rejections, of: id, into: database)
          return .commit
        }
        return outcome
      }
    }
  }

  /// What `importSnapshot` would do, without doing it.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func outcome(
    ofImporting summary: SnapshotSummary, allowShrinking: Bool = false
  ) throws(StorageError) -> ImportOutcome {
    try read { try Self.verdict(on: summary, allowShrinking, in: $0) }
  }

  private static func verdict(
    on summary: SnapshotSummary, _ allowShrinking: Bool, in database: Database
  ) throws -> ImportOutcome {
    guard summary.entries > 0 else { return .refused(.empty(list: summary.list)) }
    let isKnown = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM snapshot WHERE list = ? AND digest = ?)",
      arguments: [summary.list, summary.digest])
    if isKnown == true { return .alreadyThere }
    // Compared with its predecessor in time, so that an old list can be added after a new one.
    let before = try Int.fetchOne(
      database,
      sql: """
        SELECT entries FROM snapshot WHERE list = ? AND published <= ?
        ORDER BY published DESC, id DESC LIMIT 1
        """, arguments: [summary.list, summary.published.milliseconds])
    if !allowShrinking, let before, Double(summary.entries) < Double(before) * (1 - largestLoss) {
      return .refused(.shrunk(list: summary.list, from: before, to: summary.entries))
    }
    return .added
  }
}
