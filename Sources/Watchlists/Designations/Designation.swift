public import Maritime

/// One entry of a watchlist: whom it names, what it forbids, since when and by whose authority.
public struct Designation: Hashable, Sendable {
  /// What an entry is about.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A hull.
    case vessel
    /// A company, agency or other organisation.
    case company
    /// A human being.
    case person
    /// Anything else, such as an aircraft or a port.
    case other
  }

  /// What an entry demands.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    /// Property is blocked: no dealings.
    case assetFreeze = "asset_freeze"
    /// No access to ports and, in the EU, no services.
    case portBan = "port_ban"
    /// The flag state has to strike the vessel from its register.
    case deflag
    /// A restriction on capital markets, accounts or payments only.
    case financial
    /// Any other prohibition.
    case other
    /// Nothing: somebody keeps an eye on it. It never answers for a regime.
    case watch
  }

  /// The row an entry was read from.
  public struct Source: Hashable, Sendable {
    /// The file as the user gave it.
    public let file: String
    /// The line, from 1; for XML the line on which the entry ends.
    public let line: Int

    /// Creates a source.
    public init(file: String, line: Int) {
      self.file = file
      self.line = line
    }
  }

  /// The publisher's own number of the entry, or what stands in for it.
  public var entry: String
  /// What the entry is about.
  public var kind: Kind
  /// The names, the primary one first; never empty.
  public var names: [DesignationName]
  /// Numbers and call signs, in file order.
  public var identifiers: [DesignationIdentifier] = []
  /// What the entry demands.
  public var measures: [Measure]
  /// Whose law it is: `us`, `eu`, `un-1718`, `un` or `house`.
  public var regime: String
  /// The legal act, programme or authority, as a verdict cites it.
  public var authority: String
  /// The publisher's programme codes.
  public var programmes: [String] = []
  /// The first day of the measure; `nil` when the list does not say.
  public var listedFrom: UTCTime?
  /// The first day on which it no longer holds; `nil` while it does.
  public var delistedAt: UTCTime?
  /// What else the list says about the subject.
  public var particulars = Particulars()
  /// Others this entry is tied to.
  public var links: [DesignationLink] = []
  /// The reason or comment, as the publisher writes it.
  public var remarks: String?
  /// The row.
  public var source: Source

  /// Creates an entry with the parts that every entry has.
  public init(
    entry: String, kind: Kind, names: [DesignationName], measures: [Measure], regime: String,
    authority: String, source: Source
  ) {
    self.entry = entry
    self.kind = kind
    self.names = names
    self.measures = measures
    self.regime = regime
    self.authority = authority
    self.source = source
  }

  /// The name to show.
  public var name: String { names.first?.text ?? entry }

  /// The valid IMO ship numbers.
  public var imoNumbers: [IMONumber] {
    identifiers.compactMap { if case .imo(let number) = $0 { number } else { nil } }
  }

  /// The MMSI.
  public var mmsiNumbers: [MMSI] {
    identifiers.compactMap { if case .mmsi(let number) = $0 { number } else { nil } }
  }

  /// The IMO numbers of companies.
  public var companyNumbers: [String] {
    identifiers.compactMap { if case .imoCompany(let number) = $0 { number } else { nil } }
  }

  /// The identifiers of a company, any of which says that it is the one.
  var companyIdentifiers: [DesignationIdentifier] {
    identifiers.filter {
      switch $0 {
      case .imoCompany, .lei, .registration: true
      case .imo, .mmsi, .callSign, .unverified: false
      }
    }
  }

  /// Whether it forbids something, rather than only being watched.
  public var isProhibition: Bool { measures.contains { $0 != .watch } }
}
