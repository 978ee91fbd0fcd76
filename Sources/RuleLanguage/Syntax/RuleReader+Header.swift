import Maritime
import StrictYAML

extension RuleReader {
  /// Whether the file is a rule of this language; reports why not.
  mutating func checkDocument(_ root: YAMLNode) -> Bool {
    guard let entries = root.entries, let kind = root["kind"] else {
      report(
        .unsupportedKind, "the file does not say that it is a rule", at: start(of: root),
        help: "start it with `kind: rule`")
      return false
    }
    guard kind.text == "rule" else {
      report(
        .unsupportedKind, "a file of kind `\(kind.text ?? "")` is not a rule", at: kind.span,
        help: kind.text.flatMap { NameHelp($0, in: ["rule"]) })
      return false
    }
    if entries.first?.key != "kind" {
      report(
        .unsupportedKind, "`kind: rule` is not the first key", at: keySpan("kind", in: root))
    }
    if let language = root["language"], language.text != "1" {
      report(
        .unsupportedLanguage, "this program reads language 1", at: language.span,
        help: "write `language: 1`")
      return false
    }
    // A rule without a title still has a condition whose mistakes its author wants to see.
    _ = checkKeys(of: root, .rule)
    return root["match"] != nil
  }

  private func start(of root: YAMLNode) -> SourceSpan {
    root.entries?.first?.keySpan ?? SourceSpan(start: root.span.start, end: root.span.start)
  }

  /// Reads everything but the conditions, the evidence and the tests.
  mutating func header(_ root: YAMLNode) -> RuleHeader? {
    subject = ruleSubject(root["for"])
    if let fields = subject.ownFields { vocabulary.stateFields = fields }
    let id = root["id"].flatMap { kebabCase($0, key: "id") }
    let title = root["title"].flatMap { text($0, key: "title") }
    let version = root["version"] == nil ? 1 : integer("version", of: .rule, in: root)
    let status = choice(root["status"], RuleHeader.Status.self, key: "status")
    let severity = choice(root["severity"], RuleHeader.Severity.self, key: "severity")
    let lookback = root["lookback"].map { months($0, key: "lookback") } ?? Self.defaultLookback
    let typology = kebabCases(root["typology"], key: "typology")
    let regimes = kebabCases(root["regimes"], key: "regimes")
    let floor = choice(root["floor"], Disposition.self, key: "floor")
    let owner = root["owner"].flatMap { text($0, key: "owner") }
    let references = texts(root["references"], key: "references")
    let falsePositives = texts(root["false_positives"], key: "false_positives")
    let score = score(root["score"], rule: id ?? "")
    guard let id, let title, let version, let status, let severity, let lookback,
      let onUnknown = onUnknown(root["on_unknown"], severity), let score
    else { return nil }
    return RuleHeader(
      id: id, version: version, title: title, status: status, severity: severity, owner: owner,
      typology: typology, regimes: regimes, references: references, lookbackMonths: lookback,
      onUnknown: onUnknown, score: score, floor: floor, falsePositives: falsePositives,
      file: file, span: start(of: root), digest: semanticDigest(of: root),
      subject: subject)
  }

  /// Two years: what the US advisory of May 2020 asks of AIS histories (our own default for
  /// others).
  private static let defaultLookback: Int? = 24

  /// What the rule is about; a vessel when it does not say.
  private mutating func ruleSubject(_ node: YAMLNode?) -> RuleHeader.Subject {
    choice(node, RuleHeader.Subject.self, key: "for") ?? .vessel
  }

  private mutating func kebabCase(_ node: YAMLNode, key: String) -> String? {
    guard let text = text(node, key: key) else { return nil }
    guard isKebabCase(text) else {
      report(
        .invalidName, "`\(text)` is not in kebab case", at: node.span,
        help: "use lower-case letters, digits and `-`")
      return nil
    }
    return text
  }

  private mutating func kebabCases(_ node: YAMLNode?, key: String) -> [String] {
    guard let node else { return [] }
    return (node.items ?? [node]).compactMap { kebabCase($0, key: key) }
  }

  private mutating func months(_ node: YAMLNode, key: String) -> Int? {
    guard let text = text(node, key: key) else { return nil }
    if case .success(.quantity(let quantity)) = QuantityLiteral.read(text),
      quantity.dimension == .months, (1...600).contains(quantity.steps)
    {
      return Int(quantity.steps)
    }
    report(
      .invalidQuantity, "`\(key)` is a number of calendar months", at: node.span,
      help: "write months or years, such as `24mo` or `2y`; at most `50y`")
    return nil
  }
}

extension RuleReader {
  private mutating func onUnknown(
    _ node: YAMLNode?, _ severity: RuleHeader.Severity
  ) -> RuleHeader.OnUnknown? {
    guard let node else {
      return severity == .high || severity == .critical
        ? .review : .skip(reason: "the rule's severity is below high")
    }
    switch node.text {
    case "review": return .review
    case "fire": return .fire
    case "skip":
      report(
        .skipWithoutReason, "`skip` does not say why", at: node.span,
        help: "write `on_unknown: {skip: reason}`")
    case let text?:
      report(
        .unknownChoice, "`\(text)` is not a value of `on_unknown`", at: node.span,
        help: nameHelp(text, in: ["fire", "review", "skip"]))
    case nil:
      guard checkKeys(of: node, .onUnknown) else { return nil }
      return node["skip"].flatMap { text($0, key: "skip") }.map { .skip(reason: $0) }
    }
    return nil
  }

  private mutating func score(_ node: YAMLNode?, rule: String) -> RuleHeader.Score? {
    guard let node else { return RuleHeader.Score(points: 0, decay: nil, group: rule) }
    guard checkKeys(of: node, .score) else { return nil }
    let points = integer("points", of: .score, in: node)
    let perExtra = node["per_extra"] == nil ? 0 : integer("per_extra", of: .score, in: node)
    // A rule with points for further matches and no maximum of its own is cut at 100.
    let fallback = perExtra == 0 ? points : 100
    let most = node["max"].map { integer($0, (points ?? 0)...100, key: "max") } ?? fallback
    let decay = node["decay"].flatMap { self.decay($0) }
    let group = node["group"].map { kebabCase($0, key: "group") } ?? rule
    guard let points, let perExtra, let most, let group else { return nil }
    return RuleHeader.Score(
      points: points, perExtra: perExtra, max: most, decay: decay, group: group)
  }

  private mutating func decay(_ node: YAMLNode) -> RuleHeader.Decay? {
    if node.text == "none" { return nil }
    guard checkKeys(of: node, .decay),
      let halfLife = node["half_life"], let from = node["from"],
      let length = duration(halfLife, key: "half_life"), let path = text(from, key: "from")
    else { return nil }
    guard length > 0 else {
      report(.invalidQuantity, "a half-life is longer than nothing", at: halfLife.span)
      return nil
    }
    return RuleHeader.Decay(halfLife: length, from: path)
  }
}

extension RuleHeader.Subject {
  /// The fields of a company or a port; `nil` for a vessel, whose fields the compiler has, and for
  /// the fleet, which has none.
  var ownFields: [FieldDeclaration]? {
    switch self {
    case .vessel, .program: return nil
    case .company:
      return [
        FieldDeclaration(
          name: "imo", type: .text, isOptional: true, summary: "The IMO company number."),
        FieldDeclaration(name: "name", type: .text, isOptional: true, summary: "The name."),
      ]
    case .port:
      return [
        FieldDeclaration(
          name: "locode", type: .text, isOptional: false, summary: "The UN/LOCODE or own code."),
        FieldDeclaration(name: "name", type: .text, isOptional: true, summary: "The name."),
      ]
    }
  }

  /// What the subject is as a value; `nil` for the whole fleet.
  var valueType: FieldType? {
    switch self {
    case .vessel: .vessel
    case .company: .company
    case .port: .port
    case .program: nil
    }
  }
}
