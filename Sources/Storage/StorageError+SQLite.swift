import GRDB

extension StorageError {
  /// Runs `body`, turning what SQLite throws into this target's error.
  static func catching<Value>(
    path: String, _ body: () throws -> Value
  ) throws(StorageError) -> Value {
    do {
      return try body()
    } catch let error as StorageError {
      throw error
    } catch let error as DatabaseError {
      throw StorageError(reason(of: error), path: path, detail: error.message)
    } catch {
      throw StorageError(.other, path: path, detail: String(describing: error))
    }
  }

  private static func reason(of error: DatabaseError) -> Reason {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
    case .SQLITE_FULL: .diskFull
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
    case .SQLITE_NOTADB: .notADatabase
    case .SQLITE_CORRUPT: .damaged
    case .SQLITE_CANTOPEN: .readOnly
    default: .other
    }
  }
}
