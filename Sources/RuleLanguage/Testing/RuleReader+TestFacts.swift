import Maritime
import StrictYAML

extension RuleReader {
  mutating func testTime(_ node: YAMLNode) -> UTCTime? {
    guard case .time(let time)? = testValue(node, .time, key: "time") else { return nil }
    return time
  }

  /// The vessel of a case and its own fields; without numbers it gets an MMSI that nobody has.
  mutating func testVessel(
    _ node: YAMLNode?
  ) -> (vessel: VesselReference?, state: [String: FactValue]) {
    let nobody = MMSI(200_000_000).map { VesselReference(mmsi: $0) }
    guard let node else { return (nobody, [:]) }
    let names = vocabulary.stateFields.map(\.name)
    guard checkKeys(of: node, names, in: "vessel") else { return (nil, [:]) }
    var state: [String: FactValue] = [:]
    for field in vocabulary.stateFields {
      guard let value = node[field.name] else { continue }
      state[field.name] = testValue(value, field.type, key: field.name)
    }
    let (imo, mmsi) = numbers(node)
    return (VesselReference(mmsi: mmsi, imo: imo) ?? nobody, state)
  }

  private mutating func numbers(_ node: YAMLNode) -> (IMONumber?, MMSI?) {
    let imo = node["imo"].flatMap { number($0, IMONumber.init(_:), "an IMO number") }
    let mmsi = node["mmsi"].flatMap { number($0, MMSI.init(_:), "an MMSI") }
    return (imo, mmsi)
  }

  private mutating func number<Number>(
    _ node: YAMLNode, _ read: (String) -> Number?, _ what: String
  ) -> Number? {
    if let number = node.text.flatMap(read) { return number }
    report(
      .invalidTestValue, "`\(node.text ?? "")` is not \(what)", at: node.span,
      help: node.text.flatMap(Self.sameDigits).map {
        "the number with a right check digit is `\($0)`"
      })
    return nil
  }

  /// The IMO number that differs in the check digit only.
  private static func sameDigits(_ text: String) -> IMONumber? {
    guard text.utf8.count == 7, let number = Int(text) else { return nil }
    return (0...9).lazy.compactMap { IMONumber(number / 10 * 10 + $0) }.first
  }

  mutating func testFact(_ node: YAMLNode, vessel: VesselReference?) -> Fact? {
    guard let vessel, let factNode = node["fact"], let name = text(factNode, key: "fact") else {
      if node["fact"] == nil { _ = checkKeys(of: node, ["fact"], required: ["fact"], in: "a fact") }
      return nil
    }
    guard let kind = vocabulary.catalog.kind(name) else {
      report(
        .unknownFact, "unknown fact `\(name)`", at: factNode.span,
        help: nameHelp(name, in: vocabulary.catalog.kinds.map(\.name)))
      return nil
    }
    guard checkFields(of: node, kind), let span = testSpan(node),
      let owner = owner(of: node, otherwise: vessel)
    else { return nil }
    let position = node["start_position"].flatMap {
      testValue($0, .position, key: "start_position")
    }
    let point: Coordinate? = if case .position(let point)? = position { point } else { nil }
    let values = kind.fields.map { field in
      node[field.name].flatMap { testValue($0, field.type, key: field.name) }
    }
    let source = node["source"].flatMap { text($0, key: "source") } ?? "ais"
    let header = FactHeader(
      vessel: owner, span: span, position: point, source: source, evidence: [], detector: nil)
    return Fact(kind: kind, header: header, values: values)
  }

  /// The vessel that a fact is about; the subject's when it does not say.
  private mutating func owner(
    of node: YAMLNode, otherwise vessel: VesselReference
  ) -> VesselReference? {
    guard let own = node["of_vessel"] else { return vessel }
    guard case .vessel(let other)? = testPartner(own) else { return nil }
    return other
  }

  private mutating func checkFields(of node: YAMLNode, _ kind: FactKind) -> Bool {
    var isRight = true
    for entry in node.entries ?? [] {
      if entry.key == "fact" || vocabulary.field(entry.key, of: .fact(kind)) != nil { continue }
      isRight = false
      let known = vocabulary.fields(of: .fact(kind)).map(\.name) + ["fact"]
      report(
        .unknownField, "unknown field `\(entry.key)` of \(kind.name)", at: entry.keySpan,
        label: "not a field here", help: nameHelp(entry.key, in: known))
    }
    return isRight
  }

  /// The interval of a fact; without `end` and `duration` the fact goes on.
  private mutating func testSpan(_ node: YAMLNode) -> TimeSpan? {
    guard checkStart(of: node), let startNode = node["start"], let start = testTime(startNode)
    else { return nil }
    var end = node["end"].flatMap { testTime($0) }
    if let durationNode = node["duration"] {
      guard node["end"] == nil else {
        report(
          .conflictingKeys, "a fact has `end` or `duration`, not both",
          at: keySpan("duration", in: node))
        return nil
      }
      guard let length = duration(durationNode, key: "duration") else { return nil }
      end = UTCTime(milliseconds: start.milliseconds + length)
    }
    if let end, end < start {
      report(.invertedTestFact, "the fact ends before it starts", at: keySpan("end", in: node))
      return nil
    }
    return TimeSpan(start: start, end: end)
  }

  private mutating func checkStart(of node: YAMLNode) -> Bool {
    guard node["start"] == nil else { return true }
    report(
      .missingKey, "the fact has no `start`", at: keySpan("fact", in: node), help: "add `start:`")
    return false
  }

  /// A value as a clause would write it.
  mutating func testValue(_ node: YAMLNode, _ type: FieldType, key: String) -> FactValue? {
    if case .vessel = type { return testPartner(node) }
    if case .company = type { return testCompany(node) }
    guard let text = text(node, key: key) else { return nil }
    let checker = ExpressionChecker(vocabulary: vocabulary, scope: Scope())
    let whole = 0..<text.utf8.count
    do throws(ClauseError) {
      let found: Expression? =
        if case .quantity = type {
          try checker.literal(
            ExpressionSyntax(form: .number(text), range: whole), of: .field(type))
        } else {
          try checker.written(text, whole, type)
        }
      if case .literal(let value)? = found { return value }
      report(
        .invalidTestValue,
        "`\(text)` is not \(ValueType.field(type).description)", at: node.span)
    } catch {
      report(error, in: node)
    }
    return nil
  }

  /// A company: a number of seven digits, a name, or both in a mapping.
  private mutating func testCompany(_ node: YAMLNode) -> FactValue? {
    var (number, name): (String?, String?) = (nil, nil)
    if node.entries != nil {
      guard checkKeys(of: node, .companyNumbers) else { return nil }
      number = node["imo"].map { $0.text ?? "" }
      name = node["name"].flatMap { text($0, key: "name") }
    } else if let digits = node.text.flatMap({ CompanyReference.digits(of: $0) }) {
      number = digits
    } else {
      name = node.text
    }
    if let company = CompanyReference(number: number, name: name) { return .company(company) }
    report(
      .invalidTestValue, "`\(number ?? "")` is not a company", at: (node["imo"] ?? node).span,
      help: "write the seven digits of its IMO number, a name, or `{imo: …, name: …}`")
    return nil
  }

  /// Another vessel: an IMO number, an MMSI, or both in a mapping.
  private mutating func testPartner(_ node: YAMLNode) -> FactValue? {
    if node.entries != nil {
      guard checkKeys(of: node, .vesselNumbers) else { return nil }
      let (imo, mmsi) = numbers(node)
      return VesselReference(mmsi: mmsi, imo: imo).map(FactValue.vessel)
    }
    if let imo = node.text.flatMap(IMONumber.init(_:)) { return .vessel(VesselReference(imo: imo)) }
    if let text = node.text, text.utf8.count == 9, let mmsi = MMSI(text) {
      return .vessel(VesselReference(mmsi: mmsi))
    }
    report(
      .invalidTestValue, "`\(node.text ?? "")` is not a vessel", at: node.span,
      help: "write an IMO number, an MMSI of nine digits, or `{imo: …, mmsi: …}`")
    return nil
  }
}

extension RuleReader {
  /// The company or port of a case; every fact of the case belongs to it.
  mutating func testSubject(
    _ node: YAMLNode
  ) -> (subject: RuleSubject, state: [String: FactValue])? {
    let key = subject.rawValue
    guard let type = subject.valueType, let own = node[key] else {
      report(
        .missingKey, "the test has no `\(key)`", at: keySpan("name", in: node),
        help: "add `\(key):`, for the rule is about one")
      return nil
    }
    var state: [String: FactValue] = [:]
    switch testValue(own, type, key: key) {
    case .company(let company):
      state["imo"] = company.number.map(FactValue.text)
      state["name"] = company.name.map(FactValue.text)
      return (.company(company), state)
    case .port(let port):
      state["locode"] = .text(port.code)
      state["name"] = port.name.map(FactValue.text)
      return (.port(port), state)
    default: return nil
    }
  }
}
