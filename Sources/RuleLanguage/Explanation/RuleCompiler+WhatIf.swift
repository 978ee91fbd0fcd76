public import Maritime

extension RuleCompiler {
  /// The facts of a vessel with one value changed.
  ///
  /// A name is a kind of fact. Without a number it means the latest of the kind; with one, facts
  /// count from 1 in the order of time. Only facts that began before `now` are counted. `vessel`
  /// means what identity facts say of the vessel at `now`.
  public func changing(
    _ facts: [Fact], by change: WhatIf, now: UTCTime
  ) throws(WhatIf.Failure) -> [Fact] {
    if change.name == "vessel" { return try changingIdentity(facts, by: change, now: now) }
    guard let kind = vocabulary.catalog.kind(change.name) else {
      throw failure(
        "there is no fact '\(change.name)'", near: change.name,
        in: vocabulary.catalog.kinds.map(\.name) + ["vessel"])
    }
    let own = facts.filter { $0.kind == kind && $0.header.span.start < now }.sorted {
      ($0.header.span.start, $0.id) < ($1.header.span.start, $1.id)
    }
    let index = change.number.map { $0 - 1 } ?? own.count - 1
    guard own.indices.contains(index) else {
      throw WhatIf.Failure(
        message: "the vessel has \(own.count) facts of the kind \(kind.name)",
        advice: "a number in brackets counts them from 1")
    }
    return try replacing([own[index].id], of: facts, by: change, now: now)
  }

  /// Changes a field in all identity facts that hold, or else in the one that ended last.
  ///
  /// What is not to be known any more is taken out of the earlier ones too, since they count when
  /// none that holds says anything.
  private func changingIdentity(
    _ facts: [Fact], by change: WhatIf, now: UTCTime
  ) throws(WhatIf.Failure) -> [Fact] {
    let kind = VesselIdentity.schema.kind
    guard kind.index(of: change.field) != nil else {
      throw failure(
        "the vessel has no field '\(change.field)' that can be changed", near: change.field,
        in: kind.fields.map(\.name))
    }
    let known = facts.filter { $0.kind == kind && $0.header.span.start < now }
    let holding = known.filter { fact in fact.header.span.end.map { $0 > now } ?? true }
    let last = known.max {
      ($0.header.span.end ?? now, $0.id) < ($1.header.span.end ?? now, $1.id)
    }
    let chosen = change.value == nil ? known : holding.isEmpty ? last.map { [$0] } ?? [] : holding
    guard !chosen.isEmpty else {
      throw WhatIf.Failure(
        message: "nothing is known of the vessel that could be changed",
        advice: "give a registry row of it with --registry")
    }
    return try replacing(Set(chosen.map(\.id)), of: facts, by: change, now: now)
  }

  private func replacing(
    _ ids: Set<String>, of facts: [Fact], by change: WhatIf, now: UTCTime
  ) throws(WhatIf.Failure) -> [Fact] {
    try facts.map { fact throws(WhatIf.Failure) in
      ids.contains(fact.id) ? try changing(fact, by: change, now: now) : fact
    }
  }
}
