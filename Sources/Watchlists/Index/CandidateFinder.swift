public import Maritime
import Synchronization

/// Finds the entries that a vessel or company may be: by number, radio, call sign and name.
///
/// Everything that is found is a question for a person; only `DesignationIndex.lookup` says that a
/// subject is listed.
///
/// A class, because searchers that learnt words are handed from one call to the next.
public final class CandidateFinder: Sendable {
  let index: DesignationIndex
  let names: NameIndex
  private let selections: [ListSelection]
  private let time: UTCTime
  /// The copies of each entry in all snapshots.
  private let copies: [ListEntryKey: [Int]]
  let byMeantNumber: [IMONumber: [Int]]
  let byCallSign: [String: [Int]]
  private let decisions: DecisionBook
  private let searchers = Mutex<[NameSearcher]>([])

  /// How an entry was found.
  struct Find {
    let entry: Int
    let certainty: ListCandidate.Certainty
    let points: Int
    let basis: String
  }

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - index: The entries of all snapshots.
  ///   - lists: Lists, regimes or publishers; none for all prohibitions.
  ///   - time: The instant asked about; entries that were surely not in force then are left out.
  ///   - knownAsOf: Only snapshots published by then count; `nil` counts all.
  ///   - decisions: What somebody decided about entries and subjects.
  public init(
    _ index: DesignationIndex, on lists: [String] = [], at time: UTCTime,
    knownAsOf: UTCTime? = nil, decisions: DecisionBook = .empty
  ) {
    self.index = index
    self.decisions = decisions
    self.time = time
    let selections = (lists.isEmpty ? ["any-designated"] : lists).map {
      ListSelection($0, in: index.snapshots, knownAsOf: knownAsOf)
    }
    self.selections = selections
    let entries = index.entries.indices.filter { entry in
      let copy = index.entries[entry]
      return selections.contains { $0.includes(copy.designation, in: copy.snapshot) }
    }
    copies = Dictionary(grouping: entries) { index.key(of: $0) }
    names = index.names(of: entries)
    byMeantNumber = index.table(of: entries) { $0.identifiers.flatMap(\.meantNumbers) }
    byCallSign = index.table(of: entries) { $0.identifiers.compactMap(\.callSignKey) }
  }

  /// The entries that a subject may be.
  ///
  /// Identity comes first: an entry with another valid number is another subject, whatever the
  /// names, and one found by a number is not asked about by name again.
  ///
  /// - Parameters:
  ///   - subject: The vessel or company.
  ///   - threshold: The least points of a name.
  ///   - limit: How many to return at most, those not counted that a decision sets aside.
  /// - Returns: The surest first, then by points, list and entry.
  public func candidates(
    for subject: ListSubject, threshold: Int = NameSearcher.usualThreshold, limit: Int = 10
  ) -> [ListCandidate] {
    let nameFinds = finds(byName: subject, threshold)
    var best: [ListEntryKey: Find] = [:]
    for find in numberFinds(of: subject, alike: nameFinds) + nameFinds {
      let key = index.key(of: find.entry)
      guard let known = best[key] else {
        best[key] = find
        continue
      }
      let isBetter = (find.certainty, known.points) < (known.certainty, find.points)
      if isBetter { best[key] = find }
    }
    let found = best.compactMap { key, find in candidate(key, find, subject) }
      .sorted(by: ListCandidate.isSurer)
    var open = 0
    return found.filter { candidate in
      if candidate.isSetAside { return true }
      open += 1
      return open <= limit
    }
  }

  /// The entry as it last stood in a list that counts; `nil` when it was not in force.
  private func candidate(
    _ key: ListEntryKey, _ find: Find, _ subject: ListSubject
  ) -> ListCandidate? {
    let matches = (copies[key] ?? []).map {
      DesignationIndex.Match(entry: $0, basis: find.basis)
    }
    for selection in selections {
      let histories = index.histories(of: matches, in: selection)
      guard let history = histories.first(where: { $0.state(at: time) != .notListed }) else {
        continue
      }
      return ListCandidate(
        designation: history.designation, reference: history.reference, certainty: find.certainty,
        points: find.points,
        ruling: decisions.ruling(on: history.designation, of: key.list, for: subject))
    }
    return nil
  }

  private func finds(byName subject: ListSubject, _ threshold: Int) -> [Find] {
    subject.kinds.flatMap { kind in
      let equal = index.matches(named: subject.names, kind: kind).map { match in
        find(match.entry, .name, 100, match.basis, subject)
      }
      return equal + searchedFinds(subject, kind, threshold)
    }.compactMap { find in
      let designation = index.entries[find.entry].designation
      guard copies[index.key(of: find.entry)] != nil else { return nil }
      guard subject.isToldApart(from: designation) else { return find }
      return subject.slip(from: designation).map { slip in
        Find(
          entry: find.entry, certainty: .mistypedNumber, points: find.points,
          basis: "\(slip), \(find.basis)")
      }
    }
  }

  private func searchedFinds(
    _ subject: ListSubject, _ kind: Designation.Kind, _ threshold: Int
  ) -> [Find] {
    var searcher = searchers.withLock { $0.popLast() } ?? NameSearcher(names)
    defer { searchers.withLock { $0.append(searcher) } }
    return subject.names.flatMap { name in
      // Entries that are set aside must not crowd out the others.
      let limit = 40 + decisions.count(about: subject)
      return searcher.matches(name, kind: kind, threshold: threshold, limit: limit).compactMap {
        match in
        let listed = names.names[match.name].text
        let why =
          match.points == 100
          ? "name \(listed) alone"
          : "name \(listed): \(searcher.explanation(of: match, for: name).sentence)"
        let find = find(match.entry, .name, match.points, why, subject)
        return find.points >= threshold ? find : nil
      }
    }
  }

  /// Qualifies what was found.
  func find(
    _ entry: Int, _ certainty: ListCandidate.Certainty, _ points: Int, _ why: String,
    _ subject: ListSubject
  ) -> Find {
    let qualifiers = Qualifiers(
      subject.particulars, against: index.entries[entry].designation.particulars)
    let (total, basis) = qualifiers.qualify(points, of: certainty, because: why)
    return Find(entry: entry, certainty: certainty, points: total, basis: basis)
  }
}

/// A call sign without spaces and case; `nil` for one too short to say anything.
///
/// The shortest are of four signs (ITU Radio Regulations, article 19).
func callSignKey(_ text: String) -> String? {
  let key = text.uppercased().filter { $0.isLetter || $0.isNumber }
  return key.count >= 4 ? key : nil
}

extension DesignationIdentifier {
  fileprivate var meantNumbers: [IMONumber] {
    guard case .unverified(let text) = self else { return [] }
    return Watchlists.meantNumbers(text)
  }

  fileprivate var callSignKey: String? {
    guard case .callSign(let text) = self else { return nil }
    return Watchlists.callSignKey(text)
  }
}

extension ListCandidate {
  /// The order in which candidates are shown.
  static func isSurer(_ a: ListCandidate, _ b: ListCandidate) -> Bool {
    (a.certainty, -a.points, a.reference.list, a.reference.entry)
      < (b.certainty, -b.points, b.reference.list, b.reference.entry)
  }
}

extension DesignationIndex {
  func key(of entry: Int) -> ListEntryKey { key(of: entries[entry]) }

  /// The names of entries; one that several snapshots repeat stands once, with the newest.
  fileprivate func names(of chosen: [Int]) -> NameIndex {
    struct Key: Hashable {
      let entry: ListEntryKey
      let kind: Designation.Kind
      let text: String
    }
    var seen: Set<Key> = []
    var names: [NameIndex.Name] = []
    for entry in chosen.reversed() {
      let designation = entries[entry].designation
      for name in designation.names
      where seen.insert(Key(entry: key(of: entry), kind: designation.kind, text: name.text))
        .inserted
      {
        names.append(NameIndex.Name(name.text, kind: designation.kind, entry: entry))
      }
    }
    return NameIndex(names)
  }

  fileprivate func table<Key: Hashable>(
    of chosen: [Int], by keys: (Designation) -> [Key]
  ) -> [Key: [Int]] {
    var table: [Key: [Int]] = [:]
    for entry in chosen where entries[entry].designation.kind == .vessel {
      for key in Set(keys(entries[entry].designation)) { table[key, default: []].append(entry) }
    }
    return table
  }
}
