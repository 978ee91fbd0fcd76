import Maritime
import RuleLanguage

/// What rules about the fleet, companies and ports say, shared out among vessels.
///
/// Each rule is evaluated once for a run and for each subject. A match about the fleet or a port
/// belongs to the vessels that the rule attributes it to or, without any, to those of its facts;
/// one about a company belongs to the vessels that the company has a part in at the as-of instant.
/// A question that is open belongs to the vessels whose facts lack something.
struct FleetAnswers: Sendable {
  /// The rules, sorted by id.
  let rules: [RuleHeader]
  private let byVessel: [VesselReference: [String: RuleEvaluation]]
  private let fleet: FleetFacts

  init(
    _ rules: [ScreeningRule], fleet: FleetFacts, at now: UTCTime,
    lists: @escaping @Sendable (ListQuery) -> ListAnswer
  ) {
    self.rules = rules.map(\.header)
    self.fleet = fleet
    var found: [VesselReference: [String: RuleEvaluation]] = [:]
    if !rules.isEmpty, !fleet.all.isEmpty {
      let known = FleetFacts(fleet.all.filter { $0.header.span.start < now })
      let subjects = FleetSubjects(known, kinds: Set(rules.map(\.header.subject)), at: now)
      for rule in rules {
        for subject in subjects.all(for: rule.header.subject) {
          let evaluation = rule.evaluate(subject.input(known, at: now, lists: lists))
          for (vessel, own) in evaluation.shares(of: subject, known) {
            let before = found[vessel]?[rule.header.id]
            found[vessel, default: [:]][rule.header.id] = before?.joined(with: own) ?? own
          }
        }
      }
    }
    byVessel = found
  }

  /// The answers for one vessel, sorted by rule; a rule that does not name it does not fire.
  func evaluations(for vessel: VesselReference) -> [RuleEvaluation] {
    let own = byVessel[fleet.identity(vessel)] ?? [:]
    return rules.map { rule in
      own[rule.id]
        ?? RuleEvaluation(rule: rule, answer: .doesNotFire, matches: [], undetermined: [])
    }
  }
}

extension RuleEvaluation {
  /// The part of an evaluation that belongs to each vessel.
  fileprivate func shares(
    of subject: FleetSubject, _ fleet: FleetFacts
  ) -> [VesselReference: RuleEvaluation] {
    var matches: [VesselReference: [RuleMatch]] = [:]
    for match in self.matches {
      let cited = match.vessels.isEmpty ? match.facts.map(\.header.vessel) : match.vessels
      for vessel in subject.vessels ?? Set(cited.map(fleet.identity)) {
        matches[vessel, default: []].append(match)
      }
    }
    var questions: [VesselReference: [UndeterminedClause]] = [:]
    for clause in undetermined {
      let asked = Set(clause.facts.map { fleet.identity($0.header.vessel) })
      for vessel in asked.isEmpty ? subject.vessels ?? [] : asked {
        questions[vessel, default: []].append(clause)
      }
    }
    let fired = matches.mapValues {
      RuleEvaluation(rule: rule, answer: .fires, matches: $0, undetermined: [])
    }
    let open = questions.mapValues {
      RuleEvaluation(rule: rule, answer: .unknown, matches: [], undetermined: $0)
    }
    return fired.merging(open) { fired, _ in fired }
  }

  /// Both together: what fires for one of two companies fires.
  fileprivate func joined(with other: RuleEvaluation) -> RuleEvaluation {
    if answer == .fires || other.answer == .fires {
      return RuleEvaluation(
        rule: rule, answer: .fires, matches: matches + other.matches, undetermined: [])
    }
    return RuleEvaluation(
      rule: rule, answer: .unknown, matches: [], undetermined: undetermined + other.undetermined)
  }
}
