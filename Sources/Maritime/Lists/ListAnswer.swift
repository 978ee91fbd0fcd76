/// Asks whether a vessel or a company was on a watchlist at a time.
public struct ListQuery: Hashable, Sendable {
  /// Who is asked about.
  public enum Subject: Hashable, Sendable {
    /// A vessel, by its numbers.
    case vessel(VesselReference)
    /// A company, by its number or name.
    case company(CompanyReference)
  }

  /// Who is asked about.
  public let subject: Subject
  /// The list's id, its regime (`us`, `eu`, …) or `any-designated`.
  public let list: String
  /// The instant asked about.
  public let time: UTCTime
  /// The entries of which somebody decided that they are not the subject.
  public var except: Set<ListEntryKey> = []

  /// Creates a query.
  public init(_ subject: Subject, list: String, time: UTCTime) {
    self.subject = subject
    self.list = list
    self.time = time
  }

  /// Creates a query about a vessel.
  public init(vessel: VesselReference, list: String, time: UTCTime) {
    self.init(.vessel(vessel), list: list, time: time)
  }

  /// Creates a query about a company.
  public init(company: CompanyReference, list: String, time: UTCTime) {
    self.init(.company(company), list: list, time: time)
  }

  /// The vessel; `nil` when a company is asked about.
  public var vessel: VesselReference? {
    if case .vessel(let vessel) = subject { vessel } else { nil }
  }
}

/// Whether a subject was on a watchlist; not found is an answer only when the list could tell.
public enum ListAnswer: Hashable, Sendable {
  /// The subject was listed, by these entries.
  case listed([ListEntryReference])
  /// The lists are known for that time and do not name the subject.
  case notListed
  /// The lists cannot tell, for the reason given.
  case unknown(reason: String, entries: [ListEntryReference])

  /// Why a name alone is no answer about a company.
  public static let sharedCompanyName =
    "a listed company has the same name and no number tells them apart"
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
  /// Whether the entry blocks all property of its subject.
  public let freezesAssets: Bool

  /// Creates a reference.
  public init(
    list: String, entry: String, name: String, authority: String, listedFrom: UTCTime?,
    published: UTCTime, digest: String, basis: String, freezesAssets: Bool = false
  ) {
    self.list = list
    self.entry = entry
    self.name = name
    self.authority = authority
    self.listedFrom = listedFrom
    self.published = published
    self.digest = digest
    self.basis = basis
    self.freezesAssets = freezesAssets
  }
}
