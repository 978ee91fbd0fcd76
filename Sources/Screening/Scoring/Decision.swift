import Maritime
import RuleLanguage

/// How gates, points and gaps in knowledge become one disposition, and what decided.
struct Decision {
  let card: ScoreCard
  let gates: [Finding]
  let disposition: Disposition
  let reason: String
  let riskySince: UTCTime?
  /// The least severe disposition that does not come from points.
  let floor: Disposition

  init(_ findings: [Finding], _ undetermined: [Undetermined], policy: Policy) {
    let counted = findings.filter(\.counts)
    card = ScoreCard(counted.map { ($0.group, $0.points) }, policy: policy)
    gates = counted.filter(\.isGate)
    let open = undetermined.filter(\.keepsFromClear)
    let findingFloor = counted.compactMap(\.floor).max() ?? .clear
    floor = max(findingFloor, open.compactMap(\.floor).max() ?? .clear)
    disposition = max(card.disposition, floor)
    riskySince = counted.filter { $0.points > .zero || $0.floor != nil }.compactMap(\.since).min()
    reason =
      Reason(
        card: card, findings: counted, open: open, disposition: disposition, policy: policy
      ).sentence
  }
}

/// Puts into words what decided.
private struct Reason {
  let card: ScoreCard
  let findings: [Finding]
  let open: [Undetermined]
  let disposition: Disposition
  let policy: Policy

  var sentence: String {
    if disposition > card.disposition {
      if let finding = findings.first(where: { $0.floor == disposition }) {
        return "\(finding.title): \(finding.sentences.first ?? finding.rule)"
      }
      return openQuestions
    }
    return card.disposition == .clear ? nothingFound : points
  }

  private var openQuestions: String {
    let deciding = open.first { $0.floor == disposition }
    let first = deciding.map { "\($0.clause): \($0.missing)" } ?? ""
    let count = open.count == 1 ? "A question" : "\(open.count) questions"
    return "\(count) could not be answered, so the vessel is not clear. \(first)."
  }

  private var nothingFound: String {
    guard card.score > .zero else {
      return "Nothing was found, and everything that must be known is known."
    }
    return "\(card.score) points are below the \(policy.thresholds.monitor) from which a vessel is"
      + " watched, and everything that must be known is known."
  }

  private var points: String {
    let families = card.families.joined(separator: ", ")
    guard card.level == .high, !card.isCorroborated else {
      let groups = card.groups.filter { $0.counted > .zero }.map { "\($0.group) \($0.counted)" }
      return "\(card.score) points: \(groups.joined(separator: ", "))."
    }
    return "\(card.score) points would escalate, but \(policy.corroboration.families) independent"
      + " families of signals must speak and only \(families.isEmpty ? "none" : families) does."
  }
}
