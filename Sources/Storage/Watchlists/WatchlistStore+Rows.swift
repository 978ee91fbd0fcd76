import Foundation
import GRDB
import Maritime
import Watchlists

extension WatchlistStore {
  static func stored(_ row: Row, path: String) throws -> StoredSnapshot {
    guard
      let basis = SnapshotSummary.PublishedBasis(rawValue: row["published_basis"] as String)
    else { throw StorageError(.damaged, path: path, detail: "unknown basis of a published date") }
    let summary = SnapshotSummary(
      list: row["list"], publisher: row["publisher"], format: row["format"],
      regimes: words(row["regimes"]),
      regimesWithoutVessels: words(row["regimes_without_vessels"]), hasDates: row["has_dates"],
      published: UTCTime(milliseconds: row["published"]), publishedBasis: basis,
      digest: row["digest"], entries: row["entries"], vessels: row["vessels"],
      rejections: row["rejections"])
    return StoredSnapshot(id: row["id"], summary: summary)
  }

  static func insert(_ summary: SnapshotSummary, into database: Database) throws -> Int64 {
    try database.execute(
      sql: """
        INSERT INTO snapshot (list, publisher, format, regimes, regimes_without_vessels, has_dates,
          published, published_basis, digest, entries, vessels, rejections)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        summary.list, summary.publisher, summary.format,
        summary.regimes.joined(separator: " "),
        summary.regimesWithoutVessels.joined(separator: " "), summary.hasDates,
        summary.published.milliseconds, summary.publishedBasis.rawValue, summary.digest,
        summary.entries, summary.vessels, summary.rejections,
      ])
    return database.lastInsertedRowID
  }

  static func insert(
    _ designations: [Designation], of snapshot: Int64, into database: Database
  ) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO designation (snapshot, position, entry, kind, name, regime, authority, imo, mmsi,
          listed_from, delisted_at, details)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for (position, designation) in designations.enumerated() {
      let details = try encoder.encode(DesignationDetails(designation))
      try statement.execute(arguments: [
        snapshot, position, designation.entry, designation.kind.rawValue, designation.name,
        designation.regime, designation.authority, designation.imoNumbers.first?.value,
        designation.mmsiNumbers.first?.value, designation.listedFrom?.milliseconds,
        designation.delistedAt?.milliseconds, String(decoding: details, as: UTF8.self),
      ])
    }
  }

  static func insert(
    _ rejections: [Rejection], of snapshot: Int64, into database: Database
  ) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO rejection (snapshot, position, reason, file, line, detail)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    for (position, rejection) in rejections.enumerated() {
      try statement.execute(arguments: [
        snapshot, position, rejection.reason, rejection.file, rejection.line, rejection.detail,
      ])
    }
  }

  static func designations(
    of snapshot: Int64, in database: Database, path: String
  ) throws -> [Designation] {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT * FROM designation WHERE snapshot = ? ORDER BY position",
      arguments: [snapshot])
    let decoder = JSONDecoder()
    var designations: [Designation] = []
    while let row = try rows.next() {
      guard let designation = try designation(row, decoder) else {
        throw StorageError(.damaged, path: path, detail: "entry \(row["entry"] as String)")
      }
      designations.append(designation)
    }
    return designations
  }

  private static func designation(_ row: Row, _ decoder: JSONDecoder) throws -> Designation? {
    let json = Data((row["details"] as String).utf8)
    let details = try decoder.decode(DesignationDetails.self, from: json)
    guard let kind = Designation.Kind(rawValue: row["kind"] as String) else { return nil }
    var designation = details.designation(
      entry: row["entry"], kind: kind, regime: row["regime"], authority: row["authority"])
    designation?.listedFrom = (row["listed_from"] as Int64?).map(UTCTime.init(milliseconds:))
    designation?.delistedAt = (row["delisted_at"] as Int64?).map(UTCTime.init(milliseconds:))
    return designation
  }

  static func rejections(of snapshot: Int64, in database: Database) throws -> [Rejection] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM rejection WHERE snapshot = ? ORDER BY position",
      arguments: [snapshot]
    ).map { row in
      Rejection(
        reason: row["reason"], file: row["file"], line: row["line"], detail: row["detail"])
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
