import Maritime
import StrictYAML

extension RuleReader {
  /// Reads the cases of a rule, each followed by its variants.
  mutating func tests(_ node: YAMLNode?) -> [RuleTest] {
    guard let node else { return [] }
    guard let items = node.items else {
      report(.wrongShape, "`tests` is a list of cases", at: node.span)
      return []
    }
    return items.flatMap { caseWithVariants($0) }
  }

  /// Reads the root of a file of tests.
  mutating func testFile(_ root: YAMLNode) -> [RuleTest] {
    if root.items != nil { return tests(root) }
    guard checkKeys(of: root, .testFile) else { return [] }
    return tests(root["tests"])
  }

  private mutating func caseWithVariants(_ node: YAMLNode) -> [RuleTest] {
    baseCase = ReadCase()
    guard checkKeys(of: node, .test),
      let name = node["name"].flatMap({ text($0, key: "name") }),
      let first = test(
        RuleTestSource(document: node, caseName: name, changes: []), name: name,
        span: (node["name"] ?? node).span)
    else { return [] }
    baseCase.isRead = true
    guard let vary = node["vary"] else { return [first] }
    guard let variants = vary.items else {
      report(.wrongShape, "`vary` is a list of variants", at: vary.span)
      return [first]
    }
    return [first] + variants.compactMap { variant($0, of: node, name: name) }
  }

  private mutating func variant(
    _ node: YAMLNode, of base: YAMLNode, name: String
  ) -> RuleTest? {
    guard checkKeys(of: node, .variant), let expect = node["expect"]
    else { return nil }
    guard let changes = changes(node), let changed = apply(changes, to: base, at: node),
      let final = changed.replacing(path: "expect", by: expect)
    else { return nil }
    let words = changes.map { change in
      change.value.map { "\(change.path) = \($0.text ?? "…")" } ?? "no \(change.path)"
    }
    return test(
      RuleTestSource(document: final, caseName: name, changes: changes),
      name: "\(name), with \(words.joined(separator: ", "))", span: node.span)
  }

  private mutating func changes(_ node: YAMLNode) -> [RuleTestChange]? {
    var changes = (node["set"]?.entries ?? []).map {
      RuleTestChange(path: $0.key, value: $0.value)
    }
    for item in node["unset"].map({ $0.items ?? [$0] }) ?? [] {
      guard let path = text(item, key: "unset") else { return nil }
      changes.append(RuleTestChange(path: path, value: nil))
    }
    return changes
  }

  private mutating func apply(
    _ changes: [RuleTestChange], to base: YAMLNode, at node: YAMLNode
  ) -> YAMLNode? {
    var changed = base
    for change in changes {
      guard let next = changed.replacing(path: change.path, by: change.value) else {
        let key = node["set"]?.entries?.first { $0.key == change.path }?.keySpan
        let item = node["unset"].map { $0.items ?? [$0] }?.first { $0.text == change.path }?.span
        reportPath(change.path, at: key ?? item ?? node.span)
        return nil
      }
      changed = next
    }
    return changed
  }

  private mutating func reportPath(_ path: String, at span: SourceSpan) {
    report(
      .unknownTestPath, "the test has no `\(path)`", at: span,
      help: "write a path such as `facts.0.duration` or `vessel.flag`")
  }

  /// Reads a case whose changes are made.
  mutating func test(_ source: RuleTestSource, name: String, span: SourceSpan) -> RuleTest? {
    let before = diagnostics.count
    let node = source.document
    guard let nowNode = node["now"], let now = testTime(nowNode) else { return nil }
    if subject == .program, node["vessel"] != nil {
      report(
        .noVessel, "a rule for a program has no vessel of its own",
        at: keySpan("vessel", in: node), help: "write `of_vessel` in each fact")
    }
    let (vessel, state) = caseVessel(node["vessel"])
    let facts = caseFacts(node["facts"]?.items ?? [], vessel: vessel)
    let lists = testLists(node["lists"], now: now)
    guard let expect = node["expect"], let expectation = expectation(expect) else { return nil }
    guard diagnostics.count == before, let vessel else { return nil }
    let fleet = FleetFacts(facts)
    let input: EvaluationInput
    switch subject {
    case .program: input = EvaluationInput(program: fleet, now: now, lists: lists.answer)
    case .vessel:
      input = EvaluationInput(
        vessel: vessel, state: state,
        facts: fleet.all.filter { fleet.isAbout($0, vessel) }, fleet: fleet, now: now,
        lists: lists.answer)
    case .company, .port:
      guard let (subject, state) = testSubject(node) else { return nil }
      input = EvaluationInput(
        subject: subject, state: state, facts: fleet.all, fleet: fleet, now: now,
        lists: lists.answer)
    }
    return RuleTest(
      name: name, file: file, span: span, input: input, expectation: expectation,
      source: source)
  }
}

extension RuleReader {
  private mutating func caseVessel(_ node: YAMLNode?) -> ReadCase.Vessel {
    if baseCase.isRead, let known = baseCase.vessel, baseCase.vesselNode == node { return known }
    let vessel = testVessel(node)
    if !baseCase.isRead { (baseCase.vesselNode, baseCase.vessel) = (node, vessel) }
    return vessel
  }

  private mutating func caseFacts(_ nodes: [YAMLNode], vessel: VesselReference?) -> [Fact] {
    let isSameVessel = baseCase.isRead && baseCase.vessel?.vessel == vessel
    let facts = nodes.enumerated().compactMap { index, node in
      isSameVessel
        ? baseCase.fact(index, node) ?? testFact(node, vessel: vessel)
        : testFact(node, vessel: vessel)
    }
    if !baseCase.isRead, facts.count == nodes.count {
      (baseCase.factNodes, baseCase.facts) = (nodes, facts)
    }
    return facts
  }

  private mutating func expectation(_ node: YAMLNode) -> RuleExpectation? {
    guard checkKeys(of: node, .expect) else { return nil }
    var expectation = RuleExpectation()
    for entry in node.entries ?? [] { expectation.spans[entry.key] = entry.value.span }
    expectation.answer = node["fires"].flatMap { answer($0) }
    expectation.points = node["points"].flatMap { points($0) }
    expectation.cites = node["cites"].map { texts($0, key: "cites") }
    expectation.says = texts(node["says"], key: "says")
    expectation.failing = texts(node["failing"], key: "failing")
    expectation.disposition = choice(
      node["disposition"], Disposition.self, key: "disposition")
    return expectation
  }

  private mutating func answer(_ node: YAMLNode) -> RuleEvaluation.Answer? {
    switch node.text {
    case "true": return .fires
    case "false": return .doesNotFire
    case "unknown": return .unknown
    default:
      report(
        .unknownChoice, "`\(node.text ?? "")` is not a value of `fires`", at: node.span,
        help: nameHelp(node.text ?? "", in: ["true", "false", "unknown"]))
      return nil
    }
  }

  private mutating func points(_ node: YAMLNode) -> Points? {
    if let text = node.text, case .success(.number(let millionths)) = QuantityLiteral.read(text),
      millionths % 100_000 == 0, (0...100_000_000).contains(millionths)
    {
      return Points(tenths: Int(millionths / 100_000))
    }
    report(
      .invalidNumber, "`points` is a number from 0 to 100 with at most one decimal",
      at: node.span)
    return nil
  }
}

extension FleetFacts {
  fileprivate func isAbout(_ fact: Fact, _ vessel: VesselReference) -> Bool {
    identity(fact.header.vessel) == identity(vessel)
  }
}
