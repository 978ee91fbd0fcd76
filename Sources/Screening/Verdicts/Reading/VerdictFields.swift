import Maritime
import RuleLanguage

/// An object of a verdict's JSON, read key by key; a mistake names its place.
struct VerdictFields {
  let value: JSONValue
  let place: String

  init(_ value: JSONValue, at place: String) throws(VerdictError) {
    guard case .object = value else {
      throw VerdictError(place: place, message: "it is not an object")
    }
    self.value = value
    self.place = place
  }

  /// The value of a key that must be there.
  func required(_ key: String) throws(VerdictError) -> JSONValue {
    guard let value = value[key] else { throw error(key, "the key is missing") }
    return value
  }

  /// The value of a key that must be there; `nil` for `null`.
  func optional(_ key: String) throws(VerdictError) -> JSONValue? {
    let value = try required(key)
    return value == .null ? nil : value
  }

  /// Whether there is such a key.
  func has(_ key: String) -> Bool { value[key] != nil }

  func text(_ key: String) throws(VerdictError) -> String {
    guard let text = try required(key).string else { throw error(key, "it is not text") }
    return text
  }

  func optionalText(_ key: String) throws(VerdictError) -> String? {
    try optional(key) == nil ? nil : text(key)
  }

  func integer(_ key: String) throws(VerdictError) -> Int {
    guard let number = try required(key).integer, number >= 0 else {
      throw error(key, "it is not a whole number from 0")
    }
    return number
  }

  func flag(_ key: String) throws(VerdictError) -> Bool {
    guard case .bool(let isTrue) = try required(key) else {
      throw error(key, "it is not true or false")
    }
    return isTrue
  }

  func points(_ key: String) throws(VerdictError) -> Points {
    guard let number = try required(key).number, abs(number) <= 1e9 else {
      throw error(key, "it is not a number of points")
    }
    return Points(tenths: Int((number * 10).rounded()))
  }

  func time(_ key: String) throws(VerdictError) -> UTCTime {
    guard let time = UTCTime(try text(key)) else { throw error(key, "it is not a time") }
    return time
  }

  func optionalTime(_ key: String) throws(VerdictError) -> UTCTime? {
    try optional(key) == nil ? nil : time(key)
  }

  /// One of the words of an enumeration.
  func word<Word: RawRepresentable<String>>(_ key: String) throws(VerdictError) -> Word {
    let text = try text(key)
    guard let word = Word(rawValue: text) else { throw error(key, "'\(text)' is unknown") }
    return word
  }

  func optionalWord<Word: RawRepresentable<String>>(_ key: String) throws(VerdictError) -> Word? {
    try optional(key) == nil ? nil : word(key)
  }

  func texts(_ key: String) throws(VerdictError) -> [String] {
    let elements = try elements(key)
    let texts = elements.compactMap(\.string)
    guard texts.count == elements.count else { throw error(key, "it does not hold text only") }
    return texts
  }

  func elements(_ key: String) throws(VerdictError) -> [JSONValue] {
    guard let elements = try required(key).elements else { throw error(key, "it is not a list") }
    return elements
  }

  func object(_ key: String) throws(VerdictError) -> VerdictFields {
    try VerdictFields(required(key), at: path(key))
  }

  /// The objects of a list, in order.
  func objects(_ key: String) throws(VerdictError) -> [VerdictFields] {
    var objects: [VerdictFields] = []
    for (index, element) in try elements(key).enumerated() {
      objects.append(try VerdictFields(element, at: "\(path(key))[\(index)]"))
    }
    return objects
  }

  /// Reads each object of a list.
  func list<Element>(
    _ key: String, _ read: (VerdictFields) throws(VerdictError) -> Element
  ) throws(VerdictError) -> [Element] {
    var list: [Element] = []
    for object in try objects(key) { list.append(try read(object)) }
    return list
  }

  func error(_ key: String, _ message: String) -> VerdictError {
    VerdictError(place: path(key), message: message)
  }

  private func path(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }
}
