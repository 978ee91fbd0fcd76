import Foundation
import Maritime
public import Watchlists

/// A snapshot as one text, to keep beside the verdicts that used it.
public enum SnapshotContent {
  private struct Content: Codable {
    let list: String
    let publisher: String
    let format: String
    let regimes: [String]
    let regimesWithoutVessels: [String]
    let hasDates: Bool
    let published: Int64
    let publishedBasis: String
    let digest: String
    let entries: [Entry]
    let vessels: Int
    let rejections: Int
  }

  private struct Entry: Codable {
    let entry: String
    let kind: String
    let regime: String
    let authority: String
    let listedFrom: Int64?
    let delistedAt: Int64?
    let details: DesignationDetails
  }

  /// The snapshot without its rejected rows, as JSON: the same bytes for the same snapshot.
  ///
  /// - Throws: What the encoder throws, which no snapshot makes it do.
  public static func bytes(of snapshot: Snapshot) throws -> [UInt8] {
    let summary = snapshot.summary
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return Array(
      try encoder.encode(
        Content(
          list: summary.list, publisher: summary.publisher, format: summary.format,
          regimes: summary.regimes, regimesWithoutVessels: summary.regimesWithoutVessels,
          hasDates: summary.hasDates, published: summary.published.milliseconds,
          publishedBasis: summary.publishedBasis.rawValue, digest: summary.digest,
          entries: snapshot.designations.map { designation in
            Entry(
              entry: designation.entry, kind: designation.kind.rawValue,
              regime: designation.regime, authority: designation.authority,
              listedFrom: designation.listedFrom?.milliseconds,
              delistedAt: designation.delistedAt?.milliseconds,
              details: DesignationDetails(designation))
          }, vessels: summary.vessels, rejections: summary.rejections)))
  }

  /// The snapshot of a text that `bytes(of:)` made; `nil` for any other.
  public static func snapshot(_ bytes: [UInt8]) -> Snapshot? {
    // Any mistake means that the text is none of ours; the caller says which content is damaged.
    let content = try? JSONDecoder().decode(Content.self, from: Data(bytes))
    guard let content,
      let basis = SnapshotSummary.PublishedBasis(rawValue: content.publishedBasis)
    else { return nil }
    let designations = content.entries.compactMap(designation)
    guard designations.count == content.entries.count else { return nil }
    return Snapshot(
      summary: SnapshotSummary(
        list: content.list, publisher: content.publisher, format: content.format,
        regimes: content.regimes, regimesWithoutVessels: content.regimesWithoutVessels,
        hasDates: content.hasDates, published: UTCTime(milliseconds: content.published),
        publishedBasis: basis, digest: content.digest, entries: content.entries.count,
        vessels: content.vessels, rejections: content.rejections),
      designations: designations, rejections: [])
  }

  private static func designation(_ entry: Entry) -> Designation? {
    guard let kind = Designation.Kind(rawValue: entry.kind) else { return nil }
    var designation = entry.details.designation(
      entry: entry.entry, kind: kind, regime: entry.regime, authority: entry.authority)
    designation?.listedFrom = entry.listedFrom.map(UTCTime.init(milliseconds:))
    designation?.delistedAt = entry.delistedAt.map(UTCTime.init(milliseconds:))
    return designation
  }
}
