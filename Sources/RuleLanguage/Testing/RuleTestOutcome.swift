import Maritime
public import StrictYAML

/// Whether a rule does what a case expects.
public struct RuleTestOutcome: Sendable {
  /// The name of the case.
  public let name: String
  /// The file of the case.
  public let file: String
  /// The expectation that failed, or the case.
  public let span: SourceSpan
  /// What differs, one sentence each; empty when the case passed.
  public let failures: [String]

  /// Whether the rule did everything that the case expects.
  public var hasPassed: Bool { failures.isEmpty }
}

/// Runs the cases of a rule, in file order.
public func runTests(of rule: CompiledRule) -> [RuleTestOutcome] {
  rule.tests.map { RuleTestRun(rule: rule, test: $0).outcome() }
}

extension CompiledRule {
  /// Whether the rule does what a case expects.
  func passes(_ test: RuleTest) -> Bool { RuleTestRun(rule: self, test: test).outcome().hasPassed }
}

private struct RuleTestRun {
  let rule: CompiledRule
  let test: RuleTest

  func outcome() -> RuleTestOutcome {
    let evaluation = rule.evaluate(test.input)
    let checks: [(key: String, failure: String?)] = [
      ("fires", answerFailure(evaluation)), ("points", pointsFailure(evaluation)),
      ("cites", citesFailure()), ("says", saysFailure(evaluation)),
      ("failing", failingFailure()), ("disposition", dispositionFailure(evaluation)),
    ]
    let failed = checks.first { $0.failure != nil }
    return RuleTestOutcome(
      name: test.name, file: test.file,
      span: failed.flatMap { test.expectation.spans[$0.key] } ?? test.span,
      failures: checks.compactMap(\.failure))
  }

  private func answerFailure(_ evaluation: RuleEvaluation) -> String? {
    guard let expected = test.expectation.answer, expected != evaluation.answer else { return nil }
    let reason = evaluation.undetermined.first.map { ", because \($0.missing) is not known" } ?? ""
    return "the rule \(evaluation.answer.sentence)\(reason); expected that it \(expected.sentence)"
  }

  private func pointsFailure(_ evaluation: RuleEvaluation) -> String? {
    let points = rule.header.score.points(of: evaluation.matches, at: test.input.now)
    guard let expected = test.expectation.points, expected != points else { return nil }
    return "the rule gives \(points) points; expected \(expected)"
  }

  private func citesFailure() -> String? {
    let cited = rule.citedNames(test.input)
    guard let expected = test.expectation.cites, expected != cited else { return nil }
    return "the rule cites [\(cited.joined(separator: ", "))]; expected "
      + "[\(expected.joined(separator: ", "))]"
  }

  private func saysFailure(_ evaluation: RuleEvaluation) -> String? {
    let said = evaluation.matches.map(\.sentence)
    let missing = test.expectation.says.filter { wanted in !said.contains { $0.contains(wanted) } }
    guard let first = missing.first else { return nil }
    return
      "the rule says \(said.first.map { "\"\($0)\"" } ?? "nothing"); expected \"\(first)\" in it"
  }

  private func failingFailure() -> String? {
    guard !test.expectation.failing.isEmpty else { return nil }
    let failing = rule.explain(test.input).filter { $0.answer == .no }.map(\.clause)
    let missing = test.expectation.failing.filter { wanted in
      !failing.contains { clauseWords($0) == clauseWords(wanted) }
    }
    guard let first = missing.first else { return nil }
    let found = failing.isEmpty ? "no clause" : failing.map { "`\($0)`" }.joined(separator: ", ")
    return "\(found) failed; expected `\(first)`"
  }

  private func dispositionFailure(_ evaluation: RuleEvaluation) -> String? {
    guard let expected = test.expectation.disposition else { return nil }
    let found = rule.disposition(of: evaluation.answer)
    guard found != expected else { return nil }
    return "the rule alone gives `\(found.rawValue)`; expected `\(expected.rawValue)`"
  }
}

private func clauseWords(_ clause: String) -> [String] { clauseTokens(clause).map(\.text) }

extension RuleEvaluation.Answer {
  fileprivate var sentence: String {
    switch self {
    case .fires: "fires"
    case .doesNotFire: "does not fire"
    case .unknown: "cannot be decided"
    }
  }
}

extension CompiledRule {
  /// The names of the first match whose facts are cited.
  func citedNames(_ input: EvaluationInput) -> [String] {
    let context = EvaluationContext(input, lookbackMonths: header.lookbackMonths)
    guard let way = condition.solve(context).ways.first else { return [] }
    return (evidence.cited ?? way.facts.keys.sorted()).filter { way.facts[$0]?.isEmpty == false }
  }

  /// What the rule alone makes of a vessel, whatever its points: screening sums those up and
  /// compares them with the policy's thresholds.
  func disposition(of answer: RuleEvaluation.Answer) -> Disposition {
    switch (answer, header.onUnknown) {
    case (.fires, _): header.floor ?? .clear
    case (.doesNotFire, _): .clear
    case (.unknown, .fire): max(header.floor ?? .clear, .inconclusive)
    case (.unknown, .skip) where header.floor != .prohibited: .clear
    case (.unknown, .skip), (.unknown, .review): .inconclusive
    }
  }
}
