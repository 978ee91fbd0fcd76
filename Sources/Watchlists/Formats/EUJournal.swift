import Maritime

extension WatchlistFormat {
  /// Annexes of EU regulations, as OpenSanctions transcribes them from the Official Journal.
  ///
  /// One row for each entry of an annex, 44 columns; a file may hold several regulations, of which
  /// each is a list of its own.
  static let euJournal = WatchlistFormat(
    id: "eu-journal-csv",
    summary: "Annexes of EU regulations from the Official Journal, transcribed by OpenSanctions.",
    publisher: "EU", regimes: ["eu"], hasDates: true,
    recognises: { file in
      let header = headerFields(of: file)
      return ["celex", "annex", "measure", "startDate", "schema", "name", "imoNumber"]
        .allSatisfy(header.contains)
    },
    read: { files, format in readEach(files) { file in readJournal(file, as: format) } })
}

/// Stands for the list of rows that name no legal act.
private let noAct = "eu"

private func readJournal(
  _ file: WatchlistFile, as format: WatchlistFormat
) -> Result<[UnpublishedList], CutOffFile> {
  let table = NamedColumns(delimitedRows(in: file.bytes))
  if let cut = CutOffFile(table.rows, width: table.width, file: file.name) {
    return .failure(cut)
  }
  var designations: [String: [Designation]] = [:]
  var rejections: [String: [Rejection]] = [:]
  for row in table.rows {
    let act = table.rowIsWhole(row) ? EULegalAct(celex: table.value("celex", in: row) ?? "") : nil
    switch designation(row, in: table, act: act, file: file.name) {
    case .success(let entry): designations[act?.list ?? noAct, default: []].append(entry)
    case .failure(let problem):
      rejections[act?.list ?? noAct, default: []].append(problem.rejection)
    }
  }
  let acts = Set(designations.keys).union(rejections.keys).subtracting([noAct]).sorted()
  let ids = acts.isEmpty ? [noAct] : acts
  let lists = ids.map { id in
    // A row that names no act belongs to no list, but it is counted with the first.
    let stray = id == ids.first && id != noAct ? rejections[noAct] ?? [] : []
    return UnpublishedList(
      id, format: format, files: [file], designations: designations[id] ?? [],
      rejections: stray + (rejections[id] ?? []))
  }
  return .success(lists)
}

private func designation(
  _ row: DelimitedRow, in table: NamedColumns, act: EULegalAct?, file: String
) -> Result<Designation, RowProblem> {
  guard table.rowIsWhole(row) else { return .failure(RowProblem("wrong-field-count", row, file)) }
  guard let act else { return .failure(RowProblem("no-legal-act", row, file)) }
  let kind = openSanctionsKind(table.value("schema", in: row))
  let names = names(in: row, of: table, kind: kind)
  guard let annex = table.value("annex", in: row) else {
    return .failure(RowProblem("no-annex", row, file))
  }
  guard let name = names.first?.text else { return .failure(RowProblem("no-name", row, file)) }
  var entry = Designation(
    entry: "\(annex)/\(table.value("recordId", in: row) ?? name)", kind: kind, names: names,
    measures: [measure(table.value("measure", in: row))], regime: "eu",
    authority: "\(act.title), Annex \(annex)",
    source: Designation.Source(file: file, line: row.line))
  entry.programmes = table.value("programKey", in: row).map { [$0] } ?? []
  entry.listedFrom = table.value("startDate", in: row).flatMap { listDate($0) }
  entry.identifiers = identifiers(in: row, of: table, kind: kind)
  entry.particulars.flag = table.value("flag", in: row)
  entry.particulars.country =
    ["country", "jurisdiction", "nationality"].lazy
    .compactMap { table.value($0, in: row) }.first
  let remarks = ["reason", "notes"].compactMap { table.value($0, in: row) }
  entry.remarks = remarks.isEmpty ? nil : remarks.joined(separator: " ")
  return .success(entry)
}

private func measure(_ text: String?) -> Designation.Measure {
  switch text?.lowercased() {
  case "asset freeze": .assetFreeze
  case "transportation restrictions": .portBan
  case "financial restrictions": .financial
  default: .other
  }
}

/// Other names come in their own columns, separated by semicolons, and in brackets after a
/// vessel's.
private func names(
  in row: DelimitedRow, of table: NamedColumns, kind: Designation.Kind
) -> [DesignationName] {
  let columns: [(String, DesignationName.Kind)] = [
    ("name", .primary), ("alias", .alias), ("weakAlias", .weak), ("previousName", .former),
  ]
  return columns.flatMap { column, nameKind in
    let text = table.value(column, in: row) ?? ""
    let parts = nameKind == .primary ? [text] : text.split(separator: ";").map(\.trimmed)
    return parts.filter { !$0.isEmpty }.flatMap { part in
      kind == .vessel
        ? bracketedNames(part, as: nameKind) : [DesignationName(part, nameKind)]
    }
  }
}

private func identifiers(
  in row: DelimitedRow, of table: NamedColumns, kind: Designation.Kind
) -> [DesignationIdentifier] {
  let number = table.value("imoNumber", in: row).flatMap {
    kind == .vessel
      ? DesignationIdentifier(vesselNumber: $0) : DesignationIdentifier(companyNumber: $0)
  }
  let radio = table.value("mmsi", in: row).flatMap { MMSI($0) }.map(DesignationIdentifier.mmsi)
  return [number, radio].compactMap(\.self)
}
