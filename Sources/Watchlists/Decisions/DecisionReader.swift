import Maritime
public import StrictYAML

/// What a file of decisions became.
public struct DecisionReading: Sendable {
  /// The decisions, in file order.
  public let decisions: [EntryDecision]
  /// Everything that is wrong with the file, in file order.
  public let diagnostics: [Diagnostic]
}

/// Reads a file of decisions that entries are not the user's subjects.
///
/// `docs/watchlists.md` shows one.
public func readDecisions(_ bytes: [UInt8], file: String) -> DecisionReading {
  let document = readYAML(bytes, file: file, limits: .houseList)
  var reader = DecisionReader(file: file)
  let decisions = document.root.map { reader.decisions(from: $0) } ?? []
  return DecisionReading(
    decisions: decisions, diagnostics: document.diagnostics + reader.diagnostics)
}

/// Turns YAML into decisions and collects the author's mistakes.
private struct DecisionReader: MappingReader {
  private static let keys: Set<String> = [
    "list", "entry", "listed_name", "identity", "imo", "mmsi", "imo_company", "lei", "registration",
    "company", "reason", "approver", "decided", "expires",
  ]

  let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func decisions(from root: YAMLNode) -> [EntryDecision] {
    checkKeys(of: root, against: ["kind", "language", "decisions"])
    guard root["kind"]?.text == "decisions", root["language"]?.text == "1",
      let items = root["decisions"]?.items
    else {
      report(
        "decision-frame", "a file of decisions has no 'kind', 'language' or list of 'decisions'",
        at: root, help: "begin with 'kind: decisions', 'language: 1' and 'decisions:'")
      return []
    }
    return items.compactMap { decision(from: $0) }
  }

  private mutating func decision(from node: YAMLNode) -> EntryDecision? {
    let before = diagnostics.count
    checkKeys(of: node, against: Self.keys)
    let texts = ["list", "entry", "listed_name", "reason", "approver"].map { text($0, in: node) }
    guard let subject = subject(of: node), let identity = identity(of: node),
      let (decided, expires) = term(of: node), diagnostics.count == before,
      let list = texts[0], let entry = texts[1], let name = texts[2], let reason = texts[3],
      let approver = texts[4]
    else { return nil }
    return EntryDecision(
      entry: ListEntryKey(list: list, entry: entry), listedName: name, identity: identity,
      subject: subject, reason: reason, approver: approver, decided: decided, expires: expires,
      file: file, line: node.span.start.line)
  }

  private mutating func subject(of node: YAMLNode) -> EntryDecision.Subject? {
    let ways: [(key: String, read: (String) -> EntryDecision.Subject?)] = [
      ("imo", { IMONumber($0).map { .hull($0) } }), ("mmsi", { MMSI($0).map { .radio($0) } }),
      ("imo_company", { CompanyReference.digits(of: $0).map { .companyNumber($0) } }),
      ("lei", { CompanyReference.lei(of: $0).map { .lei($0) } }),
      ("registration", { CompanyReference.registration(of: $0).map { .registration($0) } }),
      ("company", { .companyName($0) }),
    ]
    let named = ways.filter { node[$0.key] != nil }
    guard let way = named.first, named.count == 1 else {
      report(
        "decision-subject", "a decision names one subject", at: node,
        help: "write one of \(ways.map(\.key).joined(separator: ", "))")
      return nil
    }
    guard let text = text(way.key, in: node) else { return nil }
    if let subject = way.read(text) { return subject }
    report("decision-subject", "'\(text)' is no valid number", at: node[way.key] ?? node)
    return nil
  }

  private mutating func identity(of node: YAMLNode) -> EntryIdentity? {
    let digests = EntryIdentity.parts.compactMap { node["identity"]?[$0]?.text }
    if let identity = EntryIdentity(digests: digests) { return identity }
    report(
      "decision-identity", "'identity' does not say what the entry was when it was looked at",
      at: node["identity"] ?? node, help: "let 'pratique lists decide' write it")
    return nil
  }

  private mutating func term(of node: YAMLNode) -> (UTCTime, UTCTime)? {
    guard let decided = date("decided", in: node), let expires = date("expires", in: node) else {
      return nil
    }
    let days = (expires - decided) / 86_400_000
    if expires > decided, expires - decided <= EntryDecision.longest { return (decided, expires) }
    report(
      "decision-term", "the decision holds for \(days) days", at: node["expires"] ?? node,
      help: "one holds for 366 days at most; decide again when it expires")
    return nil
  }

  mutating func text(_ key: String, in node: YAMLNode) -> String? {
    if let text = node[key]?.text?.trimmedOrNil { return text }
    report("missing-key", "a decision must have '\(key)'", at: node[key] ?? node)
    return nil
  }

  mutating func report(
    _ id: String, _ message: String, at node: YAMLNode, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: Self.codes[id] ?? "D000", id: id, message: message, file: file, span: node.span,
        help: help))
  }

  private static let codes = [
    "decision-frame": "D001", "missing-key": "D002", "unknown-key": "D003",
    "decision-subject": "D004", "decision-identity": "D005", "date-form": "D006",
    "decision-term": "D007",
  ]
}
