import Maritime

extension WatchlistFormat {
  /// The Consolidated Canadian Autonomous Sanctions List, under the Special Economic Measures Act
  /// and the Justice for Victims of Corrupt Foreign Officials Act.
  static let canadianList = WatchlistFormat(
    id: "ca-xml",
    summary: "The Consolidated Canadian Autonomous Sanctions List in XML.",
    publisher: "Canada", regimes: ["ca"], hasDates: true,
    recognises: { file in
      let head = String(decoding: file.bytes.prefix(2048), as: UTF8.self)
      return head.contains("<data-set") && head.contains("<record>")
    },
    read: { files, format in
      readEachXML(files, as: format, with: CanadianReader.self)
    })
}

/// Reads one element for each entry.
private struct CanadianReader: XMLListReader {
  static var records: Set<String> { ["record"] }

  private let file: WatchlistFile
  private let format: WatchlistFormat
  private var join = EntryJoin()

  init(_ file: WatchlistFile, as format: WatchlistFormat) {
    self.file = file
    self.format = format
  }

  mutating func take(_ record: XMLRecords.Record) {
    join.take(designation(record.element, line: record.line, file: file.name))
  }

  func list(with rootAttributes: [String: String]) -> UnpublishedList {
    UnpublishedList(
      "ca-sema", format: format, files: [file], designations: join.designations,
      rejections: join.rejections)
  }
}

private func designation(
  _ element: XMLElement, line: Int, file: String
) -> Result<Designation, RowProblem> {
  guard let item = element.value("Item"), let title = element.value("Country") else {
    return .failure(RowProblem("no-item", line, file))
  }
  let kind = kind(of: element)
  let person = ["GivenName", "LastName"].compactMap { element.value($0) }.joined(separator: " ")
  guard let name = element.value("EntityOrShip") ?? person.trimmedOrNil else {
    return .failure(RowProblem("no-name", line, file))
  }
  // The English title comes first, then the French one.
  let regulation = title.split(separator: " / ", maxSplits: 1).first?.trimmed ?? title
  let schedule = element.value("Schedule")
  let place = [schedule.map { "Schedule \($0)" }, "item \(item)"].compactMap(\.self)
  var entry = Designation(
    entry: [regulation, schedule ?? "-", item].joined(separator: "/"), kind: kind,
    names: [DesignationName(name, .primary)] + aliases(element.value("Aliases")),
    // Nobody may deal with the listed people; what is forbidden with a ship differs by schedule.
    measures: [kind == .vessel ? .other : .assetFreeze], regime: "ca",
    authority: (["Canadian Autonomous Sanctions List", regulation] + place)
      .joined(separator: ", "),
    source: Designation.Source(file: file, line: line))
  entry.programmes = [regulation]
  entry.listedFrom = element.value("DateOfListing").flatMap { listDate($0) }
  if kind == .vessel {
    entry.add(element.value("ShipIMONumber").flatMap { DesignationIdentifier(vesselNumber: $0) })
    entry.particulars.vesselType = element.value("TitleOrShip")
    entry.particulars.built = element.value("DateOfBirthOrShipBuildDate").flatMap {
      Int($0.prefix(4))
    }
  }
  return .success(entry)
}

private func kind(of element: XMLElement) -> Designation.Kind {
  if element.value("ShipIMONumber") != nil { return .vessel }
  return element.value("LastName") != nil ? .person : .company
}

/// Semicolons and line ends part aliases; a comma may belong to a name, as in `Sample Co., Ltd.`.
private func aliases(_ text: String?) -> [DesignationName] {
  (text ?? "").split { ";\n\r".contains($0) }.compactMap(\.trimmedOrNil)
    .map { DesignationName($0, .alias) }
}
