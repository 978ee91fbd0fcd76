import Maritime

/// The fields of one object of the API, in which numbers may be text and nothing an empty text.
struct GFWFields {
  private let value: JSONValue

  init(_ value: JSONValue) { self.value = value }

  /// An object in a field; an absent one has no fields.
  subscript(key: String) -> GFWFields { GFWFields(value[key] ?? .null) }

  func has(_ key: String) -> Bool { value[key]?.members != nil }

  func text(_ key: String) -> String? {
    guard let text = value[key]?.string, !text.isEmpty else { return nil }
    return text
  }

  func number(_ key: String) throws(ImportProblem) -> Double? {
    guard let member = value[key], member != .null, member != .string("") else { return nil }
    guard let number = member.number ?? member.string.flatMap(Double.init), number.isFinite,
      abs(number) < 1e12
    else { throw ImportProblem("bad-value", "`\(key)` is \(member.text.prefix(40)), not a number") }
    return number
  }

  func bool(_ key: String) throws(ImportProblem) -> Bool? {
    switch value[key] {
    case nil, .null?, .string("")?: return nil
    case .bool(let isTrue)?: return isTrue
    case .string("true")?: return true
    case .string("false")?: return false
    case let other?:
      throw ImportProblem("bad-value", "`\(key)` is \(other.text.prefix(40)), not true or false")
    }
  }

  func time(_ key: String) throws(ImportProblem) -> UTCTime? {
    guard let member = value[key], member != .null, member != .string("") else { return nil }
    guard let time = member.string.flatMap({ UTCTime($0) }) else {
      throw ImportProblem("bad-value", "`\(key)` is \(member.text.prefix(40)), not a time")
    }
    return time
  }

  func position(_ key: String) throws(ImportProblem) -> Coordinate? {
    let point = self[key]
    guard let latitude = try point.number("lat"), let longitude = try point.number("lon") else {
      return nil
    }
    guard let place = Coordinate(latitude: latitude, longitude: longitude) else {
      throw ImportProblem("bad-value", "`\(key)` is \(latitude), \(longitude): not on Earth")
    }
    return place
  }

  /// The vessel by its MMSI, which the API calls `ssvid`, and its IMO number, when there is one.
  var vessel: VesselReference? {
    let imo = text("imo").flatMap { IMONumber($0) }
    return VesselReference(mmsi: text("ssvid").flatMap { MMSI($0) }, imo: imo)
  }

  /// A country that the API writes with three letters.
  func country(_ key: String) -> CountryCode? {
    text(key).flatMap { CountryTable.shipped.country(named: $0) }
  }
}
