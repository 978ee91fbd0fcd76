import Maritime
import StrictYAML
import Synchronization

/// Listens to what clauses answer while a rule is decided, and may force some of the answers.
///
/// A class, because contexts are handed on by value and all of them must tell one listener. A
/// screening has none, so it pays for nothing but the question.
final class ClauseProbe: Sendable {
  /// The clauses whose answer is not asked for, and what they say instead.
  let forced: [ClauseSite: Truth]
  /// The facts, by id, of which alone a clause is forced; of every fact when it has none here.
  let only: [ClauseSite: Set<String>]
  private let seen = Mutex<[ClauseSite: SeenTruths]>([:])

  init(forced: [ClauseSite: Truth] = [:], only: [ClauseSite: Set<String>] = [:]) {
    self.forced = forced
    self.only = only
  }

  /// What each clause answered, whatever was forced upon it.
  var answers: [ClauseSite: SeenTruths] { seen.withLock { $0 } }

  /// Notes the answer of a clause about a fact, or about the vessel; returns what the rule is told.
  func answer(of clause: Clause, about fact: Fact?, _ own: Judgement) -> Judgement {
    let site = clause.site
    seen.withLock { $0[site, default: []].formUnion(SeenTruths(own.truth)) }
    if let only = only[site], fact.map({ only.contains($0.id) }) != true { return own }
    return forced[site].map { $0 == own.truth ? own : Judgement(truth: $0) } ?? own
  }
}

/// Which clause of a rule; two clauses of one place differ in their text.
struct ClauseSite: Hashable, Sendable {
  let offset: Int
  let text: String
}

extension Clause {
  var site: ClauseSite { ClauseSite(offset: span.start.offset, text: text) }
}

/// The answers that a clause gave at least once.
struct SeenTruths: OptionSet, Hashable, Sendable {
  let rawValue: Int

  static let yes = SeenTruths(rawValue: 1)
  static let no = SeenTruths(rawValue: 2)
  static let unknown = SeenTruths(rawValue: 4)

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ truth: Truth) {
    self =
      switch truth {
      case .yes: .yes
      case .no: .no
      case .unknown: .unknown
      }
  }
}
