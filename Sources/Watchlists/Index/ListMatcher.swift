public import Maritime

/// Looks entries up by number and by name, for batches and for people.
///
/// Keeps what it learnt about words, so that every thread needs its own.
public struct ListMatcher: Sendable {
  private let index: DesignationIndex
  private let names: NameIndex
  private var searcher: NameSearcher
  /// Which entries are of the newest snapshots of their lists.
  private let current: Set<Int>

  /// Prepares the newest snapshot of each list.
  ///
  /// - Complexity: O(*n*) in the letters of all names.
  public init(_ index: DesignationIndex) {
    self.index = index
    let newest = ListSelection("any-designated", in: index.snapshots, knownAsOf: nil).newest
    let current = index.entries.indices.filter { newest.contains(index.entries[$0].snapshot) }
    names = NameIndex(
      current.flatMap { entry in
        index.entries[entry].designation.names.map {
          NameIndex.Name($0.text, kind: index.entries[entry].designation.kind, entry: entry)
        }
      })
    searcher = NameSearcher(names)
    self.current = Set(current)
  }

  /// A row that is looked up.
  public struct Row: Sendable {
    /// The name, if there is one.
    public var name: String?
    /// The IMO number as written, valid or not, if there is one.
    public var imo: String?
    /// The MMSI, if there is one.
    public var mmsi: MMSI?
    /// What the subject is; `nil` when that is not known.
    public var kind: Designation.Kind?
    /// The flag and the country.
    public var particulars = Particulars()

    /// Creates a row.
    public init(
      name: String?, imo: String? = nil, mmsi: MMSI? = nil, kind: Designation.Kind? = nil
    ) {
      self.name = name
      self.imo = imo
      self.mmsi = mmsi
      self.kind = kind
    }
  }

  /// The entries that a row may be.
  ///
  /// A number decides: an entry of a vessel with another valid IMO number is another hull, whatever
  /// the names, unless the two differ in one digit and the name agrees. A number whose check digit
  /// is wrong leads to the entries whose number it may be.
  ///
  /// - Parameters:
  ///   - row: What is known of the subject.
  ///   - threshold: The least points.
  ///   - limit: How many entries to return at most.
  /// - Returns: The surest first, then by points, list and entry.
  public mutating func candidates(
    _ row: Row, threshold: Int = NameSearcher.usualThreshold, limit: Int = 10
  ) -> [ListCandidate] {
    let digits = row.imo.map { $0.trimmed.droppingPrefix("IMO").trimmed } ?? ""
    let number = IMONumber(digits)
    let named = named(row, threshold, limit)
    var found = numbers(VesselReference(mmsi: row.mmsi, imo: number), row)
    if number == nil { found += mistyped(digits, named) }
    let known = Set(found.map(\.reference))
    found += named.compactMap { candidate in
      guard !known.contains(where: { $0.isSameEntry(as: candidate.reference) }) else { return nil }
      let listed = candidate.designation.imoNumbers
      guard let number, !listed.isEmpty, candidate.designation.kind == .vessel else {
        return candidate
      }
      return listed.first { differInOneDigit($0, number) }.map { meant in
        candidate.mistyped("IMO number \(number) for \(meant), one digit")
      }
    }
    let sure = found.filter { $0.certainty == .number || $0.points >= threshold }
    return Array(sure.sorted(by: ListCandidate.isSurer).prefix(limit))
  }

  private func numbers(_ vessel: VesselReference?, _ row: Row) -> [ListCandidate] {
    guard let vessel, row.kind == nil || row.kind == .vessel else { return [] }
    return index.matches(vessel).filter { current.contains($0.entry) }.map { match in
      let parts = qualifiers(row, match.entry).parts.map(\.words)
      return candidate(
        match.entry, .number, 100, ([match.basis] + parts).joined(separator: ", "))
    }
  }

  /// The entries whose number is one wrong digit or one swap away; a name that agrees adds to it.
  private func mistyped(_ digits: String, _ named: [ListCandidate]) -> [ListCandidate] {
    meantNumbers(digits).flatMap { number in
      index.matches(VesselReference(imo: number)).filter { current.contains($0.entry) }.map {
        let why = "\(digits) is no IMO number; \(number) is one mistake away"
        let found = candidate($0.entry, .mistypedNumber, Self.mistypedPoints, why)
        let alike = named.first { $0.reference.isSameEntry(as: found.reference) }
        return alike.map { $0.mistyped(why) } ?? found
      }
    }
  }

  /// What a number with one mistake counts alone, as in a screening (our own default).
  fileprivate static let mistypedPoints = 60

  private mutating func named(
    _ row: Row, _ threshold: Int, _ limit: Int
  ) -> [ListCandidate] {
    guard let name = row.name else { return [] }
    let matches = searcher.matches(name, kind: row.kind, threshold: threshold, limit: limit * 4)
    return matches.map { match in
      let listed = names.names[match.name].text
      let why =
        match.points == 100
        ? "name \(listed)"
        : "name \(listed): \(searcher.explanation(of: match, for: name).sentence)"
      let qualifiers = qualifiers(row, match.entry)
      guard !qualifiers.parts.isEmpty else {
        return candidate(match.entry, .name, match.points, why)
      }
      let (points, basis) = qualifiers.qualify(match.points, of: .name, because: why)
      return candidate(match.entry, .name, points, basis)
    }
  }

  private func qualifiers(_ row: Row, _ entry: Int) -> Qualifiers {
    Qualifiers(row.particulars, against: index.entries[entry].designation.particulars)
  }

  private func candidate(
    _ entry: Int, _ certainty: ListCandidate.Certainty, _ points: Int, _ basis: String
  ) -> ListCandidate {
    ListCandidate(
      designation: index.entries[entry].designation,
      reference: index.reference(to: entry, basis: basis), certainty: certainty, points: points)
  }
}

extension ListCandidate {
  /// The candidate by a number with a mistake, to which its name adds what it counts.
  fileprivate func mistyped(_ why: String) -> ListCandidate {
    let alone = ListMatcher.mistypedPoints - NameSearcher.usualThreshold
    return ListCandidate(
      designation: designation,
      reference: ListEntryReference(
        list: reference.list, entry: reference.entry, name: reference.name,
        authority: reference.authority, listedFrom: reference.listedFrom,
        published: reference.published, digest: reference.digest,
        basis: "\(why), \(reference.basis)"), certainty: .mistypedNumber,
      points: min(99, max(ListMatcher.mistypedPoints, points + alone)))
  }
}

extension ListEntryReference {
  /// Whether both are the same entry of one list, whatever the reason.
  fileprivate func isSameEntry(as other: ListEntryReference) -> Bool {
    list == other.list && entry == other.entry
  }
}
