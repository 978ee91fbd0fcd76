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

  /// Refuses files of other programs before a migration could write into them.
  static func checkAndMigrate(_ queue: DatabaseQueue, path: String, access: Access) throws {
    let migrator = WatchlistSchema.migrator
    let (tables, kind) = try queue.read { database in
      (
        try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0,
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
      try migrator.migrate(queue)
    } else if tables == 0 {
      throw StorageError(.missing, path: path, detail: "the file is empty")
    }
  }
}
