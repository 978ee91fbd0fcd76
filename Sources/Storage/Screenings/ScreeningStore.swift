import Foundation
import GRDB
import Maritime

/// Keeps verdicts, all they depend on, and what people decided, in one SQLite file.
///
/// A value that holds GRDB's queue: one connection, used by one caller at a time. Two programs may
/// use one file: each waits for the other for ten seconds, and leaves the other's runs alone.
public struct ScreeningStore: Sendable {
  /// The file.
  public let path: String
  let queue: DatabaseQueue
  let runLocks: RunLocks?

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: The file; its folder is created when missing and the store may be written.
  ///   - access: Whether the store may be created and changed.
  /// - Throws: `StorageError` when the file cannot be opened, is something else or is newer.
  public init(path: String, access: WatchlistStore.Access) throws(StorageError) {
    self.path = path
    let folder = URL(filePath: path).deletingLastPathComponent().path
    do throws(StorageError) {
      try WatchlistStore.prepare(folder: folder, path: path, access: access)
    } catch {
      throw error.ofScreenings
    }
    runLocks = access == .writing ? RunLocks(beside: path) : nil
    queue = try Self.catching(path) {
      let queue = try DatabaseQueue(
        path: WatchlistStore.name(of: path, access),
        configuration: WatchlistStore.configuration(access))
      try WatchlistStore.settling(ScreeningSchema.migrator) {
        try Self.migrate(queue, path: path, access: access)
      }
      return queue
    }
  }

  private static func migrate(
    _ queue: DatabaseQueue, path: String, access: WatchlistStore.Access
  ) throws {
    let migrator = ScreeningSchema.migrator
    let (tables, kind, isNewer, isOlder) = try queue.read { database in
      (
        // As in the store of watchlists: another program may be between two steps.
        try Int.fetchOne(
          database,
          sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
        try migrator.hasBeenSuperseded(database),
        try !migrator.hasCompletedMigrations(database)
      )
    }
    if tables > 0, kind != ScreeningSchema.applicationID {
      throw StorageError(.notADatabase, path: path, detail: "another program's database")
    }
    if isNewer { throw StorageError(.newerSchema, path: path) }
    if access == .writing {
      try migrator.migrate(queue)
    } else if tables == 0 {
      throw StorageError(.missing, path: path, detail: "the file is empty")
    } else if isOlder {
      throw StorageError(
        .other, path: path, detail: "an older version wrote it; pratique store check renews it")
    }
  }

  static func catching<Value>(
    _ path: String, _ body: () throws -> Value
  ) throws(StorageError) -> Value {
    do throws(StorageError) {
      return try StorageError.catching(path: path, body)
    } catch {
      throw error.ofScreenings
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
    try Self.catching(path) { try queue.read(body) }
  }

  /// Writes all or nothing, having taken the write lock first.
  @discardableResult
  func write<Value>(_ body: (Database) throws -> Value) throws(StorageError) -> Value {
    try Self.catching(path) {
      var value: Value?
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          value = try body(database)
          return .commit
        }
      }
      guard let value else { throw StorageError(.other, path: path) }
      return value
    }
  }
}
