/// Reads one line of a facts file.
struct FactReader {
  private let kind: FactKind
  private let place: Evidence?
  private var members: FactMembers

  // `place` is where the line stands: the evidence of a fact that names none. A fact that a
  // verdict cites has no place.
  init(
    _ line: ArraySlice<UInt8>, at place: Evidence?, _ catalog: FactCatalog
  ) throws(RowProblem) {
    try self.init(FactMembers(line), at: place, catalog)
  }

  init(_ members: FactMembers, at place: Evidence?, _ catalog: FactCatalog) throws(RowProblem) {
    self.place = place
    var members = members
    guard let name = try members.text("fact") else {
      throw RowProblem("missing-field", "'fact' is missing")
    }
    guard let kind = catalog.kind(name) else {
      throw RowProblem("unknown-fact", "there is no fact '\(name)'")
    }
    self.kind = kind
    self.members = members
  }

  func fact() throws(RowProblem) -> Fact {
    var members = members
    var values: [FactValue?] = []
    for field in kind.fields { values.append(try Self.value(of: field, &members)) }
    let header = try header(&members)
    if let key = members.firstUnread {
      throw RowProblem("unknown-key", "'\(kind.name)' has no field '\(key)'")
    }
    return Fact(kind: kind, header: header, values: values)
  }

  private func header(_ members: inout FactMembers) throws(RowProblem) -> FactHeader {
    let vessel = try vessel(&members)
    let span = try span(&members)
    try members.skip("id", "confidence")
    return FactHeader(
      vessel: vessel, span: span, position: try members.position(prefix: ""),
      source: try members.text("source") ?? FactFile.unstatedSource,
      evidence: try members.evidence(orOwn: place), detector: members.detector())
  }

  private func vessel(_ members: inout FactMembers) throws(RowProblem) -> VesselReference {
    guard kind.isAboutVessel else { return .noVessel }
    guard let vessel = try members.vessel(prefix: "") else {
      if place == nil { return .noVessel }
      throw RowProblem("missing-field", "'mmsi' and 'imo' are both missing")
    }
    return vessel
  }

  private func span(_ members: inout FactMembers) throws(RowProblem) -> TimeSpan {
    guard let start = try members.time("start") else {
      throw RowProblem("missing-field", "'start' is missing")
    }
    let end = try members.time("end")
    if let end, end < start {
      throw RowProblem("ends-before-start", "it ends at \(end) and starts at \(start)")
    }
    if kind.index(of: "duration") == nil { try checkDuration(&members, start, end) }
    return TimeSpan(start: start, end: end)
  }

  /// Others write whole seconds, so a difference below one second is no mistake.
  private func checkDuration(
    _ members: inout FactMembers, _ start: UTCTime, _ end: UTCTime?
  ) throws(RowProblem) {
    guard let given = try members.quantity("duration", .duration), let end else { return }
    guard abs(given.steps - (end - start)) <= 1000 else {
      throw RowProblem("wrong-duration", "'duration_s' is not the time from start to end")
    }
  }

  private static func value(
    of field: FieldDeclaration, _ members: inout FactMembers
  ) throws(RowProblem) -> FactValue? {
    let value = try read(field, &members)
    guard value != nil || field.isOptional else {
      throw RowProblem("missing-field", "'\(field.name)' is missing")
    }
    if case .quantity(let quantity)? = value, field.limits?.contains(quantity.steps) == false {
      throw RowProblem("bad-value", "'\(field.name)' is \(quantity), which it cannot be")
    }
    return value
  }

  private static func read(
    _ field: FieldDeclaration, _ members: inout FactMembers
  ) throws(RowProblem) -> FactValue? {
    switch field.type {
    case .time: try members.time(field.name).map(FactValue.time)
    case .quantity(let dimension):
      try members.quantity(field.name, dimension).map(FactValue.quantity)
    case .money: try members.money(field.name).map(FactValue.money)
    case .position:
      try members.position(prefix: field.positionPrefix + "_").map(FactValue.position)
    case .vessel: try members.vessel(prefix: field.name + "_").map(FactValue.vessel)
    case .company: try members.company(prefix: field.name + "_").map(FactValue.company)
    case .port: try members.port(field.name).map(FactValue.port)
    case .zone: try members.text(field.name).map(FactValue.zone)
    case .country: try members.country(field.name).map(FactValue.country)
    case .word(let words): try members.word(field.name, of: words).map(FactValue.word)
    case .text: try members.text(field.name).map(FactValue.text)
    case .bool: try members.bool(field.name).map(FactValue.bool)
    }
  }
}
