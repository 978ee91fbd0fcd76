import Maritime
import StrictYAML

extension ExpressionChecker {
  /// A number or quantity whose unit decides its type; a time by its dashes.
  func number(_ text: String, _ range: Range<Int>) throws(ClauseError) -> Typed {
    if text.dropFirst(4).first == "-" {
      return Typed(
        expression: .literal(try time(text, range)), type: .field(.time), range: range)
    }
    switch try quantity(text, range, like: nil) {
    case .number(let millionths):
      return Typed(expression: .number(millionths), type: .number, range: range)
    case .quantity(let quantity):
      return Typed(
        expression: .literal(.quantity(quantity)), type: .field(.quantity(quantity.dimension)),
        range: range)
    }
  }

  /// The value that `syntax` spells in a place of type `type`; `nil` when it is not spelled out.
  func literal(
    _ syntax: ExpressionSyntax, of type: ValueType
  ) throws(ClauseError) -> Expression? {
    switch (syntax.form, type) {
    case (.number(let text), .field(let type)): try numeric(text, syntax.range, type)
    case (.number(let text), .number): try number(text, syntax.range).expression
    case (.text(let text), .field(let type)): try written(text, syntax.range, type)
    case (.word(let word), .field(let type)):
      try isValue(word, of: type, syntax) ? written(word, syntax.range, type) : nil
    default: nil
    }
  }

  /// A word is a value when it names no field, or when it is one of the words of the set.
  private func isValue(_ word: String, of type: FieldType, _ syntax: ExpressionSyntax) -> Bool {
    if case .word(let words) = type, words.contains(word) { return true }
    switch type {
    case .word, .country, .text, .bool, .port, .zone: return isLiteral(syntax)
    default: return false
    }
  }

  private func numeric(
    _ text: String, _ range: Range<Int>, _ type: FieldType
  ) throws(ClauseError) -> Expression? {
    switch type {
    case .quantity(let dimension):
      switch try quantity(text, range, like: dimension) {
      case .quantity(let quantity):
        guard quantity.dimension == dimension else { throw wrongUnit(text, range, dimension) }
        return .literal(.quantity(quantity))
      case .number(let millionths):
        guard let quantity = Quantity(dimension, millionths: millionths) else {
          throw wrongUnit(text, range, dimension)
        }
        return .literal(.quantity(quantity))
      }
    case .time: return .literal(try time(text, range))
    case .text, .port, .money: return try written(text, range, type)
    default: return nil
    }
  }

  func quantity(
    _ text: String, _ range: Range<Int>, like dimension: Dimension?
  ) throws(ClauseError) -> QuantityLiteral {
    switch QuantityLiteral.read(text) {
    case .success(let literal): return literal
    case .failure(.notANumber):
      throw ClauseError(
        problem: .clauseSyntax, message: "`\(text)` is not a number", range: range,
        help: dimension.map { "\($0.sentenceName) is written such as `\($0.example)`" })
    case .failure(.tooLarge):
      throw ClauseError(
        problem: .numberTooLarge, message: "`\(text)` is too large", range: range)
    case .failure(.unknownUnit(let unit)), .failure(.mixedUnits(let unit)):
      let candidates = dimension.map { $0.units.map(\.symbol).filter { !$0.isEmpty } }
      let help: (any HelpText)? =
        if let symbol = Self.symbol(ofUnit: unit) {
          "write `\(symbol)`"
        } else {
          nameHelp(unit, in: candidates ?? QuantityLiteral.symbols)
        }
      throw ClauseError(
        problem: .unknownUnit, message: "unknown unit `\(unit)` in `\(text)`", range: range,
        help: help)
    }
  }

  /// How a unit is written that an author spelled out or abbreviated otherwise.
  private static func symbol(ofUnit unit: String) -> String? {
    let others: [(symbol: String, names: Set<String>)] = [
      ("h", ["hour", "hours", "hr", "hrs", "H"]), ("d", ["day", "days", "D"]),
      ("min", ["minute", "minutes", "mins", "M"]), ("s", ["second", "seconds", "sec", "secs"]),
      ("w", ["week", "weeks", "wk"]), ("mo", ["month", "months"]), ("y", ["year", "years", "yr"]),
      ("nm", ["nmi", "NM", "mile", "miles", "M"]), ("km", ["kilometre", "kilometres"]),
      ("m", ["metre", "metres", "meter", "meters"]), ("kn", ["knot", "knots", "kt", "kts"]),
      ("t", ["tonne", "tonnes", "ton", "tons", "mt"]), ("bbl", ["barrel", "barrels"]),
      ("deg", ["degree", "degrees", "°"]), ("m3", ["cbm", "m³"]),
    ]
    return others.first { $0.names.contains(unit) }?.symbol
  }

  private func time(_ text: String, _ range: Range<Int>) throws(ClauseError) -> FactValue {
    guard let time = UTCTime(text) else {
      throw ClauseError(
        problem: .invalidTime, message: "`\(text)` is not a time", range: range,
        help: "write `2026-01-04` or `2026-01-04T02:00Z`")
    }
    return .time(time)
  }

  /// Says how the unit that the author meant is written.
  private func wrongUnit(
    _ text: String, _ range: Range<Int>, _ dimension: Dimension
  ) -> ClauseError {
    let symbol = String(text.drop { $0 >= "0" && $0 <= "9" || $0 == "." || $0 == "-" })
    let help: String
    switch (symbol, dimension) {
    case ("m", .duration): help = "`m` is metres; minutes are written `min`"
    case ("mo", .duration), ("y", .duration):
      help = "months differ in length; write days: `d`"
    case ("m", .length): help = "`m` is for draught and size; distance is written `nm` or `km`"
    case ("", _): help = "write a unit, such as `\(dimension.example)`"
    default: help = "\(dimension.sentenceName) is written such as `\(dimension.example)`"
    }
    return ClauseError(
      problem: .wrongUnit, message: "`\(text)` is not \(dimension.sentenceName)", range: range,
      help: help)
  }
}

extension ExpressionChecker {
  /// A word or quoted text in a place of type `type`.
  func written(
    _ text: String, _ range: Range<Int>, _ type: FieldType
  ) throws(ClauseError) -> Expression? {
    switch type {
    case .text: return .literal(.text(text))
    case .time: return .literal(try time(text, range))
    case .word(let words):
      guard words.contains(text) else { throw unknownWord(text, range, words) }
      return .literal(.word(text))
    case .bool:
      guard text == "true" || text == "false" else {
        throw unknownWord(text, range, ["true", "false"])
      }
      return .literal(.bool(text == "true"))
    case .country: return .literal(try country(text, range))
    case .port: return .literal(try port(text, range))
    case .money: return .literal(.money(try money(text, range)))
    case .zone:
      guard vocabulary.gazetteer.zone(text) != nil else { throw unknownZone(text, range) }
      return .literal(.zone(text))
    case .position: return .literal(try position(text, range))
    case .quantity, .vessel, .company: return nil
    }
  }

  private func country(_ text: String, _ range: Range<Int>) throws(ClauseError) -> FactValue {
    guard let country = CountryCode(text), country.code == text else {
      throw ClauseError(
        problem: .invalidCountry, message: "`\(text)` is not a country code", range: range,
        help: "write the two upper-case letters of ISO 3166-1, such as `KP`")
    }
    return .country(country)
  }

  private func money(_ text: String, _ range: Range<Int>) throws(ClauseError) -> Money {
    if let money = Money(text) { return money }
    let code = text.drop { !$0.isLetter }
    guard Currency(String(code)) == nil else {
      throw ClauseError(
        problem: .invalidQuantity, message: "`\(text)` has more digits than \(code) can",
        range: range)
    }
    throw ClauseError(
      problem: .unknownUnit,
      message: code.isEmpty ? "`\(text)` names no currency" : "unknown currency `\(code)`",
      range: range,
      help: nearestName(to: code.uppercased(), in: Currency.codes).map { "did you mean `\($0)`?" }
        ?? "write the amount and the currency: `60USD`")
  }

  private func port(_ text: String, _ range: Range<Int>) throws(ClauseError) -> FactValue {
    guard let port = vocabulary.gazetteer.port(text) else {
      throw ClauseError(
        problem: .unknownPort, message: "unknown port `\(text)`", range: range,
        help: NameHelp(
          text, in: vocabulary.gazetteer.ports.map(\.code),
          otherwise: "a port is named by a code, such as `KPNAM`; `--ports FILE` adds others"),
        isReportedElsewhere: vocabulary.library.isBroken("@ports/\(text)"))
    }
    return .port(port.reference)
  }

  func unknownZone(_ text: String, _ range: Range<Int>) -> ClauseError {
    ClauseError(
      problem: .unknownZone, message: "unknown zone `\(text)`", range: range,
      help: NameHelp(
        text, in: vocabulary.gazetteer.zones.map(\.id) + vocabulary.gazetteer.zoneGroups),
      isReportedElsewhere: vocabulary.library.isBroken("@zones/\(text)"))
  }

  private func position(_ text: String, _ range: Range<Int>) throws(ClauseError) -> FactValue {
    guard let point = Coordinate(latitudeCommaLongitude: text) else {
      throw ClauseError(
        problem: .wrongType, message: "\"\(text)\" is not a position", range: range,
        help: "write \"latitude,longitude\" in degrees, such as \"37.9,123.4\"")
    }
    return .position(point)
  }

  private func unknownWord(_ text: String, _ range: Range<Int>, _ words: [String]) -> ClauseError {
    ClauseError(
      problem: .unknownWord, message: "`\(text)` is not a value of this field", range: range,
      help: nameHelp(text, in: words))
  }
}

extension Quantity {
  /// A number in a place that has a unit only for ratios and counts; `nil` where it needs one.
  init?(_ dimension: Dimension, millionths: Int64) {
    switch dimension {
    case .ratio: self.init(.ratio, steps: millionths)
    case .count where millionths % 1_000_000 == 0:
      self.init(.count, steps: millionths / 1_000_000)
    // Nothing has a length, and nobody writes the unit of nothing.
    default:
      guard millionths == 0 else { return nil }
      self.init(dimension, steps: 0)
    }
  }
}

extension Coordinate {
  /// Reads `37.9,123.4`; `nil` when that is not a point on the Earth.
  init?(latitudeCommaLongitude text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1])
    else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }
}
