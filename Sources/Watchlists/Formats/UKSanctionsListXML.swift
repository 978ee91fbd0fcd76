import Maritime

extension WatchlistFormat {
  /// The UK Sanctions List in XML: one element for each designation.
  static let ukSanctionsListXML = WatchlistFormat(
    id: "uk-xml",
    summary: "The UK Sanctions List of the Foreign, Commonwealth and Development Office in XML.",
    publisher: "UK", regimes: ["uk"], hasDates: true,
    recognises: { file in
      let head = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
      return head.contains("<Designations") && head.contains("<Designation")
    },
    read: { files, format in
      readEachXML(files, as: format, with: UKSanctionsReader.self)
    })
}

/// Reads one element for each entry, and the date of the list.
private struct UKSanctionsReader: XMLListReader {
  static var records: Set<String> { ["Designation", "DateGenerated"] }

  private let file: WatchlistFile
  private let format: WatchlistFormat
  private var join = EntryJoin()
  private var published: UTCTime?

  init(_ file: WatchlistFile, as format: WatchlistFormat) {
    self.file = file
    self.format = format
  }

  mutating func take(_ record: XMLRecords.Record) {
    if record.element.name == "DateGenerated" {
      published = published ?? listDate(record.element.text)
    } else {
      join.take(ukRecord(record.element).designation(at: record.line, in: file.name))
    }
  }

  func list(with rootAttributes: [String: String]) -> UnpublishedList {
    var list = UnpublishedList(
      "uk-sanctions", format: format, files: [file], designations: join.designations,
      rejections: join.rejections)
    list.publishedInContent = published
    return list
  }
}

private func ukRecord(_ element: XMLElement) -> UKRecord {
  let names = element.all(at: "Names", "Name").map { name in
    (ukName { name.value("Name\($0)") }, name.value("NameType"), name.value("AliasStrength"))
  }
  let original = element.all(at: "NonLatinNames", "NonLatinName").map { name in
    (name.value("NameNonLatinScript"), "Alias" as String?, nil as String?)
  }
  let ship = element.all(at: "ShipDetails", "Ship").first ?? XMLElement(name: "Ship")
  func values(_ group: String, _ name: String) -> [String] {
    ship.all(at: group, name).compactMap(\.text.trimmedOrNil)
  }
  return UKRecord(
    id: element.value("UniqueID"), names: names + original,
    kind: element.value("IndividualEntityShip"), regime: element.value("RegimeName"),
    measures: element.value("SanctionsImposed"), designated: element.value("DateDesignated"),
    numbers: values("IMONumbers", "IMONumber"),
    owners: values("CurrentOwnerOperators", "CurrentOwnerOperator"),
    flag: values("CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip").first,
    formerFlags: values("PreviousFlags", "PreviousFlag"),
    type: values("TypeOfShipDetails", "TypeOfShip").first,
    built: values("YearsBuilt", "YearBuilt").first,
    country: element.all(at: "Addresses", "Address").lazy.compactMap { $0.value("AddressCountry") }
      .first,
    reason: element.value("UKStatementofReasons"))
}
