import Maritime
import RuleLanguage
import StrictYAML

/// Reads keys and values of a policy, and notes what is wrong with them.
struct PolicyScalars {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  /// The entries of a mapping whose keys are known.
  mutating func entries(
    of node: YAMLNode, named name: String, allowed: [String]
  ) -> [YAMLEntry] {
    guard let entries = node.entries else {
      report(.wrongShape, "`\(name)` must be a mapping", at: node.span)
      return []
    }
    for entry in entries where !allowed.contains(entry.key) {
      report(
        .unknownKey, "unknown key `\(entry.key)` of \(name)", at: entry.keySpan,
        help: nearestName(to: entry.key, in: allowed).map { "did you mean `\($0)`?" }
          ?? "known keys: \(allowed.joined(separator: ", "))")
    }
    return entries.filter { allowed.contains($0.key) }
  }

  /// Calls `body` with each known key and its value.
  mutating func forEach(
    of node: YAMLNode, named name: String, allowed: [String],
    _ body: (String, YAMLNode, inout PolicyScalars) -> Void
  ) {
    for entry in entries(of: node, named: name, allowed: allowed) {
      body(entry.key, entry.value, &self)
    }
  }

  /// The values of a mapping whose keys are the author's own.
  mutating func table<Value>(
    _ node: YAMLNode, named name: String, _ read: (inout PolicyScalars, YAMLNode) -> Value?
  ) -> [String: Value] {
    let allowed = node.entries?.map(\.key) ?? []
    var table: [String: Value] = [:]
    forEach(of: node, named: name, allowed: allowed) { key, value, scalars in
      table[key] = read(&scalars, value)
    }
    return table
  }

  mutating func expect(_ text: String, for key: String, in root: YAMLNode) {
    guard let value = root[key] else {
      return report(
        .missingKey, "the key `\(key)` is missing", at: root.span, help: "add `\(key): \(text)`")
    }
    guard value.text != text else { return }
    report(.wrongValue, "`\(key)` must be `\(text)`", at: value.span)
  }

  /// Points from 0 to 100.
  mutating func points(_ node: YAMLNode) -> Points? {
    integer(node, in: 0...100).map { Points($0) }
  }

  mutating func integer(_ node: YAMLNode, in range: ClosedRange<Int>) -> Int? {
    guard let text = node.text, let value = Int(text), range.contains(value) else {
      report(
        .wrongValue,
        "\(shown(node)) is not a whole number from \(range.lowerBound) to \(range.upperBound)",
        at: node.span)
      return nil
    }
    return value
  }

  /// The base steps of an amount such as `7d`, `6mo` or `25%`.
  mutating func amount(_ node: YAMLNode, _ dimension: Dimension) -> Int64? {
    let text = node.text ?? ""
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let symbol = text.dropFirst(digits.count).trimmingPrefix(" ")
    guard let amount = Double(digits),
      let unit = dimension.units.first(where: { $0.symbol == symbol }),
      let quantity = Quantity(dimension, amount, unit: unit)
    else {
      let units = dimension.units.map(\.symbol).filter { !$0.isEmpty }.joined(separator: ", ")
      report(
        .wrongValue, "\(shown(node)) is not a \(dimension.rawValue)", at: node.span,
        help: "write a number and one of: \(units)")
      return nil
    }
    return quantity.steps
  }

  /// A list of words; with `allowed`, each must be one of them.
  mutating func words(_ node: YAMLNode, among allowed: [String]? = nil) -> [String] {
    guard let items = node.items else {
      report(.wrongShape, "\(shown(node)) must be a list", at: node.span)
      return []
    }
    for item in items {
      guard let allowed, !allowed.contains(item.text ?? "") else { continue }
      report(
        .wrongValue, "unknown word \(shown(item))", at: item.span,
        help: nearestName(to: item.text ?? "", in: allowed).map { "did you mean `\($0)`?" })
    }
    return items.compactMap(\.text)
  }

  /// When a company belongs to designated persons; `nil` when a part is missing or wrong.
  mutating func criterion(_ node: YAMLNode) -> OwnershipCriterion? {
    let before = diagnostics.count
    _ = entries(of: node, named: "ownership", allowed: KeyTable.policyOwnership.names)
    for key in KeyTable.policyOwnership.names where node.entries != nil && node[key] == nil {
      report(.missingKey, "the key `\(key)` is missing", at: node.span)
    }
    guard diagnostics.count == before, let share = node["share"], let exactly = node["exactly"],
      let together = node["together"], let control = node["control"],
      let amount = self.share(share), let limit = self.exactly(exactly),
      let rule = OwnershipCriterion.Together(
        rawValue: word(together, among: OwnershipCriterion.Together.allCases.map(\.rawValue)) ?? ""),
      let counts = word(control, among: ["counts", "is-ignored"])
    else { return nil }
    return OwnershipCriterion(
      share: amount, exactly: limit, together: rule, control: counts == "counts")
  }

  /// A share above nothing and up to all.
  private mutating func share(_ node: YAMLNode) -> Int64? {
    guard let share = amount(node, .ratio) else { return nil }
    guard (1...1_000_000).contains(share) else {
      report(.wrongValue, "\(shown(node)) is no share of a company", at: node.span)
      return nil
    }
    return share
  }

  private mutating func exactly(_ node: YAMLNode) -> OwnershipCriterion.Exactly? {
    if let day = node.text.flatMap({ UTCTime($0) }) { return .isEnoughFrom(day) }
    switch word(node, among: ["enough", "too-little"]) {
    case "enough": return .isEnough
    case "too-little": return .isTooLittle
    default: return nil
    }
  }

  private mutating func word(_ node: YAMLNode, among allowed: [String]) -> String? {
    if let text = node.text, allowed.contains(text) { return text }
    report(
      .wrongValue, "unknown word \(shown(node))", at: node.span,
      help: "write one of: \(allowed.joined(separator: ", "))")
    return nil
  }

  mutating func reportUnorderedThresholds(_ node: YAMLNode) {
    report(
      .wrongValue, "the thresholds must rise from `monitor` over `review` to `escalate`",
      at: node.span)
  }

  private func shown(_ node: YAMLNode) -> String { node.text.map { "`\($0)`" } ?? "this" }

  /// The stable names and codes of what can be wrong with a policy file.
  private enum Problem: String {
    case unknownKey = "unknown-key"
    case missingKey = "missing-key"
    case wrongShape = "wrong-shape"
    case wrongValue = "wrong-value"

    var code: String {
      switch self {
      case .unknownKey: "P001"
      case .missingKey: "P002"
      case .wrongShape: "P003"
      case .wrongValue: "P004"
      }
    }
  }

  private mutating func report(
    _ problem: Problem, _ message: String, at span: SourceSpan, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: problem.code, id: problem.rawValue, message: message, file: file, span: span,
        help: help))
  }
}
