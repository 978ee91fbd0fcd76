import Maritime

extension WatchlistFormat {
  /// The UN Security Council's consolidated list.
  ///
  /// Its entries are people and organisations. The vessels of the committee on the DPRK (1718)
  /// stand on a list of their own, so that this one never shows that a vessel is not designated
  /// there.
  static let unConsolidatedList = WatchlistFormat(
    id: "un-xml",
    summary: "The UN Security Council's consolidated list in XML.",
    publisher: "UN", regimes: ["un", "un-1718"], regimesWithoutVessels: ["un-1718"],
    hasDates: true,
    recognises: { file in
      String(decoding: file.bytes.prefix(1024), as: UTF8.self).contains("<CONSOLIDATED_LIST")
    },
    read: { files, format in
      readEachXML(files, as: format, with: UNConsolidatedReader.self)
    })
}

/// Reads one element for each entry.
private struct UNConsolidatedReader: XMLListReader {
  static var records: Set<String> { ["INDIVIDUAL", "ENTITY"] }

  private let file: WatchlistFile
  private let format: WatchlistFormat
  private var designations: [Designation] = []
  private var rejections: [Rejection] = []

  init(_ file: WatchlistFile, as format: WatchlistFormat) {
    self.file = file
    self.format = format
  }

  mutating func take(_ record: XMLRecords.Record) {
    let source = Designation.Source(file: file.name, line: record.line)
    if let entry = designation(record.element, source: source) {
      designations.append(entry)
    } else {
      rejections.append(Rejection(reason: "no-name", file: file.name, line: record.line))
    }
  }

  func list(with rootAttributes: [String: String]) -> UnpublishedList {
    var list = UnpublishedList(
      "un-consolidated", format: format, files: [file], designations: designations,
      rejections: rejections)
    list.publishedInContent = rootAttributes["dateGenerated"].flatMap { UTCTime($0) }
    return list
  }
}

private func designation(_ element: XMLElement, source: Designation.Source) -> Designation? {
  let names = names(of: element)
  guard !names.isEmpty else { return nil }
  let programme = element.value("UN_LIST_TYPE") ?? "unknown"
  let number = element.value("REFERENCE_NUMBER")
  let comment = UNComment(element.value("COMMENTS1") ?? "")
  let kind = kind(of: element, comment: comment, name: names[0].text)
  var entry = Designation(
    entry: number ?? element.value("DATAID") ?? names[0].text, kind: kind, names: names,
    measures: comment.measures(of: kind), regime: programme == "DPRK" ? "un-1718" : "un",
    authority: ["UN Security Council, \(programme)", number].compactMap(\.self)
      .joined(separator: ", "),
    source: source)
  entry.programmes = [programme]
  entry.listedFrom = element.value("LISTED_ON").flatMap { listDate($0) }
  entry.delistedAt = element.value("DELISTED_ON").flatMap { listDate($0) }
  entry.identifiers =
    comment.imoNumber.flatMap {
      kind == .vessel
        ? DesignationIdentifier(vesselNumber: $0) : DesignationIdentifier(companyNumber: $0)
    }.map { [$0] } ?? []
  entry.particulars.country = country(of: element)
  entry.remarks = element.value("COMMENTS1")
  return entry
}

private func names(of element: XMLElement) -> [DesignationName] {
  let parts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"]
  let primary = parts.compactMap { element.value($0) }.joined(separator: " ")
  guard !primary.isEmpty else { return [] }
  let original = element.value("NAME_ORIGINAL_SCRIPT").map { DesignationName($0, .alias) }
  let aliases = (element.all("INDIVIDUAL_ALIAS") + element.all("ENTITY_ALIAS")).compactMap(alias)
  return [DesignationName(primary, .primary)] + [original].compactMap(\.self) + aliases
}

private func alias(_ element: XMLElement) -> DesignationName? {
  guard let text = element.value("ALIAS_NAME") else { return nil }
  switch element.value("QUALITY")?.lowercased() {
  case "f.k.a.": return DesignationName(text, .former)
  case "low": return DesignationName(text, .weak)
  default: return DesignationName(text, .alias)
  }
}

private func kind(of element: XMLElement, comment: UNComment, name: String) -> Designation.Kind {
  if element.name == "INDIVIDUAL" { return .person }
  return comment.describesVessel(named: name) ? .vessel : .company
}

private func country(of element: XMLElement) -> String? {
  let nationality = element.all("NATIONALITY").first?.value("VALUE")
  let addresses = element.all("INDIVIDUAL_ADDRESS") + element.all("ENTITY_ADDRESS")
  return nationality ?? addresses.lazy.compactMap { $0.value("COUNTRY") }.first
}
