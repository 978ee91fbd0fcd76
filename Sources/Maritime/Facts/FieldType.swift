/// What a field of a fact holds.
public enum FieldType: Hashable, Sendable {
  /// An instant.
  case time
  /// An amount of one dimension.
  case quantity(Dimension)
  /// An amount of some currency.
  case money
  /// A point on the Earth.
  case position
  /// A vessel, by its numbers.
  case vessel
  /// A company, by its IMO company number, its name or both.
  case company
  /// A port, by its UN/LOCODE or name.
  case port
  /// A zone, by its id.
  case zone
  /// An ISO 3166-1 alpha-2 code.
  case country
  /// One of a fixed set of words, in snake case.
  case word([String])
  /// Free text, compared exactly.
  case text
  /// True or false.
  case bool
}

/// A value that a rule can compare; a value that is not known is `nil`, never a default.
public enum FactValue: Hashable, Sendable {
  /// An instant.
  case time(UTCTime)
  /// An amount.
  case quantity(Quantity)
  /// An amount of a currency.
  case money(Money)
  /// A point on the Earth.
  case position(Coordinate)
  /// A vessel.
  case vessel(VesselReference)
  /// A company.
  case company(CompanyReference)
  /// A port.
  case port(PortReference)
  /// A zone's id.
  case zone(String)
  /// A country.
  case country(CountryCode)
  /// A word of the field's set.
  case word(String)
  /// Free text.
  case text(String)
  /// True or false.
  case bool(Bool)
}

extension FactValue: CustomStringConvertible {
  /// The value as a sentence shows it.
  public var description: String {
    switch self {
    case .time(let time): time.description
    case .quantity(let quantity): quantity.description
    case .money(let money): money.description
    case .position(let point): point.description
    case .vessel(let vessel): vessel.description
    case .company(let company): company.description
    case .port(let port): port.description
    case .zone(let id): id
    case .country(let country): country.code
    case .word(let word): word
    case .text(let text): text
    case .bool(let isTrue): isTrue ? "true" : "false"
    }
  }
}

extension FactValue {
  /// Appends the same text as `description`, in most cases without making a string: every fact has
  /// an id that is made of its values.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .time(let time): time.write(to: &bytes)
    case .quantity(let quantity): quantity.write(to: &bytes)
    case .position(let point): point.write(to: &bytes)
    case .vessel(let vessel): vessel.write(to: &bytes)
    case .zone(let text), .word(let text), .text(let text): bytes.append(contentsOf: text.utf8)
    case .money, .company, .port, .country, .bool: bytes.append(contentsOf: description.utf8)
    }
  }
}

/// A port as a fact names it.
public struct PortReference: Hashable, Sendable, CustomStringConvertible {
  /// The UN/LOCODE without a space, or the identifier of the user's own port file.
  public let code: String
  /// The name, when the gazetteer knows one.
  public let name: String?

  /// Creates a reference.
  public init(code: String, name: String? = nil) {
    self.code = code
    self.name = name
  }

  /// The name and the code: `Nampo (KPNAM)`.
  public var description: String { name.map { "\($0) (\(code))" } ?? code }
}
