import Maritime

extension WatchlistFormat {
  /// OpenSanctions' tables: `targets.simple.csv`, and `maritime.csv` of ships and their companies.
  ///
  /// They gather many lists and say when they first saw an entry, not since when it is listed.
  static let openSanctionsTable = WatchlistFormat(
    id: "opensanctions-csv",
    summary: "OpenSanctions' targets.simple.csv or maritime.csv.",
    publisher: "OpenSanctions", regimes: [], hasDates: false,
    recognises: { file in
      let header = headerFields(of: file)
      return isSimple(header) || isMaritime(header)
    },
    read: { files, format in readEach(files) { file in readTable(file, as: format) } })
}

private func isSimple(_ header: [String]) -> Bool {
  ["id", "schema", "name", "aliases", "identifiers", "sanctions", "first_seen"]
    .allSatisfy(header.contains)
}

private func isMaritime(_ header: [String]) -> Bool {
  ["type", "caption", "imo", "risk", "datasets"].allSatisfy(header.contains)
}

private func readTable(
  _ file: WatchlistFile, as format: WatchlistFormat
) -> Result<[UnpublishedList], CutOffFile> {
  let table = NamedColumns(delimitedRows(in: file.bytes))
  if let cut = CutOffFile(table.rows, width: table.width, file: file.name) {
    return .failure(cut)
  }
  var join = EntryJoin()
  for row in table.rows {
    switch designation(row, in: table, file: file.name) {
    case .success(let entry): join.add(entry)
    case .failure(let problem): join.reject(problem.rejection)
    }
  }
  let list = UnpublishedList(
    table.has("caption") ? "opensanctions-maritime" : "opensanctions", format: format,
    files: [file], designations: join.designations, rejections: join.rejections)
  return .success([list])
}

private func designation(
  _ row: DelimitedRow, in table: NamedColumns, file: String
) -> Result<Designation, RowProblem> {
  func value(_ column: String) -> String? { table.value(column, in: row) }
  guard table.rowIsWhole(row) else { return .failure(RowProblem("wrong-field-count", row, file)) }
  guard let id = value("id") else { return .failure(RowProblem("no-id", row, file)) }
  guard let name = value("name") ?? value("caption") else {
    return .failure(RowProblem("no-name", row, file))
  }
  let kind = openSanctionsKind(value("schema") ?? value("type"))
  let sources = value("dataset") ?? value("datasets")
  // Politicians, wanted people and detained ships stand in these tables beside the sanctioned.
  let isSanctioned =
    table.has("sanctions")
    ? value("sanctions") != nil : value("risk")?.contains("sanction") == true
  var entry = Designation(
    entry: id, kind: kind,
    names: [DesignationName(name, .primary)]
      + openSanctionsValues(value("aliases")).map { DesignationName($0, .alias) },
    measures: [isSanctioned ? .other : .watch], regime: "house",
    authority: ["OpenSanctions", sources].compactMap(\.self).joined(separator: ", "),
    source: Designation.Source(file: file, line: row.line))
  for number in openSanctionsValues(value("identifiers")) + openSanctionsValues(value("imo")) {
    entry.add(openSanctionsNumber(number, of: kind))
  }
  for number in openSanctionsValues(value("mmsi")) {
    entry.add(MMSI(number).map(DesignationIdentifier.mmsi))
  }
  entry.particulars.flag = value("flag")?.uppercased()
  entry.particulars.country = openSanctionsValues(value("countries")).first?.uppercased()
  entry.remarks = value("sanctions")
  return .success(entry)
}

/// Values of one field, which stand between semicolons.
private func openSanctionsValues(_ text: String?) -> [String] {
  (text ?? "").split(separator: ";").compactMap(\.trimmedOrNil)
}
