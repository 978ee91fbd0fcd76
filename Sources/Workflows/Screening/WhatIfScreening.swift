import Maritime
public import Reporting
import RuleLanguage
import Screening

/// Screens one vessel as it is, and once more with values put in place of what is known.
///
/// - Parameters:
///   - request: A request for one vessel.
///   - changes: Such as `ais_gap.duration=12h`, `port_call[2].port=KPNAM` or `vessel.flag=KP`, made
///     one after the other on the vessel's facts that had begun by the as-of instant.
/// - Returns: Both verdicts; neither is kept, and the second is about a vessel that does not exist.
/// - Throws: `WorkflowError` when there is not one vessel, or no such fact, field or value.
public func screenWhatIf(
  _ request: ScreeningRequest, changes: [String]
) async throws -> WhatIfReport {
  let prepared = try await PreparedScreening(request)
  guard let key = prepared.keys.first, prepared.keys.count == 1 else {
    throw WorkflowError.badInput(
      path: nil, message: "a change needs one vessel, not \(prepared.keys.count)",
      advice: "name the vessel with --vessel")
  }
  let subject = try prepared.records.subject(key)
  let facts = try changed(subject.facts, by: changes, prepared)
  // Rules that look beyond the vessel must see the changed facts too.
  let hulls = prepared.records.hulls
  let others = prepared.terms.fleet.all.filter {
    VesselGrouping.Key($0.header.vessel, hulls) != key
  }
  let kinds = prepared.reach.kindsBeyond
  let terms = try prepared.material.terms(
    prepared.library, policy: prepared.terms.policy,
    fleet: FleetFacts(others + facts.filter { kinds.contains($0.kind.name) }, hulls: hulls))
  let other = ScreeningSubject(
    vessel: subject.vessel, facts: facts, positions: subject.positions,
    observed: subject.observed)
  return WhatIfReport(
    changes: changes, before: screen(subject, under: prepared.terms),
    after: screen(other, under: terms))
}

private func changed(
  _ facts: [Fact], by changes: [String], _ prepared: PreparedScreening
) throws -> [Fact] {
  var facts = facts
  for text in changes {
    do throws(WhatIf.Failure) {
      facts = try prepared.library.compiler.changing(
        facts, by: WhatIf(text), now: prepared.terms.asOf)
    } catch {
      throw WorkflowError.badInput(path: nil, message: error.message, advice: error.advice)
    }
  }
  return facts
}
