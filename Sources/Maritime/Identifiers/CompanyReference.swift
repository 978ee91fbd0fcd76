/// How a fact or a rule names a company: an owner, an operator, a manager.
///
/// At least one part is present. A number identifies the company; a name is shared by many.
public struct CompanyReference: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The seven digits that IMO gives companies and registered owners.
  ///
  /// They come from another series than those of hulls, so they are text of their own.
  public let number: String?
  /// The twenty signs of the Legal Entity Identifier (ISO 17442).
  public let lei: String?
  /// The country and the number in its register of companies: `RU 1027700092661`.
  public let registration: String?
  /// The name, as the source writes it.
  public let name: String?

  /// Creates a reference.
  ///
  /// Returns `nil` when all parts are missing, and when a number is not of its form.
  public init?(
    number: String?, lei: String? = nil, registration: String? = nil, name: String?
  ) {
    let given = [number, lei, registration].compactMap(\.self)
    guard !given.isEmpty || name?.isEmpty == false else { return nil }
    self.number = number.flatMap { Self.digits(of: $0) }
    self.lei = lei.flatMap { Self.lei(of: $0) }
    self.registration = registration.flatMap { Self.registration(of: $0) }
    self.name = name?.isEmpty == true ? nil : name
    guard [self.number, self.lei, self.registration].compactMap(\.self).count == given.count
    else { return nil }
  }

  /// The parts that the companies of a vessel play, in snake case.
  ///
  /// `doc_company` holds the Document of Compliance of the ISM Code. Source: the company fields of
  /// S&P's ship register.
  public static let partsInVessels = [
    "beneficial_owner", "charterer", "doc_company", "operator", "parent", "registered_owner",
    "ship_manager", "technical_manager",
  ]

  /// The seven digits of a number that may bear `IMO` in front; `nil` for any other text.
  public static func digits(of text: some StringProtocol) -> String? {
    var digits = Array(text.utf8)
    if digits.starts(with: "IMO".utf8) { digits.removeFirst(3) }
    if digits.first == UInt8(ascii: " ") { digits.removeFirst() }
    guard digits.count == 7, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The twenty signs of an LEI with right check digits; `nil` for any other text.
  ///
  /// Source: ISO 17442, whose check is ISO 7064 MOD 97-10.
  public static func lei(of text: some StringProtocol) -> String? {
    let signs = text.uppercased().filter { $0 != " " }
    guard signs.utf8.count == 20 else { return nil }
    var rest = 0
    for sign in signs.utf8 {
      switch sign {
      case 48...57: rest = (rest * 10 + Int(sign) - 48) % 97
      case 65...90: rest = (rest * 100 + Int(sign) - 55) % 97
      default: return nil
      }
    }
    return rest == 1 ? signs : nil
  }

  /// A country and a number without spaces and punctuation; `nil` for text of another form.
  ///
  /// A number is one of its country's register only, so both are needed.
  public static func registration(of text: some StringProtocol) -> String? {
    guard let country = CountryCode(text.prefix(2)), text.dropFirst(2).first == " " else {
      return nil
    }
    let number = text.dropFirst(3).uppercased()
      .filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard (4...30).contains(number.utf8.count), number.contains(where: \.isNumber) else {
      return nil
    }
    return "\(country.code) \(number)"
  }

  /// Whether a number identifies the company.
  public var hasNumber: Bool { number != nil || lei != nil || registration != nil }

  /// The name and the numbers: `Example Shipping (IMO company 5123456)`.
  public var description: String {
    let numbers = [
      number.map { "IMO company \($0)" }, lei.map { "LEI \($0)" },
      registration.map { "registration \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
    guard let name else { return numbers }
    return numbers.isEmpty ? name : "\(name) (\(numbers))"
  }

  /// Whether both name the same company; `nil` when no number tells and the names differ.
  ///
  /// Equal names without numbers count as one company, because facts of one register repeat them.
  public func isSame(as other: CompanyReference) -> Bool? {
    if let number, let second = other.number { return number == second }
    if let lei, let second = other.lei { return lei == second }
    if let registration, registration == other.registration { return true }
    return name != nil && name == other.name ? true : nil
  }

  /// Orders by number, then name; missing parts come first.
  public static func < (a: CompanyReference, b: CompanyReference) -> Bool {
    let (x, y) = ((a.number ?? "", a.name ?? ""), (b.number ?? "", b.name ?? ""))
    if x != y { return x < y }
    return (a.lei ?? "", a.registration ?? "") < (b.lei ?? "", b.registration ?? "")
  }
}
