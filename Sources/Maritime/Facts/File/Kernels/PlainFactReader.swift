/// Reads the facts of plain lines, which nearly all lines of facts files are.
///
/// Gives the fact that `FactReader` gives, or `nil`, and then that one is asked: it also knows what
/// is wrong. Texts and detectors that lines share are made once.
struct PlainFactReader {
  private let plans: FactLinePlans
  private let file: String
  private var spare: [PlainLine.Member] = []
  private var texts = SharedTexts()
  private var detectors: [(bytes: [UInt8], detector: DetectorDescription)] = []

  /// Starts on a file.
  init(_ plans: FactLinePlans, file: String) {
    self.plans = plans
    self.file = file
  }

  /// Reads a line without its end; `number` is the line's.
  mutating func fact(_ bytes: UnsafeRawBufferPointer, number: Int) -> Fact? {
    // Taken away first, so that the memory has one owner and is used again.
    var members: [PlainLine.Member] = []
    swap(&members, &spare)
    guard var line = PlainLine(bytes, spare: members, until: { _ in false }) else { return nil }
    let fact = fact(&line, number: number)
    spare = line.members
    return fact
  }

  private mutating func fact(_ line: inout PlainLine, number: Int) -> Fact? {
    guard let name = line.take(FactLinePlans.fact), name.form == .text,
      let plan = plans.plans.first(where: { line.has(name.value, $0.name) })
    else { return nil }
    var values: [FactValue?] = []
    values.reserveCapacity(plan.fields.count)
    for field in plan.fields {
      guard let value = value(of: field, &line) else { return nil }
      values.append(value.known)
    }
    guard let header = header(&line, plan, number: number), line.isTaken else { return nil }
    return Fact(kind: plan.kind, header: header, values: values)
  }

  /// A value, or that there is none.
  private struct Read {
    let known: FactValue?
  }

  private mutating func value(of field: FactLinePlans.Field, _ line: inout PlainLine) -> Read? {
    let first = line.take(field.keys[0])
    let second = field.keys.count > 1 ? line.take(field.keys[1]) : nil
    guard first != nil || second != nil else { return field.isOptional ? Read(known: nil) : nil }
    return read(field, first, second, line).map { Read(known: $0) }
  }

  private func read(
    _ field: FactLinePlans.Field, _ first: PlainLine.Member?, _ second: PlainLine.Member?,
    _ line: PlainLine
  ) -> FactValue? {
    switch field.type {
    case .position: return coordinate(first, second, line).map(FactValue.position)
    case .vessel: return vessel(first, second, line).map(FactValue.vessel)
    case .company: return company(first, second, line)
    case .port:
      guard let code = first.flatMap(line.text) else { return nil }
      if let second, second.form != .text { return nil }
      return .port(PortReference(code: code, name: second.flatMap(line.text)))
    default: return first.flatMap { simple(field, $0, line) }
    }
  }

  private func simple(
    _ field: FactLinePlans.Field, _ member: PlainLine.Member, _ line: PlainLine
  ) -> FactValue? {
    switch field.type {
    case .quantity(let dimension):
      let quantity = line.number(member).flatMap { Quantity(dimension, $0, unit: field.unit) }
      guard let quantity, field.limits?.contains(quantity.steps) ?? true else { return nil }
      return .quantity(quantity)
    case .bool:
      guard member.form == .word else { return nil }
      if line.has(member.value, FactLinePlans.yes) { return .bool(true) }
      return line.has(member.value, FactLinePlans.no) ? .bool(false) : nil
    default: break
    }
    guard member.form == .text else { return nil }
    switch field.type {
    case .time: return line.time(member.value).map(FactValue.time)
    case .money: return Money(line.string(member.value)).map(FactValue.money)
    case .zone: return .zone(line.string(member.value))
    case .text: return .text(line.string(member.value))
    case .country: return CountryCode(line.string(member.value)).map(FactValue.country)
    case .word:
      return field.words.first { line.has(member.value, $0.bytes) }.map { .word($0.word) }
    default: return nil
    }
  }

  private func coordinate(
    _ latitude: PlainLine.Member?, _ longitude: PlainLine.Member?, _ line: PlainLine
  ) -> Coordinate? {
    guard let north = latitude.flatMap(line.number), let east = longitude.flatMap(line.number)
    else { return nil }
    return Coordinate(latitude: north, longitude: east)
  }

  private func vessel(
    _ radio: PlainLine.Member?, _ hull: PlainLine.Member?, _ line: PlainLine
  ) -> VesselReference? {
    var (mmsi, imo): (MMSI?, IMONumber?)
    if let radio {
      guard let number = line.integer(radio).flatMap({ MMSI(UInt32($0)) }) else { return nil }
      mmsi = number
    }
    if let hull {
      guard let number = line.integer(hull).flatMap({ IMONumber($0) }) else { return nil }
      imo = number
    }
    return VesselReference(mmsi: mmsi, imo: imo)
  }

  private func company(
    _ number: PlainLine.Member?, _ name: PlainLine.Member?, _ line: PlainLine
  ) -> FactValue? {
    if let number, number.form != .text { return nil }
    if let name, name.form != .text { return nil }
    return CompanyReference(
      number: number.flatMap(line.text), name: name.flatMap(line.text)
    ).map(FactValue.company)
  }
}

extension PlainFactReader {
  private mutating func header(
    _ line: inout PlainLine, _ plan: FactLinePlans.Plan, number: Int
  ) -> FactHeader? {
    guard
      let vessel = vessel(line.take(FactLinePlans.mmsi), line.take(FactLinePlans.imo), line),
      let span = span(&line, plan)
    else { return nil }
    // Both are allowed and not used.
    if let id = line.take(FactLinePlans.id), id.form != .text { return nil }
    if let share = line.take(FactLinePlans.confidence), line.number(share) == nil { return nil }
    let (north, east) = (line.take(FactLinePlans.latitude), line.take(FactLinePlans.longitude))
    var position: Coordinate?
    if north != nil || east != nil {
      guard let point = coordinate(north, east, line) else { return nil }
      position = point
    }
    var source = FactFile.unstatedSource
    if let member = line.take(FactLinePlans.source) {
      guard member.form == .text else { return nil }
      source = texts.text(member.value, in: line)
    }
    guard let evidence = evidence(&line, number: number), let detector = detector(&line) else {
      return nil
    }
    return FactHeader(
      vessel: vessel, span: span, position: position, source: source, evidence: evidence,
      detector: detector.known)
  }

  private func span(_ line: inout PlainLine, _ plan: FactLinePlans.Plan) -> TimeSpan? {
    guard let first = line.take(FactLinePlans.start), first.form == .text,
      let start = line.time(first.value)
    else { return nil }
    var end: UTCTime?
    if let last = line.take(FactLinePlans.end) {
      guard last.form == .text, let time = line.time(last.value), time >= start else { return nil }
      end = time
    }
    if !plan.hasDuration, let given = line.take(FactLinePlans.duration) {
      guard let seconds = line.number(given),
        let length = Quantity(.duration, seconds, unit: FactLinePlans.seconds)
      else { return nil }
      if let end, abs(length.steps - (end - start)) > 1000 { return nil }
    }
    return TimeSpan(start: start, end: end)
  }

  private mutating func evidence(_ line: inout PlainLine, number: Int) -> [Evidence]? {
    guard let member = line.take(FactLinePlans.evidence) else {
      return [Evidence(file: file, line: number, time: nil)]
    }
    var reader = PlainEvidence(line, member.value)
    return reader.read(&texts)
  }

  /// A detector, or that there is none.
  private struct ReadDetector {
    let known: DetectorDescription?
  }

  private mutating func detector(_ line: inout PlainLine) -> ReadDetector? {
    guard let member = line.take(FactLinePlans.detector) else { return ReadDetector(known: nil) }
    guard member.form == .nested else { return nil }
    if let known = detectors.first(where: { line.has(member.value, $0.bytes) }) {
      return ReadDetector(known: known.detector)
    }
    let bytes = Array(line.bytes[member.value])
    // What is no JSON is for the careful reader, which says so.
    guard let value = try? JSONValue(reading: bytes) else { return nil }
    var members = FactMembers([JSONMember("detector", value)])
    let detector = members.detector()
    // A file of one program has a few; one that differs on every line is not worth keeping.
    if let detector, detectors.count < 64 { detectors.append((bytes, detector)) }
    return ReadDetector(known: detector)
  }
}
