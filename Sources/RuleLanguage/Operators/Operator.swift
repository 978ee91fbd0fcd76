import StrictYAML

/// A key under `match:` that asks something of a vessel's facts.
public struct Operator: Sendable {
  /// The key, in snake case.
  public let name: String
  /// One sentence for the reference page.
  public let summary: String
  /// What stands behind it.
  public let value: ValueKind
  /// Whether its facts get names that its neighbours may use; those are read first.
  let givesNames: Bool
  /// Turns the value of the key into a condition; reports what is wrong with it.
  let read: @Sendable (YAMLNode, Scope, inout RuleReader) -> (any Condition)?

  /// Every operator, sorted by `name`.
  public static let all: [Operator] = [
    .absent, .allOf, .anyOf, .count, .fact, .noneOf, .sequence, .state,
  ]

  init(
    name: String, summary: String, value: ValueKind, givesNames: Bool,
    read: @escaping @Sendable (YAMLNode, Scope, inout RuleReader) -> (any Condition)?
  ) {
    self.name = name
    self.summary = summary
    self.value = value
    self.givesNames = givesNames
    self.read = read
  }

  /// An operator whose keys have no table yet.
  init(
    name: String, summary: String, keys: [String], givesNames: Bool,
    read: @escaping @Sendable (YAMLNode, Scope, inout RuleReader) -> (any Condition)?
  ) {
    let keys = keys.map { KeyTable.Key.optional($0, .text, "See the rule language.", example: "1") }
    self.init(
      name: name, summary: summary, value: .mapping(KeyTable(name, summary, keys: keys)),
      givesNames: givesNames, read: read)
  }
}
