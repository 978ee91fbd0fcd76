import Maritime

extension WatchlistFormat {
  /// OFAC's SDN.XML and CONSOLIDATED.XML: the lists of the comma-separated files, joined already.
  static let ofacXML = WatchlistFormat(
    id: "ofac-xml",
    summary: "OFAC's SDN list or consolidated list in XML (SDN.XML, CONSOLIDATED.XML).",
    publisher: "OFAC", regimes: ["us"], hasDates: false,
    recognises: { file in
      String(decoding: file.bytes.prefix(1024), as: UTF8.self).contains("<sdnList")
    },
    read: { files, format in
      readEachXML(files, as: format, with: OFACReader.self)
    })
}

/// Reads one element for each entry, and learns from their programmes which of the two lists it is.
private struct OFACReader: XMLListReader {
  static var records: Set<String> { ["sdnEntry", "publshInformation"] }

  private let file: WatchlistFile
  private let format: WatchlistFormat
  private var join = EntryJoin()
  private var programmes: [[String]] = []
  private var published: UTCTime?

  init(_ file: WatchlistFile, as format: WatchlistFormat) {
    self.file = file
    self.format = format
  }

  mutating func take(_ record: XMLRecords.Record) {
    if record.element.name == "publshInformation" {
      published = published ?? record.element.value("Publish_Date").flatMap(monthFirstDate)
    } else {
      programmes.append(ofacProgrammes(of: record.element))
      join.take(designation(record.element, line: record.line, file: file.name))
    }
  }

  func list(with rootAttributes: [String: String]) -> UnpublishedList {
    let isConsolidated = isOFACConsolidated(programmes: programmes)
    var list = UnpublishedList(
      isConsolidated ? "ofac-consolidated" : "ofac-sdn", format: format, files: [file],
      designations: isConsolidated ? join.designations.map(consolidated) : join.designations,
      rejections: join.rejections)
    if isConsolidated { list.regimes = [] }
    list.publishedInContent = published
    return list
  }
}

private func ofacProgrammes(of element: XMLElement) -> [String] {
  element.all(at: "programList", "program").compactMap(\.text.trimmedOrNil)
}

/// OFAC alone writes the month first: `09/10/2026` is 10 September.
private func monthFirstDate(_ text: String) -> UTCTime? {
  let parts = text.split(separator: "/")
  return parts.count == 3 ? listDate("\(parts[1])/\(parts[0])/\(parts[2])") : nil
}

private func designation(
  _ element: XMLElement, line: Int, file: String
) -> Result<Designation, RowProblem> {
  guard let number = element.value("uid") else {
    return .failure(RowProblem("no-entity-number", line, file))
  }
  guard let name = ofacName(element) else {
    return .failure(RowProblem("no-name", line, file, detail: number))
  }
  let kind = ofacKind(element.value("sdnType")?.lowercased() ?? "")
  let programmes = ofacProgrammes(of: element)
  var entry = Designation(
    entry: number, kind: kind,
    names: [DesignationName(name, .primary)]
      + element.all(at: "akaList", "aka").compactMap(alias),
    measures: [.assetFreeze], regime: "us",
    authority: (["OFAC SDN List"] + programmes).joined(separator: ", "),
    source: Designation.Source(file: file, line: line))
  entry.programmes = programmes
  for id in element.all(at: "idList", "id") { add(id, to: &entry) }
  if let vessel = element.all("vesselInfo").first { add(vessel: vessel, to: &entry) }
  entry.particulars.country =
    element.all(at: "addressList", "address").lazy.compactMap { $0.value("country") }.first
  if let remarks = element.value("remarks") {
    entry.remarks = remarks
    // Here each phrase has brackets of its own: `(Linked To: HIZBALLAH)`.
    let phrases = remarks.split { "()".contains($0) }.compactMap(\.trimmedOrNil)
    OFACRemarks(phrases.joined(separator: "; ")).apply(to: &entry)
  }
  return .success(entry)
}

/// The same entry on the list of those whose property is not blocked.
private func consolidated(_ entry: Designation) -> Designation {
  var entry = entry
  entry.measures = [.financial]
  entry.authority = (["OFAC Consolidated List"] + entry.programmes).joined(separator: ", ")
  return entry
}

private func ofacName(_ element: XMLElement) -> String? {
  ["firstName", "lastName"].compactMap { element.value($0) }.joined(separator: " ").trimmedOrNil
}

private func alias(_ element: XMLElement) -> DesignationName? {
  guard let name = ofacName(element) else { return nil }
  if element.value("type") == "f.k.a." { return DesignationName(name, .former) }
  return DesignationName(name, element.value("category") == "weak" ? .weak : .alias)
}

private func add(_ id: XMLElement, to entry: inout Designation) {
  guard let type = id.value("idType"), let number = id.value("idNumber") else { return }
  let country = id.value("idCountry").map { " (\($0))" } ?? ""
  OFACRemarks("\(type.hasSuffix(":") ? String(type.dropLast()) : type) \(number)\(country)")
    .apply(to: &entry)
}

private func add(vessel: XMLElement, to entry: inout Designation) {
  entry.add(vessel.value("callSign").map(DesignationIdentifier.callSign))
  entry.particulars.vesselType = vessel.value("vesselType")
  entry.particulars.flag = vessel.value("vesselFlag")
  entry.particulars.deadweight = vessel.value("tonnage").flatMap(ofacCount)
  entry.particulars.grossTonnage = vessel.value("grossRegisteredTonnage").flatMap(ofacCount)
  if let owner = vessel.value("vesselOwner") {
    entry.links.append(DesignationLink(.owner, owner))
  }
}

/// Tonnage comes with thousands commas: `159,758`.
func ofacCount(_ text: String) -> Int? { Int(text.trimmed.filter { $0 != "," }) }
