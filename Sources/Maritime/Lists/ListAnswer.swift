/// Asks whether a vessel was on a watchlist at a time.
public struct ListQuery: Hashable, Sendable {
  /// The vessel.
  public let vessel: VesselReference
  /// The list's id, its regime (`us`, `eu`, …) or `any-designated`.
  public let list: String
  /// The instant asked about.
  public let time: UTCTime

  /// Creates a query.
  public init(vessel: VesselReference, list: String, time: UTCTime) {
    self.vessel = vessel
    self.list = list
    self.time = time
  }
}

/// Whether a vessel was on a watchlist; not found is an answer only when the list could tell.
public enum ListAnswer: Hashable, Sendable {
  /// The vessel was listed, by these entries.
  case listed([ListEntryReference])
  /// The lists are known for that time and do not name the vessel.
  case notListed
  /// The lists cannot tell, for the reason given.
  case unknown(reason: String, entries: [ListEntryReference])
}

/// An entry of a watchlist, as a verdict cites it.
public struct ListEntryReference: Hashable, Sendable {
  /// The list's id, such as `ofac-sdn`.
  public let list: String
  /// The publisher's own number of the entry.
  public let entry: String
  /// The name in the list.
  public let name: String
  /// The legal act, programme or authority.
  public let authority: String
  /// The first day of the measure; `nil` when the list has no dates.
  public let listedFrom: UTCTime?
  /// When the list was published.
  public let published: UTCTime
  /// The SHA-256 digest of the list as imported.
  public let digest: String
  /// Which identifiers agree: `IMO number 9358010`.
  public let basis: String

  /// Creates a reference.
  public init(
    list: String, entry: String, name: String, authority: String, listedFrom: UTCTime?,
    published: UTCTime, digest: String, basis: String
  ) {
    self.list = list
    self.entry = entry
    self.name = name
    self.authority = authority
    self.listedFrom = listedFrom
    self.published = published
    self.digest = digest
    self.basis = basis
  }
}
