import RuleLanguage

extension ScreeningTerms {
  /// What every rule says of each input, in the order of `rules`.
  func evaluations(of inputs: [EvaluationInput]) -> [[RuleEvaluation]] {
    zip(inputs, ruleSet.evaluate(inputs)).map { input, planned in
      var planned = planned[...]
      return rules.map { rule in
        if rule.compiled != nil, let next = planned.popFirst() { return next }
        return rule.evaluate(input)
      }
    }
  }
}
