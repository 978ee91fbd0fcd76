import Maritime

extension WatchlistFormat {
  /// OFAC's list in the advanced schema of the UN, which alone says since when entries are listed.
  static let ofacAdvancedXML = WatchlistFormat(
    id: "ofac-advanced-xml",
    summary: "OFAC's SDN list in the advanced sanctions data model (SDN_ADVANCED.XML).",
    publisher: "OFAC", regimes: ["us"], hasDates: true,
    recognises: { file in
      let head = String(decoding: file.bytes.prefix(1024), as: UTF8.self)
      return head.contains("<Sanctions") && head.contains("<DateOfIssue")
    },
    read: { files, format in
      readEachXML(files, named: AdvancedReferences.elements) { content, file in
        list(of: content, in: file, as: format)
      }
    })
}

private func list(
  of content: XMLRecords, in file: WatchlistFile, as format: WatchlistFormat
) -> UnpublishedList {
  let references = AdvancedReferences(content)
  var join = EntryJoin()
  for record in content.records where record.element.name == "DistinctParty" {
    let party = AdvancedParty(record.element, references)
    switch party.designation(at: record.line, in: file.name) {
    case .success(let entry): join.add(entry)
    case .failure(let problem): join.reject(problem.rejection)
    }
  }
  var list = UnpublishedList(
    "ofac-sdn", format: format, files: [file], designations: join.designations,
    rejections: join.rejections)
  list.publishedInContent =
    content.records.first { $0.element.name == "DateOfIssue" }.flatMap { advancedDate($0.element) }
  return list
}

/// A date of the advanced schema, whose parts are elements.
func advancedDate(_ element: XMLElement) -> UTCTime? {
  let parts = ["Year", "Month", "Day"].compactMap { element.value($0).flatMap { Int($0) } }
  guard parts.count == 3 else { return nil }
  return CivilDate(year: parts[0], month: parts[1], day: parts[2]).map(UTCTime.init)
}
