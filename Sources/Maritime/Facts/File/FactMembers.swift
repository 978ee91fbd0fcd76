/// The keys of one line of a facts file, each read once as the type that the field declares.
///
/// A key whose value is `null` counts as absent.
struct FactMembers {
  private var unread: [JSONMember]

  init(_ members: [JSONMember]) { unread = members }

  init(_ line: ArraySlice<UInt8>) throws(RowProblem) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(reading: line)
    } catch {
      throw RowProblem("bad-json", error.message)
    }
    guard let members = value.members else {
      throw RowProblem("bad-json", "a line must be a JSON object")
    }
    unread = members
  }

  /// The first key that nobody asked for.
  var firstUnread: String? { unread.first?.key }

  /// Takes keys that are allowed and not used.
  mutating func skip(_ keys: String...) throws(RowProblem) {
    for key in keys { _ = take(key) }
  }

  mutating func text(_ key: String) throws(RowProblem) -> String? {
    guard let value = take(key) else { return nil }
    guard let text = value.string else { throw wrong(key, value, "text") }
    return text
  }

  mutating func bool(_ key: String) throws(RowProblem) -> Bool? {
    guard let value = take(key) else { return nil }
    guard case .bool(let isTrue) = value else { throw wrong(key, value, "true or false") }
    return isTrue
  }

  mutating func time(_ key: String) throws(RowProblem) -> UTCTime? {
    guard let value = take(key) else { return nil }
    guard let time = value.string.flatMap({ UTCTime($0) }) else {
      throw wrong(key, value, "a time such as \"2026-01-04T02:00:00Z\"")
    }
    return time
  }

  mutating func country(_ key: String) throws(RowProblem) -> CountryCode? {
    guard let value = take(key) else { return nil }
    guard let country = value.string.flatMap({ CountryCode($0) }) else {
      throw wrong(key, value, "a country code of two letters")
    }
    return country
  }

  mutating func word(_ key: String, of words: [String]) throws(RowProblem) -> String? {
    guard let value = take(key) else { return nil }
    guard let word = value.string, words.contains(word) else {
      throw wrong(key, value, "one of \(words.joined(separator: ", "))")
    }
    return word
  }

  mutating func quantity(_ name: String, _ dimension: Dimension) throws(RowProblem) -> Quantity? {
    let unit = dimension.fileUnit
    guard let value = take(name + unit.suffix) else { return nil }
    guard let number = value.number,
      let quantity = Quantity(dimension, number, unit: MeasureUnit(unit.suffix, unit.steps))
    else { throw wrong(name + unit.suffix, value, "a number") }
    return quantity
  }

  mutating func money(_ key: String) throws(RowProblem) -> Money? {
    guard let value = take(key) else { return nil }
    guard let money = value.string.flatMap({ Money($0) }) else {
      throw wrong(key, value, "an amount such as \"60.00 USD\"")
    }
    return money
  }

  mutating func position(prefix: String) throws(RowProblem) -> Coordinate? {
    let (latitude, longitude) = (take(prefix + "lat"), take(prefix + "lon"))
    if latitude == nil, longitude == nil { return nil }
    guard let north = latitude?.number, let east = longitude?.number,
      let point = Coordinate(latitude: north, longitude: east)
    else {
      let texts = "\(latitude?.text ?? "nothing"), \(longitude?.text ?? "nothing")"
      throw RowProblem("bad-value", "'\(prefix)lat' and '\(prefix)lon': \(texts) is no position")
    }
    return point
  }

  mutating func vessel(prefix: String) throws(RowProblem) -> VesselReference? {
    let mmsi = try number(prefix + "mmsi", "an MMSI") { MMSI($0) }
    let imo = try number(prefix + "imo", "an IMO number with a right check digit") { IMONumber($0) }
    return VesselReference(mmsi: mmsi, imo: imo)
  }

  mutating func company(prefix: String) throws(RowProblem) -> CompanyReference? {
    let imo = try number(prefix + "imo", "an IMO company number of seven digits") {
      CompanyReference.digits(of: $0)
    }
    let lei = try number(prefix + "lei", "an LEI with right check digits") {
      CompanyReference.lei(of: $0)
    }
    let form = "a country and a number of its register, such as \"RU 1027700092661\""
    let registration = try number(prefix + "registration", form) {
      CompanyReference.registration(of: $0)
    }
    return CompanyReference(
      number: imo, lei: lei, registration: registration, name: try text(prefix + "name"))
  }

  mutating func port(_ name: String) throws(RowProblem) -> PortReference? {
    let portName = try text(name + "_name")
    return try text(name).map { PortReference(code: $0, name: portName) }
  }

  /// A number of a vessel, as a JSON number or as a string.
  private mutating func number<Number>(
    _ key: String, _ form: String, _ read: (String) -> Number?
  ) throws(RowProblem) -> Number? {
    guard let value = take(key) else { return nil }
    guard let number = (value.string ?? value.integer.map(String.init)).flatMap(read) else {
      throw wrong(key, value, form)
    }
    return number
  }

  private func wrong(_ key: String, _ value: JSONValue, _ form: String) -> RowProblem {
    RowProblem("bad-value", "'\(key)' is \(value.text.prefix(60)), not \(form)")
  }

  private mutating func take(_ key: String) -> JSONValue? {
    guard let index = unread.firstIndex(where: { $0.key == key }) else { return nil }
    let value = unread.remove(at: index).value
    return value == .null ? nil : value
  }
}

extension FactMembers {
  /// The lines behind the fact; of a fact that names none, its own line in the facts file.
  mutating func evidence(orOwn own: Evidence?) throws(RowProblem) -> [Evidence] {
    let own = [own].compactMap(\.self)
    guard let value = take("evidence") else { return own }
    var evidence: [Evidence] = []
    for item in value.elements ?? [.null] {
      guard let file = item["file"]?.string, let line = item["line"]?.integer, line > 0 else {
        throw wrong("evidence", item, "an array of {file, line, time}")
      }
      let time = item["time"]?.string.flatMap { UTCTime($0) }
      if time == nil, let text = item["time"], text != .null {
        throw wrong("time", text, "a time such as \"2026-01-04T02:00:00Z\"")
      }
      evidence.append(Evidence(file: file, line: line, time: time))
    }
    return evidence.isEmpty ? own : evidence
  }

  /// The detector; one that other systems describe in a shape of their own is taken as not said.
  mutating func detector() -> DetectorDescription? {
    guard let value = take("detector"), let name = value["name"]?.string,
      let version = value["version"]?.integer
    else { return nil }
    let parameters = (value["parameters"]?.members ?? []).compactMap(parameter)
    return DetectorDescription(name: name, version: version, parameters: parameters)
  }

  /// The ending of a parameter's key tells its dimension; lengths and sizes share one ending.
  private func parameter(_ member: JSONMember) -> DetectorDescription.Parameter? {
    guard let number = member.value.number else { return nil }
    let withUnit = Dimension.allCases.first {
      !$0.fileUnit.suffix.isEmpty && member.key.hasSuffix($0.fileUnit.suffix)
    }
    let dimension = withUnit ?? (number == number.rounded() ? .count : .ratio)
    let unit = dimension.fileUnit
    return Quantity(dimension, number, unit: MeasureUnit(unit.suffix, unit.steps)).map {
      DetectorDescription.Parameter(String(member.key.dropLast(unit.suffix.utf8.count)), $0)
    }
  }
}
