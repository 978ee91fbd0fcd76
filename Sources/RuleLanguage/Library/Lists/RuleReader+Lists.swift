import Maritime
import StrictYAML

extension RuleReader {
  /// Lists longer than this belong into watchlist files (our own default).
  private static let maximumEntries = 10_000

  /// What a document of kind `list` holds.
  enum ListContent {
    case subjects(AuthorList)
    case values(ListedValues)
  }

  /// Reads a document of kind `list` whose keys were checked.
  mutating func authorList(_ root: YAMLNode, id: String) -> ListContent? {
    let before = diagnostics.count
    guard let of = root["of"], let kind = word(of, among: KeyTable.listSubjects, key: "of"),
      let items = listItems(root["entries"])
    else { return nil }
    guard kind == "vessels" || kind == "companies" else {
      return valueSet(items, root, id: id, kind: ListedValues.Kind(rawValue: kind) ?? .words)
    }
    guard Self.reservedLists.contains(id) == false else {
      report(
        .invalidName, "`\(id)` is the name of lists that publishers give",
        at: (root["id"] ?? root).span, help: "give the list a name of your own")
      return nil
    }
    guard let published = publishedDate(root) else { return nil }
    let authority = root["authority"].flatMap { text($0, key: "authority") } ?? id
    let entries = items.enumerated().compactMap { index, node in
      subjectEntry(node, number: index + 1, authority: authority, isVessel: kind == "vessels")
    }
    guard diagnostics.count == before else { return nil }
    return .subjects(
      AuthorList(
        id: id, published: published, digest: Digest(of: source.bytes).description,
        entries: entries))
  }

  /// The names by which rules ask regimes and all lists at once.
  private static let reservedLists: Set = ["any-designated", "eu", "house", "uk", "un", "us"]

  private mutating func listItems(_ node: YAMLNode?) -> [YAMLNode]? {
    guard let node else { return nil }
    guard let items = node.items, !items.isEmpty else {
      report(.emptyList, "`entries` is a list with at least one entry", at: node.span)
      return nil
    }
    guard items.count <= Self.maximumEntries else {
      report(
        .tooComplex, "a list of a library has at most \(Self.maximumEntries) entries",
        at: node.span, help: "import it as a watchlist: pratique lists import")
      return nil
    }
    return items
  }

  private mutating func publishedDate(_ root: YAMLNode) -> UTCTime? {
    guard let node = root["published"] else {
      report(
        .missingKey, "the list does not say when it was published",
        at: keySpan("of", in: root), help: "add `published:` with a day")
      return nil
    }
    return testTime(node)
  }

  private mutating func subjectEntry(
    _ node: YAMLNode, number: Int, authority: String, isVessel: Bool
  ) -> AuthorList.Entry? {
    guard checkKeys(of: node, .authorEntry) else { return nil }
    if let value = node["value"] {
      report(
        .conflictingKeys, "`value` is for lists of countries, ports and words", at: value.span)
      return nil
    }
    guard let from = node["from"] else {
      report(
        .missingKey, "the entry does not say since when", at: node.span,
        help: "add `from:` with the first day")
      return nil
    }
    let name = node["name"].flatMap { text($0, key: "name") }
    guard let start = testTime(from),
      let subject = isVessel ? vesselSubject(node) : companySubject(node, name: name)
    else { return nil }
    let end = node["to"].flatMap { testTime($0) }
    guard isInOrder(start, end, node) else { return nil }
    return AuthorList.Entry(
      subject: subject, name: name ?? "",
      authority: node["authority"].flatMap { text($0, key: "authority") } ?? authority,
      from: start, to: end, number: number)
  }

  private mutating func vesselSubject(_ node: YAMLNode) -> ListQuery.Subject? {
    let imo = node["imo"]?.text.flatMap { IMONumber($0) }
    let mmsi = node["mmsi"]?.text.flatMap { MMSI($0) }
    for (key, isRight, what) in [
      ("imo", imo != nil, "an IMO number"), ("mmsi", mmsi != nil, "an MMSI"),
    ] {
      guard let wrong = node[key], !isRight else { continue }
      report(.invalidListEntry, "`\(wrong.text ?? "")` is not \(what)", at: wrong.span)
      return nil
    }
    if let vessel = VesselReference(mmsi: mmsi, imo: imo) { return .vessel(vessel) }
    report(
      .invalidListEntry, "the entry has no number of a vessel", at: node.span,
      help: "add `imo:` or `mmsi:`; a name alone identifies no vessel")
    return nil
  }

  private mutating func companySubject(_ node: YAMLNode, name: String?) -> ListQuery.Subject? {
    if let mmsi = node["mmsi"] {
      report(.invalidListEntry, "a company has no MMSI", at: mmsi.span)
      return nil
    }
    if let company = CompanyReference(number: node["imo"].map { $0.text ?? "" }, name: name) {
      return .company(company)
    }
    report(
      .invalidListEntry,
      node["imo"] == nil
        ? "the entry names no company" : "a company's number has seven digits",
      at: (node["imo"] ?? node).span, help: "add `imo:` with its seven digits, or `name:`")
    return nil
  }

  private mutating func isInOrder(_ start: UTCTime?, _ end: UTCTime?, _ node: YAMLNode) -> Bool {
    guard let start, let end, end <= start else { return true }
    report(
      .invertedRange, "the entry ends before it starts", at: (node["to"] ?? node).span)
    return false
  }
}

extension RuleReader {
  private mutating func valueSet(
    _ items: [YAMLNode], _ root: YAMLNode, id: String, kind: ListedValues.Kind
  ) -> ListContent? {
    for key in ["authority", "published"] where root[key] != nil {
      report(
        .conflictingKeys, "`\(key)` is for lists of vessels and companies",
        at: keySpan(key, in: root))
      return nil
    }
    let before = diagnostics.count
    let members = items.compactMap { member($0, kind) }
    guard diagnostics.count == before else { return nil }
    return .values(ListedValues(name: id, kind: kind, members: members))
  }

  private mutating func member(_ node: YAMLNode, _ kind: ListedValues.Kind) -> ListedValues.Member?
  {
    guard node.entries != nil else {
      return setValue(node, kind).map { ListedValues.Member(value: $0) }
    }
    guard checkKeys(of: node, ["value", "from", "to"], required: ["value"], in: "an entry"),
      let text = node["value"], let value = setValue(text, kind)
    else { return nil }
    let (start, end) = (
      node["from"].flatMap { testTime($0) }, node["to"].flatMap { testTime($0) }
    )
    guard isInOrder(start, end, node) else { return nil }
    return ListedValues.Member(value: value, from: start, to: end)
  }

  private mutating func setValue(_ node: YAMLNode, _ kind: ListedValues.Kind) -> FactValue? {
    switch kind {
    case .countries: testValue(node, .country, key: "value")
    case .ports: testValue(node, .port, key: "value")
    case .words: text(node, key: "value").map(FactValue.text)
    }
  }

  /// One of a few words.
  mutating func word(_ node: YAMLNode, among words: [String], key: String) -> String? {
    guard let text = text(node, key: key) else { return nil }
    if words.contains(text) { return text }
    report(
      .unknownChoice, "`\(text)` is not a value of `\(key)`", at: node.span,
      help: nameHelp(text, in: words))
    return nil
  }
}
