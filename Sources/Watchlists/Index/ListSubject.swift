public import Maritime

/// A vessel or company for which entries of watchlists are looked for, with all that tells it from
/// others.
public struct ListSubject: Sendable {
  /// A radio number that a vessel used, and when.
  public struct Radio: Hashable, Sendable {
    /// The number.
    public let mmsi: MMSI
    /// The time from which to which it was used, as far as known.
    public let span: TimeSpan

    /// Creates a radio number.
    public init(mmsi: MMSI, span: TimeSpan) {
      self.mmsi = mmsi
      self.span = span
    }
  }

  /// The vessel's numbers; `nil` for a company.
  public let vessel: VesselReference?
  /// The numbers and the name of a company; `nil` for a vessel.
  public let company: CompanyReference?
  /// Every name it had.
  public var names: [String]
  /// The radio numbers that a vessel used before the one it has.
  public var earlierRadios: [Radio] = []
  /// The call signs of a vessel.
  public var callSigns: [String] = []
  /// The flag or country as a code, type, size and year of build.
  public var particulars = Particulars()

  /// Describes a vessel.
  public init(vessel: VesselReference, names: [String]) {
    self.vessel = vessel
    company = nil
    self.names = names
  }

  /// Describes a company or a person.
  public init(company: CompanyReference) {
    vessel = nil
    self.company = company
    names = company.name.map { [$0] } ?? []
  }

  /// What entries are looked for: an owner may be a person, and a list may not say what it names.
  var kinds: [Designation.Kind] { vessel == nil ? [.company, .person, .other] : [.vessel] }

  /// Why an entry that bears another vessel's number may still be meant if the name agrees: the two
  /// numbers differ in one digit, which the check digit does not always show.
  func slip(from designation: Designation) -> String? {
    guard let imo = vessel?.imo,
      let listed = designation.imoNumbers.first(where: { differInOneDigit($0, imo) })
    else { return nil }
    return "IMO number \(imo) for \(listed), one digit"
  }

  /// Whether an entry bears the number of another vessel or company.
  func isToldApart(from designation: Designation) -> Bool {
    if let company { return designation.isOther(than: company) }
    guard let imo = vessel?.imo else { return false }
    return !designation.imoNumbers.isEmpty && !designation.imoNumbers.contains(imo)
  }
}
