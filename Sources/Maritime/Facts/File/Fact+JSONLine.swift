extension Fact {
  /// The fact as a line of a facts file, without the line's end.
  public var jsonLine: String {
    var writer = JSONWriter()
    writer.write(self)
    return writer.text
  }
}

extension JSONWriter {
  mutating func write(_ fact: Fact) {
    beginObject()
    key("id")
    string(fact.id)
    key("fact")
    string(fact.kind.name)
    write(fact.header.vessel, prefix: "")
    writeSpan(of: fact)
    if let position = fact.header.position { write(position, prefix: "") }
    for (field, value) in zip(fact.kind.fields, fact.values) {
      if let value { write(value, field) }
    }
    key("source")
    string(fact.header.source)
    write(fact.header.evidence)
    if let detector = fact.header.detector { write(detector) }
    endObject()
  }

  /// A closed fact also has its duration, unless its kind declares one of its own.
  private mutating func writeSpan(of fact: Fact) {
    let span = fact.header.span
    key("start")
    time(span.start)
    guard let end = span.end else { return }
    key("end")
    time(end)
    guard fact.kind.index(of: "duration") == nil else { return }
    write(.duration(milliseconds: end - span.start), key: "duration")
  }

  private mutating func write(_ vessel: VesselReference, prefix: String) {
    if let mmsi = vessel.mmsi {
      key(prefix, suffix: "mmsi")
      integer(mmsi.value)
    }
    if let imo = vessel.imo {
      key(prefix, suffix: "imo")
      integer(imo.value)
    }
  }

  /// A company's number may begin with a zero, so it is text.
  private mutating func write(_ company: CompanyReference, prefix: String) {
    if let number = company.number {
      key(prefix, suffix: "imo")
      string(number)
    }
    if let lei = company.lei {
      key(prefix, suffix: "lei")
      string(lei)
    }
    if let registration = company.registration {
      key(prefix, suffix: "registration")
      string(registration)
    }
    if let name = company.name {
      key(prefix, suffix: "name")
      string(name)
    }
  }

  private mutating func write(_ point: Coordinate, prefix: String) {
    key(prefix, suffix: "lat")
    decimal(Int64(point.latitudeE7), per: 10_000_000, digits: 7)
    key(prefix, suffix: "lon")
    decimal(Int64(point.longitudeE7), per: 10_000_000, digits: 7)
  }

  private mutating func write(_ quantity: Quantity, key name: String) {
    let unit = quantity.dimension.fileUnit
    key(name, suffix: unit.suffix)
    decimal(quantity.steps, per: unit.steps, digits: quantity.dimension.fileDigits)
  }

  private mutating func write(_ value: FactValue, _ field: FieldDeclaration) {
    switch value {
    case .quantity(let quantity): write(quantity, key: field.name)
    case .position(let point): write(point, prefix: field.positionPrefix + "_")
    case .vessel(let vessel): write(vessel, prefix: field.name + "_")
    case .company(let company): write(company, prefix: field.name + "_")
    case .port(let port): write(port, key: field.name)
    case .time(let instant):
      key(field.name)
      time(instant)
    case .bool(let isTrue):
      key(field.name)
      bool(isTrue)
    case .money(let money):
      key(field.name)
      string(money.description)
    case .zone(let text), .word(let text), .text(let text):
      key(field.name)
      string(text)
    case .country(let country):
      key(field.name)
      string(country.code)
    }
  }

  private mutating func write(_ port: PortReference, key name: String) {
    key(name)
    string(port.code)
    guard let portName = port.name else { return }
    key(name, suffix: "_name")
    string(portName)
  }

  private mutating func write(_ evidence: [Evidence]) {
    key("evidence")
    beginArray()
    for item in evidence {
      beginObject()
      key("file")
      string(item.file)
      key("line")
      integer(item.line)
      if let instant = item.time {
        key("time")
        time(instant)
      }
      endObject()
    }
    endArray()
  }

  /// The facts of a detector share its description, which is half of a line, so it is kept.
  private mutating func write(_ detector: DetectorDescription) {
    key("detector")
    if let known = detectors.first(where: { $0.detector == detector }) {
      return raw(known.bytes)
    }
    var writer = JSONWriter()
    writer.writeWhole(detector)
    detectors.append((detector, writer.bytes))
    raw(writer.bytes)
  }

  private mutating func writeWhole(_ detector: DetectorDescription) {
    beginObject()
    key("name")
    string(detector.name)
    key("version")
    integer(detector.version)
    key("parameters")
    beginObject()
    for parameter in detector.parameters { write(parameter.value, key: parameter.name) }
    endObject()
    endObject()
  }
}
