public import Maritime

/// A watchlist as read from its files, before it is settled when it was published.
public struct UnpublishedList: Hashable, Sendable {
  /// The list's id, such as `ofac-sdn`.
  public var list: String
  /// Who publishes it.
  public var publisher: String
  /// The id of the format.
  public var format: String
  /// The regimes whose entries it holds all of, sorted.
  public var regimes: [String]
  /// The regimes of `regimes` of which it names no vessels.
  public var regimesWithoutVessels: [String]
  /// Whether entries of this format say since when they are listed.
  public var hasDates: Bool
  /// The published date that the content gives.
  public var publishedInContent: UTCTime?
  /// The published date that a file's name gives.
  public var publishedInFileName: UTCTime?
  /// The SHA-256 digest of the file, or of the digests of all its files.
  public var digest: String
  /// The files, in the order in which the format joins them.
  public var files: [String]
  /// The entries, in file order.
  public var designations: [Designation]
  /// The rows that did not become entries.
  public var rejections: [Rejection]

  /// Creates a list of one format from its files.
  init(
    _ list: String, format: WatchlistFormat, files: [WatchlistFile],
    designations: [Designation], rejections: [Rejection]
  ) {
    self.list = list
    publisher = format.publisher
    self.format = format.id
    regimes = format.regimes
    regimesWithoutVessels = format.regimesWithoutVessels
    hasDates = format.hasDates
    publishedInFileName = files.compactMap { publishedDate(inFileName: $0.name) }.first
    digest = Self.digest(of: files)
    self.files = files.map(\.name)
    self.designations = designations
    self.rejections = rejections
  }

  /// The newest day on which an entry was listed: the list was published on that day or later.
  ///
  /// `nil` when no entry has a date.
  public var newestListing: UTCTime? { designations.compactMap(\.listedFrom).max() }

  /// Settles the published date: what the content says, else `given`, else what a file's name says.
  ///
  /// Returns `nil` when none of the three is known; then nobody can say when it held.
  public func snapshot(published given: UTCTime? = nil) -> Snapshot? {
    let known: [(UTCTime?, SnapshotSummary.PublishedBasis)] = [
      (publishedInContent, .content), (given, .given), (publishedInFileName, .fileName),
    ]
    return known.lazy.compactMap { date, basis in
      date.map { snapshot(published: $0, basis: basis) }
    }.first
  }

  /// Takes the day on which the file was last changed for the published date, when nothing else is
  /// known: whoever fetches a list and screens with it means the list of that day.
  public func snapshot(fileTime: UTCTime?) -> Snapshot? {
    fileTime.map { snapshot(published: $0, basis: .fileTime) }
  }

  private func snapshot(
    published: UTCTime, basis: SnapshotSummary.PublishedBasis
  ) -> Snapshot {
    let vessels = designations.count { $0.kind == .vessel }
    let summary = SnapshotSummary(
      list: list, publisher: publisher, format: format, regimes: regimes,
      // An annex of companies cannot show that a vessel is clean.
      regimesWithoutVessels: vessels == 0 ? regimes : regimesWithoutVessels, hasDates: hasDates,
      published: published, publishedBasis: basis, digest: digest, entries: designations.count,
      vessels: vessels, rejections: rejections.count)
    return Snapshot(summary: summary, designations: designations, rejections: rejections)
  }

  /// One file has the digest that `sha256sum` prints.
  private static func digest(of files: [WatchlistFile]) -> String {
    let digests = files.map { Digest(of: $0.bytes).description }
    return digests.count == 1 ? digests[0] : Digest(ofParts: digests).description
  }
}
