import InputFiles
import Maritime
public import Reporting
import Watchlists

/// A file of subjects to look for in the lists, and how.
public struct WatchlistMatching: Sendable {
  /// The points from which a name is worth a look: as likely as not.
  public static let usualThreshold = NameSearcher.usualThreshold

  /// The CSV file.
  public var file: String
  /// The folder with the lists; the shipped ones when `nil`.
  public var folder: String?
  /// The least points of a name.
  public var threshold: Int
  /// How many entries to return for a row at most.
  public var limit: Int
  /// How many threads to use; the result is the same for any number.
  public var threads: Int

  /// Creates a request.
  public init(
    file: String, folder: String? = nil, threshold: Int = usualThreshold,
    limit: Int = 10, threads: Int = 1
  ) {
    self.file = file
    self.folder = folder
    self.threshold = threshold
    self.limit = limit
    self.threads = threads
  }
}

/// Looks every row of a file up in the newest snapshots of the lists.
///
/// The columns are `id`, `name`, `imo`, `mmsi`, `flag`, `country` and `schema` (or `kind`: vessel,
/// company or person), in any order; a name or a number is needed. Other columns are ignored.
///
/// - Returns: Each row with the entries that it may mean, in the order of the file; other rows are
///   counted with their reasons.
/// - Throws: `WorkflowError`, `InputFileError` or `StorageError` when a file cannot be read.
public func matchWatchlists(_ request: WatchlistMatching) async throws -> ListMatchReport {
  let (rows, rejections) = try subjects(in: request.file)
  let folder = ListFolder(path: try request.folder ?? HomeFolder().watchlists)
  let matcher = ListMatcher(DesignationIndex(try folder.snapshots()))
  let slices = stride(from: 0, to: rows.count, by: rowsTogether).map {
    rows[$0..<min($0 + rowsTogether, rows.count)]
  }
  let found = await inParallel(slices.count, threads: request.threads) { index in
    var matcher = matcher
    return slices[index].map { row in
      ListMatchReport.Row(
        line: row.line, id: row.id, name: row.subject.name ?? "",
        number: row.subject.imo ?? row.subject.mmsi?.description ?? "",
        candidates: matcher.candidates(
          row.subject, threshold: request.threshold, limit: request.limit))
    }
  }
  return ListMatchReport(rows: found.flatMap(\.self), rejections: rejections)
}

/// So many rows are looked up with what one searcher learns of words (our own default).
private let rowsTogether = 4096

/// The largest file of subjects: ten million rows of a hundred bytes (our own default).
private let sizeLimit = 1 << 30

/// A row that can be looked up.
private struct Subject: Sendable {
  let line: Int
  let id: String?
  let subject: ListMatcher.Row
}

private func subjects(in path: String) throws -> ([Subject], RejectionTally) {
  let rows = delimitedRows(in: try InputFile.readAll(path: path, limit: sizeLimit))
  let header = rows.first?.fields.map { $0.lowercased() } ?? []
  guard ["name", "imo", "mmsi"].contains(where: header.contains) else {
    throw WorkflowError.badInput(
      path: path, message: "line 1: the header has none of the columns name, imo and mmsi",
      advice: "name the columns name, imo, mmsi and kind; other columns are ignored")
  }
  let columns = Dictionary(zip(header, header.indices)) { first, _ in first }
  var subjects: [Subject] = []
  var rejections = RejectionTally()
  for row in rows.dropFirst() {
    switch subject(row, columns, in: path) {
    case .success(let subject): subjects.append(subject)
    case .failure(let problem): rejections.add(problem.rejection)
    }
  }
  return (subjects, rejections)
}

private struct SubjectProblem: Error {
  let rejection: Rejection
}

private func subject(
  _ row: DelimitedRow, _ columns: [String: Int], in path: String
) -> Result<Subject, SubjectProblem> {
  func value(_ column: String) -> String? {
    guard let index = columns[column], row.fields.indices.contains(index) else { return nil }
    let text = row.fields[index].drop { $0 == " " }
    return text.isEmpty ? nil : String(text)
  }
  func problem(_ reason: String, _ detail: String?) -> Result<Subject, SubjectProblem> {
    .failure(
      SubjectProblem(
        rejection: Rejection(reason: reason, file: path, line: row.line, detail: detail)))
  }
  let (name, imo, radio) = (value("name"), value("imo"), value("mmsi"))
  guard name != nil || imo != nil || radio != nil else {
    return problem("no-name-or-number", row.fields.first)
  }
  let word = (value("kind") ?? value("schema"))?.lowercased()
  let kind = word.flatMap(Designation.Kind.init(rawValue:))
  guard word == nil || kind != nil else { return problem("unknown-kind", word) }
  var subject = ListMatcher.Row(
    name: name, imo: imo, mmsi: radio.flatMap { MMSI($0) }, kind: kind)
  subject.particulars.flag = value("flag")
  subject.particulars.country = value("country")
  return .success(Subject(line: row.line, id: value("id"), subject: subject))
}
