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

  /// The entries that a subject may be.
  ///
  /// A number decides: an entry of a vessel with another valid IMO number is another hull, whatever
  /// the names. A number whose check digit is wrong leads to the entries whose number it may be.
  ///
  /// - Parameters:
  ///   - name: The name, if there is one.
  ///   - imo: The IMO number as written, valid or not, if there is one.
  ///   - mmsi: The MMSI, if there is one.
  ///   - kind: What the subject is; `nil` when that is not known.
  ///   - threshold: The least points of a name.
  ///   - limit: How many entries to return at most.
  /// - Returns: The surest first, then by points, list and entry.
  public mutating func candidates(
    name: String?, imo: String? = nil, mmsi: MMSI? = nil, kind: Designation.Kind? = nil,
    threshold: Int = NameSearcher.usualThreshold, limit: Int = 10
  ) -> [ListCandidate] {
    let digits = imo.map { $0.trimmed.droppingPrefix("IMO").trimmed } ?? ""
    let number = IMONumber(digits)
    var found = numbers(VesselReference(mmsi: mmsi, imo: number), kind: kind)
    if number == nil { found += mistyped(digits) }
    let known = Set(found.map(\.reference))
    found += named(name ?? "", kind, threshold, limit).filter { candidate in
      !known.contains { $0.isSameEntry(as: candidate.reference) }
        && (number == nil || candidate.designation.imoNumbers.isEmpty)
    }
    return Array(found.sorted(by: ListCandidate.isSurer).prefix(limit))
  }

  private func numbers(_ vessel: VesselReference?, kind: Designation.Kind?) -> [ListCandidate] {
    guard let vessel, kind == nil || kind == .vessel else { return [] }
    return index.matches(vessel).filter { current.contains($0.entry) }.map { match in
      candidate(match.entry, .number, 100, match.basis)
    }
  }

  /// The entries whose number is one wrong digit or one swap away.
  private func mistyped(_ digits: String) -> [ListCandidate] {
    meantNumbers(digits).flatMap { number in
      index.matches(VesselReference(imo: number)).filter { current.contains($0.entry) }.map {
        candidate(
          $0.entry, .mistypedNumber, 50, "\(digits) is no IMO number; \(number) is one digit away")
      }
    }
  }

  private mutating func named(
    _ name: String, _ kind: Designation.Kind?, _ threshold: Int, _ limit: Int
  ) -> [ListCandidate] {
    let matches = searcher.matches(name, kind: kind, threshold: threshold, limit: limit * 4)
    return matches.map { match in
      let listed = names.names[match.name].text
      let why =
        match.points == 100
        ? "name \(listed)"
        : "name \(listed): \(searcher.explanation(of: match, for: name).sentence)"
      return candidate(match.entry, .name, match.points, why)
    }
  }

  private func candidate(
    _ entry: Int, _ certainty: ListCandidate.Certainty, _ points: Int, _ basis: String
  ) -> ListCandidate {
    ListCandidate(
      designation: index.entries[entry].designation,
      reference: index.reference(to: entry, basis: basis), certainty: certainty, points: points)
  }
}

extension ListEntryReference {
  /// Whether both are the same entry of one list, whatever the reason.
  fileprivate func isSameEntry(as other: ListEntryReference) -> Bool {
    list == other.list && entry == other.entry
  }
}
