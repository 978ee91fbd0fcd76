public import Maritime

/// An entry found by a search, and why.
public struct SearchMatch: Hashable, Sendable {
  /// The entry.
  public let designation: Designation
  /// Where it stands, with the reason as its basis.
  public let reference: ListEntryReference

  /// Creates a match.
  public init(designation: Designation, reference: ListEntryReference) {
    self.designation = designation
    self.reference = reference
  }
}

extension DesignationIndex {
  /// Finds the entries that a text may mean: a number, a name, or the beginnings of its words.
  ///
  /// - Parameters:
  ///   - text: An IMO number, an MMSI, an IMO company number or words of a name.
  ///   - limit: How many to return at most.
  /// - Returns: Equal numbers first, then equal names, then names with words that begin so; each
  ///   group by name, list and entry. Only the newest snapshot of each list is searched.
  /// - Complexity: O(*n*) in the number of names.
  public func search(_ text: String, limit: Int = 50) -> [SearchMatch] {
    let current = ListSelection("any-designated", in: snapshots, knownAsOf: nil).newest
    var ranks: [Int: (rank: Int, why: String)] = [:]
    for (index, rank, why) in numberMatches(text) + wordMatches(text)
    where current.contains(entries[index].snapshot) {
      if let known = ranks[index], (known.rank, known.why) <= (rank, why) { continue }
      ranks[index] = (rank, why)
    }
    let ordered = ranks.sorted { a, b in
      (a.value.rank, entries[a.key].designation.name, a.key)
        < (b.value.rank, entries[b.key].designation.name, b.key)
    }
    return ordered.prefix(limit).map { index, found in
      SearchMatch(
        designation: entries[index].designation, reference: reference(to: index, basis: found.why))
    }
  }

  private func numberMatches(_ text: String) -> [(Int, Int, String)] {
    let digits = text.trimmed.droppingPrefix("IMO").trimmed
    let imo = IMONumber(digits)
    let mmsi = digits.utf8.count == 9 ? MMSI(digits) : nil
    let vessel = VesselReference(mmsi: mmsi, imo: imo).map { matches($0) } ?? []
    return vessel.map { ($0.entry, 0, imo == nil ? "MMSI \(digits)" : "IMO number \(digits)") }
      + matches(companyNumber: digits).map { ($0.entry, 0, $0.basis) }
  }

  private func wordMatches(_ text: String) -> [(Int, Int, String)] {
    let words = foldedWords(of: text)
    guard !words.isEmpty else { return [] }
    let whole = Set(Designation.Kind.allCases.compactMap { NormalisedName(text, kind: $0)?.text })
    return byName.flatMap { name, indices -> [(Int, Int, String)] in
      if whole.contains(name.text) { return indices.map { ($0, 1, "name \(name.text)") } }
      let isBeginning = words.allSatisfy { word in name.words.contains { $0.hasPrefix(word) } }
      return isBeginning ? indices.map { ($0, 2, "words of the name \(name.text)") } : []
    }
  }
}
