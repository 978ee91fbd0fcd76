import Maritime
public import Watchlists

/// What a search of the watchlists found.
public struct ListSearchReport: Sendable {
  private let matches: [SearchMatch]

  /// Creates a report that keeps the order of `matches`, best first.
  public init(_ matches: [SearchMatch]) { self.matches = matches }

  /// A table for people.
  public func text(style: ReportStyle) -> String {
    guard !matches.isEmpty else { return "No entry of the imported lists matches.\n" }
    let table = TextTable(
      headings: ["list", "entry", "kind", "name", "IMO", "listed from", "authority", "found by"],
      rows: matches.map { match in
        let entry = match.designation
        return [
          match.reference.list, entry.entry, entry.kind.rawValue, entry.name,
          entry.imoNumbers.first?.description ?? "–", entry.listedFrom?.dayDescription ?? "–",
          entry.authority, match.reference.basis,
        ]
      })
    return table.lines(style: style).map { $0 + "\n" }.joined()
  }

  /// A JSON array on one line, with a line end.
  public var json: String { JSONText.array(matches.map(\.json)) + "\n" }
}

extension SearchMatch {
  fileprivate var json: String {
    JSONText.object([
      "list": JSONText.string(reference.list),
      "entry": JSONText.string(designation.entry),
      "kind": JSONText.string(designation.kind.rawValue),
      "name": JSONText.string(designation.name),
      "names": JSONText.strings(designation.names.map(\.text)),
      "imo": designation.imoNumbers.first?.description ?? "null",
      "mmsi": designation.mmsiNumbers.first.map { String($0.value) } ?? "null",
      "regime": JSONText.string(designation.regime),
      "authority": JSONText.string(designation.authority),
      "measures": JSONText.strings(designation.measures.map(\.rawValue)),
      "listed_from": JSONText.optional(designation.listedFrom?.dayDescription),
      "delisted_at": JSONText.optional(designation.delistedAt?.dayDescription),
      "published": JSONText.string(reference.published.dayDescription),
      "digest": JSONText.string(reference.digest),
      "found_by": JSONText.string(reference.basis),
      "file": JSONText.string(designation.source.file),
      "line": String(designation.source.line),
    ])
  }
}
