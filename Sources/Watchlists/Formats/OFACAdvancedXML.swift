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
      readEachXML(files, as: format, with: AdvancedReader.self)
    })
}

/// Reads the parts in the order of the schema: what parties point to, the parties, and then how
/// they are tied and since when they are listed.
private struct AdvancedReader: XMLListReader {
  static var records: Set<String> {
    AdvancedReferences.elements.union([
      "DateOfIssue", "DistinctParty", "SanctionsEntry", "ProfileRelationship",
    ])
  }

  private let file: WatchlistFile
  private let format: WatchlistFormat
  private var references = AdvancedReferences()
  private var parties: [AdvancedParty] = []
  private var listings: [String: AdvancedListing] = [:]
  private var relations: [String: [AdvancedRelation]] = [:]
  private var rejections: [Rejection] = []
  private var published: UTCTime?

  init(_ file: WatchlistFile, as format: WatchlistFormat) {
    self.file = file
    self.format = format
  }

  mutating func take(_ record: XMLRecords.Record) {
    let element = record.element
    switch element.name {
    case "DateOfIssue": published = published ?? advancedDate(element)
    case "DistinctParty":
      switch AdvancedParty.read(element, references, at: record.line, in: file.name) {
      case .success(let party): parties.append(party)
      case .failure(let problem): rejections.append(problem.rejection)
      }
    case "SanctionsEntry":
      listings[element.attribute("ProfileID") ?? "", default: AdvancedListing()]
        .add(element, references)
    case "ProfileRelationship":
      guard let relation = AdvancedRelation(element) else { return }
      relations[relation.from, default: []].append(relation)
    default: references.take(element)
    }
  }

  func list(with rootAttributes: [String: String]) -> UnpublishedList {
    let names = Dictionary(parties.map { ($0.profile, $0.entry.name) }) { first, _ in first }
    var join = EntryJoin()
    for party in parties {
      let links = (relations[party.profile] ?? []).compactMap { relation in
        names[relation.to].map { relation.link(to: $0, references) }
      }
      join.add(party.designation(links: links, listing: listings[party.profile]))
    }
    var list = UnpublishedList(
      "ofac-sdn", format: format, files: [file], designations: join.designations,
      rejections: rejections)
    list.publishedInContent = published
    return list
  }
}

/// A date of the advanced schema, whose parts are elements.
func advancedDate(_ element: XMLElement) -> UTCTime? {
  let parts = ["Year", "Month", "Day"].compactMap { element.value($0).flatMap { Int($0) } }
  guard parts.count == 3 else { return nil }
  return CivilDate(year: parts[0], month: parts[1], day: parts[2]).map(UTCTime.init)
}
