public import Maritime

/// The facts that registry records tell: what each vessel was, and what changed between two
/// records.
///
/// A record without a first day holds from the beginning of 1970. A change takes place when the
/// later record begins; one whose time is not known is left out. Records of a hull belong together
/// by IMO number, or by MMSI without one.
///
/// - Parameter records: The records of all registry files, in any order.
/// - Returns: Facts by vessel, start, end, kind and id.
public func registryFacts(_ records: [RegistryRecord]) -> [Fact] {
  let hulls = Dictionary(grouping: records) { record in
    record.vessel.imo.map { VesselReference(imo: $0) } ?? record.vessel
  }
  let changes = hulls.values.flatMap { records in
    let inOrder = records.sorted(by: RegistryRecord.precedes)
    return zip(inOrder, inOrder.dropFirst()).flatMap(changeFacts)
  }
  return (records.map(identityFact) + changes).sorted()
}

/// The deadweight in tonnes of the hulls whose latest record tells it.
public func deadweights(of records: [RegistryRecord]) -> [IMONumber: Int] {
  records.sorted(by: RegistryRecord.precedes).reduce(into: [:]) { known, record in
    guard let imo = record.vessel.imo, let deadweight = record.identity.deadweight else { return }
    known[imo] = deadweight
  }
}

private let registryDetector = DetectorDescription(name: "registry", version: 1, parameters: [])

private func identityFact(_ record: RegistryRecord) -> Fact {
  VesselIdentity.schema.fact(
    record.identity,
    header(
      record.vessel,
      TimeSpan(
        start: record.from ?? record.to.map { min($0, .beginning) } ?? .beginning, end: record.to),
      [record.evidence]))
}

private func changeFacts(_ old: RegistryRecord, _ new: RegistryRecord) -> [Fact] {
  guard let time = new.from else { return [] }
  let header = header(
    new.vessel, TimeSpan(start: time, end: time), [old.evidence, new.evidence])
  let changes: [(String, String?, String?)] = [
    ("name", old.identity.name, new.identity.name),
    ("call_sign", old.identity.callSign, new.identity.callSign),
    ("type", old.identity.type, new.identity.type),
    ("mmsi", old.vessel.mmsi?.description, new.vessel.mmsi?.description),
  ]
  let described = changes.compactMap { field, from, to -> Fact? in
    guard let from, let to, from != to else { return nil }
    return IdentityChange.schema.fact(IdentityChange(field: field, from: from, to: to), header)
  }
  return described + flagFacts(old.identity, new.identity, header)
}

/// A move to another flag, or to none; a flag after an unknown one is no move.
private func flagFacts(
  _ old: VesselIdentity, _ new: VesselIdentity, _ header: FactHeader
) -> [Fact] {
  let wasKnown = old.flag != nil || old.registryStatus == "none"
  let isMove = wasKnown && new.flag != nil && old.flag != new.flag
  let isLoss = new.flag == nil && new.registryStatus == "none" && old.registryStatus != "none"
  guard isMove || isLoss else { return [] }
  let change = FlagChange(from: old.flag, to: new.flag, registryStatus: new.registryStatus)
  return [FlagChange.schema.fact(change, header)]
}

private func header(
  _ vessel: VesselReference, _ span: TimeSpan, _ evidence: [Evidence]
) -> FactHeader {
  FactHeader(
    vessel: vessel, span: span, position: nil, source: "registry", evidence: evidence,
    detector: registryDetector)
}

extension UTCTime {
  fileprivate static let beginning = UTCTime(milliseconds: 0)
}

extension RegistryRecord {
  /// The order of periods; of two that begin together, by place in the input.
  fileprivate static func precedes(_ a: RegistryRecord, _ b: RegistryRecord) -> Bool {
    (a.from ?? .beginning, a.evidence.file, a.evidence.line)
      < (b.from ?? .beginning, b.evidence.file, b.evidence.line)
  }
}
