import Foundation
import GRDB
public import Maritime
public import Watchlists

/// Keeps every snapshot of every watchlist in one SQLite file, `watchlists.sqlite`.
///
/// A value that holds GRDB's queue: one connection, used by one caller at a time.
public struct WatchlistStore: Sendable {
  /// Whether a store is only read, as screening does, or may be written.
  public enum Access: Hashable, Sendable {
    /// The file must exist and is never changed.
    case reading
    /// The file and its folder are created when missing.
    case writing
  }

  /// A snapshot in the store.
  public struct StoredSnapshot: Hashable, Sendable {
    /// Its number in this store.
    public let id: Int64
    /// What it is.
    public let summary: SnapshotSummary
  }

  /// The file.
  public let path: String
  let queue: DatabaseQueue

  /// Opens the store in a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder that holds, or shall hold, `watchlists.sqlite`.
  ///   - access: Whether the store may be created and changed.
  /// - Throws: `StorageError` when the file cannot be opened, is something else or is newer.
  public init(folder: String, access: Access) throws(StorageError) {
    let path = URL(filePath: folder).appending(path: "watchlists.sqlite").path
    self.path = path
    try Self.prepare(folder: folder, path: path, access: access)
    queue = try StorageError.catching(path: path) {
      let queue = try DatabaseQueue(
        path: Self.name(of: path, access), configuration: Self.configuration(access))
      try Self.checkAndMigrate(queue, path: path, access: access)
      return queue
    }
  }

  /// The newest snapshot of each list, by list.
  ///
  /// - Parameter knownAsOf: Only snapshots published by then count; `nil` counts all.
  /// - Returns: At most one snapshot for each list; of two of one day, the one imported later.
  /// - Throws: `StorageError` when the store cannot be read.
  public func currentSnapshots(
    knownAsOf: UTCTime? = nil
  ) throws(StorageError) -> [StoredSnapshot] {
    let limit = knownAsOf?.milliseconds ?? .max
    return try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM snapshot AS candidate
          WHERE id = (
            SELECT id FROM snapshot
            WHERE list = candidate.list AND published <= ?
            ORDER BY published DESC, id DESC LIMIT 1)
          ORDER BY list
          """, arguments: [limit]
      ).map { try Self.stored($0, path: path) }
    }
  }

  /// What `lists status` shows: the newest snapshot of each list, by list.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func status() throws(StorageError) -> [SnapshotSummary] {
    try currentSnapshots().map(\.summary)
  }

  /// Every snapshot of every list, by list and published date.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func allSnapshots() throws(StorageError) -> [StoredSnapshot] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM snapshot ORDER BY list, published, id")
        .map { try Self.stored($0, path: path) }
    }
  }

  /// A snapshot with its entries and rejections.
  ///
  /// - Throws: `StorageError` when the store cannot be read or contradicts itself.
  public func loadSnapshot(_ stored: StoredSnapshot) throws(StorageError) -> Snapshot {
    try read { database in
      Snapshot(
        summary: stored.summary,
        designations: try Self.designations(of: stored.id, in: database, path: path),
        rejections: try Self.rejections(of: stored.id, in: database))
    }
  }

  /// The newest snapshot of each list with its entries, by list.
  ///
  /// - Throws: `StorageError` when the store cannot be read or contradicts itself.
  public func loadCurrentSnapshots(
    knownAsOf: UTCTime? = nil
  ) throws(StorageError) -> [Snapshot] {
    var snapshots: [Snapshot] = []
    for stored in try currentSnapshots(knownAsOf: knownAsOf) {
      snapshots.append(try loadSnapshot(stored))
    }
    return snapshots
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
    try StorageError.catching(path: path) { try queue.read(body) }
  }
}
