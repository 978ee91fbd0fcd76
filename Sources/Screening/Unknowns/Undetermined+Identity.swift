import Maritime

extension Undetermined {
  /// What is not known about which hull this is.
  static func identityProblems(_ state: VesselState, policy: Policy) -> [Undetermined] {
    let missingNumber = state.vessel.imo == nil && state.carriesNumber(policy.identity)
    return (state.rivalNumbers.isEmpty ? [] : [rivals(state)])
      + (missingNumber && state.rivalNumbers.isEmpty ? [noNumber(state)] : [])
      + state.conflicts.map(conflict)
  }

  private static func rivals(_ state: VesselState) -> Undetermined {
    let numbers = state.rivalNumbers.map(\.description).joined(separator: ", ")
    return Undetermined(
      .identityUnresolved, "IMO number", missing: "facts give more than one number: \(numbers)")
  }

  private static func noNumber(_ state: VesselState) -> Undetermined {
    Undetermined(
      .identityUnresolved, "IMO number",
      missing: "no valid IMO number is known, so lists could be searched by MMSI only")
  }

  /// Two papers that contradict are worth saying and do not by themselves make a vessel suspect.
  private static func conflict(_ conflict: VesselState.Conflict) -> Undetermined {
    let said = conflict.facts.map { fact in
      "\(fact.header.source) says \(fact.value(conflict.field)?.description ?? "nothing")"
    }
    return Undetermined(
      .identityConflict, conflict.field, missing: said.joined(separator: ", "),
      floor: nil, facts: conflict.facts)
  }
}

extension VesselState {
  /// Whether a vessel of this kind has an IMO number and is bound to carry AIS class A.
  ///
  /// Class B is for craft outside SOLAS (ITU-R M.1371); a type that is not known may well be a
  /// ship, so it does not excuse the lack of a number.
  func carriesNumber(_ identity: Policy.Identity) -> Bool {
    if fields["ais_class"] == .word("b") { return false }
    if case .quantity(let tonnage) = fields["gross_tonnage"] {
      guard tonnage.steps >= Int64(identity.numberedTonnage) else { return false }
    }
    return type.map(identity.numberedTypes.contains) ?? true
  }
}
