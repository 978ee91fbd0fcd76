import Maritime
import Watchlists

/// What somebody decided about entries that a subject, or a company above it, may be.
struct DecidedCandidates {
  private var aside: [SetAsideCandidate] = []
  private var lapses: [LapsedDecision] = []

  /// The entries that a decision sets aside, each once, in the order in which they were added.
  var setAside: [SetAsideCandidate] { aside.withoutRepeats }
  /// The decisions that do not hold, each once.
  var lapsed: [LapsedDecision] { lapses.withoutRepeats }

  /// Adds what was decided about candidates of a subject: `vessel`, `company` or a role.
  mutating func add(_ candidates: [ListCandidate], as subject: String, name: String?) {
    for candidate in candidates {
      switch candidate.ruling {
      case .setAside(let decision):
        aside.append(
          SetAsideCandidate(
            subject: subject, name: name, certainty: candidate.certainty,
            points: candidate.points, entry: candidate.reference, decision: decision))
      case .lapsed(let decision, let reason):
        lapses.append(LapsedDecision(decision: decision, reason: reason))
      case nil: break
      }
    }
  }

  /// Adds what was decided about candidates of everybody who stands above a company, because that
  /// bears on whom the company belongs to.
  mutating func addHolders(above company: CompanyReference, under terms: ScreeningTerms) {
    let graph = terms.designatedHoldings.graph
    guard terms.hasDecisions, let place = graph.place(of: company) else { return }
    for (_, holding) in graph.above(place) {
      for reference in graph.companies[holding.holder] {
        add(
          terms.candidates(ListSubject(company: reference)), as: holding.role,
          name: reference.description)
      }
    }
  }
}
