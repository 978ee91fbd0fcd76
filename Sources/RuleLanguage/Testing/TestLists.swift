import Maritime
import StrictYAML

/// The watchlists of a case.
struct TestLists: Sendable {
  fileprivate struct Entry: Sendable {
    let imo: IMONumber?
    let mmsi: MMSI?
    let until: UTCTime?
    let reference: ListEntryReference

    func names(_ vessel: VesselReference) -> Bool {
      (imo != nil && imo == vessel.imo) || (mmsi != nil && mmsi == vessel.mmsi)
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

  /// A list that the case does not mention names nobody.
  func answer(_ query: ListQuery) -> ListAnswer {
    switch lists[query.list] {
    case nil: return .notListed
    case .unavailable(let reason): return .unknown(reason: reason, entries: [])
    case .entries(let entries):
      let named = entries.filter { $0.names(query.vessel) }
      let listed = named.filter { $0.isListed(at: query.time) == true }
      if !listed.isEmpty { return .listed(listed.map(\.reference)) }
      let undated = named.filter { $0.isListed(at: query.time) == nil }
      guard let first = undated.first else { return .notListed }
      return .unknown(
        reason: "\(first.reference.list) has no dates", entries: undated.map(\.reference))
    }
  }
}

extension RuleReader {
  /// Reads lists by name: entries, or text that says why the list cannot be asked.
  mutating func testLists(_ node: YAMLNode?, now: UTCTime) -> TestLists {
    var found = TestLists()
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
    guard let number = imo.map({ "IMO number \($0)" }) ?? mmsi.map({ "MMSI \($0)" }) else {
      report(
        .invalidTestValue, "the entry has no valid IMO number or MMSI",
        at: (node["imo"] ?? node["mmsi"] ?? node).span)
      return nil
    }
    let reference = ListEntryReference(
      list: node["list"]?.text ?? list, entry: node["entry"]?.text ?? "1",
      name: node["name"]?.text ?? "", authority: node["authority"]?.text ?? "",
      listedFrom: node["from"].flatMap { testTime($0) }, published: now, digest: "",
      basis: number)
    return TestLists.Entry(
      imo: imo, mmsi: mmsi, until: node["to"].flatMap { testTime($0) }, reference: reference)
  }
}
