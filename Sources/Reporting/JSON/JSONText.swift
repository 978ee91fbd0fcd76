import Maritime

/// Pieces of JSON text put together without a tree, so that facts go in as their own lines.
enum JSONText {
  /// Most text has nothing to escape; a verdict has hundreds of texts.
  static func string(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard isPlain else { return JSONValue.string(text).text }
    var quoted = "\""
    quoted.reserveCapacity(text.utf8.count + 2)
    quoted += text
    quoted += "\""
    return quoted
  }

  static func optional(_ text: String?) -> String { text.map(string) ?? "null" }

  static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

  static func strings(_ texts: [String]) -> String { array(texts.map(string)) }

  /// The same object with one more member at its end.
  static func object(with object: String, _ key: String, _ value: String) -> String {
    object.dropLast() + "," + string(key) + ":" + value + "}"
  }

  /// The same object with more members at its end.
  static func object(with object: String, _ members: [(key: String, value: String)]) -> String {
    members.reduce(object) { Self.object(with: $0, $1.key, $1.value) }
  }

  static func object(_ members: KeyValuePairs<String, String>) -> String {
    var text = "{"
    text.reserveCapacity(members.reduce(2) { $0 + $1.key.utf8.count + $1.value.utf8.count + 4 })
    for (key, value) in members {
      if text.utf8.count > 1 { text += "," }
      text += string(key)
      text += ":"
      text += value
    }
    text += "}"
    return text
  }
}
