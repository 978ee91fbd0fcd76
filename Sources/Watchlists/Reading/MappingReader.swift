import Maritime
import StrictYAML

/// Reads the mappings of a document that a user wrote, with a diagnostic for each mistake.
protocol MappingReader {
  /// The text of a key; a reader that wants the key says so when it is missing.
  mutating func text(_ key: String, in node: YAMLNode) -> String?

  /// Takes note of a mistake.
  mutating func report(_ id: String, _ message: String, at node: YAMLNode, help: String?)
}

extension MappingReader {
  /// The date of a key; one that is no date is a mistake.
  mutating func date(_ key: String, in node: YAMLNode) -> UTCTime? {
    guard let text = text(key, in: node) else { return nil }
    if let time = UTCTime(text) { return time }
    report(
      "date-form", "'\(text)' is no date: write 2024-05-03", at: node[key] ?? node, help: nil)
    return nil
  }

  /// Calls every key a mistake that is not `known`.
  mutating func checkKeys(of node: YAMLNode, against known: Set<String>) {
    for entry in node.entries ?? [] where !known.contains(entry.key) {
      report(
        "unknown-key", "'\(entry.key)' is no key here", at: entry.value,
        help: "known are \(known.sorted().joined(separator: ", "))")
    }
  }
}
