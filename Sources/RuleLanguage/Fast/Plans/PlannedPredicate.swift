/// A predicate that knows its column and its borders there.
struct PlannedPredicate: Sendable {
  enum Question: Sendable {
    /// The rows at or above these borders, by symmetric difference.
    case borders(column: Int, [Int])
    /// The rows that have a value.
    case known(column: Int)
    case asked(Clause.Form)
  }

  let subject: ColumnKey.Subject
  let question: Question

  init(_ predicate: Predicate, _ columns: [ColumnKey.Subject: [ColumnPlan]]) {
    subject = predicate.subject
    switch predicate.question {
    case .asked(let form): question = .asked(form)
    case .column(let key, let test):
      let plans = columns[predicate.subject] ?? []
      guard let index = plans.firstIndex(where: { $0.key == key }) else {
        preconditionFailure("every column that a predicate asks is planned")
      }
      question =
        test == .known
        ? .known(column: index) : .borders(column: index, plans[index].indexes(of: test))
    }
  }
}
