import Maritime
import StrictYAML

extension Operator {
  static let sequence = Operator(
    name: "sequence", summary: "Facts that follow one another, one for each step.",
    value: .mapping(.sequence), givesNames: true
  ) { node, scope, reader in
    guard reader.checkKeys(of: node, .sequence), let steps = reader.steps(node, scope)
    else { return nil }
    let within = node["within"].flatMap { reader.duration($0, key: "within") }
    let pick = reader.choice(node["pick"], SequenceCondition.Pick.self, key: "pick") ?? .first
    return SequenceCondition(steps: steps, within: within, pick: pick)
  }
}

/// One step of a sequence.
struct SequenceStep: Sendable {
  let pattern: FactPattern
  /// How long after the end of the step before it may start, in milliseconds.
  var after: [ClosedRange<Int64>] = []
  /// The earlier step in whose interval it lies.
  var during: Int?
  /// The fields that are as in the step before.
  var same: [String] = []
}

extension RuleReader {
  /// Between two and six steps: one is a fact, and seven nobody can check by hand.
  fileprivate mutating func steps(_ node: YAMLNode, _ scope: Scope) -> [SequenceStep]? {
    guard let list = node["steps"], let items = list.items else {
      report(.wrongShape, "`steps` is a list", at: (node["steps"] ?? node).span)
      return nil
    }
    guard (2...6).contains(items.count) else {
      report(
        .wrongStepCount, "a sequence has 2 to 6 steps, not \(items.count)", at: list.span,
        help: items.count == 1 ? "write a single fact as `fact:`" : nil)
      return nil
    }
    var inner = scope
    var steps: [SequenceStep] = []
    var isComplete = true
    for (index, item) in items.enumerated() {
      guard let step = step(item, after: steps, isLast: index == items.count - 1, &inner) else {
        isComplete = false
        continue
      }
      steps.append(step)
    }
    guard isComplete else { return nil }
    for index in steps.indices.dropLast() {
      if let range = items[index]["before"].flatMap({ durationRange($0, key: "before") }) {
        steps[index + 1].after.append(range)
      }
    }
    return steps
  }

  private mutating func step(
    _ node: YAMLNode, after earlier: [SequenceStep], isLast: Bool, _ scope: inout Scope
  ) -> SequenceStep? {
    guard checkKeys(of: node, .step),
      let pattern = factPattern(node, scope, operatorName: "a step")
    else { return nil }
    var step = SequenceStep(pattern: pattern)
    if let key = ["after", "during", "same"].first(where: { node[$0] != nil }), earlier.isEmpty {
      report(
        .misplacedStepKey, "the first step has no step before it for `\(key)`",
        at: keySpan(key, in: node))
    } else {
      step.after = node["after"].flatMap { durationRange($0, key: "after") }.map { [$0] } ?? []
      step.during = node["during"].flatMap { self.during($0, earlier) }
      step.same = node["same"].map { sameFields($0, pattern.kind, earlier.last) } ?? []
    }
    if isLast, node["before"] != nil {
      report(
        .misplacedStepKey, "the last step has no step after it for `before`",
        at: keySpan("before", in: node))
    }
    define(pattern.name, pattern.scopeName, in: &scope)
    return step
  }

  private mutating func during(_ node: YAMLNode, _ earlier: [SequenceStep]) -> Int? {
    guard let name = text(node, key: "during") else { return nil }
    if let index = earlier.firstIndex(where: { $0.pattern.name == name }) { return index }
    report(
      .unknownName, "unknown name `\(name)`", at: node.span, label: "no earlier step",
      help: nameHelp(name, in: earlier.map(\.pattern.name)))
    return nil
  }

  private mutating func sameFields(
    _ node: YAMLNode, _ kind: FactKind, _ before: SequenceStep?
  ) -> [String] {
    guard let items = node.items else {
      report(.wrongShape, "`same` is a list of fields", at: node.span)
      return []
    }
    return items.compactMap { item in
      guard let name = field(item, of: kind), let before else { return nil }
      return field(item, of: before.pattern.kind) == nil ? nil : name
    }
  }
}
