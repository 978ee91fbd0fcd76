import Maritime

extension DetectionContext {
  /// What a vessel said of itself over each period, and each change between two.
  func identityFacts(ofTrackAt index: Int) -> [Fact] {
    let voices = voices(in: tracks[index].reports, settings.parameters)
    return voices.flatMap { reports -> [Fact] in
      let description = SelfDescription(reports, settings.parameters)
      let start = voices.count > 1 ? nil : tracks[index].positions.first?.time
      return identities(of: index, reports, description, start)
        + changes(of: tracks[index], description)
    }
  }

  private func changes(of track: Track, _ description: SelfDescription) -> [Fact] {
    DescribedField.allCases.filter { IdentityChange.fields.contains($0.rawValue) }.flatMap {
      field in
      let runs = description.runs(field)
      return zip(runs, runs.dropFirst()).map { old, new in
        identityChange(
          IdentityChange(field: field.rawValue, from: old.value, to: new.value),
          of: track.vessel, at: new.first.time,
          evidence: [track.evidence(old.last), track.evidence(new.first)])
      }
    }
  }

  /// A change takes place when the new value is first heard.
  func identityChange(
    _ change: IdentityChange, of vessel: VesselReference, at time: Int64, evidence: [Evidence]
  ) -> Fact {
    let instant = UTCTime(milliseconds: time)
    return IdentityChange.schema.fact(
      change,
      FactHeader(
        vessel: vessel, span: TimeSpan(start: instant, end: instant), position: nil, source: "ais",
        evidence: evidence, detector: detectors.identity))
  }

  /// One identity for each period without a change; the last is open unless the hull got another
  /// MMSI.
  private func identities(
    of index: Int, _ reports: [StaticReport], _ description: SelfDescription, _ start: Int64?
  ) -> [Fact] {
    let track = tracks[index]
    guard let begin = (reports.map(\.time) + [start].compactMap(\.self)).min() else { return [] }
    let starts = [begin] + description.changeTimes.filter { $0 > begin }
    let ends: [Int64?] = starts.dropFirst().map { $0 } + [successor(of: index)?.position.time]
    return zip(starts, ends).map { start, end in
      let vessel = vessel(track, imo: description.value(.imo, at: start))
      let reports = description.reports(from: start, to: end ?? .max)
      return VesselIdentity.schema.fact(
        identity(of: track, description, at: start),
        FactHeader(
          vessel: vessel,
          span: TimeSpan(
            start: UTCTime(milliseconds: start), end: end.map { UTCTime(milliseconds: $0) }),
          position: nil, source: "ais",
          evidence: reports.isEmpty
            ? track.positions.prefix(1).map(track.evidence) : reports.map(track.evidence),
          detector: detectors.identity))
    }
  }

  private func vessel(_ track: Track, imo text: String?) -> VesselReference {
    VesselReference(
      mmsi: track.vessel.mmsi, imo: text.flatMap { IMONumber($0) } ?? track.vessel.imo)
      ?? track.vessel
  }

  private func identity(
    of track: Track, _ description: SelfDescription, at time: Int64
  ) -> VesselIdentity {
    var identity = VesselIdentity()
    identity.name = description.value(.name, at: time)
    identity.callSign = description.value(.callSign, at: time)
    identity.flag = track.vessel.mmsi?.country
    identity.type = description.value(.type, at: time)
    identity.length = description.value(.length, at: time).flatMap(Double.init)
    identity.aisClass = track.positions.lazy.compactMap(\.transceiver.letter).first
    return identity
  }
}

extension Position.Transceiver {
  fileprivate var letter: String? {
    switch self {
    case .unknown: nil
    case .classA: "a"
    case .classB: "b"
    }
  }
}
