import Maritime

extension WatchlistFormat {
  /// A list of one's own as a table: `id,schema,name` and, optionally, what `docs/watchlists.md`
  /// says.
  static let houseListCSV = WatchlistFormat(
    id: "house-csv",
    summary:
      "A house list as CSV: id,schema,name, optionally imo, listed_from, authority and more.",
    publisher: "house", regimes: ["house"], hasDates: true,
    recognises: { file in
      let header = headerFields(of: file)
      // OpenSanctions' targets.simple.csv starts alike, but keeps numbers and aliases otherwise.
      return ["id", "schema", "name"].allSatisfy(header.contains) && !header.contains("first_seen")
    },
    read: { files, format in readEach(files) { file in readTable(file, as: format) } })
}

private func readTable(
  _ file: WatchlistFile, as format: WatchlistFormat
) -> Result<[UnpublishedList], CutOffFile> {
  let table = NamedColumns(delimitedRows(in: file.bytes))
  if let cut = CutOffFile(table.rows, width: table.width, file: file.name) {
    return .failure(cut)
  }
  var designations: [Designation] = []
  var rejections: [Rejection] = []
  for row in table.rows {
    switch designation(row, in: table, file: file.name) {
    case .success(let entry): designations.append(entry)
    case .failure(let problem): rejections.append(problem.rejection)
    }
  }
  let list = UnpublishedList(
    houseListID(listID(fromFileName: file.name)), format: format, files: [file],
    designations: designations, rejections: rejections)
  return .success([list])
}

private func designation(
  _ row: DelimitedRow, in table: NamedColumns, file: String
) -> Result<Designation, RowProblem> {
  func problem(_ reason: String) -> Result<Designation, RowProblem> {
    .failure(RowProblem(reason, row, file))
  }
  guard table.rowIsWhole(row) else { return problem("wrong-field-count") }
  guard let id = table.value("id", in: row) else { return problem("no-id") }
  guard let kind = houseListKind(table.value("schema", in: row)) else {
    return problem("unknown-schema")
  }
  guard let name = table.value("name", in: row) else { return problem("no-name") }
  let date = table.value("listed_from", in: row)
  guard date == nil || date.flatMap({ listDate($0) }) != nil else { return problem("unread-date") }
  let aliases = (table.value("aliases", in: row) ?? "").split(separator: "|")
    .compactMap(\.trimmedOrNil)
  var entry = Designation(
    entry: id, kind: kind,
    names: [DesignationName(name, .primary)] + aliases.map { DesignationName($0, .alias) },
    measures: [.other], regime: "house",
    authority: table.value("authority", in: row) ?? "house list",
    source: Designation.Source(file: file, line: row.line))
  entry.listedFrom = date.flatMap { listDate($0) }
  entry.identifiers = identifiers(in: row, of: table, kind: kind)
  entry.particulars.flag = table.value("flag", in: row)
  entry.particulars.country = table.value("country", in: row)
  return .success(entry)
}

private func identifiers(
  in row: DelimitedRow, of table: NamedColumns, kind: Designation.Kind
) -> [DesignationIdentifier] {
  let number = table.value("imo", in: row).flatMap {
    kind == .vessel
      ? DesignationIdentifier(vesselNumber: $0) : DesignationIdentifier(companyNumber: $0)
  }
  let radio = table.value("mmsi", in: row).flatMap { MMSI($0) }.map(DesignationIdentifier.mmsi)
  return [number, radio].compactMap(\.self)
}

/// The kinds under the names that OpenSanctions and the tables of this program use.
func houseListKind(_ schema: String?) -> Designation.Kind? {
  switch schema?.lowercased() {
  case "vessel": .vessel
  case "company", "legalentity", "organization": .company
  case "person": .person
  default: nil
  }
}

/// Keeps a house list from taking the name of a regime or of a publisher's list, for which it would
/// then answer.
func houseListID(_ id: String) -> String {
  let taken = ["us", "eu", "un", "un-1718", "uk", "ca", "ch", "any-designated", "un-consolidated"]
  let publishers = ["ofac-", "eu-", "uk-", "ca-", "ch-", "opensanctions"]
  let isTaken = taken.contains(id) || publishers.contains(where: id.hasPrefix)
  return isTaken ? "house-\(id)" : id
}
