import RuleLanguage

/// Rule evaluations a second of both evaluators, on flat clauses.
struct FlatBenchmark {
  private let inputs: [EvaluationInput]
  private let rules: [CompiledRule]
  private let prefixes: [Int]

  init(facts: String, rules: String, prefixes: [Int]) throws {
    inputs = try FlatFacts(path: facts).inputs
    self.rules = try FlatRules(path: rules).rules
    self.prefixes = prefixes
  }

  /// Prints the times, and how often a rule fires on the first so many facts, as one JSON object.
  func run() {
    let set = RuleSet(rules)
    var columns = FleetColumns(inputs, for: set)
    var answers = set.answers(for: columns)
    let evaluating = Measurement(runs: 9) { answers = set.answers(for: columns) }
    let columnising = Measurement(runs: 3) { columns = FleetColumns(inputs, for: set) }
    let sample = Array(inputs.prefix(2048))
    var differences = 0
    let reference = Measurement(runs: 3) {
      differences = 0
      for (rule, compiled) in rules.enumerated() {
        for (vessel, input) in sample.enumerated()
        where compiled.evaluate(input).answer != answers[vessel: vessel, rule: rule] {
          differences += 1
        }
      }
    }
    let pairs = Double(inputs.count * rules.count)
    let perSecond = pairs / evaluating.median
    let withColumns = pairs / (evaluating.median + columnising.median)
    let slow = Double(sample.count * rules.count) / reference.median
    let hits = (prefixes + [inputs.count]).map { "\"\($0)\": \(self.hits(answers, among: $0))" }
    print(
      """
      {"facts": \(inputs.count), "rules": \(rules.count), \
      "fast_per_s": \(Int(perSecond)), "fast_with_columns_per_s": \(Int(withColumns)), \
      "reference_per_s": \(Int(slow)), "ratio": \(decimals(perSecond / slow)), \
      "evaluate_ms": \(decimals(evaluating.milliseconds)), \
      "columns_ms": \(decimals(columnising.milliseconds)), \
      "pairs_compared": \(sample.count * rules.count), "differences": \(differences), \
      "hits": {\(hits.joined(separator: ", "))}}
      """)
  }

  private func hits(_ answers: AnswerTable, among count: Int) -> Int {
    if count == inputs.count { return rules.indices.reduce(0) { $0 + answers.firings(of: $1) } }
    return rules.indices.reduce(0) { sum, rule in
      sum + (0..<min(count, inputs.count)).count { answers[vessel: $0, rule: rule] == .fires }
    }
  }
}
