import Maritime
public import Watchlists

/// Two snapshots of a list side by side.
public struct ListDiffReport: Sendable {
  private let difference: SnapshotDifference

  /// Creates a report.
  public init(_ difference: SnapshotDifference) { self.difference = difference }

  /// Whether both snapshots hold the same.
  public var isEmpty: Bool { difference.isEmpty }

  /// The counts, then each entry on a line, a changed one with its fields.
  public func text(style: ReportStyle) -> String {
    var page = TextPage(style)
    let (from, to) = (difference.from, difference.to)
    page.paragraph(
      "\(to.list), \(words(from)) → \(words(to)): \(difference.added.count) added, "
        + "\(difference.removed.count) \(removal), \(difference.changed.count) changed", indent: 0)
    if !difference.added.isEmpty { page.heading("ADDED") }
    for entry in difference.added { page.paragraph(words(entry), indent: 4, lead: "  +") }
    if !difference.removed.isEmpty { page.heading(delistingHeading) }
    for entry in difference.removed { page.paragraph(words(entry), indent: 4, lead: "  -") }
    if !difference.changed.isEmpty { page.heading("CHANGED") }
    for change in difference.changed {
      page.paragraph(words(change.new), indent: 4, lead: "  ~")
      for field in change.fields { page.paragraph(words(field), indent: 8, lead: "     ") }
    }
    return page.text
  }

  /// A JSON object on one line, with a line end.
  public var json: String {
    JSONText.object([
      "list": JSONText.string(difference.to.list),
      "from": snapshot(difference.from), "to": snapshot(difference.to),
      "added": JSONText.array(difference.added.map { entry($0) }),
      "removed": JSONText.array(difference.removed.map(removedEntry)),
      "changed": JSONText.array(difference.changed.map(changedEntry)),
    ]) + "\n"
  }

  private var removal: String { difference.delisting == nil ? "gone" : "de-listed" }

  private var delistingHeading: String {
    guard let span = difference.delisting else { return "ONLY IN THE FIRST" }
    return "DE-LISTED after \(span.after.dayDescription), by \(span.by.dayDescription)"
  }

  private func words(_ snapshot: SnapshotSummary) -> String {
    let entries = snapshot.entries == 1 ? "entry" : "entries"
    return "\(snapshot.published.dayDescription) "
      + "(\(Quantity.count(snapshot.entries).description) \(entries))"
  }

  private func words(_ entry: Designation) -> String {
    let hulls = entry.imoNumbers.map { "IMO \($0)" }
    return "\(entry.entry): " + ([entry.name, entry.kind.rawValue] + hulls).joined(separator: ", ")
  }

  private func words(_ change: SnapshotDifference.FieldChange) -> String {
    if change.removed.count == 1, change.added.count == 1 {
      return "\(change.field): \(change.removed[0]) → \(change.added[0])"
    }
    let lists = [("gone", change.removed), ("new", change.added)].filter { !$0.1.isEmpty }
    return "\(change.field), "
      + lists.map { "\($0.0): \($0.1.joined(separator: "; "))" }.joined(separator: "; ")
  }

  private func snapshot(_ summary: SnapshotSummary) -> String {
    JSONText.object([
      "published": JSONText.string(summary.published.dayDescription),
      "format": JSONText.string(summary.format), "digest": JSONText.string(summary.digest),
      "entries": String(summary.entries),
    ])
  }

  private func entry(_ entry: Designation) -> String {
    JSONText.object([
      "entry": JSONText.string(entry.entry), "kind": JSONText.string(entry.kind.rawValue),
      "name": JSONText.string(entry.name),
      "imo": entry.imoNumbers.first?.description ?? "null",
      "authority": JSONText.string(entry.authority),
      "listed_from": JSONText.optional(entry.listedFrom?.dayDescription),
    ])
  }

  private func removedEntry(_ removed: Designation) -> String {
    let text = entry(removed)
    guard let span = difference.delisting else { return text }
    let after = JSONText.object(
      with: text, "delisted_after", JSONText.string(span.after.dayDescription))
    return JSONText.object(with: after, "delisted_by", JSONText.string(span.by.dayDescription))
  }

  private func changedEntry(_ change: SnapshotDifference.EntryChange) -> String {
    let fields = change.fields.map { field in
      JSONText.object([
        "field": JSONText.string(field.field), "removed": JSONText.strings(field.removed),
        "added": JSONText.strings(field.added),
      ])
    }
    return JSONText.object(with: entry(change.new), "fields", JSONText.array(fields))
  }
}
