import Maritime

/// Asks predicates of the rows of a batch: columns once and whole, the clause evaluator only of
/// rows that everything before left possible.
struct RowEvaluation {
  private let set: RuleSet
  private let batch: FleetColumns.Batch
  private let inputs: ArraySlice<EvaluationInput>
  private var columns: [ColumnKey.Subject: [ColumnAnswers?]] = [:]
  private var answers: [Answer?]
  /// Whether the clause evaluator is asked; when not, what it has not said yet is unknown.
  var asks = true

  /// What is known of a predicate so far.
  private struct Answer {
    var holds: Bits
    /// The rows for which it is known whether it holds; `nil` for all.
    var known: Bits?
    /// The rows that were asked; `nil` for all.
    var asked: Bits?
  }

  /// What a column says, whatever is asked of it.
  private struct ColumnAnswers {
    let borders: [Bits]
    /// The rows that have the field; `nil` for all.
    let known: Bits?
  }

  init(_ set: RuleSet, _ batch: FleetColumns.Batch, _ inputs: ArraySlice<EvaluationInput>) {
    self.set = set
    self.batch = batch
    self.inputs = inputs
    answers = Array(repeating: nil, count: set.predicates.count)
    columns = set.columns.mapValues { Array(repeating: nil, count: $0.count) }
  }

  /// What predicates say of the rows of `mask`; nothing about other rows.
  mutating func truths(
    of tree: PredicateTree, _ subject: ColumnKey.Subject, within mask: Bits
  ) -> Truths {
    switch tree {
    case .predicate(let index, let isNegated):
      var truths = Truths(mask)
      narrow(&truths, by: index, isNegated: isNegated)
      return truths
    case .all(let parts): return all(parts, subject, mask)
    case .any(let parts): return any(parts, subject, mask)
    case .none(let parts): return any(parts, subject, mask).negated(within: mask)
    case .atLeast(let count, let parts): return atLeast(count, parts, subject, mask)
    }
  }

  private mutating func all(
    _ parts: [PredicateTree], _ subject: ColumnKey.Subject, _ mask: Bits
  ) -> Truths {
    var truths = Truths(mask)
    for part in parts {
      if case .predicate(let index, let isNegated) = part {
        narrow(&truths, by: index, isNegated: isNegated)
      } else {
        truths.formConjunction(self.truths(of: part, subject, within: truths.possible))
      }
    }
    return truths
  }

  private mutating func any(
    _ parts: [PredicateTree], _ subject: ColumnKey.Subject, _ mask: Bits
  ) -> Truths {
    var truths = Truths(Bits(count: mask.count))
    for part in parts {
      let rest = mask.subtracting(truths.yes)
      truths.formDisjunction(self.truths(of: part, subject, within: rest))
    }
    return truths
  }

  /// For each number up to `count` the rows in which so many parts are true, or possible.
  private mutating func atLeast(
    _ count: Int, _ parts: [PredicateTree], _ subject: ColumnKey.Subject, _ mask: Bits
  ) -> Truths {
    var reached = [Truths(mask)]
    for part in parts {
      let own = truths(of: part, subject, within: mask)
      if reached.count <= count { reached.append(Truths(Bits(count: mask.count))) }
      for number in stride(from: reached.count - 1, to: 0, by: -1) {
        var more = reached[number - 1]
        more.formConjunction(own)
        reached[number].formDisjunction(more)
      }
    }
    return reached.count > count ? reached[count] : Truths(Bits(count: mask.count))
  }
}

extension RowEvaluation {
  private mutating func narrow(_ truths: inout Truths, by index: Int, isNegated: Bool) {
    if answers[index] == nil { answers[index] = firstAnswer(of: index) }
    if asks, case .asked(let form) = set.predicates[index].question {
      ask(form, index, truths.possible)
    }
    guard let answer = answers[index] else { return }
    truths.narrow(by: answer.holds, known: answer.known, isNegated: isNegated)
  }

  private mutating func firstAnswer(of index: Int) -> Answer {
    let predicate = set.predicates[index]
    switch predicate.question {
    case .known(let column): return Answer(holds: self.column(column, predicate.subject).known)
    case .borders(let column, let borders):
      let answers = columnAnswers(column, predicate.subject)
      var holds =
        borders.first.map { answers.borders[$0] } ?? Bits(count: rowCount(predicate.subject))
      for border in borders.dropFirst() {
        holds.formSymmetricDifference(answers.borders[border])
      }
      return Answer(holds: holds, known: answers.known)
    case .asked:
      let none = Bits(count: rowCount(predicate.subject))
      return Answer(holds: none, known: none, asked: none)
    }
  }

  /// Asks the clause evaluator of rows that were not asked before.
  private mutating func ask(_ form: Clause.Form, _ index: Int, _ rows: Bits) {
    guard var answer = answers[index], let asked = answer.asked else { return }
    answers[index] = nil
    let subject = set.predicates[index].subject
    rows.subtracting(asked).forEach { row in
      switch evaluator(row, subject).truth(of: form) {
      case .yes:
        answer.holds[row] = true
        answer.known?[row] = true
      case .no: answer.known?[row] = true
      case .unknown: break
      }
    }
    answer.asked?.formUnion(rows)
    answers[index] = answer
  }

  private func evaluator(_ row: Int, _ subject: ColumnKey.Subject) -> ClauseEvaluator {
    guard case .facts(let kind) = subject, let table = batch.facts[kind] else {
      return ClauseEvaluator(context: context(row), current: nil)
    }
    return ClauseEvaluator(
      context: context(Int(table.vessels[row])), current: table.facts[row])
  }

  private func context(_ vessel: Int) -> EvaluationContext {
    EvaluationContext(inputs[inputs.startIndex + vessel], windowStart: batch.now)
  }

  private mutating func columnAnswers(
    _ column: Int, _ subject: ColumnKey.Subject
  ) -> ColumnAnswers {
    if let known = columns[subject]?[column] { return known }
    let own = self.column(column, subject)
    let borders = set.columns[subject]?[column].borders ?? []
    let isWhole = own.known == Bits(count: own.known.count, filled: true)
    let answers = ColumnAnswers(
      borders: borderBits(borders, values: own.values, known: own.known),
      known: isWhole ? nil : own.known)
    columns[subject]?[column] = answers
    return answers
  }

  private func column(_ index: Int, _ subject: ColumnKey.Subject) -> Column {
    switch subject {
    case .state: return batch.state.columns[index]
    case .facts(let kind):
      guard let table = batch.facts[kind] else { preconditionFailure("every kind has a table") }
      return table.columns[index]
    }
  }

  private func rowCount(_ subject: ColumnKey.Subject) -> Int {
    switch subject {
    case .state: inputs.count
    case .facts(let kind): batch.facts[kind]?.count ?? 0
    }
  }
}
