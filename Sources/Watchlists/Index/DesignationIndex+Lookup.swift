public import Maritime

extension DesignationIndex {
  /// Answers whether a vessel or a company was on a list at a time.
  ///
  /// Only numbers make a match. `names` adds to the basis whether a name agrees, because a right
  /// check digit can still be a copied number. A company of which only the name agrees is a
  /// question for a person: unknown, with the entries. Entries that the query excepts are left out.
  ///
  /// - Parameters:
  ///   - query: The subject, the time, and a list's id, a regime, a publisher or `any-designated`.
  ///   - names: The subject's names, if known.
  ///   - knownAsOf: Only snapshots published by then count; `nil` counts all.
  /// - Returns: Listed when any entry says so, unknown when none does and one may, else not listed;
  ///   but unknown when no snapshot could tell.
  public func lookup(
    _ query: ListQuery, names: [String] = [], knownAsOf: UTCTime? = nil
  ) -> ListAnswer {
    let selection = ListSelection(query.list, in: snapshots, knownAsOf: knownAsOf)
    switch query.subject {
    case .vessel(let vessel):
      let matches = matches(vessel).filter { !query.except.contains(key(of: $0.entry)) }
        .map { describe($0, names: names, kind: .vessel) }
      return answer(to: selection, about: .vessel, matches: matches, at: query.time)
    case .company(let company):
      let all = names + [company.name].compactMap(\.self)
      return answer(to: query, about: company, names: all, on: selection)
    }
  }

  /// A number decides; only when none does can a name leave the question open.
  private func answer(
    to query: ListQuery, about company: CompanyReference, names: [String],
    on selection: ListSelection
  ) -> ListAnswer {
    let matches = matches(company: company).map { describe($0, names: names, kind: .company) }
    let certain = answer(to: selection, about: .company, matches: matches, at: query.time)
    if case .listed = certain { return certain }
    let namesakes = companyNamesakes(of: company, names: names).filter {
      !query.except.contains(key(of: $0.entry))
    }
    let open = histories(of: namesakes, in: selection).filter {
      $0.state(at: query.time) != .notListed
    }
    guard !open.isEmpty else { return certain }
    return .unknown(
      reason: ListAnswer.sharedCompanyName, entries: sorted(open.map(\.reference)))
  }

  /// The entries that have a company's name and no number to tell the two apart.
  ///
  /// An owner may be a person, and a list may not say what kind of subject it names.
  private func companyNamesakes(of company: CompanyReference, names: [String]) -> [Match] {
    [Designation.Kind.company, .person, .other].flatMap { matches(named: names, kind: $0) }
      .filter { !entries[$0.entry].designation.isOther(than: company) }
  }

  /// Finds entries with exactly one of these names, after normalisation.
  ///
  /// They are candidates for a person to look at: a name alone never prohibits.
  public func nameMatches(
    _ names: [String], kinds: Set<Designation.Kind> = Set(Designation.Kind.allCases),
    knownAsOf: UTCTime? = nil
  ) -> [ListEntryReference] {
    let current = ListSelection("any-designated", in: snapshots, knownAsOf: knownAsOf).newest
    let found = kinds.flatMap { matches(named: names, kind: $0) }
    return sorted(
      found.filter { current.contains(entries[$0.entry].snapshot) }
        .map { reference(to: $0.entry, basis: $0.basis) })
  }

  /// The entries of any snapshot that have exactly one of these names; each entry once.
  func matches(named names: [String], kind: Designation.Kind) -> [Match] {
    var bases: [Int: String] = [:]
    for name in Set(names.compactMap { NormalisedName($0, kind: kind) }) {
      for index in byName[name] ?? [] where entries[index].designation.kind == kind {
        let words = words(for: name, of: entries[index].designation)
        bases[index] = min(bases[index] ?? words, words)
      }
    }
    return bases.sorted { $0.key < $1.key }.map { Match(entry: $0.key, basis: "\($0.value) alone") }
  }

  /// A weak name says little, so the reader must see that it was one.
  private func words(for name: NormalisedName, of designation: Designation) -> String {
    let kinds = designation.names.filter {
      NormalisedName($0.text, kind: designation.kind) == name
    }.map(\.kind)
    if kinds.contains(where: { $0 == .primary || $0 == .alias }) { return "name \(name.text)" }
    return kinds.contains(.former) ? "former name \(name.text)" : "weak name \(name.text)"
  }

  private func describe(_ match: Match, names: [String], kind: Designation.Kind) -> Match {
    guard !names.isEmpty else { return match }
    let ours = Set(names.compactMap { NormalisedName($0, kind: kind) })
    let listed = entries[match.entry].designation.names
    let agreeing = listed.first { name in
      NormalisedName(name.text, kind: kind).map(ours.contains) ?? false
    }
    let words = agreeing.map { ", name \($0.text)" } ?? ", under another name"
    return Match(entry: match.entry, basis: match.basis + words)
  }

  private func answer(
    to selection: ListSelection, about kind: Designation.Kind, matches: [Match], at time: UTCTime
  ) -> ListAnswer {
    let histories = histories(of: matches, in: selection)
    let states = histories.map { ($0, $0.state(at: time)) }
    let listed = states.filter { $0.1 == .listed }.map { $0.0.reference }
    if !listed.isEmpty { return .listed(sorted(listed)) }
    let doubtful = states.compactMap { history, state in
      if case .unknown(let reason) = state { (history.reference, reason) } else { nil }
    }
    if !doubtful.isEmpty {
      let reasons = Set(doubtful.map(\.1)).sorted().joined(separator: "; ")
      return .unknown(reason: reasons, entries: sorted(doubtful.map(\.0)))
    }
    if let gap = selection.gap(for: kind) { return .unknown(reason: gap, entries: []) }
    return .notListed
  }

  /// Gathers the entry's copies in the snapshots of one list.
  func histories(of matches: [Match], in selection: ListSelection) -> [EntryHistory] {
    var groups: [ListEntryKey: [Match]] = [:]
    for match in matches {
      let entry = entries[match.entry]
      guard selection.includes(entry.designation, in: entry.snapshot) else { continue }
      groups[key(of: entry), default: []].append(match)
    }
    return groups.sorted { $0.key < $1.key }.compactMap { key, copies in
      guard let newest = copies.max(by: { $0.entry < $1.entry }) else { return nil }
      let designation = entries[newest.entry].designation
      let known = selection.known.filter { snapshots[$0].list == key.list }
      var bySnapshot: [Int: Designation] = [:]
      for index in self.copies(of: key) + copies.map(\.entry) {
        let copy = entries[index]
        guard selection.includes(copy.designation, in: copy.snapshot),
          !copy.designation.isOther(than: designation)
        else { continue }
        bySnapshot[copy.snapshot] = copy.designation
      }
      return EntryHistory(
        designation: designation,
        reference: reference(to: newest.entry, basis: newest.basis),
        snapshots: known.map { snapshots[$0] }, copies: known.map { bySnapshot[$0] })
    }
  }

  func reference(to index: Int, basis: String) -> ListEntryReference {
    let entry = entries[index]
    let snapshot = snapshots[entry.snapshot]
    return ListEntryReference(
      list: snapshot.list, entry: entry.designation.entry, name: entry.designation.name,
      authority: entry.designation.authority, listedFrom: entry.designation.listedFrom,
      published: snapshot.published, digest: snapshot.digest, basis: basis,
      freezesAssets: entry.designation.measures.contains(.assetFreeze))
  }

  func sorted(_ references: [ListEntryReference]) -> [ListEntryReference] {
    references.sorted {
      ($0.list, $0.entry, $0.published, $0.digest) < ($1.list, $1.entry, $1.published, $1.digest)
    }
  }
}

extension Designation {
  /// Whether a number says that the entry names another company.
  ///
  /// A company has one IMO number and one LEI, but may be in several registers.
  func isOther(than company: CompanyReference) -> Bool {
    let leis = identifiers.compactMap { if case .lei(let text) = $0 { text } else { nil } }
    func differs(_ own: String?, _ listed: [String]) -> Bool {
      own.map { !listed.isEmpty && !listed.contains($0) } ?? false
    }
    return differs(company.number, companyNumbers) || differs(company.lei, leis)
  }

  /// Whether numbers say that a copy of the entry in another snapshot means another subject.
  ///
  /// A copy without a number is the same entry: publishers add numbers later, or drop them.
  fileprivate func isOther(than copy: Designation) -> Bool {
    func differ<Number: Hashable>(_ ours: [Number], _ theirs: [Number]) -> Bool {
      !ours.isEmpty && !theirs.isEmpty && Set(ours).isDisjoint(with: theirs)
    }
    return differ(imoNumbers, copy.imoNumbers) || differ(companyNumbers, copy.companyNumbers)
  }
}
