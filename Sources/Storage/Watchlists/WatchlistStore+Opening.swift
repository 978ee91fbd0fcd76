import Foundation
import GRDB

extension WatchlistStore {
  static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.foreignKeysEnabled = true
    // An import of a large list takes a few seconds (our own default).
    configuration.busyMode = .timeout(10)
    if access == .writing { configuration.journalMode = .wal }
    return configuration
  }

  static func prepare(folder: String, path: String, access: Access) throws(StorageError) {
    if access == .writing {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw StorageError(.readOnly, path: folder, detail: error.localizedDescription)
      }
    } else if !FileManager.default.fileExists(atPath: path) {
      throw StorageError(.missing, path: path)
    }
  }

  /// Two programs may create a store at once: the slower finds that its step was already done.
  private static func migrate(_ queue: DatabaseQueue, with migrator: DatabaseMigrator) throws {
    for _ in migrator.migrations {
      do {
        return try migrator.migrate(queue)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        if try queue.read(migrator.hasCompletedMigrations) { return }
      }
    }
    try migrator.migrate(queue)
  }

  /// Refuses files of other programs before a migration could write into them.
  static func checkAndMigrate(_ queue: DatabaseQueue, path: String, access: Access) throws {
    let migrator = WatchlistSchema.migrator
    let (tables, kind) = try queue.read { database in
      (
        // The migrator's own table comes before the first step, which sets the kind of file.
        // Between the two another import may look.
        try Int.fetchOne(
          database,
          sql: "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> 'grdb_migrations'") ?? 0,
        try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      )
    }
    if tables > 0, kind != WatchlistSchema.applicationID {
      throw StorageError(.notADatabase, path: path, detail: "another program's database")
    }
    if try queue.read({ try migrator.hasBeenSuperseded($0) }) {
      throw StorageError(.newerSchema, path: path)
    }
    if access == .writing {
      try migrate(queue, with: migrator)
    } else if tables == 0 {
      throw StorageError(.missing, path: path, detail: "the file is empty")
    }
  }
}
