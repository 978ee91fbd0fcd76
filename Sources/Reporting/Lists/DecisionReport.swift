public import Maritime
public import Watchlists

/// Decisions about list entries, and whether each holds on a day.
public struct DecisionReport: Sendable {
  /// One decision.
  public struct Row: Sendable {
    /// The decision.
    public let decision: EntryDecision
    /// Why it does not hold; `nil` while it does.
    public let lapse: String?

    /// Creates a row.
    public init(decision: EntryDecision, lapse: String?) {
      self.decision = decision
      self.lapse = lapse
    }
  }

  /// The decisions, in the order of their files.
  public let rows: [Row]
  /// The day for which it is told.
  public let day: UTCTime

  /// Creates a report.
  public init(_ rows: [Row], at day: UTCTime) {
    self.rows = rows
    self.day = day
  }

  /// Whether a decision does not hold, so that somebody should look at it again.
  public var hasLapses: Bool { rows.contains { $0.lapse != nil } }

  /// Two lines a decision for people, then the count.
  public func text(style: ReportStyle) -> String {
    let holding = rows.count { $0.lapse == nil }
    let lines =
      rows.flatMap(\.lines)
      + ["\(rows.count.counted("decision")), \(holding) hold on \(day.dayDescription)"]
    return lines.map { TerminalText.safe($0) + "\n" }.joined()
  }

  /// A JSON array on one line, with a line end.
  public var json: String {
    JSONText.array(
      rows.map { row in
        let decision = row.decision
        return JSONText.object([
          "list": JSONText.string(decision.entry.list),
          "entry": JSONText.string(decision.entry.entry),
          "listed_name": JSONText.string(decision.listedName),
          "subject": JSONText.string(decision.subject.description),
          "reason": JSONText.string(decision.reason),
          "approver": JSONText.string(decision.approver),
          "decided": JSONText.string(decision.decided.dayDescription),
          "expires": JSONText.string(decision.expires.dayDescription),
          "holds": row.lapse == nil ? "true" : "false",
          "lapse": JSONText.optional(row.lapse),
          "file": JSONText.string(decision.file),
          "line": String(decision.line),
        ])
      }) + "\n"
  }
}

extension DecisionReport.Row {
  fileprivate var lines: [String] {
    [
      "\(decision.entry.list) \(decision.entry.entry) “\(decision.listedName)” is not"
        + " \(decision.subject): \(lapse ?? "holds")",
      "    \(decision.reason) (\(decision.approver), \(decision.decided.dayDescription) until"
        + " \(decision.expires.dayDescription), \(decision.file):\(decision.line))",
    ]
  }
}
