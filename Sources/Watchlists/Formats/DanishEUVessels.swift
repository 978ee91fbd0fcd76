import Maritime

extension WatchlistFormat {
  /// The Danish Maritime Authority's list of the vessels in Annex XLII, with dates of application.
  ///
  /// It is an authority's working copy of `eu-833`: the same hulls, sometimes with a newer name.
  static let danishEUVessels = WatchlistFormat(
    id: "dma-csv",
    summary: "The Danish Maritime Authority's list of EU-designated vessels.",
    publisher: "Danish Maritime Authority", regimes: ["eu"], hasDates: true,
    recognises: { header(of: $0) == ["vessel name", "imo number", "date of application"] },
    read: { files, format in
      readEach(files) { file in readDanishList(file, as: format) }
    })
}

private func header(of file: WatchlistFile) -> [String] {
  headerFields(of: file, delimiter: UInt8(ascii: ";")).map { $0.lowercased() }
}

private func readDanishList(
  _ file: WatchlistFile, as format: WatchlistFormat
) -> Result<[UnpublishedList], CutOffFile> {
  let rows = delimitedRows(in: file.bytes, delimiter: UInt8(ascii: ";"))
  if let cut = CutOffFile(rows, width: 3, file: file.name) { return .failure(cut) }
  var designations: [Designation] = []
  var rejections: [Rejection] = []
  for row in rows.dropFirst() {
    switch designation(row, file: file.name) {
    case .success(let designation): designations.append(designation)
    case .failure(let problem): rejections.append(problem.rejection)
    }
  }
  let list = UnpublishedList(
    "eu-833-dma", format: format, files: [file], designations: designations,
    rejections: rejections)
  return .success([list])
}

private func designation(
  _ row: DelimitedRow, file: String
) -> Result<Designation, RowProblem> {
  guard row.fields.count == 3 else { return .failure(RowProblem("wrong-field-count", row, file)) }
  let names = bracketedNames(row.fields[0])
  guard !names.isEmpty else { return .failure(RowProblem("no-name", row, file)) }
  guard let number = DesignationIdentifier(vesselNumber: row.fields[1]) else {
    return .failure(RowProblem("no-imo-number", row, file))
  }
  var entry = Designation(
    entry: row.fields[1].trimmed, kind: .vessel, names: names, measures: [.portBan], regime: "eu",
    authority: "Council Regulation (EU) No 833/2014, Annex XLII",
    source: Designation.Source(file: file, line: row.line))
  entry.identifiers = [number]
  entry.listedFrom = listDate(row.fields[2])
  return .success(entry)
}
