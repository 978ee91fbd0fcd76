import InputFiles
public import Maritime

/// What a look through a facts file showed.
public struct FactValidation: Sendable {
  /// How many lines are facts, by kind.
  public let facts: [String: Int]
  /// The lines that are not, in file order.
  public let rejections: [Rejection]

  /// Whether every line is a fact.
  public var isValid: Bool { rejections.isEmpty }

  /// Every rejected line, then the facts of each kind and the total.
  public var text: String {
    let rejected = rejections.map { rejection in
      "\(rejection.file):\(rejection.line): \(rejection.reason)"
        + (rejection.detail.map { ": \($0)" } ?? "") + "\n"
    }
    let kinds = facts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let total = facts.values.reduce(0, +)
    return rejected.joined()
      + "\(total) facts (\(kinds.joined(separator: ", "))), \(rejections.count) lines rejected\n"
  }
}

/// Checks every line of a facts file.
public func validateFacts(_ path: String) throws -> FactValidation {
  let (facts, rejections) = FactFile.read(
    try InputFile.readAll(path: path), file: path, catalog: .standard)
  return FactValidation(
    facts: countsByKind(facts), rejections: rejections)
}
