import Maritime
import RuleLanguage
import Watchlists

extension Undetermined {
  /// Everything that the screening of a company could not determine about the company itself.
  static func ofCompany(
    _ file: CompanyFile, ties: [CompanyRecord.Tie], candidates: [ListCandidate],
    evaluations: [RuleEvaluation], vessels: Int, terms: ScreeningTerms
  ) -> [Undetermined] {
    let found =
      [namesake(of: file, candidates)].compactMap(\.self) + holders(ties)
      + unknownCompany(file, vessels: vessels) + unknownOwners(file)
      + evaluations.flatMap(undecidedClauses) + terms.listProblems
    return found.filter(\.keepsFromClear) + found.filter { !$0.keepsFromClear }
  }

  /// Entries with the company's name and no number to tell.
  private static func namesake(
    of file: CompanyFile, _ candidates: [ListCandidate]
  ) -> Undetermined? {
    let open = candidates.filter { $0.certainty != .number }.map(\.reference).withoutRepeats
    guard !open.isEmpty else { return nil }
    return Undetermined(
      .companyMatch, "name",
      missing: "\(file.company) has the name of somebody listed or nearly so, and no number tells"
        + " them apart", floor: .review, listEntries: open)
  }

  /// Holders of whom only the name is like a listed one's.
  private static func holders(_ ties: [CompanyRecord.Tie]) -> [Undetermined] {
    var seen: Set<CompanyReference> = []
    return ties.filter { !$0.isListed && !$0.listEntries.isEmpty }
      .filter { seen.insert($0.holder).inserted }.map { tie in
        Undetermined(
          .partyMatch, tie.role,
          missing: "\(tie.holder) has the name of somebody listed or nearly so, and no number tells"
            + " them apart", floor: .review, facts: [tie.fact], listEntries: tie.listEntries)
      }
  }

  private static func unknownCompany(_ file: CompanyFile, vessels: Int) -> [Undetermined] {
    if !file.rivals.isEmpty {
      let names = file.rivals.map(\.description).joined(separator: "; ")
      return [
        Undetermined(
          .identityUnresolved, "company",
          missing: "several companies have the name: \(names). Ask for one by its number")
      ]
    }
    guard !file.isKnown else { return [] }
    return [
      Undetermined(.companyNotFound, "the company", missing: "no fact of the company was read")
    ]
  }

  /// A majority of which nobody knows who holds it.
  private static func unknownOwners(_ file: CompanyFile) -> [Undetermined] {
    guard file.isKnown, file.knownShare <= 500_000 else { return [] }
    let known =
      file.knownShare == 0
      ? "who holds shares of it is not known"
      : "who holds \(Quantity(.ratio, steps: 1_000_000 - file.knownShare).percent) of its shares is not known"
    return [Undetermined(.ownersUnknown, "owners", missing: known)]
  }
}
