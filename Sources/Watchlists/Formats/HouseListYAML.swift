import Maritime
import StrictYAML

extension WatchlistFormat {
  /// A list of one's own in YAML, with authority, date and source for each entry.
  ///
  /// `docs/watchlists.md` shows one.
  static let houseListYAML = WatchlistFormat(
    id: "house-yaml",
    summary: "A house list in YAML: list, published and entries.",
    publisher: "house", regimes: ["house"], hasDates: true,
    recognises: { file in
      // A comment may stand before the keys, but not a whole list.
      let head = String(decoding: file.bytes.prefix(64 << 10), as: UTF8.self)
        .split(separator: "\n")
      return ["list:", "entries:"].allSatisfy { key in head.contains { $0.hasPrefix(key) } }
    },
    read: { files, format in
      var reading = WatchlistFormat.Reading()
      for file in files { reading.add(file, as: format) }
      return reading
    })
}

extension WatchlistFormat.Reading {
  /// A house list with an error is no list: a missing entry would look like a clean vessel.
  fileprivate mutating func add(_ file: WatchlistFile, as format: WatchlistFormat) {
    let document = readYAML(file.bytes, file: file.name, limits: .houseList)
    var reader = HouseListReader(file: file, format: format)
    let list = document.root.flatMap { reader.list(from: $0) }
    let all = document.diagnostics + reader.diagnostics
    diagnostics += all
    let errors = all.filter { $0.severity == .error }
    if let list, errors.isEmpty {
      lists.append(list)
    } else {
      problems.append(
        Rejection(
          reason: "house-list-errors", file: file.name, line: errors.first?.span.start.line ?? 1,
          detail: errors.first?.message))
    }
  }
}
