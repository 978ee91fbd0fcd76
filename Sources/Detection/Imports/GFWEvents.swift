public import Maritime

/// Events of the API of Global Fishing Watch as facts.
///
/// Gaps, encounters, loitering and port visits have a kind of fact; fishing has none and is
/// rejected. Takes one event, a list of events, the answer of the API with its `entries`, and one
/// event a line. Numbers may be text, as the API sends some, and an empty `end` is an open fact.
/// Kilometres become metres. Source of the fields: the API's documentation, version 3.
public enum GFWEvents {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - file: The name for evidence and rejections.
  /// - Returns: A fact or a rejection for every event, in file order.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (facts: [Fact], rejections: [Rejection]) {
    let (records, rejected) = JSONRecords.read(bytes, file: file, listKey: "entries")
    var facts: [Fact] = []
    var rejections = rejected
    for record in records {
      do throws(ImportProblem) {
        facts.append(try GFWEvent(record, file: file).fact())
      } catch {
        rejections.append(error.rejection(file, line: record.line))
      }
    }
    return (facts, rejections.sorted { $0.line < $1.line })
  }
}

/// One event, read field by field.
private struct GFWEvent {
  private let fields: GFWFields
  private let header: FactHeader

  init(_ record: JSONRecord, file: String) throws(ImportProblem) {
    fields = GFWFields(record.value)
    guard let vessel = fields["vessel"].vessel else {
      throw ImportProblem("no-vessel-number", "`vessel.ssvid` is no MMSI")
    }
    guard let start = try fields.time("start") else {
      throw ImportProblem("missing-field", "`start` is missing")
    }
    let end = try fields.time("end")
    if let end, end < start {
      throw ImportProblem("ends-before-start", "it ends at \(end) and starts at \(start)")
    }
    header = FactHeader(
      vessel: vessel, span: TimeSpan(start: start, end: end),
      position: try fields.position("position"), source: "import:gfw",
      evidence: [Evidence(file: file, line: record.line, time: start)], detector: nil)
  }

  func fact() throws(ImportProblem) -> Fact {
    let type = fields.text("type") ?? ""
    switch type.lowercased() {
    case "gap", "gap_start": return try gap()
    case "encounter": return try encounter()
    case "loitering": return try loitering()
    case "port_visit", "portvisit", "port": return try portCall()
    case "": throw ImportProblem("missing-field", "`type` is missing")
    default: throw ImportProblem("no-such-fact", "there is no fact for an event `\(type)`")
    }
  }

  /// Global Fishing Watch calls a gap intentional only where reception is good: then it is no
  /// outage of the feed, and otherwise nothing is known.
  private func gap() throws(ImportProblem) -> Fact {
    let gap = fields["gap"]
    let values: [String: FactValue?] = [
      "distance": try gap.number("distanceKm").map { .quantity(.length(metres: $0 * 1000)) },
      "implied_speed": try gap.number("impliedSpeedKnots").map { .quantity(.speed(knots: $0)) },
      "end_position": try gap.position("onPosition").map(FactValue.position),
      "open": .bool(header.span.end == nil),
      "feed_outage": try gap.bool("intentionalDisabling") == true ? .bool(false) : nil,
      "shore_distance": try fields["distances"].number("startDistanceFromShoreKm")
        .map { .quantity(.length(metres: $0 * 1000)) },
      "satellite_positions_before": try gap.number("positions12HoursBeforeSat")
        .map { .quantity(.count(Int($0.rounded()))) },
      "daily_positions": try gap.number("positionsPerDaySatReception")
        .map { .quantity(.count(Int($0.rounded()))) },
    ]
    let kind = Gap.schema.kind
    return Fact(kind: kind, header: header, values: kind.fields.map { values[$0.name] ?? nil })
  }

  private func encounter() throws(ImportProblem) -> Fact {
    let event = fields["encounter"]
    guard let partner = event["vessel"].vessel else {
      throw ImportProblem("no-vessel-number", "`encounter.vessel.ssvid` is no MMSI")
    }
    guard let distance = try event.number("medianDistanceKilometers"),
      let speed = try event.number("medianSpeedKnots")
    else { throw ImportProblem("missing-field", "`encounter` lacks its median distance or speed") }
    var encounter = Encounter(
      partner: partner, medianDistance: distance * 1000, medianSpeed: speed,
      portDistance: try fields["distances"].number("startDistanceFromPortKm").map { $0 * 1000 })
    encounter.shoreDistance = try fields["distances"].number("startDistanceFromShoreKm")
      .map { $0 * 1000 }
    encounter.partnerFlag = event["vessel"].country("flag")
    return Encounter.schema.fact(encounter, header)
  }

  private func loitering() throws(ImportProblem) -> Fact {
    let event = fields["loitering"]
    guard let speed = try event.number("averageSpeedKnots"),
      let distance = try event.number("totalDistanceKm")
    else { throw ImportProblem("missing-field", "`loitering` lacks its speed or distance") }
    var loitering = Loitering(meanSpeed: speed, distance: distance * 1000)
    loitering.shoreDistance = try event.number("averageDistanceFromShoreKm").map { $0 * 1000 }
    return Loitering.schema.fact(loitering, header)
  }

  /// The anchorage of the middle names the port, as that of the start may be an anchorage outside.
  private func portCall() throws(ImportProblem) -> Fact {
    let visit = fields.has("port_visit") ? fields["port_visit"] : fields["portVisit"]
    let keys = ["intermediateAnchorage", "startAnchorage", "endAnchorage"]
    let anchorage = keys.map { visit[$0] }.first { $0.text("id") != nil || $0.text("name") != nil }
    guard let anchorage, let code = anchorage.text("id") ?? anchorage.text("name") else {
      throw ImportProblem("missing-field", "`port_visit` names no anchorage")
    }
    guard let confidence = try visit.number("confidence"), (1...4).contains(confidence) else {
      throw ImportProblem("missing-field", "`port_visit.confidence` is not 1 to 4")
    }
    let port = Port(
      code: code, name: anchorage.text("name"), country: anchorage.country("flag"), groups: [],
      areas: [])
    return PortCall.schema.fact(
      PortCall(
        port: port, confidence: Int(confidence), stops: nil, isOpen: header.span.end == nil,
        slack: nil, feasiblePorts: nil),
      header)
  }
}
