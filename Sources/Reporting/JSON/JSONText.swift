import Maritime

/// Pieces of JSON text put together without a tree, so that facts go in as their own lines.
enum JSONText {
  static func string(_ text: String) -> String { JSONValue.string(text).text }

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
    "{" + members.map { string($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
  }
}
