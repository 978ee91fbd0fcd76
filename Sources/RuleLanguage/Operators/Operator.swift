import StrictYAML

/// A key under `match:` that asks something of a vessel's facts.
public struct Operator: Sendable {
  /// The key, in snake case.
  public let name: String
  /// One sentence for the reference page.
  public let summary: String
  /// What stands behind it.
  public let value: ValueKind
  /// The key that must stand beside it, as `of` beside `at_least`; `nil` for most.
  public let beside: KeyTable.Key?
  /// Whether its facts get names that its neighbours may use; those are read first.
  let givesNames: Bool
  /// Turns the value of the key into a condition; reports what is wrong with it.
  let read: @Sendable (YAMLNode, Scope, inout RuleReader) -> (any Condition)?

  /// Every operator, sorted by `name`.
  public static let all: [Operator] = [
    .absent, .allOf, .alternate, .anyOf, .atLeastOf, .baseline, .count, .fact, .noneOf, .path,
    .sequence, .state, .sum,
  ]

  init(
    name: String, summary: String, value: ValueKind, beside: KeyTable.Key? = nil,
    givesNames: Bool,
    read: @escaping @Sendable (YAMLNode, Scope, inout RuleReader) -> (any Condition)?
  ) {
    self.name = name
    self.summary = summary
    self.value = value
    self.beside = beside
    self.givesNames = givesNames
    self.read = read
  }
}
