import StrictYAML

/// What each clause of a rule should say for the rule to fire.
///
/// A clause under `unless`, `none` or `absent`, or of a count with `at_most`, works against it.
struct ClausePolarity {
  private let document: YAMLNode
  private var against: Set<Int> = []
  /// Nodes and whether they work against the rule, those inside others after them.
  private var nodes: [(span: SourceSpan, isAgainst: Bool)] = []

  init(_ document: YAMLNode) {
    self.document = document
    for entry in document.entries ?? [] where ["match", "unless"].contains(entry.key) {
      visit(entry.value, isAgainst: entry.key == "unless")
    }
  }

  /// True for most clauses.
  func wanted(of clause: Clause) -> Truth {
    against.contains(clause.span.start.offset) ? .no : .yes
  }

  /// Whether what stands at a place works against the rule.
  func isAgainst(_ span: SourceSpan) -> Bool {
    nodes.last { $0.span.contains(span.start) }?.isAgainst ?? false
  }

  private mutating func visit(_ node: YAMLNode, isAgainst: Bool) {
    nodes.append((node.span, isAgainst))
    if node.text != nil, isAgainst { against.insert(node.span.start.offset) }
    for item in node.items ?? [] { visit(item, isAgainst: isAgainst) }
    let isBounded = node["at_most"] != nil
    for entry in node.entries ?? [] {
      let turns = ["none", "absent"].contains(entry.key) || (entry.key == "of" && isBounded)
      visit(entry.value, isAgainst: isAgainst != turns)
    }
  }
}

extension SourceSpan {
  /// Whether a place lies in it.
  func contains(_ place: SourcePosition) -> Bool { start <= place && place < end }
}
