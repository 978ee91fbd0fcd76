public import Maritime

/// What a snapshot is, without its entries.
public struct SnapshotSummary: Hashable, Sendable {
  /// How the published date is known.
  public enum PublishedBasis: String, Hashable, Sendable, CaseIterable {
    /// The file says it.
    case content
    /// The user said it.
    case given
    /// The file's name says it.
    case fileName = "file_name"
    /// The file was last changed then; nothing else is known.
    case fileTime = "file_time"
  }

  /// The list's id, such as `ofac-sdn`.
  public let list: String
  /// Who publishes it.
  public let publisher: String
  /// The id of the format it was read from.
  public let format: String
  /// The regimes whose entries it holds all of, sorted: only for these does absence say something.
  public let regimes: [String]
  /// The regimes of `regimes` of which it names no vessels, because the publisher lists them apart.
  public let regimesWithoutVessels: [String]
  /// Whether entries of this format say since when they are listed.
  public let hasDates: Bool
  /// When it was published.
  public let published: UTCTime
  /// How that is known.
  public let publishedBasis: PublishedBasis
  /// The SHA-256 digest of the file, or of the digests of all its files.
  public let digest: String
  /// The number of entries.
  public let entries: Int
  /// The number of entries that are vessels.
  public let vessels: Int
  /// The number of rows that did not become entries.
  public let rejections: Int

  /// Creates a summary.
  public init(
    list: String, publisher: String, format: String, regimes: [String],
    regimesWithoutVessels: [String], hasDates: Bool, published: UTCTime,
    publishedBasis: PublishedBasis, digest: String, entries: Int, vessels: Int, rejections: Int
  ) {
    self.list = list
    self.publisher = publisher
    self.format = format
    self.regimes = regimes
    self.regimesWithoutVessels = regimesWithoutVessels
    self.hasDates = hasDates
    self.published = published
    self.publishedBasis = publishedBasis
    self.digest = digest
    self.entries = entries
    self.vessels = vessels
    self.rejections = rejections
  }
}
