import Maritime

/// The companies that a user asked for.
struct CompanySelection: Sendable {
  /// Each once, in order.
  let companies: [CompanyReference]

  /// Reads numbers and names: `5123456`, `IMO:5123456`, `LEI:…`, `REG:RU 1027700092661`; anything
  /// else is a name.
  ///
  /// - Throws: `WorkflowError.badInput` for a number that is not of its kind.
  init(_ texts: [String]) throws {
    var seen: Set<CompanyReference> = []
    companies = try texts.map(Self.company).filter { seen.insert($0).inserted }
  }

  private static func company(_ text: String) throws -> CompanyReference {
    if let digits = CompanyReference.digits(of: text) {
      return try reference(CompanyReference(number: digits, name: nil), text)
    }
    let kind = text.prefix { $0 != ":" }
    let number = text.dropFirst(kind.count + 1).drop { $0 == " " }
    switch (kind.uppercased(), text.contains(":")) {
    case ("IMO", true):
      return try reference(CompanyReference(number: String(number), name: nil), text)
    case ("LEI", true):
      return try reference(CompanyReference(number: nil, lei: String(number), name: nil), text)
    case ("REG", true):
      return try reference(
        CompanyReference(number: nil, registration: String(number), name: nil), text)
    default: return try reference(CompanyReference(number: nil, name: text), text)
    }
  }

  private static func reference(
    _ company: CompanyReference?, _ text: String
  ) throws -> CompanyReference {
    if let company { return company }
    throw WorkflowError.badInput(
      path: nil, message: "'\(text)' is no company",
      advice: "write a name, IMO: and seven digits, LEI: and twenty signs, or REG: with a country"
        + " and a number, such as REG:RU 1027700092661")
  }
}
