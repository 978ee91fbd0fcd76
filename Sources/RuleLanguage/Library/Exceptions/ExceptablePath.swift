import Maritime

/// A field by which an exception may name a finding of a rule.
struct ExceptablePath: Sendable {
  /// As written: `call.start`.
  let path: String
  let expression: Expression
  let type: ValueType
}

extension CompiledRule {
  /// The values by which an exception may name a match, one tuple for each way.
  func exceptableTuples(_ context: EvaluationContext) -> [ExceptableTuple] {
    let evaluator = ClauseEvaluator(context: context, current: nil)
    return exceptable.map { paths in
      ExceptableTuple(
        paths.map { path in
          ExceptableTuple.Part(path: path.path, value: evaluator.known(path.expression))
        })
    }
  }
}

extension ClauseEvaluator {
  /// The value, or `nil` when something it needs is missing.
  fileprivate func known(_ expression: Expression) -> FactValue? {
    guard expression.names.allSatisfy({ context.names[$0] != nil }) else { return nil }
    do throws(Missing) {
      return try value(expression)
    } catch {
      return nil
    }
  }
}
