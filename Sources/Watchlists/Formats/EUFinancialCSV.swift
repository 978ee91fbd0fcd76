import Maritime

extension WatchlistFormat {
  /// The EU's consolidated list of financial sanctions as CSV, in both layouts.
  ///
  /// A row for each name, address, birth and document of an entry. Spreadsheets wrap whole rows of
  /// the older layout in quotes.
  static let euFinancialCSV = WatchlistFormat(
    id: "eu-fsf-csv",
    summary: "The EU's consolidated list of financial sanctions as CSV (1.0 or 1.1).",
    publisher: "EU", regimes: ["eu"], regimesWithoutVessels: ["eu"], hasDates: true,
    recognises: { file in
      let line = Array(file.bytes.prefix(16_384).prefix { $0 != UInt8(ascii: "\n") })
      let header = unwrapped(line).first?.fields.map { $0.trimmed.lowercased() } ?? []
      return header.contains { entryColumns.contains($0) }
        && header.contains { nameColumns.contains($0) }
    },
    read: { files, format in readEach(files) { file in readTable(file, as: format) } })
}

private let entryColumns: Set<String> = ["entity_logicalid", "entity_logical_id"]
private let nameColumns: Set<String> = ["namealias_wholename", "naal_wholename"]

/// The rows, without the quotes around each and the tabs behind it.
private func unwrapped(_ bytes: [UInt8]) -> [DelimitedRow] {
  let semicolon = UInt8(ascii: ";")
  let rows = delimitedRows(in: bytes, delimiter: semicolon)
  guard let header = rows.first, header.fields.count == 1, header.fields[0].contains(";") else {
    return rows
  }
  let text = rows.map { $0.fields.joined(separator: ";").trimmed }.joined(separator: "\n")
  return delimitedRows(in: Array(text.utf8), delimiter: semicolon)
}

private func readTable(
  _ file: WatchlistFile, as format: WatchlistFormat
) -> Result<[UnpublishedList], CutOffFile> {
  let rows = unwrapped(file.bytes)
  let header = rows.first?.fields.map { $0.trimmed.lowercased() } ?? []
  let body = Array(rows.dropFirst())
  if let cut = CutOffFile(body, width: header.count, file: file.name) { return .failure(cut) }
  let table = NamedColumns(header: header, rows: body)
  var order: [(id: String, line: Int)] = []
  var records: [String: EUFinancialRecord] = [:]
  var join = EntryJoin()
  for row in body {
    let record = financialRecord(row, in: table)
    // A remark with a semicolon makes a row longer than its header; nothing in it has its place.
    guard table.rowIsWhole(row), let id = record.id else {
      let reason = table.rowIsWhole(row) ? "no-entry-number" : "wrong-field-count"
      join.reject(RowProblem(reason, row, file.name).rejection)
      continue
    }
    if records[id] == nil { order.append((id, row.line)) }
    records[id] = record.joined(to: records[id])
  }
  for (id, line) in order {
    switch records[id]?.designation(at: line, in: file.name) {
    case .success(let entry)?: join.add(entry)
    case .failure(let problem)?: join.reject(problem.rejection)
    case nil: continue
    }
  }
  var list = UnpublishedList(
    "eu-fsf", format: format, files: [file], designations: join.designations,
    rejections: join.rejections)
  list.publishedInContent = body.first?.fields.first.flatMap { listDate($0) }
  return .success([list])
}

private func financialRecord(_ row: DelimitedRow, in table: NamedColumns) -> EUFinancialRecord {
  func value(_ columns: String...) -> String? {
    columns.lazy.compactMap { table.value($0, in: row) }.first
  }
  let name = value("namealias_wholename", "naal_wholename")
  return EUFinancialRecord(
    id: value("entity_logicalid", "entity_logical_id"),
    reference: value("entity_eu_referencenumber", "eu_ref_num"),
    names: name.map { [DesignationName($0, .alias)] } ?? [],
    kind: value("entity_subjecttype_classificationcode", "entity_subjecttype", "subject_type"),
    regulation: value("entity_regulation_numbertitle", "leba_numtitle"),
    programme: value("entity_regulation_programme", "programme"),
    designated: value("entity_designationdate"), country: value("address_countryiso2code"),
    remark: value("entity_remark"))
}
