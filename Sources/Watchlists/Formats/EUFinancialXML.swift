import Maritime

extension WatchlistFormat {
  /// The EU's consolidated list of persons, groups and entities subject to financial sanctions.
  ///
  /// Vessels that may not enter ports stand in annexes of regulations, not here.
  static let euFinancialXML = WatchlistFormat(
    id: "eu-fsf-xml",
    summary: "The EU's consolidated list of financial sanctions in XML (1.1).",
    publisher: "EU", regimes: ["eu"], regimesWithoutVessels: ["eu"], hasDates: true,
    recognises: { file in
      String(decoding: file.bytes.prefix(1024), as: UTF8.self)
        .contains("http://eu.europa.ec/fpi/fsd/export")
    },
    read: { files, format in
      readEachXML(files, as: format, with: EUFinancialReader.self)
    })
}

/// Reads one element for each entry.
private struct EUFinancialReader: XMLListReader {
  static var records: Set<String> { ["sanctionEntity"] }

  private let file: WatchlistFile
  private let format: WatchlistFormat
  private var join = EntryJoin()

  init(_ file: WatchlistFile, as format: WatchlistFormat) {
    self.file = file
    self.format = format
  }

  mutating func take(_ record: XMLRecords.Record) {
    join.take(financialRecord(record.element).designation(at: record.line, in: file.name))
  }

  func list(with rootAttributes: [String: String]) -> UnpublishedList {
    var list = UnpublishedList(
      "eu-fsf", format: format, files: [file], designations: join.designations,
      rejections: join.rejections)
    list.publishedInContent = rootAttributes["generationDate"].flatMap { listDate($0) }
    return list
  }
}

private func financialRecord(_ element: XMLElement) -> EUFinancialRecord {
  let aliases = element.all("nameAlias").compactMap { alias -> DesignationName? in
    let parts = ["firstName", "middleName", "lastName"].compactMap { alias.attribute($0) }
    guard let text = alias.attribute("wholeName") ?? parts.joined(separator: " ").trimmedOrNil
    else { return nil }
    return DesignationName(text, alias.attribute("strong") == "false" ? .weak : .alias)
  }
  let regulation = element.all("regulation").first
  let number = element.all("identification").first {
    $0.attribute("identificationTypeCode")?.lowercased() == "imo"
  }
  var record = EUFinancialRecord(
    id: element.attribute("logicalId"), reference: element.attribute("euReferenceNumber"),
    names: aliases, kind: element.all("subjectType").first?.attribute("classificationCode"),
    regulation: regulation?.attribute("numberTitle"),
    programme: regulation?.attribute("programme"),
    designated: element.attribute("designationDate"), number: number?.attribute("number"),
    country: (element.all("citizenship") + element.all("address")).lazy
      .compactMap { $0.attribute("countryIso2Code") }.first,
    remark: element.value("remark"))
  record.registrations = element.all("identification").compactMap { identification in
    guard identification.attribute("identificationTypeCode")?.lowercased() == "regnumber",
      let number = identification.attribute("number"),
      let country = identification.attribute("countryIso2Code")
    else { return nil }
    return "\(country) \(number)"
  }
  return record
}
