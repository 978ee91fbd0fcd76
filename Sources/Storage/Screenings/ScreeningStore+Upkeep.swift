import Foundation
import GRDB

extension ScreeningStore {
  /// What SQLite finds wrong with the file, and rows that name what is not there.
  ///
  /// - Throws: `StorageError` when the store cannot be read at all.
  public func problems() throws(StorageError) -> [String] {
    try read { database in
      let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
        "a row of \(row["table"] as String) names a row of \(row["parent"] as String)"
          + " that is not there"
      }
      return integrity.filter { $0 != "ok" } + orphans
    }
  }

  /// Writes a copy of the store as it is now, while others may go on using it.
  ///
  /// - Throws: `StorageError`, also when there is a file of that name.
  public func backup(to copy: String) throws(StorageError) {
    guard !FileManager.default.fileExists(atPath: copy) else {
      throw StorageError(.other, path: copy, detail: "there is a file of that name").ofScreenings
    }
    try Self.catching(copy) {
      try queue.vacuum(into: copy)
    }
  }

  /// Gives unused space back to the disk.
  ///
  /// - Throws: `StorageError` when the store cannot be written.
  public func vacuum() throws(StorageError) {
    try Self.catching(path) { try queue.vacuum() }
  }
}
