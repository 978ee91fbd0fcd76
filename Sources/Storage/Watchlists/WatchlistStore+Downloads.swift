import GRDB

extension WatchlistStore {
  /// What is known of a file that was fetched and imported, so that it is not fetched again.
  public struct DownloadedFile: Hashable, Sendable {
    /// The address.
    public let address: String
    /// The server's tag of the content.
    public let entityTag: String?
    /// The server's date of the content, as it wrote it.
    public let lastModified: String?
    /// The SHA-256 digest of the content.
    public let digest: String
    /// The size of the content in bytes.
    public let size: Int

    /// Creates a note.
    public init(
      address: String, entityTag: String?, lastModified: String?, digest: String, size: Int
    ) {
      self.address = address
      self.entityTag = entityTag
      self.lastModified = lastModified
      self.digest = digest
      self.size = size
    }
  }

  /// What is known of the files that were fetched from some addresses.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func downloadedFiles(
    _ addresses: [String]
  ) throws(StorageError) -> [String: DownloadedFile] {
    try read { database in
      // A store that an earlier version wrote, and that is only read, has no such table.
      guard try database.tableExists("download") else { return [:] }
      return try addresses.reduce(into: [:]) { found, address in
        let row = try Row.fetchOne(
          database, sql: "SELECT * FROM download WHERE address = ?", arguments: [address])
        found[address] = row.map { row in
          DownloadedFile(
            address: address, entityTag: row["etag"], lastModified: row["last_modified"],
            digest: row["digest"], size: row["size"])
        }
      }
    }
  }

  /// Notes which files a list was imported from, after it was.
  ///
  /// - Throws: `StorageError` when the store cannot be written.
  public func note(_ files: [DownloadedFile]) throws(StorageError) {
    try StorageError.catching(path: path) {
      try queue.write { database in
        for file in files {
          try database.execute(
            sql: """
              INSERT OR REPLACE INTO download (address, etag, last_modified, digest, size)
              VALUES (?, ?, ?, ?, ?)
              """,
            arguments: [file.address, file.entityTag, file.lastModified, file.digest, file.size])
        }
      }
    }
  }
}
