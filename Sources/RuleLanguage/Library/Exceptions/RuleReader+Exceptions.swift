import Maritime
import StrictYAML

/// What reading a file of exceptions gave: those that may suppress, and those that cannot.
struct ExceptionReading {
  var exceptions: [RuleException] = []
  var malformed: [LapsedException] = []
}

extension RuleReader {
  /// Reads a document of kind `exceptions`; one that is malformed suppresses nothing.
  mutating func exceptions(_ root: YAMLNode, rules: [String: CompiledRule]) -> ExceptionReading {
    var reading = ExceptionReading()
    guard let node = root["exceptions"] else { return reading }
    guard let items = node.items else {
      report(.wrongShape, "`exceptions` is a list", at: node.span)
      return reading
    }
    for item in items {
      let before = diagnostics.count
      if let exception = exception(item, rules: rules), diagnostics.count == before {
        reading.exceptions.append(exception)
      } else {
        let why = diagnostics.dropFirst(before).first?.message ?? "it cannot be read"
        reading.malformed.append(
          LapsedException(
            rule: item["rule"]?.text, match: nil, reason: "malformed: \(why)", file: file,
            line: item.span.start.line))
      }
    }
    return reading
  }

  private mutating func exception(
    _ node: YAMLNode, rules: [String: CompiledRule]
  ) -> RuleException? {
    guard checkKeys(of: node, .exception), let ruleNode = node["rule"],
      let id = text(ruleNode, key: "rule"),
      let version = integer("version", of: .exception, in: node)
    else { return nil }
    guard let rule = rules[id] else {
      report(
        .invalidException, "there is no rule `\(id)`", at: ruleNode.span,
        help: nearestName(to: id, in: rules.keys.sorted()).map { "did you mean `\($0)`?" })
      return nil
    }
    let words = ["reason", "evidence", "approver"].map { key in
      node[key].flatMap { text($0, key: key) }
    }
    guard let (from, expires) = term(of: node), let matchNode = node["match"],
      let match = tuple(matchNode, rule), checkLicence(node, rule),
      let reason = words[0], let evidence = words[1], let approver = words[2]
    else { return nil }
    return RuleException(
      rule: id, version: version, match: match, reason: reason, evidence: evidence,
      approver: approver, licence: node["licence"].flatMap { text($0, key: "licence") },
      from: from, expires: expires, file: file, span: ruleNode.span)
  }

  private mutating func term(of node: YAMLNode) -> (UTCTime, UTCTime)? {
    guard let fromNode = node["from"], let expiresNode = node["expires"],
      let from = testTime(fromNode), let expires = testTime(expiresNode)
    else { return nil }
    guard expires > from else {
      report(
        .invalidException, "the exception expires before it begins", at: expiresNode.span)
      return nil
    }
    guard expires - from <= RuleException.longest else {
      report(
        .invalidException, "the exception holds for longer than 366 days", at: expiresNode.span,
        help: "approve it again when it expires")
      return nil
    }
    return (from, expires)
  }

  /// Nobody in the house can allow what a law forbids; only its authority can.
  private mutating func checkLicence(_ node: YAMLNode, _ rule: CompiledRule) -> Bool {
    guard rule.header.floor == .prohibited, node["licence"] == nil else { return true }
    report(
      .invalidException, "`\(rule.header.id)` forbids a deal, and no licence is named",
      at: keySpan("rule", in: node),
      help:
        "add `licence:` with the authority's licence; approval alone does not lift a prohibition")
    return false
  }

  /// The values of `match`, which must be one list of the rule's `exceptable_by`.
  private mutating func tuple(_ node: YAMLNode, _ rule: CompiledRule) -> ExceptableTuple? {
    guard let entries = node.entries else {
      report(.wrongShape, "`match` is a mapping of paths and values", at: node.span)
      return nil
    }
    let paths = entries.map(\.key).sorted()
    let known = rule.exceptable.first { $0.map(\.path).sorted() == paths }
    guard let known else {
      let ways = rule.exceptable.map { "[\($0.map(\.path).joined(separator: ", "))]" }
      report(
        .invalidException, "`\(rule.header.id)` cannot be excepted by these fields",
        at: node.span,
        help: ways.isEmpty
          ? "the rule has no `exceptable_by`" : "it can be by \(ways.joined(separator: " or "))")
      return nil
    }
    var parts: [ExceptableTuple.Part] = []
    for entry in entries {
      guard let path = known.first(where: { $0.path == entry.key }),
        let value = exceptableValue(entry.value, path.type)
      else { return nil }
      parts.append(ExceptableTuple.Part(path: entry.key, value: value))
    }
    return ExceptableTuple(parts)
  }

  private mutating func exceptableValue(_ node: YAMLNode, _ type: ValueType) -> FactValue? {
    guard case .field(let type) = type else {
      report(.invalidException, "a number cannot name a finding", at: node.span)
      return nil
    }
    return testValue(node, type, key: "match")
  }
}
