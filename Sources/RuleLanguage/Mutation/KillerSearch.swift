import StrictYAML

/// Looks for a case that tells a changed rule from the rule, near the cases that are there.
struct KillerSearch {
  private let compiler: RuleCompiler
  private let rule: CompiledRule

  /// How many cases are tried for one change; the first hundreds find most (our own default).
  private static let budget = 600

  init(compiler: RuleCompiler, rule: CompiledRule) {
    self.compiler = compiler
    self.rule = rule
  }

  /// The first case that differs: one that is there, or one that differs from it in one value.
  func killer(of mutant: CompiledRule, _ mutation: RuleMutation) -> RuleMutationResult.Killer? {
    for test in rule.tests {
      let own = CaseObservation(rule, test.input)
      let other = CaseObservation(mutant, test.input)
      guard own.differs(from: other) else { continue }
      return RuleMutationResult.Killer(
        file: test.file, line: test.span.start.line, caseName: test.name,
        isExpectationOnly: true, text: "expect: " + own.expectation(unlike: other))
    }
    return killer(of: mutant, CaseVariants(rule, mutation, compiler.vocabulary))
  }

  private func killer(
    of mutant: CompiledRule, _ variants: CaseVariants
  ) -> RuleMutationResult.Killer? {
    var left = Self.budget
    for round in CaseVariants.Round.allCases {
      for test in rule.tests {
        for changes in variants.changes(of: test, round) {
          left -= 1
          guard left > 0 else { return nil }
          guard let input = input(of: test, changes) else { continue }
          let own = CaseObservation(rule, input)
          let other = CaseObservation(mutant, input)
          guard own.differs(from: other) else { continue }
          return RuleMutationResult.Killer(
            file: test.file, line: test.span.start.line, caseName: test.source.caseName,
            isExpectationOnly: false,
            text: line(of: test.source.changes + changes, own.expectation(unlike: other)))
        }
      }
    }
    return nil
  }

  private func input(of test: RuleTest, _ changes: [RuleTestChange]) -> EvaluationInput? {
    var document = test.source.document
    for change in changes {
      guard let changed = document.replacing(path: change.path, by: change.value) else {
        return nil
      }
      document = changed
    }
    let source = RuleTestSource(document: document, caseName: "", changes: [])
    return compiler.test(source, of: rule)?.input
  }

  /// A line for `vary`; of two changes of one value the later holds.
  private func line(of changes: [RuleTestChange], _ expectation: String) -> String {
    let last = changes.indices.filter { index in
      !changes[(index + 1)...].contains { $0.path == changes[index].path }
    }.map { changes[$0] }
    let set = last.compactMap { change in
      change.value.map { "\(change.path): \($0.flowText)" }
    }
    let unset = last.filter { $0.value == nil }.map(\.path)
    var parts: [String] = []
    if !set.isEmpty { parts.append("set: {\(set.joined(separator: ", "))}") }
    if unset.count == 1 { parts.append("unset: \(unset[0])") }
    if unset.count > 1 { parts.append("unset: [\(unset.joined(separator: ", "))]") }
    return "- {\((parts + ["expect: \(expectation)"]).joined(separator: ", "))}"
  }
}

extension YAMLNode {
  /// The node on one line, in braces and brackets.
  fileprivate var flowText: String {
    switch content {
    case .scalar(let text, _): quoted(text)
    case .sequence(let items): "[" + items.map(\.flowText).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", ") + "}"
    }
  }
}
