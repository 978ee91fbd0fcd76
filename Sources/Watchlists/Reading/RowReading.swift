import Maritime

/// Why a row became no entry.
struct RowProblem: Error {
  let rejection: Rejection

  init(_ reason: String, _ row: DelimitedRow, _ file: String) {
    let shown = row.fields.first { !$0.trimmed.isEmpty }?.prefix(60)
    rejection = Rejection(
      reason: reason, file: file, line: row.line,
      detail: reason == "wrong-field-count" ? "\(row.fields.count) fields" : shown.map(String.init))
  }

  /// Why an element of XML became no entry.
  init(_ reason: String, _ line: Int, _ file: String, detail: String? = nil) {
    rejection = Rejection(
      reason: reason, file: file, line: line, detail: detail.map { String($0.prefix(60)) })
  }
}

/// Reads files of which each holds whole lists.
func readEach(
  _ files: [WatchlistFile],
  _ read: (WatchlistFile) -> Result<[UnpublishedList], CutOffFile>
) -> WatchlistFormat.Reading {
  var reading = WatchlistFormat.Reading()
  for file in files {
    switch read(file) {
    case .success(let lists): reading.lists += lists
    case .failure(let cut): reading.problems.append(cut.rejection)
    }
  }
  return reading
}

/// The trimmed fields of the first line, without a byte-order mark.
func headerFields(of file: WatchlistFile, delimiter: UInt8 = UInt8(ascii: ",")) -> [String] {
  // A header longer than this belongs to no format here, and a binary file may be one line.
  let line = Array(file.bytes.prefix(4096).prefix { $0 != UInt8(ascii: "\n") })
  return delimitedRows(in: line, delimiter: delimiter).first?.fields.map(\.trimmed) ?? []
}

/// Splits `Tong Hung San (Chong Chon Gang)` into a name and another, `Saathi (formerly Onrim)` into
/// a name and a former one.
func bracketedNames(_ text: String, as kind: DesignationName.Kind = .primary) -> [DesignationName] {
  let name = text.prefix { $0 != "(" }.trimmed
  guard !name.isEmpty else {
    return text.trimmedOrNil.map { [DesignationName($0, kind)] } ?? []
  }
  let others = text.dropFirst(text.prefix { $0 != "(" }.count).split { "()".contains($0) }
  return [DesignationName(name, kind)] + others.compactMap { otherName($0) }
}

private func otherName(_ text: Substring) -> DesignationName? {
  // Spreadsheets put a no-break space after `formerly`.
  let words = text.split(whereSeparator: \.isWhitespace)
  guard let first = words.first else { return nil }
  let formerMarks = ["formerly", "ex", "f.k.a.", "fka", "former", "previously"]
  let aliasMarks = ["a.k.a.", "aka", "also"]
  let isFormer = formerMarks.contains(first.lowercased())
  let isMarked = isFormer || aliasMarks.contains(first.lowercased())
  let name = words.dropFirst(isMarked ? 1 : 0).joined(separator: " ")
  return name.isEmpty ? nil : DesignationName(name, isFormer ? .former : .alias)
}
