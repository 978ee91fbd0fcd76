import Maritime
import RuleLanguage
import Synchronization

extension ScreeningTerms {
  /// What every rule says of each input, in the order of `rules`.
  func evaluations(of inputs: [EvaluationInput]) -> [[RuleEvaluation]] {
    let isFleet = inputs.count >= FleetContacts.fewVessels && !fleet.all.isEmpty
    let contacts = isFleet ? contacts.of(fleet, now: asOf, ruleSet) : nil
    return zip(inputs, ruleSet.evaluate(inputs, contacts: contacts)).map { input, planned in
      var planned = planned[...]
      return rules.map { rule in
        if rule.compiled != nil, let next = planned.popFirst() { return next }
        return rule.evaluate(input)
      }
    }
  }
}

/// The contacts of a fleet, gathered when its vessels are first asked about together.
///
/// A class, because all who screen under the same terms share them.
final class KnownContacts: Sendable {
  private let known = Mutex<FleetContacts?>(nil)

  func of(_ fleet: FleetFacts, now: UTCTime, _ rules: RuleSet) -> FleetContacts {
    known.withLock { contacts in
      let found = contacts ?? rules.contacts(of: fleet, now: now)
      contacts = found
      return found
    }
  }
}
