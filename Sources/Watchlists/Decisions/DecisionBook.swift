public import Maritime

/// What a decision does to an entry that may be a subject.
public enum EntryRuling: Hashable, Sendable {
  /// Somebody decided that the two are not the same.
  case setAside(EntryDecision)
  /// Somebody decided so, and it does not hold, for the reason given.
  case lapsed(EntryDecision, reason: String)
}

/// The decisions of a run, on the day for which it is made.
public struct DecisionBook: Sendable {
  /// No decisions.
  public static let empty = DecisionBook([], at: UTCTime(milliseconds: 0))

  /// A digest of everything that the decisions say, whether or not they hold.
  public let digest: String
  private let day: UTCTime
  private let bySubject: [EntryDecision.Subject: [EntryDecision]]

  /// Creates a book from decisions in any order.
  public init(_ decisions: [EntryDecision], at day: UTCTime) {
    self.day = day
    // The latest decides; of two of one day the one that holds longer.
    let sorted = decisions.sorted { $1.sortKey < $0.sortKey }
    bySubject = Dictionary(grouping: sorted, by: \.subject.key)
    digest = Digest(ofParts: sorted.flatMap(\.texts)).description
  }

  /// What was decided about an entry and a subject; `nil` when nothing was.
  ///
  /// A company that a number identifies is not set aside, by whatever the decision names it.
  ///
  /// - Parameters:
  ///   - designation: The entry as it last stood in its list.
  ///   - list: The list's id.
  ///   - subject: The vessel or company.
  /// - Returns: The decision that holds, else the latest with why it does not.
  public func ruling(
    on designation: Designation, of list: String, for subject: ListSubject
  ) -> EntryRuling? {
    let key = ListEntryKey(list: list, entry: designation.entry)
    let own = decisions(about: subject).filter { $0.entry == key }
    if let first = own.first, subject.isIdentified(by: designation) {
      return .lapsed(first, reason: EntryDecision.identityStays)
    }
    if let holding = own.first(where: { $0.lapse(for: designation, at: day) == nil }) {
      return .setAside(holding)
    }
    return own.first.flatMap { decision in
      decision.lapse(for: designation, at: day).map { .lapsed(decision, reason: $0) }
    }
  }

  /// How many decisions there are about a subject.
  func count(about subject: ListSubject) -> Int { decisions(about: subject).count }

  /// Decisions by the surest thing known of a subject: one by MMSI does not hold for a hull, since
  /// radio numbers change hands.
  private func decisions(about subject: ListSubject) -> [EntryDecision] {
    bySubject.isEmpty ? [] : subject.decisionKeys.flatMap { bySubject[$0] ?? [] }
  }
}

extension ListSubject {
  /// What a decision may name the subject by; a name only where there is no number.
  fileprivate var decisionKeys: [EntryDecision.Subject] {
    if let vessel {
      return (vessel.imo.map { .hull($0) } ?? vessel.mmsi.map { .radio($0) }).map { [$0] } ?? []
    }
    let numbers: [EntryDecision.Subject] = [
      company?.number.map { .companyNumber($0) }, company?.lei.map { .lei($0) },
      company?.registration.map { .registration($0) },
    ].compactMap(\.self)
    guard numbers.isEmpty, let name = names.first else { return numbers }
    return [EntryDecision.Subject.companyName(name).key]
  }

  /// Whether an entry bears one of the company's numbers.
  fileprivate func isIdentified(by designation: Designation) -> Bool {
    guard let company else { return false }
    return company.identifiers.contains(where: designation.companyIdentifiers.contains)
  }
}

extension EntryDecision {
  fileprivate var sortKey: (Int64, Int64, String, Int) {
    (decided.milliseconds, expires.milliseconds, file, line)
  }

  fileprivate var texts: [String] {
    [
      entry.list, entry.entry, listedName, "\(subject)", reason, approver, decided.description,
      expires.description, file, String(line),
    ] + identity.digests
  }
}
