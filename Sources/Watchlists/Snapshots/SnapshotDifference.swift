public import Maritime

/// What changed between two snapshots of one list.
public struct SnapshotDifference: Hashable, Sendable {
  /// A field of an entry that says something else.
  public struct FieldChange: Hashable, Sendable {
    /// The field, as docs/watchlists.md calls it.
    public let field: String
    /// What it no longer says, in the old order.
    public let removed: [String]
    /// What it did not say before, in the new order.
    public let added: [String]
  }

  /// An entry of both snapshots that changed.
  public struct EntryChange: Hashable, Sendable {
    /// The entry as it was.
    public let old: Designation
    /// The entry as it is.
    public let new: Designation
    /// The fields that differ, in a fixed order; never empty.
    public let fields: [FieldChange]
  }

  /// The first snapshot.
  public let from: SnapshotSummary
  /// The second snapshot.
  public let to: SnapshotSummary
  /// The entries that only the second holds, by number.
  public let added: [Designation]
  /// The entries that only the first holds, by number.
  public let removed: [Designation]
  /// The entries that both hold and that changed, by number.
  public let changed: [EntryChange]

  /// When the removed entries ended: after the first day and not later than the second.
  ///
  /// `nil` when the second snapshot is not the newer one, for then nothing ended.
  public var delisting: (after: UTCTime, by: UTCTime)? {
    from.published < to.published ? (from.published, to.published) : nil
  }

  /// Whether both hold the same, whatever the order of the rows.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// Compares two snapshots by the publisher's numbers of their entries.
  ///
  /// Rows with one number are paired in file order, those that are equal first. Where an entry
  /// stands in the file is no difference.
  public init(from old: Snapshot, to new: Snapshot) {
    from = old.summary
    to = new.summary
    let before = Dictionary(grouping: old.designations, by: \.entry)
    let after = Dictionary(grouping: new.designations, by: \.entry)
    var (added, removed, changed) = ([Designation](), [Designation](), [EntryChange]())
    for number in Set(before.keys).union(after.keys).sorted() {
      let (gone, come) = Self.withoutEqual(before[number] ?? [], after[number] ?? [])
      changed += zip(gone, come).map {
        EntryChange(old: $0, new: $1, fields: Self.changes(from: $0, to: $1))
      }
      removed += gone.dropFirst(come.count)
      added += come.dropFirst(gone.count)
    }
    (self.added, self.removed, self.changed) = (added, removed, changed)
  }

  /// The rows of one number that have no equal row on the other side.
  private static func withoutEqual(
    _ old: [Designation], _ new: [Designation]
  ) -> (old: [Designation], new: [Designation]) {
    var rest = new
    let gone = old.filter { row in
      guard let index = rest.firstIndex(where: { changes(from: row, to: $0).isEmpty }) else {
        return true
      }
      rest.remove(at: index)
      return false
    }
    return (gone, rest)
  }

  private static func changes(from old: Designation, to new: Designation) -> [FieldChange] {
    zip(old.comparableFields, new.comparableFields).compactMap { before, after in
      let (was, becomes) = (before.values, after.values)
      guard was != becomes else { return nil }
      let (removed, added) = (
        was.filter { !becomes.contains($0) }, becomes.filter { !was.contains($0) }
      )
      // The same values in another order, or one of them twice, say the same.
      guard !removed.isEmpty || !added.isEmpty else { return nil }
      return FieldChange(field: before.name, removed: removed, added: added)
    }
  }
}

extension Designation {
  /// All that an entry says, as text.
  fileprivate var comparableFields: [(name: String, values: [String])] {
    [
      ("kind", [kind.rawValue]),
      ("name", names.filter { $0.kind == .primary }.map(\.text)),
      (
        "other_names",
        names.filter { $0.kind != .primary }.map { "\($0.text) (\($0.kind.rawValue))" }
      ),
      ("identifiers", identifiers.map(\.description)),
      ("measures", measures.map(\.rawValue)),
      ("regime", [regime]), ("authority", [authority]), ("programmes", programmes),
      ("listed_from", one(listedFrom?.dayDescription)),
      ("delisted_at", one(delistedAt?.dayDescription)),
      ("flag", one(particulars.flag)), ("former_flags", particulars.formerFlags),
      ("vessel_type", one(particulars.vesselType)),
      ("gross_tonnage", one(particulars.grossTonnage.map(String.init))),
      ("deadweight", one(particulars.deadweight.map(String.init))),
      ("built", one(particulars.built.map(String.init))),
      ("country", one(particulars.country)),
      ("links", links.map { "\($0.relation.rawValue) \($0.name)" }),
      ("remarks", one(remarks)),
    ]
  }

  private func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
}

extension DesignationIdentifier: CustomStringConvertible {
  /// What it is, and the number or call sign: `IMO 9358010`.
  public var description: String {
    switch self {
    case .imo(let number): "IMO \(number)"
    case .imoCompany(let number): "IMO company \(number)"
    case .lei(let text): "LEI \(text)"
    case .registration(let text): "registration \(text)"
    case .mmsi(let number): "MMSI \(number)"
    case .callSign(let text): "call sign \(text)"
    case .unverified(let text): "unverified \(text)"
    }
  }
}
