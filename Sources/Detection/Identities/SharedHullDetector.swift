import Maritime

extension DetectionContext {
  /// The facts of hulls whose IMO number came from more than one MMSI: moves and double use.
  func sharedHullFacts() -> [Fact] {
    hulls.shared.flatMap { imo -> [Fact] in
      let members = hulls.tracks(of: imo)
      let moves = zip(members, members.dropFirst()).flatMap { moveFacts(from: $0, to: $1) }
      let pairs = members.indices.flatMap { first in
        members[(first + 1)...].map { (members[first], $0) }
      }
      return moves + pairs.flatMap { doubleUseFacts($0, $1) }
    }
  }

  /// What changes when a hull stops sending under one MMSI and starts under another.
  private func moveFacts(from old: Int, to new: Int) -> [Fact] {
    guard let last = tracks[old].positions.last, let first = tracks[new].positions.first,
      let before = tracks[old].vessel.mmsi, let after = tracks[new].vessel.mmsi,
      last.time < first.time
    else { return [] }
    let evidence = [tracks[old].evidence(last), tracks[new].evidence(first)]
    let (was, now) = (
      SelfDescription(tracks[old].reports, settings.parameters),
      SelfDescription(tracks[new].reports, settings.parameters)
    )
    let described = [DescribedField.name, .callSign].compactMap { field -> IdentityChange? in
      guard let from = was.value(field, at: last.time), let to = now.value(field, at: first.time),
        from != to
      else { return nil }
      return IdentityChange(field: field.rawValue, from: from, to: to)
    }
    let changes =
      [IdentityChange(field: "mmsi", from: before.description, to: after.description)] + described
    return changes.map {
      identityChange($0, of: tracks[new].vessel, at: first.time, evidence: evidence)
    } + flagFacts(before, after, of: tracks[new].vessel, at: first, evidence)
  }

  private func flagFacts(
    _ before: MMSI, _ after: MMSI, of vessel: VesselReference, at position: Position,
    _ evidence: [Evidence]
  ) -> [Fact] {
    guard let from = before.country, let to = after.country, from != to else { return [] }
    return [
      FlagChange.schema.fact(
        FlagChange(from: from, to: to, registryStatus: nil),
        FactHeader(
          vessel: vessel, span: TimeSpan(start: position.instant, end: position.instant),
          position: position.coordinate, source: "ais", evidence: evidence,
          detector: detectors.identity))
    ]
  }

  /// A `duplicate_identity` for both when one IMO number is in two places at once.
  private func doubleUseFacts(_ a: Int, _ b: Int) -> [Fact] {
    let far = apart(tracks[a].positions, tracks[b].positions)
    guard far.count >= settings.parameters.count(.impossiblePositions), let first = far.first,
      let last = far.last
    else { return [] }
    let displacement = far.map { $0.0.distance(to: $0.1) }.max()
    return [(a, b, first.0, first.1), (b, a, first.1, first.0)].map { own, other, here, there in
      let anomaly = Anomaly(
        kind: "duplicate_identity", impliedSpeed: nil, displacement: displacement,
        endPosition: there.coordinate)
      return Anomaly.schema.fact(
        anomaly,
        FactHeader(
          vessel: tracks[own].vessel,
          span: TimeSpan(
            start: min(here, there).instant, end: max(last.0, last.1).instant),
          position: here.coordinate, source: "ais",
          evidence: [tracks[own].evidence(here), tracks[other].evidence(there)],
          detector: detectors.anomaly("duplicate_identity")))
    }
  }

  /// The positions of two tracks within an hour of one another and `duplicate_distance` apart.
  private func apart(
    _ a: Positions, _ b: Positions
  ) -> [(Position, Position)] {
    let distance = settings.parameters.metres(.duplicateDistance)
    var found: [(Position, Position)] = []
    var index = b.startIndex
    for position in a {
      while index < b.endIndex, b[index].time < position.time - 3_600_000 { index += 1 }
      guard index < b.endIndex else { break }
      guard b[index].time <= position.time + 3_600_000 else { continue }
      if position.distance(to: b[index]) > distance { found.append((position, b[index])) }
    }
    return found
  }

  private func min(_ a: Position, _ b: Position) -> Position { a.time <= b.time ? a : b }
  private func max(_ a: Position, _ b: Position) -> Position { a.time >= b.time ? a : b }
}
