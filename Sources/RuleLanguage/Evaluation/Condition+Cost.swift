import Maritime
import StrictYAML

extension Condition {
  /// The steps of every part of a list.
  fileprivate func costs(of parts: [any Condition], _ model: CostModel) -> [OperatorCost] {
    parts.flatMap { $0.costs(model) }
  }
}

extension FactPattern {
  /// The steps of asking every fact once.
  func cost(_ model: CostModel, _ name: String, more: [ClauseTree] = []) -> OperatorCost {
    let steps = times(model.facts(of: self), model.steps(of: clauses + more))
    return OperatorCost(name: name, span: nameSpan, steps: steps)
  }
}

extension AllOfCondition {
  /// Conditions that depend on the facts of another are asked again for each of them.
  func costs(_ model: CostModel) -> [OperatorCost] {
    dependencies.flatMap { condition, filters in
      let asked = condition.patterns.reduce(1) { max($0, model.facts(of: $1)) }
      return condition.costs(model)
        + filters.flatMap { $0.costs(model) }.map {
          OperatorCost(name: $0.name, span: $0.span, steps: times($0.steps, asked))
        }
    }
  }
}

extension AnyOfCondition {
  func costs(_ model: CostModel) -> [OperatorCost] { costs(of: conditions, model) }
}

extension NoneOfCondition {
  func costs(_ model: CostModel) -> [OperatorCost] { costs(of: conditions, model) }
}

extension AtLeastOfCondition {
  func costs(_ model: CostModel) -> [OperatorCost] { costs(of: conditions, model) }
}

extension StateCondition {
  func costs(_ model: CostModel) -> [OperatorCost] {
    guard let first = clauses.first else { return [] }
    return [OperatorCost(name: "state", span: first.span, steps: model.steps(of: trees))]
  }
}

extension SumCondition {
  func costs(_ model: CostModel) -> [OperatorCost] { [pattern.cost(model, "sum")] }
}

extension BaselineCondition {
  func costs(_ model: CostModel) -> [OperatorCost] { [pattern.cost(model, "baseline")] }
}

extension AlternateCondition {
  /// Every stop with every stop before it in the span, for every number of legs up to that one.
  func costs(_ model: CostModel) -> [OperatorCost] {
    let own = pattern.cost(model, "alternate", more: places)
    let near = model.facts(of: pattern, within: within)
    let pairs = times(model.facts(of: pattern), times(near, near) / 2)
    return [OperatorCost(name: own.name, span: own.span, steps: plus(own.steps, pairs))]
  }
}

extension PathCondition {
  /// The clauses of every contact of the subject and of those it met, then every pair of contacts.
  func costs(_ model: CostModel) -> [OperatorCost] {
    let own = edge.cost(model, "path")
    let starts = model.isAboutFleet ? CostModel.vessels : 1
    // Each vessel's contacts are looked up once, however many chains lead over it.
    let visited = hops.count == 1 ? 1 : model.isAboutFleet ? 2 : plus(1, maximumFanOut)
    let pairs = hops.count == 1 ? maximumFanOut : times(maximumFanOut, maximumFanOut)
    let followed = times(times(starts, pairs), model.steps(of: together))
    return [
      OperatorCost(
        name: own.name, span: own.span, steps: plus(times(own.steps, visited), followed))
    ]
  }
}

extension SequenceCondition {
  /// For each step, the tuples so far with the facts that may follow them.
  func costs(_ model: CostModel) -> [OperatorCost] {
    var tuples = 1
    return steps.enumerated().map { index, step in
      let reach = step.after.map(\.upperBound).min()
      let near = [reach, within].compactMap(\.self).min()
      let next =
        index == 0
        ? model.facts(of: step.pattern) : model.facts(of: step.pattern, within: near)
      let own = step.pattern.cost(model, "sequence")
      let pairs = times(times(tuples, next), model.steps(of: step.pattern.clauses))
      // Tuples are told apart only by the facts that later steps refer to.
      let live = SequenceSearch.live(after: index, steps, [])
      let kept = live.reduce(1) { times($0, model.facts(of: steps[$1].pattern)) }
      tuples = min(times(tuples, next), kept)
      return OperatorCost(
        name: own.name, span: own.span, steps: plus(own.steps, index == 0 ? 0 : pairs))
    }
  }
}
