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
      readEachXML(files, named: ["Designation", "DateGenerated"]) { content, file in
        list(of: content, in: file, as: format)
      }
    })
}

private func list(
  of content: XMLRecords, in file: WatchlistFile, as format: WatchlistFormat
) -> UnpublishedList {
  var join = EntryJoin()
  for record in content.records where record.element.name == "Designation" {
    switch ukRecord(record.element).designation(at: record.line, in: file.name) {
    case .success(let entry): join.add(entry)
    case .failure(let problem): join.reject(problem.rejection)
    }
  }
  var list = UnpublishedList(
    "uk-sanctions", format: format, files: [file], designations: join.designations,
    rejections: join.rejections)
  list.publishedInContent =
    content.records.first { $0.element.name == "DateGenerated" }
    .flatMap { listDate($0.element.text) }
  return list
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
