import Maritime
import StrictYAML

extension Operator {
  static let absent = Operator(
    name: "absent", summary: "No fact of a kind meets the clauses in a span of time.",
    value: .mapping(.absent), givesNames: false
  ) { node, scope, reader in
    guard reader.checkKeys(of: node, .absent),
      let pattern = reader.factPattern(node, scope, operatorName: "absent"),
      let window = reader.absentWindow(node, scope)
    else { return nil }
    return AbsentCondition(pattern: pattern, window: window)
  }
}

/// Where the fact must not be.
private enum AbsentWindow: Sendable {
  /// The last so many milliseconds before the as-of instant.
  case last(Int64)
  case between(Expression, Expression)
}

private struct AbsentCondition: Condition {
  let pattern: FactPattern
  let window: AbsentWindow

  var names: [String: Scope.Name] { [:] }
  var clauses: [Clause] { pattern.clauses.flatMap(\.clauses) }
  var patterns: [FactPattern] { [pattern] }
  var needs: Set<String> {
    guard case .between(let from, let to) = window else { return pattern.needs }
    return pattern.needs.union(from.names).union(to.names)
  }

  func solve(_ context: EvaluationContext, filters: [any Condition]) -> Solution {
    let span: ClosedRange<UTCTime>
    do throws(Missing) {
      guard let known = try self.span(context) else { return Solution(.yes) }
      span = known
    } catch {
      let unknown = UnknownClause(
        text: "between", span: pattern.nameSpan, missing: error, fact: nil)
      return Solution(truth: .unknown, unknowns: [unknown])
    }
    let found = context.facts(for: pattern)
      .filter { $0.start <= span.upperBound && $0.end >= span.lowerBound }
      .map { pattern.judge($0, context) }
    return Solution(Judgement.any(found).negated)
  }

  /// The instants in which nothing may be; `nil` when there are none.
  private func span(_ context: EvaluationContext) throws(Missing) -> ClosedRange<UTCTime>? {
    switch window {
    case .last(let length):
      let start = UTCTime(milliseconds: context.now.milliseconds - length)
      return start...max(start, context.now)
    case .between(let from, let to):
      let evaluator = ClauseEvaluator(context: context, current: nil)
      guard case .time(let start) = try evaluator.value(from),
        case .time(let end) = try evaluator.value(to), start <= end
      else { return nil }
      return start...end
    }
  }

  func lowered(by lowering: inout Lowering) -> Plan {
    guard case .last(let length) = window, !pattern.isAcrossVessels else { return .reference }
    let (index, isWhole) = lowering.pattern(pattern, endingWithin: length)
    return isWhole ? .none([.exists(pattern: index)]) : .reference
  }

  func costs(_ model: CostModel) -> [OperatorCost] { [pattern.cost(model, "absent")] }

  func explain(_ context: EvaluationContext) -> [ClauseOutcome] {
    pattern.explain(pattern.nearest(context), context)
  }
}

extension RuleReader {
  fileprivate mutating func absentWindow(_ node: YAMLNode, _ scope: Scope) -> AbsentWindow? {
    switch (node["within"], node["between"]) {
    case (let within?, nil): return duration(within, key: "within").map(AbsentWindow.last)
    case (nil, let between?):
      guard let items = between.items, items.count == 2 else {
        report(.wrongShape, "`between` needs two times", at: between.span)
        return nil
      }
      var outer = scope
      outer.current = nil
      guard let from = value(items[0], .time, outer), let to = value(items[1], .time, outer)
      else { return nil }
      return .between(from, to)
    default:
      report(.conflictingKeys, "`absent` needs one of `within` and `between`", at: node.span)
      return nil
    }
  }
}
