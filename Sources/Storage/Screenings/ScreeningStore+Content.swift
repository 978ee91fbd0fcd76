import Foundation
import GRDB
import Maritime

/// Bytes that are kept once, by the digest of what they are before they are packed.
public struct StoredContent: Hashable, Sendable {
  /// The SHA-256 digest of the content.
  public let digest: String
  /// The number of bytes of the content.
  public let size: Int
  /// The content as it is kept.
  public let packed: [UInt8]

  /// Creates a content.
  public init(digest: String, size: Int, packed: [UInt8]) {
    self.digest = digest
    self.size = size
    self.packed = packed
  }
}

extension ScreeningStore {
  /// The content with a digest; `nil` when the store has none.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func content(_ digest: String) throws(StorageError) -> StoredContent? {
    try read { database in
      try Row.fetchOne(
        database, sql: "SELECT size, packed FROM content WHERE digest = ?", arguments: [digest]
      ).map { StoredContent(digest: digest, size: $0["size"], packed: Array($0["packed"] as Data)) }
    }
  }

  /// The digest of the content that was given a name; `nil` for an unknown name.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func digest(named name: String) throws(StorageError) -> String? {
    try read { database in
      try String.fetchOne(
        database, sql: "SELECT digest FROM alias WHERE name = ?", arguments: [name])
    }
  }

  /// Adds contents, those that are there already once more being no change, and names for some.
  ///
  /// - Throws: `StorageError`; nothing is half written then.
  public func save(
    _ contents: [StoredContent], names: [String: String] = [:]
  ) throws(StorageError) {
    try write { database in
      try Self.insert(contents, into: database)
      for (name, digest) in names.sorted(by: { $0.key < $1.key }) {
        try database.execute(
          sql: "INSERT OR IGNORE INTO alias (name, digest) VALUES (?, ?)",
          arguments: [name, digest])
      }
    }
  }

  /// Hands every content to `body`, by digest.
  ///
  /// - Throws: `StorageError` when the store cannot be read.
  public func forEachContent(_ body: (StoredContent) -> Void) throws(StorageError) {
    try read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT digest, size, packed FROM content ORDER BY digest")
      while let row = try rows.next() {
        body(
          StoredContent(
            digest: row["digest"], size: row["size"], packed: Array(row["packed"] as Data)))
      }
    }
  }

  static func insert(_ contents: [StoredContent], into database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO content (digest, size, packed) VALUES (?, ?, ?)")
    for content in contents {
      try statement.execute(arguments: [content.digest, content.size, Data(content.packed)])
    }
  }
}
