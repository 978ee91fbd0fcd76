import Maritime
import StrictYAML

/// Turns the YAML of a house list into entries and collects the author's mistakes.
struct HouseListReader: MappingReader {
  private static let listKeys: Set<String> = [
    "list", "title", "publisher", "published", "covers", "authority", "regime", "measures",
    "source", "entries",
  ]
  private static let entryKeys: Set<String> = [
    "id", "schema", "name", "aliases", "former_names", "weak_aliases", "imo", "imo_company", "lei",
    "registration", "mmsi", "call_sign", "flag", "type", "built", "gross_tonnage", "country",
    "measures", "regime", "authority", "listed_from", "delisted_at", "owner", "manager", "operator",
    "linked_to", "remarks", "source",
  ]

  private let file: WatchlistFile
  private let format: WatchlistFormat
  private(set) var diagnostics: [Diagnostic] = []

  init(file: WatchlistFile, format: WatchlistFormat) {
    self.file = file
    self.format = format
  }

  /// Reads the list.
  ///
  /// Returns `nil` when its frame is wrong; look at `diagnostics` in either case.
  mutating func list(from root: YAMLNode) -> UnpublishedList? {
    guard root.entries != nil else {
      report("expected-mapping", "a house list must be a mapping", at: root)
      return nil
    }
    checkKeys(of: root, against: Self.listKeys)
    guard let id = text("list", in: root), let items = root["entries"]?.items else {
      report("missing-key", "a house list must have 'list' and a list of 'entries'", at: root)
      return nil
    }
    let entries = items.compactMap { entry(from: $0, defaults: root) }
    checkRepeats(entries, items: items)
    var list = UnpublishedList(
      houseListID(id), format: format, files: [file], designations: entries, rejections: [])
    if let publisher = text("publisher", in: root) {
      list.publisher = publisher
      checkPublisher(publisher, at: root)
    }
    list.regimes = (["house"] + texts("covers", in: root)).sorted()
    list.publishedInContent = date("published", in: root)
    return list
  }

  private mutating func entry(from node: YAMLNode, defaults: YAMLNode) -> Designation? {
    guard node.entries != nil else {
      report("expected-mapping", "an entry must be a mapping", at: node)
      return nil
    }
    checkKeys(of: node, against: Self.entryKeys)
    guard let name = text("name", in: node) else {
      report("missing-key", "an entry must have a 'name'", at: node)
      return nil
    }
    guard let kind = houseListKind(text("schema", in: node) ?? "Vessel") else {
      report(
        "unknown-word", "'schema' must be Vessel, Company or Person", at: node["schema"] ?? node)
      return nil
    }
    let measures = measures(of: node, defaults: defaults)
    let regime = text("regime", in: node) ?? text("regime", in: defaults) ?? "house"
    checkWatch(measures, regime: regime, at: node)
    var entry = Designation(
      entry: text("id", in: node) ?? text("imo", in: node) ?? name, kind: kind,
      names: names(of: node, primary: name), measures: measures, regime: regime,
      authority: text("authority", in: node) ?? text("authority", in: defaults) ?? "house list",
      source: Designation.Source(file: file.name, line: node.span.start.line))
    entry.listedFrom = date("listed_from", in: node)
    entry.delistedAt = date("delisted_at", in: node)
    entry.identifiers = identifiers(of: node)
    entry.particulars = particulars(of: node)
    entry.links = links(of: node)
    entry.remarks = remarks(of: node, defaults: defaults)
    return entry
  }

  private func names(of node: YAMLNode, primary: String) -> [DesignationName] {
    let kinds: [(String, DesignationName.Kind)] = [
      ("aliases", .alias), ("weak_aliases", .weak), ("former_names", .former),
    ]
    return [DesignationName(primary, .primary)]
      + kinds.flatMap { key, kind in texts(key, in: node).map { DesignationName($0, kind) } }
  }

  private mutating func measures(
    of node: YAMLNode, defaults: YAMLNode
  ) -> [Designation.Measure] {
    let owner = node["measures"] == nil ? defaults : node
    let words = texts("measures", in: owner)
    guard !words.isEmpty else { return [.other] }
    return words.compactMap { word in
      if let measure = Designation.Measure(rawValue: word) { return measure }
      let known = Designation.Measure.allCases.map(\.rawValue).joined(separator: ", ")
      report("unknown-word", "'\(word)' is no measure: say one of \(known)", at: owner)
      return nil
    }
  }

  /// Rules may ask by publisher, so a house list must not pass for somebody else's.
  private mutating func checkPublisher(_ publisher: String, at root: YAMLNode) {
    let taken = WatchlistFormat.all.map { $0.publisher.lowercased() } + ["us", "uk"]
    guard publisher != format.publisher, taken.contains(publisher.lowercased()) else { return }
    report(
      "taken-publisher", "'\(publisher)' publishes a list of its own",
      at: root["publisher"] ?? root, help: "say who compiled this list")
  }

  /// A row that is only watched must not be able to answer for a regime.
  private mutating func checkWatch(
    _ measures: [Designation.Measure], regime: String, at node: YAMLNode
  ) {
    guard measures.contains(.watch) else { return }
    if measures.count > 1 || regime != "house" {
      report(
        "watch-is-no-measure", "'watch' stands alone and has no regime but 'house'", at: node,
        help: "leave out 'watch', or the other measures and 'regime'")
    }
  }

  private mutating func identifiers(of node: YAMLNode) -> [DesignationIdentifier] {
    var found: [DesignationIdentifier] = []
    if let text = text("imo", in: node) {
      if let number = IMONumber(text) {
        found.append(.imo(number))
      } else {
        report("imo-check-digit", "'\(text)' is no valid IMO number", at: node["imo"] ?? node)
      }
    }
    if let text = text("imo_company", in: node) {
      if let number = DesignationIdentifier(companyNumber: text) {
        found.append(number)
      } else {
        report("imo-company-number", "'\(text)' has not seven digits", at: node)
      }
    }
    if let text = text("lei", in: node) {
      if let lei = CompanyReference.lei(of: text) {
        found.append(.lei(lei))
      } else {
        report("lei-check-digits", "'\(text)' is no valid LEI", at: node["lei"] ?? node)
      }
    }
    for text in texts("registration", in: node) {
      if let registration = CompanyReference.registration(of: text) {
        found.append(.registration(registration))
      } else {
        report(
          "registration-form", "'\(text)' is no country and number",
          at: node["registration"] ?? node, help: "write them as in `RU 1027700092661`")
      }
    }
    for text in texts("mmsi", in: node) {
      if let number = MMSI(text) {
        found.append(.mmsi(number))
      } else {
        report("mmsi-digits", "'\(text)' is no MMSI", at: node["mmsi"] ?? node)
      }
    }
    return found + texts("call_sign", in: node).map(DesignationIdentifier.callSign)
  }

  private mutating func particulars(of node: YAMLNode) -> Particulars {
    var particulars = Particulars()
    particulars.flag = text("flag", in: node)
    particulars.vesselType = text("type", in: node)
    particulars.country = text("country", in: node)
    particulars.built = number("built", in: node)
    particulars.grossTonnage = number("gross_tonnage", in: node)
    return particulars
  }

  private func links(of node: YAMLNode) -> [DesignationLink] {
    let relations: [(String, DesignationLink.Relation)] = [
      ("owner", .owner), ("manager", .manager), ("operator", .operator), ("linked_to", .linkedTo),
    ]
    return relations.flatMap { key, relation in
      texts(key, in: node).map { DesignationLink(relation, $0) }
    }
  }

  /// The source goes with the remarks, so that whoever reads a verdict can look it up.
  private func remarks(of node: YAMLNode, defaults: YAMLNode) -> String? {
    let source = text("source", in: node) ?? text("source", in: defaults)
    let parts = [text("remarks", in: node), source.map { "Source: \($0)" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension HouseListReader {
  func text(_ key: String, in node: YAMLNode) -> String? { node[key]?.text?.trimmedOrNil }

  /// One text or a list of texts.
  private func texts(_ key: String, in node: YAMLNode) -> [String] {
    let value = node[key]
    let single = value?.text.map { [$0] }
    return (value?.items?.compactMap(\.text) ?? single ?? []).compactMap(\.trimmedOrNil)
  }

  private mutating func number(_ key: String, in node: YAMLNode) -> Int? {
    guard let text = text(key, in: node) else { return nil }
    if let number = Int(text), number >= 0 { return number }
    report("number-form", "'\(key)' must be a whole number", at: node[key] ?? node)
    return nil
  }

  /// Two rows with one id could not be told apart in the list's history.
  private mutating func checkRepeats(_ entries: [Designation], items: [YAMLNode]) {
    var seen: Set<String> = []
    for entry in entries where !seen.insert(entry.entry).inserted {
      let node = items.first { $0.span.start.line == entry.source.line }
      if let node { report("repeated-id", "there are two entries '\(entry.entry)'", at: node) }
    }
  }

  mutating func report(
    _ id: String, _ message: String, at node: YAMLNode, help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: Self.codes[id] ?? "L000", id: id, message: message, file: file.name,
        span: node.span, help: help))
  }

  private static let codes = [
    "expected-mapping": "L001", "missing-key": "L002", "unknown-key": "L003",
    "unknown-word": "L004", "watch-is-no-measure": "L005", "imo-check-digit": "L006",
    "imo-company-number": "L007", "mmsi-digits": "L008", "date-form": "L009",
    "number-form": "L010", "repeated-id": "L011", "taken-publisher": "L012",
  ]
}
