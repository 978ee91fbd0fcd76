import Maritime
import StrictYAML

/// The watchlists of a case.
struct TestLists: Sendable {
  fileprivate struct Entry: Sendable {
    let imo: IMONumber?
    let mmsi: MMSI?
    /// The number and name of a company; a vessel's entry has none.
    let company: CompanyReference?
    let until: UTCTime?
    let reference: ListEntryReference

    func names(_ subject: ListQuery.Subject) -> Bool {
      switch subject {
      case .vessel(let vessel):
        (imo != nil && imo == vessel.imo) || (mmsi != nil && mmsi == vessel.mmsi)
      case .company(let asked): company?.number != nil && company?.number == asked.number
      }
    }

    /// Whether only the name agrees and no number tells the two companies apart.
    func mayName(_ subject: ListQuery.Subject) -> Bool {
      guard case .company(let asked) = subject, let company, asked.name == company.name else {
        return false
      }
      return asked.name != nil && (asked.number == nil || company.number == nil)
    }

    func isListed(at time: UTCTime) -> Bool? {
      if let until, time >= until { return false }
      return reference.listedFrom.map { $0 <= time }
    }
  }

  fileprivate enum Content: Sendable {
    case entries([Entry])
    case unavailable(reason: String)
  }

  fileprivate var lists: [String: Content] = [:]
  /// The lists that the library brings along.
  fileprivate var authored: [String: AuthorList] = [:]

  /// A list that neither the case nor the library mentions names nobody.
  func answer(_ query: ListQuery) -> ListAnswer {
    switch lists[query.list] {
    case nil: return authored[query.list]?.answer(query) ?? .notListed
    case .unavailable(let reason): return .unknown(reason: reason, entries: [])
    case .entries(let entries):
      let named = entries.filter { $0.names(query.subject) }
      let listed = named.filter { $0.isListed(at: query.time) == true }
      if !listed.isEmpty { return .listed(listed.map(\.reference)) }
      let undated = named.filter { $0.isListed(at: query.time) == nil }
      if let first = undated.first {
        return .unknown(
          reason: "\(first.reference.list) has no dates", entries: undated.map(\.reference))
      }
      let namesakes = entries.filter {
        $0.mayName(query.subject) && $0.isListed(at: query.time) != false
      }
      guard !namesakes.isEmpty else { return .notListed }
      return .unknown(
        reason: ListAnswer.sharedCompanyName, entries: namesakes.map(\.reference))
    }
  }
}

extension RuleReader {
  /// Reads lists by name: entries, or text that says why the list cannot be asked.
  mutating func testLists(_ node: YAMLNode?, now: UTCTime) -> TestLists {
    var found = TestLists(authored: vocabulary.library.lists)
    guard let node else { return found }
    guard let entries = node.entries else {
      report(.wrongShape, "`lists` is a mapping of lists and entries", at: node.span)
      return found
    }
    for entry in entries {
      guard isKebabCase(entry.key) else {
        report(
          .invalidName, "`\(entry.key)` is not the name of a list", at: entry.keySpan,
          help: "use lower-case letters, digits and `-`")
        continue
      }
      if let reason = entry.value.text {
        found.lists[entry.key] = .unavailable(reason: reason)
      } else {
        let items = entry.value.items ?? []
        found.lists[entry.key] = .entries(
          items.compactMap { testEntry($0, list: entry.key, now: now) })
      }
    }
    return found
  }

  private mutating func testEntry(
    _ node: YAMLNode, list: String, now: UTCTime
  ) -> TestLists.Entry? {
    guard checkKeys(of: node, .testEntry) else { return nil }
    let imo = node["imo"].flatMap { $0.text.flatMap(IMONumber.init(_:)) }
    let mmsi = node["mmsi"].flatMap { $0.text.flatMap(MMSI.init(_:)) }
    let company = CompanyReference(number: node["imo_company"]?.text, name: node["name"]?.text)
    let isWrong = node["imo"] != nil && imo == nil || node["mmsi"] != nil && mmsi == nil
    guard let basis = isWrong ? nil : Self.basis(imo, mmsi, company) else {
      report(
        .invalidTestValue, "the entry has no valid IMO number, MMSI or company",
        at: (node["imo"] ?? node["mmsi"] ?? node["imo_company"] ?? node).span)
      return nil
    }
    let reference = ListEntryReference(
      list: node["list"]?.text ?? list, entry: node["entry"]?.text ?? "1",
      name: node["name"]?.text ?? "", authority: node["authority"]?.text ?? "",
      listedFrom: node["from"].flatMap { testTime($0) }, published: now, digest: "",
      basis: basis)
    return TestLists.Entry(
      imo: imo, mmsi: mmsi, company: imo == nil && mmsi == nil ? company : nil,
      until: node["to"].flatMap { testTime($0) }, reference: reference)
  }

  private static func basis(
    _ imo: IMONumber?, _ mmsi: MMSI?, _ company: CompanyReference?
  ) -> String? {
    if let imo { return "IMO number \(imo)" }
    if let mmsi { return "MMSI \(mmsi)" }
    return company.map { $0.number.map { "IMO company number \($0)" } ?? "name alone" }
  }
}
