import Maritime
import Watchlists

/// Whether a company or person is on a list of one regime that freezes assets.
enum CompanyListing: Sendable {
  /// A number says so; the reference is the one that has it.
  case listed(CompanyReference, [ListEntryReference])
  /// A name is alike, or the lists cannot tell for the day.
  case possible(CompanyReference, [ListEntryReference])
  /// No list says so.
  case none

  /// The entries behind it.
  var entries: [ListEntryReference] {
    switch self {
    case .listed(_, let entries), .possible(_, let entries): entries
    case .none: []
    }
  }

  /// The reference that is listed.
  var reference: CompanyReference? {
    switch self {
    case .listed(let reference, _), .possible(let reference, _): reference
    case .none: nil
    }
  }

  /// Whether a number says so.
  var isCertain: Bool { if case .listed = self { true } else { false } }

  /// Whether anything says so.
  var isAny: Bool { if case .none = self { false } else { true } }
}

/// What is asked about companies, and by whose lists.
struct ListingQuestion: Sendable {
  let regime: String
  let now: UTCTime
  let lists: @Sendable (ListQuery, [String]) -> ListAnswer
  let candidates: @Sendable (ListSubject) -> [ListCandidate]
  /// Whether only entries that freeze assets count.
  var mustFreeze = true

  /// Asks about all references to one company; the surest answer counts.
  func listing(of references: [CompanyReference]) -> CompanyListing {
    let answer = answer(about: references)
    return answer.isAny ? answer : alike(references)
  }

  /// What the lists say of all references to one company, without looking for similar names.
  ///
  /// What a number says counts; of entries of which only a name says so, those that a decision
  /// sets aside do not.
  func answer(about references: [CompanyReference]) -> CompanyListing {
    var possible = CompanyListing.none
    for reference in references {
      switch lists(ListQuery(company: reference, list: regime, time: now), []) {
      case .listed(let entries):
        let found = entries.filter(counts)
        if !found.isEmpty { return .listed(reference, found) }
      case .unknown(_, let entries):
        let found = open(entries.filter(counts), for: reference)
        if !found.isEmpty, !possible.isAny { possible = .possible(reference, found) }
      case .notListed: break
      }
    }
    return possible
  }

  private func alike(_ references: [CompanyReference]) -> CompanyListing {
    for reference in references {
      let entries = candidates(ListSubject(company: reference))
        .filter { !$0.isSetAside && counts($0.reference) && isOfRegime($0.designation.regime) }.map(
          \.reference)
      if !entries.isEmpty { return .possible(reference, entries) }
    }
    return .none
  }

  private func open(
    _ entries: [ListEntryReference], for company: CompanyReference
  ) -> [ListEntryReference] {
    guard !entries.isEmpty else { return [] }
    let aside = candidates(ListSubject(company: company)).filter(\.isSetAside).map(\.reference)
    return entries.filter { entry in
      !aside.contains { $0.list == entry.list && $0.entry == entry.entry }
    }
  }

  private func counts(_ entry: ListEntryReference) -> Bool { entry.freezesAssets || !mustFreeze }

  private func isOfRegime(_ other: String) -> Bool {
    regime == "any-designated" || other == regime || other.hasPrefix(regime + "-")
  }
}
