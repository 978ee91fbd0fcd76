public import Maritime
public import Watchlists

/// What was found in the lists for each row of a file.
public struct ListMatchReport: Sendable {
  /// A row and the entries that it may mean.
  public struct Row: Sendable {
    /// The line of the file.
    public let line: Int
    /// What the file calls the row; its line when it calls it nothing.
    public let id: String
    /// The name as written; empty when there is none.
    public let name: String
    /// The IMO number or MMSI as written; empty when there is none.
    public let number: String
    /// The entries, the surest first.
    public let candidates: [ListCandidate]

    /// Creates a row.
    public init(
      line: Int, id: String? = nil, name: String, number: String, candidates: [ListCandidate]
    ) {
      self.line = line
      self.id = id ?? String(line)
      self.name = name
      self.number = number
      self.candidates = candidates
    }
  }

  /// The rows that were looked up, in the order of the file.
  public let rows: [Row]
  /// The rows that could not be.
  public let rejections: RejectionTally

  /// Creates a report.
  public init(rows: [Row], rejections: RejectionTally) {
    self.rows = rows
    self.rejections = rejections
  }

  /// How many rows may mean an entry.
  public var hits: Int { rows.count { !$0.candidates.isEmpty } }

  /// A table for people: a line for each entry that a row may mean, then the counts.
  public func text(style: ReportStyle) -> String {
    let table = TextTable(
      headings: ["id", "name", "number", "certainty", "score", "list", "entry", "found by"],
      rows: rows.flatMap { row in
        row.candidates.map { candidate in
          [
            row.id, row.name, row.number, candidate.certainty.words,
            candidate.score, candidate.reference.list, candidate.designation.name,
            candidate.reference.basis,
          ]
        }
      })
    let lines = hits == 0 ? [] : table.lines(style: style) + [""]
    return (lines + [summary]).map { $0 + "\n" }.joined()
  }

  /// A CSV file: a line for each entry that a row may mean, the surest of a row first.
  ///
  /// `designation` is the publisher's entry, `kind` the certainty, `score` from 0 to 1.
  public var csv: String {
    let header = csvRow(["id", "designation", "score", "kind", "explanation"])
    return header
      + rows.flatMap { row in row.candidates.map { Self.csv($0, of: row) } }.joined()
  }

  /// A JSON object on one line, with a line end.
  public var json: String {
    JSONText.object([
      "rows": JSONText.array(rows.map(Self.json)),
      "looked_up": String(rows.count), "hits": String(hits),
      "rejected": String(rejections.total),
    ]) + "\n"
  }

  private var summary: String {
    let rejected =
      rejections.total == 0
      ? ""
      : ", \(rejections.total.counted("row")) rejected ("
        + rejections.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        .joined(separator: ", ") + ")"
    return "\(rows.count.counted("row")) looked up, \(hits) with an entry\(rejected)"
  }

  private static func csv(_ candidate: ListCandidate, of row: Row) -> String {
    csvRow([
      row.id, candidate.designation.entry, candidate.score, candidate.certainty.rawValue,
      "\(candidate.designation.name) of \(candidate.reference.list): \(candidate.reference.basis)",
    ])
  }

  private static func json(_ row: Row) -> String {
    JSONText.object([
      "line": String(row.line), "id": JSONText.string(row.id), "name": JSONText.string(row.name),
      "number": JSONText.string(row.number),
      "candidates": JSONText.array(
        row.candidates.map { candidate in
          JSONText.object([
            "certainty": JSONText.string(candidate.certainty.rawValue),
            "score": candidate.score,
            "list": JSONText.string(candidate.reference.list),
            "entry": JSONText.string(candidate.designation.entry),
            "listed_name": JSONText.string(candidate.designation.name),
            "imo": candidate.designation.imoNumbers.first?.description ?? "null",
            "authority": JSONText.string(candidate.designation.authority),
            "found_by": JSONText.string(candidate.reference.basis),
          ])
        }),
    ])
  }
}

extension ListCandidate {
  /// The points as a number from 0 to 1 with two decimals.
  fileprivate var score: String {
    points == 100 ? "1.00" : "0." + (points < 10 ? "0" : "") + String(points)
  }
}

extension ListCandidate.Certainty {
  /// A word for people; a question mark where a person must look.
  var words: String {
    switch self {
    case .number: "number"
    case .copiedNumber, .mistypedNumber: "number?"
    case .earlierRadio: "mmsi?"
    case .callSign: "call sign?"
    case .name: "name?"
    }
  }
}
