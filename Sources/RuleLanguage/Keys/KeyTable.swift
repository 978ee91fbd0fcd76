import Maritime
import StrictYAML

/// The keys of one mapping of the language: what the readers accept, in the order to write them.
///
/// The readers, the formatter, the JSON Schema, the reference page and the language server all use
/// these tables, so that none of them can say something else than the others.
public struct KeyTable: Sendable {
  /// One key of the mapping.
  public struct Key: Sendable {
    /// The key, in snake case.
    public let name: String
    /// What may stand behind it.
    public let kind: ValueKind
    /// Whether the mapping must have it.
    public let isRequired: Bool
    /// One sentence for people.
    public let summary: String
    /// A value to copy.
    public let example: String

    /// Declares a key that may be left out.
    public static func optional(
      _ name: String, _ kind: ValueKind, _ summary: String, example: String
    ) -> Key {
      Key(name: name, kind: kind, isRequired: false, summary: summary, example: example)
    }

    /// Declares a key that must be there.
    public static func required(
      _ name: String, _ kind: ValueKind, _ summary: String, example: String
    ) -> Key {
      Key(name: name, kind: kind, isRequired: true, summary: summary, example: example)
    }
  }

  /// The mapping in a sentence: `a step`.
  public let place: String
  /// One sentence for people.
  public let summary: String
  /// The keys, in the order in which they are best written.
  public let keys: [Key]
  /// The names of the keys, in order.
  public let names: [String]
  /// The names of the keys that must be there.
  public let required: [String]

  /// Creates a table.
  public init(_ place: String, _ summary: String, keys: [Key]) {
    self.place = place
    self.summary = summary
    self.keys = keys
    names = keys.map(\.name)
    required = keys.filter(\.isRequired).map(\.name)
  }

  /// The key called `name`; `nil` when the mapping has none.
  public subscript(name: String) -> Key? { keys.first { $0.name == name } }
}

extension RuleReader {
  /// Whether the node is a mapping with all the keys it needs; reports every key it cannot have.
  mutating func checkKeys(of node: YAMLNode, _ table: KeyTable, in place: String? = nil) -> Bool {
    checkKeys(of: node, table.names, required: table.required, in: place ?? table.place)
  }

  /// The whole number behind a key whose table gives its range.
  mutating func integer(_ key: String, of table: KeyTable, in node: YAMLNode) -> Int? {
    guard let value = node[key], case .integer(let range)? = table[key]?.kind else { return nil }
    return integer(value, range, key: key)
  }
}

extension KeyTable {
  /// The documents that have a table, the rule first.
  public static let documents: [KeyTable] = [
    .rule, .testFile, .policy, .define, .list, .zone, .ports, .table, .exceptions, .pack,
  ]

  /// The table of the documents whose `kind` is `name`; `nil` when there is none.
  public static func document(_ name: String) -> KeyTable? {
    documents.first { table in
      guard case .words(let words)? = table["kind"]?.kind else { return false }
      return words.contains(name)
    }
  }

  /// Every mapping of the language, in the order in which a reader meets them.
  public static let all: [KeyTable] = {
    var found: [KeyTable] = []
    for table in documents { collect(.mapping(table), &found) }
    for operation in Operator.all { collect(operation.value, &found) }
    for table in [KeyTable.clauseGroup, .atLeast, .vesselNumbers, .companyNumbers] {
      collect(.mapping(table), &found)
    }
    return found
  }()

  private static func collect(_ kind: ValueKind, _ found: inout [KeyTable]) {
    switch kind {
    case .mapping(let table):
      guard !found.contains(where: { $0.names == table.names }) else { return }
      found.append(table)
      for key in table.keys { collect(key.kind, &found) }
    case .list(let inner), .table(let inner): collect(inner, &found)
    case .either(let kinds): for kind in kinds { collect(kind, &found) }
    default: break
    }
  }
}
