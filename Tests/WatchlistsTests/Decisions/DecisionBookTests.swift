import Maritime
import Testing

@testable import Watchlists

struct DecisionBookTests {
  private static func entry(imo: String? = nil, flag: String? = nil) -> Designation {
    var entry = Designation(
      entry: "1", kind: .vessel, names: [DesignationName("MAIA-1", .primary)],
      measures: [.assetFreeze], regime: "us", authority: "E.O.",
      source: Designation.Source(file: "a", line: 1))
    entry.identifiers = imo.flatMap { IMONumber($0) }.map { [.imo($0)] } ?? []
    entry.particulars.flag = flag
    return entry
  }

  private static func decision(
    _ subject: EntryDecision.Subject, of entry: Designation = entry(),
    decided: String = "2026-01-31", expires: String = "2026-12-31", reason: String = "other build"
  ) -> EntryDecision {
    EntryDecision(
      entry: ListEntryKey(list: "ofac-sdn", entry: "1"), listedName: "MAIA-1",
      identity: EntryIdentity(of: entry), subject: subject, reason: reason, approver: "J. Silva",
      decided: day(decided), expires: day(expires), file: "d.yaml", line: 4)
  }

  private func hull(_ number: String = "9358010") throws -> IMONumber {
    try #require(IMONumber(number))
  }

  private func vessel(imo: String?, mmsi: String? = "273000001") throws -> ListSubject {
    ListSubject(
      vessel: try #require(
        VesselReference(
          mmsi: mmsi.flatMap { MMSI($0) }, imo: imo.flatMap { IMONumber($0) })),
      names: ["MAIA"])
  }

  private func words(_ ruling: EntryRuling?) -> String? {
    switch ruling {
    case .setAside(let decision): decision.reason
    case .lapsed(_, let reason): reason
    case nil: nil
    }
  }

  @Test(arguments: [
    ("2026-01-31", "other build"), ("2026-12-30", "other build"),
    ("2026-12-31", "expired on 2026-12-31"), ("2026-01-30", "not decided before 2026-01-31"),
  ])
  func holdsFromItsDayUntilItExpires(_ date: String, expected: String) throws {
    let book = DecisionBook([Self.decision(.hull(try hull()))], at: day(date))
    let ruling = book.ruling(on: Self.entry(), of: "ofac-sdn", for: try vessel(imo: "9358010"))
    #expect(words(ruling) == expected)
  }

  @Test func isReopenedWhenTheEntryChanges() throws {
    let book = DecisionBook([Self.decision(.hull(try hull()))], at: day("2026-06-01"))
    let ruling = book.ruling(
      on: Self.entry(flag: "Malta"), of: "ofac-sdn", for: try vessel(imo: "9358010"))
    #expect(
      words(ruling) == "re-opened: the particulars of the entry changed since 2026-01-31")
  }

  @Test func neverSetsAnIdentityByNumberAside() throws {
    let listed = Self.entry(imo: "9358010")
    let book = DecisionBook([Self.decision(.hull(try hull()), of: listed)], at: day("2026-06-01"))
    let ruling = book.ruling(on: listed, of: "ofac-sdn", for: try vessel(imo: "9358010"))
    #expect(words(ruling)?.hasPrefix("refused: the entry bears the subject's own number") == true)
  }

  /// The name is the company's, and so is its LEI: the decision by its IMO number has no effect.
  @Test func neverSetsACompanyAsideThatAnotherNumberIdentifies() throws {
    let lei = "529900T8BM49AURSDO55"
    var listed = Self.entry()
    listed.identifiers = [.lei(lei)]
    let book = DecisionBook(
      [Self.decision(.companyNumber("5123456"), of: listed)], at: day("2026-06-01"))
    func ruling(_ lei: String?) throws -> String? {
      let company = try #require(CompanyReference(number: "5123456", lei: lei, name: "MAIA-1"))
      return words(book.ruling(on: listed, of: "ofac-sdn", for: ListSubject(company: company)))
    }
    #expect(try ruling(lei)?.hasPrefix("refused") == true)
    #expect(try ruling(nil) == "other build")
  }

  @Test func concernsOneEntryAndOneSubject() throws {
    let radio = try #require(MMSI("273000001"))
    let book = DecisionBook(
      [Self.decision(.hull(try hull())), Self.decision(.radio(radio), reason: "radio")],
      at: day("2026-06-01"))
    func ruling(_ list: String, _ imo: String?) throws -> String? {
      words(book.ruling(on: Self.entry(), of: list, for: try vessel(imo: imo)))
    }
    #expect(try ruling("ofac-sdn", "9358010") == "other build")
    #expect(try ruling("eu-833", "9358010") == nil)
    #expect(try ruling("ofac-sdn", "9179842") == nil)
    #expect(try ruling("ofac-sdn", nil) == "radio")
  }

  @Test(arguments: [
    ("Sample Shipping, L.L.C.", nil, "other build"), ("SAMPLE SHIPPING LTD", nil, nil),
    ("Sample Shipping LLC", "5123456", nil),
  ])
  func namesCompaniesWithTheirLegalForm(
    _ name: String, number: String?, expected: String?
  ) throws {
    let book = DecisionBook(
      [Self.decision(.companyName("Sample Shipping LLC"))], at: day("2026-06-01"))
    let company = try #require(CompanyReference(number: number, name: name))
    let ruling = book.ruling(
      on: Self.entry(), of: "ofac-sdn", for: ListSubject(company: company))
    #expect(words(ruling) == expected)
  }

  @Test func theLatestThatHoldsCounts() throws {
    let number = try hull()
    let old = Self.decision(.hull(number), of: Self.entry(flag: "Malta"), reason: "old")
    let new = Self.decision(.hull(number), decided: "2026-03-01", reason: "new")
    let books = [[old, new], [new, old]].map { DecisionBook($0, at: day("2026-06-01")) }
    for book in books {
      let ruling = book.ruling(on: Self.entry(), of: "ofac-sdn", for: try vessel(imo: "9358010"))
      #expect(words(ruling) == "new")
    }
    #expect(books[0].digest == books[1].digest)
    #expect(books[0].digest != DecisionBook.empty.digest)
  }
}
