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

  /// The name by which SQLite opens a store.
  ///
  /// A store on a disk that cannot be written is opened as one that never changes, because SQLite
  /// would put files beside it, even to read. Not so while there is a log that is not yet in the
  /// file: what it holds would be missing.
  static func name(of path: String, _ access: Access) -> String {
    let files = FileManager.default
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard access == .reading, !files.isWritableFile(atPath: folder),
      !files.fileExists(atPath: path + "-wal")
    else { return path }
    return URL(filePath: path).absoluteString + "?immutable=1"
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

  /// Opens and renews a store, again when another program was just doing the same.
  ///
  /// Two programs may create a store at once: the slower finds a table that is there already, or
  /// one that is not there yet, which SQLite calls an error like any other. Each step of the
  /// migrator can be met once.
  static func settling(_ migrator: DatabaseMigrator, _ open: () throws -> Void) throws {
    for _ in 0...migrator.migrations.count {
      do {
        return try open()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        continue
      }
    }
    try open()
  }

  /// Refuses files of other programs before a migration could write into them.
  static func checkAndMigrate(_ queue: DatabaseQueue, path: String, access: Access) throws {
    let migrator = WatchlistSchema.migrator
    try settling(migrator) {
      try checkAndMigrate(queue, with: migrator, path: path, access: access)
    }
  }

  private static func checkAndMigrate(
    _ queue: DatabaseQueue, with migrator: DatabaseMigrator, path: String, access: Access
  ) throws {
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
      try migrator.migrate(queue)
    } else if tables == 0 {
      throw StorageError(.missing, path: path, detail: "the file is empty")
    }
  }
}
