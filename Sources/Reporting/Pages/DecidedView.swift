import Maritime
import Screening

/// What the template shows of exceptions and decisions that somebody approved.
struct DecidedView {
  struct SetAside {
    let candidate: String
    let decision: String
  }

  let suppressed: [FindingView]
  let hasSuppressed: Bool
  let lapsed: [String]
  let hasLapsed: Bool
  let setAside: [SetAside]
  let hasSetAside: Bool
  let lapsedDecisions: [String]
  let hasLapsedDecisions: Bool

  init(_ verdict: Verdict, numbers: [String: Int]) {
    suppressed = verdict.suppressed.map {
      FindingView($0.finding, numbers: numbers, exception: $0.exception.sentence)
    }
    hasSuppressed = !suppressed.isEmpty
    lapsed = verdict.lapsedExceptions.map(\.sentence)
    hasLapsed = !lapsed.isEmpty
    setAside = verdict.setAside.map {
      SetAside(candidate: $0.words, decision: $0.decision.sentence)
    }
    hasSetAside = !setAside.isEmpty
    lapsedDecisions = verdict.lapsedDecisions.map(\.sentence)
    hasLapsedDecisions = !lapsedDecisions.isEmpty
  }
}
