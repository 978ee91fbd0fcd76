public import Maritime
public import StrictYAML

/// What was made of the files that a user gave together.
public struct WatchlistReading: Sendable {
  /// The lists, by id.
  public let lists: [UnpublishedList]
  /// Files that are no watchlist, or not a whole one, and why.
  public let problems: [Rejection]
  /// What the author of a house list should mend.
  public let diagnostics: [Diagnostic]
}

/// The largest file that is read: 512 MiB (our own default; OFAC's advanced XML has about 120 MB).
public let largestWatchlistFile = 512 << 20

/// Reads watchlists from files, joining those that belong together, such as OFAC's four.
///
/// A file that is cut off, empty or of no known format becomes a problem and no list.
///
/// - Parameters:
///   - files: The files, decompressed. The order does not matter.
///   - format: The format of all files; `nil` recognises each from its content.
/// - Returns: The lists, and everything that kept a file from being one.
public func readWatchlists(
  _ files: [WatchlistFile], as format: WatchlistFormat? = nil
) -> WatchlistReading {
  var problems: [Rejection] = []
  var groups: [String: [WatchlistFile]] = [:]
  for file in files.sorted(by: { $0.name < $1.name }) {
    if let problem = sizeProblem(of: file) {
      problems.append(problem)
    } else if let found = format ?? WatchlistFormat.recognise(file) {
      groups[found.id, default: []].append(file)
    } else {
      problems.append(.unknownFormat(file))
    }
  }
  return reading(of: groups, problems: problems)
}

private func reading(
  of groups: [String: [WatchlistFile]], problems: [Rejection]
) -> WatchlistReading {
  let readings = WatchlistFormat.all.map { format in
    format.read(groups[format.id] ?? [], format)
  }
  let lists = readings.flatMap(\.lists)
  let empty = lists.filter(\.designations.isEmpty).map { list in
    let first = list.rejections.first.map { ", the first on line \($0.line): \($0.reason)" } ?? ""
    return Rejection(
      reason: "empty-list", file: list.files.first ?? list.list, line: 1,
      detail: "'\(list.list)' has no entries; \(list.rejections.count) rows rejected\(first)")
  }
  return WatchlistReading(
    lists: lists.filter { !$0.designations.isEmpty }.sorted {
      ($0.list, $0.digest) < ($1.list, $1.digest)
    },
    problems: (problems + readings.flatMap(\.problems) + empty).sorted {
      ($0.file, $0.line, $0.reason) < ($1.file, $1.line, $1.reason)
    },
    diagnostics: readings.flatMap(\.diagnostics))
}

private func sizeProblem(of file: WatchlistFile) -> Rejection? {
  if file.bytes.isEmpty {
    Rejection(reason: "empty-file", file: file.name, line: 1)
  } else if file.bytes.count > largestWatchlistFile {
    Rejection(
      reason: "file-too-large", file: file.name, line: 1,
      detail: "\(file.bytes.count) bytes; the limit is \(largestWatchlistFile)")
  } else {
    nil
  }
}

extension Rejection {
  fileprivate static func unknownFormat(_ file: WatchlistFile) -> Rejection {
    let names = WatchlistFormat.all.map(\.id).joined(separator: ", ")
    return Rejection(
      reason: "unknown-format", file: file.name, line: 1,
      detail: "its content has the shape of none of \(names)")
  }
}
