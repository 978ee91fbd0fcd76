import Maritime

extension WatchlistFormat {
  /// The UK Sanctions List in its table of 58 columns: one row for each name and address.
  static let ukSanctionsListCSV = WatchlistFormat(
    id: "uk-csv",
    summary: "The UK Sanctions List of the Foreign, Commonwealth and Development Office as CSV.",
    publisher: "UK", regimes: ["uk"], hasDates: true,
    recognises: { file in
      let header = headerBelowDate(of: file)
      return ["Unique ID", "Regime Name", "Designation Type"].allSatisfy(header.contains)
    },
    read: { files, format in readEach(files) { file in readTable(file, as: format) } })

  /// The consolidated list of asset freeze targets that the Office of Financial Sanctions
  /// Implementation publishes.
  ///
  /// Ships that are only kept out of ports do not stand on it.
  static let ofsiConsolidatedList = WatchlistFormat(
    id: "uk-ofsi-csv",
    summary: "OFSI's consolidated list of asset freeze targets in the UK, as CSV.",
    publisher: "UK", regimes: ["uk"], regimesWithoutVessels: ["uk"], hasDates: true,
    recognises: { file in
      let header = headerBelowDate(of: file)
      return ["Group Type", "Alias Type", "Regime", "Listed On", "Group ID"]
        .allSatisfy(header.contains)
    },
    read: { files, format in readEach(files) { file in readTable(file, as: format) } })
}

/// The header, above which stands a line with the date of the list.
private func headerBelowDate(of file: WatchlistFile) -> [String] {
  let lines = file.bytes.prefix(8192).split(separator: UInt8(ascii: "\n"), maxSplits: 2)
  guard lines.count > 1 else { return [] }
  return delimitedRows(in: Array(lines[1])).first?.fields.map(\.trimmed) ?? []
}

private func readTable(
  _ file: WatchlistFile, as format: WatchlistFormat
) -> Result<[UnpublishedList], CutOffFile> {
  let rows = delimitedRows(in: file.bytes)
  let table = NamedColumns(Array(rows.dropFirst()))
  if let cut = CutOffFile(table.rows, width: table.width, file: file.name) {
    return .failure(cut)
  }
  let isOFSI = format.id == WatchlistFormat.ofsiConsolidatedList.id
  var join = EntryJoin()
  for row in table.rows {
    let record = isOFSI ? ofsiRecord(row, in: table) : ukRecord(row, in: table)
    switch table.rowIsWhole(row) ? record.designation(at: row.line, in: file.name) : nil {
    case .success(let entry)?: join.add(entry)
    case .failure(let problem)?: join.reject(problem.rejection)
    case nil: join.reject(RowProblem("wrong-field-count", row, file.name).rejection)
    }
  }
  var list = UnpublishedList(
    isOFSI ? "uk-ofsi" : "uk-sanctions", format: format, files: [file],
    designations: join.designations, rejections: join.rejections)
  list.publishedInContent = rows.first.flatMap { ukDate(inTitle: $0.fields) }
  return .success([list])
}

/// `Report Date: 08-Oct-2026` in one list, `Last Updated,12/02/2016` in the other.
private func ukDate(inTitle fields: [String]) -> UTCTime? {
  let text = fields.last?.split(separator: ":").last ?? ""
  return listDate(text.replacing("-", with: " "))
}

private func ukRecord(_ row: DelimitedRow, in table: NamedColumns) -> UKRecord {
  func value(_ column: String) -> String? { table.value(column, in: row) }
  func values(_ column: String) -> [String] {
    (value(column) ?? "").split(separator: "|").compactMap(\.trimmedOrNil)
  }
  return UKRecord(
    id: value("Unique ID"),
    names: [
      (ukName { value("Name \($0)") }, value("Name type"), value("Alias strength")),
      (value("Name non-latin script"), "Alias", nil),
    ],
    kind: value("Designation Type"), regime: value("Regime Name"),
    measures: value("Sanctions Imposed"), designated: value("Date Designated"),
    numbers: values("IMO number"), owners: values("Current owner/operator (s)"),
    flag: value("Current believed flag of ship"), formerFlags: values("Previous flags"),
    type: value("Type of ship"), built: value("Year Built"),
    country: value("Address Country") ?? value("Nationality(/ies)"),
    reason: value("UK Statement of Reasons"))
}

private func ofsiRecord(_ row: DelimitedRow, in table: NamedColumns) -> UKRecord {
  func value(_ column: String) -> String? { table.value(column, in: row) }
  let isPrimary = value("Alias Type") == "Prime Alias" || value("Alias Type") == "Primary name"
  return UKRecord(
    id: value("Group ID"),
    names: [
      (
        ukName { value("Name \($0)") }, isPrimary ? "Primary Name" : value("Alias Type"),
        value("Alias Quality")
      ),
      (value("Name Non-Latin Script"), "Alias", nil),
    ],
    kind: value("Group Type"), regime: value("Regime"), measures: "Asset freeze",
    designated: value("Listed On"), country: value("Country") ?? value("Nationality"),
    reason: value("Other Information"))
}
