import Maritime
import StrictYAML

/// The sentence of `evidence.say`, with the places that values fill.
struct EvidenceTemplate: Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case value(Expression)
    /// The number of facts behind a name.
    case count(String)
    /// A value that an operator worked out: `cargo.low`.
    case workedOut(String)
    /// A part of the first list entry.
    case entry(EntryPart)
  }

  /// What a sentence can say of the list entry that a clause found.
  enum EntryPart: String, Hashable, Sendable, CaseIterable {
    case authority
    case basis
    case list
    case listedFrom = "listed_from"
    case name
  }

  let parts: [Part]

  /// Fills in a match; what is not known prints as `unknown`.
  func sentence(_ way: Solution.Way, _ context: EvaluationContext) -> String {
    // A name that stands for several facts prints the values of the latest.
    let inner = context.with(way.facts.compactMapValues(\.last))
    let evaluator = ClauseEvaluator(context: inner, current: nil)
    return parts.map { part in
      switch part {
      case .text(let text): text
      case .workedOut(let name): way.values[name]?.sentenceText ?? "unknown"
      case .count(let name): String(way.facts[name]?.count ?? 0)
      case .entry(let part): way.entries.first.map { part.shown($0) } ?? "unknown"
      case .value(let expression): evaluator.sentenceValue(expression)
      }
    }.joined()
  }
}

extension EvidenceTemplate.EntryPart {
  fileprivate func shown(_ entry: ListEntryReference) -> String {
    switch self {
    case .authority: entry.authority
    case .basis: entry.basis
    case .list: entry.list
    case .listedFrom: entry.listedFrom?.dayDescription ?? "an unknown date"
    case .name: entry.name
    }
  }
}

extension ClauseEvaluator {
  fileprivate func sentenceValue(_ expression: Expression) -> String {
    // A step of a branch that did not hold has no fact, and its fields are not the vessel's.
    guard expression.names.allSatisfy({ context.names[$0] != nil }) else { return "unknown" }
    do throws(Missing) {
      return try value(expression).sentenceText
    } catch {
      return "unknown"
    }
  }
}

extension FactValue {
  /// The value in a sentence: a time to the minute, everything else as it is.
  fileprivate var sentenceText: String {
    switch self {
    case .time(let time): time.minuteDescription
    default: description
    }
  }
}
