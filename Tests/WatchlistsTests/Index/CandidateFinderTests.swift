import Maritime
import Testing

@testable import Watchlists

struct CandidateFinderTests {
  private static let text = """
    id,schema,name,imo,mmsi,flag,listed_from
    numbered,Vessel,MARIA,9179842,273000001,,2024-05-01
    nameless,Vessel,MARIA,,,Panama,2024-05-01
    company,Company,MARIA,,,,2024-05-01
    """

  private func finder(
    _ text: String = text, on lists: [String] = ["fleet"], at date: String = "2024-06-01"
  ) throws -> CandidateFinder {
    let list = try #require(readWatchlists([file("fleet_2024-05-31.csv", text)]).lists.first)
    return CandidateFinder(
      DesignationIndex([try #require(list.snapshot())]), on: lists, at: day(date))
  }

  private func vessel(
    imo: String? = nil, mmsi: String? = "636000001", names: [String] = ["M/V Maria"]
  ) throws -> ListSubject {
    ListSubject(
      vessel: try #require(
        VesselReference(mmsi: mmsi.flatMap { MMSI($0) }, imo: imo.flatMap { IMONumber($0) })),
      names: names)
  }

  private func found(
    _ subject: ListSubject, on lists: [String] = ["fleet"], at date: String = "2024-06-01"
  ) throws -> [String] {
    try finder(on: lists, at: date).candidates(for: subject).map {
      "\($0.certainty.rawValue) \($0.designation.entry)"
    }
  }

  @Test func asksWhenNoNumberTells() throws {
    #expect(try found(vessel()) == ["name nameless", "name numbered"])
    #expect(try found(vessel(names: ["OLD NAME", "MARIA"])) == ["name nameless", "name numbered"])
    #expect(try found(vessel(names: ["QUILLFEATHER"])) == [])
    #expect(try found(vessel(names: [])) == [])
  }

  @Test func aNumberAnswers() throws {
    #expect(try found(vessel(imo: "9358010")) == ["name nameless"])
    #expect(try found(vessel(imo: "9179842")) == ["number numbered", "name nameless"])
    #expect(try found(vessel(mmsi: "273000001")) == ["number numbered", "name nameless"])
  }

  @Test func asksOnlyOfListsThatMatterThen() throws {
    #expect(try found(vessel(), on: ["eu"]) == [])
    #expect(
      try found(vessel(), on: ["eu", "fleet", "fleet"]) == ["name nameless", "name numbered"])
    #expect(try found(vessel(), at: "2024-04-30") == [])
  }

  @Test func anEarlierRadioNumberIsAQuestionWithItsDates() throws {
    let text = "id,schema,name,mmsi\nradio,Vessel,QUILLFEATHER,273000001\n"
    var subject = try vessel(imo: "9358010")
    subject.earlierRadios = [
      ListSubject.Radio(
        mmsi: try #require(MMSI("273000001")),
        span: TimeSpan(start: day("2024-01-01"), end: day("2024-02-01")))
    ]
    let candidates = try finder(text).candidates(for: subject)
    #expect(candidates.map(\.certainty) == [.earlierRadio])
    #expect(
      candidates.first?.reference.basis
        == "MMSI 273000001, which the vessel used from 2024-01-01 to 2024-02-01, 70 of 100 points")
  }

  @Test(arguments: [
    ("9358011", ["mistyped_number"]),  // one digit
    ("9358100", ["mistyped_number"]),  // a swap
    ("9179842", []),  // a valid number of another hull
    ("1234567", []),
  ])
  func aMistypedNumberOfAListIsAQuestion(_ listed: String, _ kinds: [String]) throws {
    var designation = Designation(
      entry: "1", kind: .vessel, names: [DesignationName("QUILLFEATHER", .primary)],
      measures: [.assetFreeze], regime: "us", authority: "E.O.",
      source: Designation.Source(file: "a", line: 1))
    designation.identifiers = [try #require(DesignationIdentifier(vesselNumber: listed))]
    designation.listedFrom = day("2024-01-01")
    let finder = CandidateFinder(.of([designation]), at: day("2024-06-01"))
    let candidates = finder.candidates(for: try vessel(imo: "9358010"))
    #expect(candidates.map(\.certainty.rawValue) == kinds)
  }

  /// A wrong digit that leaves a valid number is a question when the name agrees.
  @Test(arguments: [
    ("9679842", "MARIA", ["mistyped_number numbered", "name nameless"]),
    ("9679842", "OLGA", []), ("9358010", "MARIA", ["name nameless"]),
  ])
  func aValidNumberWithAWrongDigitIsAQuestion(
    _ imo: String, _ name: String, expected: [String]
  ) throws {
    #expect(try found(vessel(imo: imo, names: [name])) == expected)
  }

  @Test func aCallSignIsAQuestion() throws {
    var designation = Designation(
      entry: "1", kind: .vessel, names: [DesignationName("QUILLFEATHER", .primary)],
      measures: [.assetFreeze], regime: "us", authority: "E.O.",
      source: Designation.Source(file: "a", line: 1))
    designation.identifiers = [.callSign("UB AB1")]
    designation.listedFrom = day("2024-01-01")
    let finder = CandidateFinder(.of([designation]), at: day("2024-06-01"))
    var subject = try vessel(imo: "9358010")
    subject.callSigns = ["UBAB1", "UB"]
    #expect(finder.candidates(for: subject).map(\.certainty) == [.callSign])
    subject.callSigns = ["UBAB2"]
    #expect(finder.candidates(for: subject).isEmpty)
  }

  /// A right check digit does not show whose number it is.
  @Test(arguments: [
    ("MARIA", "tanker", 1990, "number"),  // the name agrees
    ("OLGA", "tanker", 2007, "number"),  // the year of build agrees
    ("OLGA", "tanker", 1990, "copied_number"),
    ("OLGA", "yacht", 0, "number"),  // another name alone: vessels are renamed
  ])
  func aNumberIsComparedToo(
    _ name: String, _ type: String, _ built: Int, _ expected: String
  ) throws {
    var designation = Designation(
      entry: "1", kind: .vessel, names: [DesignationName("MARIA", .primary)],
      measures: [.assetFreeze], regime: "us", authority: "E.O.",
      source: Designation.Source(file: "a", line: 1))
    designation.identifiers = [.imo(try #require(IMONumber("9358010")))]
    designation.listedFrom = day("2024-01-01")
    designation.particulars.vesselType = "Bulk Cargo Carrier"
    designation.particulars.built = 2007
    let finder = CandidateFinder(.of([designation]), at: day("2024-06-01"))
    var subject = try vessel(imo: "9358010", names: [name])
    subject.particulars.vesselType = type
    subject.particulars.built = built == 0 ? nil : built
    #expect(finder.candidates(for: subject).map(\.certainty.rawValue) == [expected])
  }

  /// What somebody decided about is still returned, and takes nobody's place.
  @Test func entriesThatAreSetAsideCrowdOutNoOthers() throws {
    let rows = (1...12).map { "\($0),Vessel,QUILLFEATHER\n" }.joined()
    let list = try #require(
      readWatchlists([file("fleet_2024-05-31.csv", "id,schema,name\n" + rows)]).lists.first)
    let snapshot = try #require(list.snapshot())
    let hull = try #require(IMONumber("9358010"))
    let decisions = snapshot.designations.prefix(11).map { entry in
      EntryDecision(
        entry: ListEntryKey(list: "fleet", entry: entry.entry), listedName: entry.name,
        identity: EntryIdentity(of: entry), subject: .hull(hull), reason: "r", approver: "a",
        decided: day("2024-01-01"), expires: day("2024-12-01"), file: "d", line: 1)
    }
    let finder = CandidateFinder(
      DesignationIndex([snapshot]), on: ["fleet"], at: day("2024-06-01"),
      decisions: DecisionBook(decisions, at: day("2024-06-01")))
    let subject = try vessel(imo: "9358010", names: ["QUILLFEATHER"])
    let found = finder.candidates(for: subject, limit: 2)
    #expect(found.filter(\.isSetAside).count == 11)
    #expect(found.filter { !$0.isSetAside }.map(\.reference.entry) == ["12"])
    #expect(
      finder.candidates(for: try vessel(imo: "9179842", names: ["QUILLFEATHER"]), limit: 2)
        .map(\.ruling) == [nil, nil])
  }

  @Test func companiesAreComparedByNumberThenByName() throws {
    let text = """
      id,schema,name,imo,listed_from
      numbered,Company,QUILLFEATHER SHIPPING LLC,5123456,2024-05-01
      plain,Company,QUILLFEATHER SHIPPING LLC,,2024-05-01
      """
    func found(_ number: String?, _ name: String) throws -> [String] {
      let company = try #require(CompanyReference(number: number, name: name))
      return try finder(text).candidates(for: ListSubject(company: company)).map {
        "\($0.certainty.rawValue) \($0.designation.entry)"
      }
    }
    #expect(
      try found(nil, "Quillfether Shipping LLC").sorted() == ["name numbered", "name plain"])
    #expect(try found("5123456", "OTHER") == ["number numbered"])
    #expect(try found("6016988", "Quillfeather Shipping LLC") == ["name plain"])
  }
}

extension DesignationIndex {
  fileprivate static func of(_ designations: [Designation]) -> DesignationIndex {
    let summary = SnapshotSummary(
      list: "ofac-sdn", publisher: "OFAC", format: "ofac-csv", regimes: ["us"],
      regimesWithoutVessels: [], hasDates: true, published: day("2024-05-31"),
      publishedBasis: .given, digest: "d", entries: 1, vessels: 1, rejections: 0)
    return DesignationIndex([
      Snapshot(summary: summary, designations: designations, rejections: [])
    ])
  }
}
