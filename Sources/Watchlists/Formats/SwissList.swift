import Maritime

extension WatchlistFormat {
  /// The list of the Swiss State Secretariat for Economic Affairs.
  static let swissList = WatchlistFormat(
    id: "seco-xml",
    summary: "The Swiss SECO's list of targets in XML.",
    publisher: "SECO", regimes: ["ch"], hasDates: true,
    recognises: { file in
      String(decoding: file.bytes.prefix(1024), as: UTF8.self).contains("<swiss-sanctions-list")
    },
    read: { files, format in
      readEachXML(files, as: format, with: SwissReader.self)
    })
}

/// A set of measures: the programme it belongs to and what it says.
private struct MeasureSet {
  let programme: String
  let text: String
}

/// Reads the measures, which come first, and then one element for each entry.
private struct SwissReader: XMLListReader {
  static var records: Set<String> { ["sanctions-program", "target"] }

  private let file: WatchlistFile
  private let format: WatchlistFormat
  private var join = EntryJoin()
  private var sets: [String: MeasureSet] = [:]

  init(_ file: WatchlistFile, as format: WatchlistFormat) {
    self.file = file
    self.format = format
  }

  mutating func take(_ record: XMLRecords.Record) {
    if record.element.name == "sanctions-program" {
      addMeasureSets(of: record.element, to: &sets)
    } else {
      join.take(designation(record.element, sets, line: record.line, file: file.name))
    }
  }

  func list(with rootAttributes: [String: String]) -> UnpublishedList {
    var list = UnpublishedList(
      "ch-seco", format: format, files: [file], designations: join.designations,
      rejections: join.rejections)
    list.publishedInContent = rootAttributes["date"].flatMap { listDate($0) }
    return list
  }
}

private func addMeasureSets(of program: XMLElement, to sets: inout [String: MeasureSet]) {
  let key = inEnglish(program.all("program-key"))?.text.trimmed ?? "unknown"
  for set in program.all("sanctions-set") {
    guard let id = set.attribute("ssid"), sets[id] == nil || isEnglish(set) else { continue }
    sets[id] = MeasureSet(programme: key, text: set.text.trimmed)
  }
}

private func isEnglish(_ element: XMLElement) -> Bool { element.attribute("lang") == "eng" }

private func inEnglish(_ elements: [XMLElement]) -> XMLElement? {
  elements.first(where: isEnglish) ?? elements.first
}

private func designation(
  _ target: XMLElement, _ sets: [String: MeasureSet], line: Int, file: String
) -> Result<Designation, RowProblem> {
  guard let number = target.attribute("ssid") else {
    return .failure(RowProblem("no-entry-number", line, file))
  }
  guard let (subject, kind) = subject(of: target) else {
    return .failure(RowProblem("unknown-kind", line, file, detail: number))
  }
  let names = names(of: subject)
  guard !names.isEmpty else { return .failure(RowProblem("no-name", line, file, detail: number)) }
  let own = target.all("sanctions-set-id").compactMap { sets[$0.text.trimmed] }
  let programmes = own.map(\.programme).reduce(into: [String]()) { found, programme in
    if !found.contains(programme) { found.append(programme) }
  }
  var entry = Designation(
    entry: number, kind: kind, names: names, measures: measures(own, of: kind), regime: "ch",
    authority: (["SECO"] + programmes).joined(separator: ", "),
    source: Designation.Source(file: file, line: line))
  entry.programmes = programmes
  let remarks = (subject.all("other-information") + subject.all("justification"))
    .compactMap(\.text.trimmedOrNil)
  entry.remarks = remarks.isEmpty ? nil : remarks.joined(separator: " ")
  if let text = entry.remarks.flatMap({ UNComment($0).imoNumber }) {
    entry.add(
      kind == .vessel
        ? DesignationIdentifier(vesselNumber: text) : DesignationIdentifier(companyNumber: text))
  }
  setDates(of: &entry, target.all("modification"))
  return .success(entry)
}

private func subject(of target: XMLElement) -> (XMLElement, Designation.Kind)? {
  for child in target.children {
    switch child.name {
    case "individual": return (child, .person)
    case "entity": return (child, .company)
    case "object": return (child, child.attribute("object-type") == "vessel" ? .vessel : .other)
    default: continue
    }
  }
  return nil
}

private func names(of subject: XMLElement) -> [DesignationName] {
  let identities = subject.all("identity")
  let ordered =
    identities.filter { $0.attribute("main") == "true" }
    + identities.filter { $0.attribute("main") != "true" }
  return ordered.flatMap { $0.all("name") }.compactMap { name in
    let parts = name.all("name-part").sorted { order($0) < order($1) }
      .compactMap { $0.value("value") }
    guard let text = parts.joined(separator: " ").trimmedOrNil else { return nil }
    return DesignationName(text, nameKind(name))
  }
}

private func order(_ part: XMLElement) -> Int { part.attribute("order").flatMap { Int($0) } ?? 0 }

private func nameKind(_ name: XMLElement) -> DesignationName.Kind {
  if name.attribute("quality") == "low" { return .weak }
  switch name.attribute("name-type") {
  case "primary-name": return .primary
  case "formerly-known-as": return .former
  default: return .alias
  }
}

private func measures(_ sets: [MeasureSet], of kind: Designation.Kind) -> [Designation.Measure] {
  let isFinancial =
    !sets.isEmpty
    && sets.allSatisfy { $0.text.lowercased().contains("capital market") }
  if isFinancial { return [.financial] }
  return [kind == .vessel ? .other : .assetFreeze]
}

/// Modifications come in no order, and the first may be the de-listing.
private func setDates(of entry: inout Designation, _ modifications: [XMLElement]) {
  let events = modifications.compactMap { element -> (day: UTCTime, type: String)? in
    let day = element.attribute("effective-date") ?? element.attribute("publication-date")
    guard let day = day.flatMap({ listDate($0) }), let type = element.attribute("modification-type")
    else { return nil }
    return (day, type)
  }.sorted { ($0.day, $0.type) < ($1.day, $1.type) }
  entry.listedFrom = events.last { $0.type == "listed" }?.day
  if let last = events.last(where: { ["listed", "de-listed"].contains($0.type) }),
    last.type == "de-listed"
  {
    entry.delistedAt = last.day
  }
}
