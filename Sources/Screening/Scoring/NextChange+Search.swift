import Maritime
import RuleLanguage

extension NextChange {
  /// The longest look ahead, in days: ten years, our own default.
  private static let horizon = 3653

  /// Finds the first day on which fading points alone give another disposition.
  ///
  /// Fading points never grow, so the disposition never rises and halving the days finds the first.
  init?(after decision: Decision, _ evaluations: [RuleEvaluation], terms: ScreeningTerms) {
    let fading = FadingScore(evaluations, floor: decision.floor, terms: terms)
    guard fading.disposition(after: Self.horizon) < decision.disposition else { return nil }
    var (unchanged, changed) = (0, Self.horizon)
    while changed - unchanged > 1 {
      let middle = (unchanged + changed) / 2
      if fading.disposition(after: middle) < decision.disposition {
        changed = middle
      } else {
        unchanged = middle
      }
    }
    self.init(date: fading.date(after: changed), disposition: fading.disposition(after: changed))
  }
}

/// What the same matches are worth on later days.
private struct FadingScore {
  private let evaluations: [RuleEvaluation]
  private let floor: Disposition
  private let terms: ScreeningTerms

  init(_ evaluations: [RuleEvaluation], floor: Disposition, terms: ScreeningTerms) {
    // Whatever gives no points now never will.
    self.evaluations = evaluations.filter {
      $0.rule.status != .shadow && ($0.answer == .fires || $0.rule.countsWhenUnknown)
    }
    self.floor = floor
    self.terms = terms
  }

  func date(after days: Int) -> UTCTime {
    UTCTime(milliseconds: terms.asOf.milliseconds + Int64(days) * 86_400_000)
  }

  func disposition(after days: Int) -> Disposition {
    let now = date(after: days)
    let parts = evaluations.map { ($0.rule.score.group, points(of: $0, at: now)) }
    return max(ScoreCard(parts, policy: terms.policy).disposition, floor)
  }

  private func points(of evaluation: RuleEvaluation, at now: UTCTime) -> Points {
    let score = evaluation.rule.score
    switch evaluation.answer {
    case .fires: return score.points(of: evaluation.matches, at: now)
    case .unknown: return evaluation.rule.countsWhenUnknown ? Points(score.points) : .zero
    case .doesNotFire: return .zero
    }
  }
}
