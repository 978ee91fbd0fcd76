import Maritime

/// Brings rows together that are about one entry, because some lists have a row for each of its
/// names and addresses.
struct EntryJoin {
  private var order: [String] = []
  private var entries: [String: Designation] = [:]
  private(set) var rejections: [Rejection] = []

  /// Takes an entry, or what another row says about one.
  mutating func add(_ row: Designation) {
    guard var entry = entries[row.entry] else {
      order.append(row.entry)
      entries[row.entry] = row
      return
    }
    for name in row.names where !entry.names.contains(name) { entry.names.append(name) }
    for identifier in row.identifiers { entry.add(identifier) }
    for link in row.links where !entry.links.contains(link) { entry.links.append(link) }
    for measure in row.measures where !entry.measures.contains(measure) {
      entry.measures.append(measure)
    }
    entry.listedFrom = [entry.listedFrom, row.listedFrom].compactMap(\.self).min()
    entry.particulars.country = entry.particulars.country ?? row.particulars.country
    entry.particulars.flag = entry.particulars.flag ?? row.particulars.flag
    entry.remarks = entry.remarks ?? row.remarks
    entries[row.entry] = entry
  }

  /// Takes an entry, or why there is none.
  mutating func take(_ row: Result<Designation, RowProblem>) {
    switch row {
    case .success(let entry): add(entry)
    case .failure(let problem): reject(problem.rejection)
    }
  }

  mutating func reject(_ rejection: Rejection) { rejections.append(rejection) }

  /// The entries in file order, each with its primary name first.
  var designations: [Designation] {
    order.compactMap { number in
      guard var entry = entries[number] else { return nil }
      let primary = entry.names.filter { $0.kind == .primary }
      entry.names = primary + entry.names.filter { $0.kind != .primary }
      return entry
    }
  }
}
