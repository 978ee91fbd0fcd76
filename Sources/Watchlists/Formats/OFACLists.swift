import Maritime

extension WatchlistFormat {
  /// OFAC's comma-separated files: the SDN list and the consolidated list of everything else.
  ///
  /// Each list has up to four files without headers, joined by entity number: entries, alternate
  /// names, addresses and remarks that did not fit. The first alone is a list; the others are not.
  static let ofacLists = WatchlistFormat(
    id: "ofac-csv",
    summary: "OFAC's SDN list or consolidated list: sdn.csv alone, or with alt, add and comments.",
    publisher: "OFAC", regimes: ["us"], hasDates: false,
    recognises: { OFACPart($0) != nil }, read: readOFACLists)
}

/// The programmes of OFAC whose entries stand on the consolidated list without being blocked.
///
/// `UKRAINE-EO13662` is on both lists, so that it alone does not tell. Source: OFAC, "Consolidated
/// Sanctions List Data Files".
private let unblockedProgrammes: Set<String> = ["NS-PLC", "CMIC-EO13959", "NS-MBS", "561-Related"]

/// Whether entries with these programmes make up the consolidated list.
func isOFACConsolidated(programmes: [[String]]) -> Bool {
  let marked = programmes.count { !unblockedProgrammes.isDisjoint(with: $0) }
  // Two of 15,000 entries on the SDN list of May 2024 bear NS-PLC as well.
  return marked * 10 > programmes.count
}

private func readOFACLists(
  _ files: [WatchlistFile], as format: WatchlistFormat
) -> WatchlistFormat.Reading {
  var reading = WatchlistFormat.Reading()
  let parts = files.map { OFACPart($0) ?? OFACPart($0, role: .entries) }
  var primaries = parts.filter { $0.role == .entries }
  for part in parts where part.role != .entries {
    // Both lists can be given at once: a part belongs where most of its numbers are.
    let shares = primaries.map { $0.numbers.intersection(part.numbers).count }
    if let most = shares.max(), most > 0, let owner = shares.firstIndex(of: most) {
      primaries[owner].companions.append(part)
    } else {
      reading.problems.append(.withoutEntries(part.file))
    }
  }
  for primary in primaries {
    switch primary.list(as: format) {
    case .success(let list): reading.lists.append(list)
    case .failure(let problem): reading.problems.append(problem.rejection)
    }
  }
  return reading
}

extension OFACPart {
  /// Joins this part with its companions into a list, unless the file was cut off.
  fileprivate func list(as format: WatchlistFormat) -> Result<UnpublishedList, CutOffFile> {
    let ordered = companions.sorted {
      ($0.role.rawValue, $0.file.name) < ($1.role.rawValue, $1.file.name)
    }
    for part in [self] + ordered {
      if let cut = part.cutOff { return .failure(cut) }
    }
    var join = OFACJoin(isConsolidated: isConsolidated, file: file.name)
    for row in rows { join.addEntry(row) }
    for part in ordered { for row in part.rows { join.add(row, from: part) } }
    var list = UnpublishedList(
      isConsolidated ? "ofac-consolidated" : "ofac-sdn", format: format,
      files: [file] + ordered.map(\.file), designations: join.designations(),
      rejections: join.rejections)
    // Absence from the lesser list does not mean absence from the SDN list.
    if isConsolidated { list.regimes = [] }
    return .success(list)
  }

  private var isConsolidated: Bool {
    if file.name.lowercased().contains("cons_prim") { return true }
    return isOFACConsolidated(
      programmes: rows.filter { $0.fields.count > 3 }.map { ofacProgrammes($0.fields[3]) })
  }
}

extension Rejection {
  fileprivate static func withoutEntries(_ file: WatchlistFile) -> Rejection {
    Rejection(
      reason: "no-entries-file", file: file.name, line: 1,
      detail: "it adds to OFAC's list; give it together with sdn.csv or cons_prim.csv")
  }
}
