import GRDB

extension ScreeningStore {
  /// The last run that an address was told of; one that is new is told of what comes after the
  /// runs that are finished now.
  ///
  /// - Throws: `StorageError` when the store cannot be written.
  public func toldRun(_ address: String) throws(StorageError) -> Int64 {
    try write { database in
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO subscriber (address, told)
          VALUES (?, (SELECT coalesce(max(id), 0) FROM run WHERE state = 'done'))
          """, arguments: [address])
      return try Int64.fetchOne(
        database, sql: "SELECT told FROM subscriber WHERE address = ?", arguments: [address]) ?? 0
    }
  }

  /// Takes note that an address was told of a run and all before it.
  ///
  /// - Throws: `StorageError` when the store cannot be written.
  public func setTold(_ address: String, run: Int64) throws(StorageError) {
    try write { database in
      try database.execute(
        sql: "UPDATE subscriber SET told = ? WHERE address = ? AND told < ?",
        arguments: [run, address, run])
    }
  }
}
