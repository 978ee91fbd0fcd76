import Maritime
import Testing

@testable import Watchlists

struct DesignationIndexTests {
  @Test(arguments: [
    ("eu-833", "2024-06-24", "no"), ("eu-833", "2024-06-25", "yes"), ("eu", "2025-01-01", "yes"),
    ("EU", "2025-01-01", "yes"), ("any-designated", "2024-06-25", "yes"),
    ("any-designated", "2024-05-02", "unknown"), ("us", "2022-01-03", "unknown"),
    ("ofac", "2024-05-03", "yes"), ("ofac-sdn", "2024-05-02", "unknown"),
    ("uk", "2025-01-01", "unknown"), ("eu-269", "2025-01-01", "unknown"),
  ])
  func answersByDate(_ list: String, date: String, answer: String) {
    #expect(word(sample.lookup(query("9179842", list, date))) == answer)
  }

  @Test func saysWhyItCannotTell() {
    let early = sample.lookup(query("9179842", "us", "2022-01-03"))
    guard case .unknown(let reason, let entries) = early else {
      Issue.record("\(early)")
      return
    }
    #expect(
      reason == """
        ofac-sdn (2024-05-03) has no listing dates: it shows only that the entry was there on that day
        """)
    #expect(entries.map(\.entry) == ["37059"])
    let missing = sample.lookup(query("9179842", "uk", "2022-01-03"))
    #expect(missing == .unknown(reason: "no list 'uk' was loaded", entries: []))
  }

  /// An entry without a date begins where it was first seen.
  @Test func tellsWhenAVesselWasOnAnyList() throws {
    let vessel = try #require(VesselReference(mmsi: nil, imo: imo("9179842")))
    #expect(
      sample.designatedSpans(of: vessel) == [
        TimeSpan(start: day("2024-06-25"), end: nil), TimeSpan(start: day("2024-05-03"), end: nil),
      ])
    let other = try #require(VesselReference(mmsi: nil, imo: imo("9074729")))
    #expect(sample.designatedSpans(of: other) == [])
  }

  @Test func leavesOutWhatWasNotKnown() {
    let known = day("2024-01-01")
    let answer = sample.lookup(query("9179842", "us", "2025-01-01"), knownAsOf: known)
    let reason = "no snapshot of 'us' published by 2024-01-01 was loaded"
    #expect(answer == .unknown(reason: reason, entries: []))
    #expect(word(sample.lookup(query("9161003", "us", "2022-01-03"))) == "no")
  }

  @Test func namesTheBasis() {
    let byHull = sample.lookup(query("9179842", "eu", "2025-01-01"), names: ["M/V Angara"])
    #expect(bases(byHull) == ["IMO number 9179842, name Angara"])
    let renamed = sample.lookup(query("9179842", "eu", "2025-01-01"), names: ["ROSE"])
    #expect(bases(renamed) == ["IMO number 9179842, under another name"])
  }

  @Test func matchesRadiosOnlyOfTheSameHull() throws {
    let radio = try #require(MMSI("273000001"))
    func answer(imo: IMONumber?) throws -> ListAnswer {
      let vessel = try #require(VesselReference(mmsi: radio, imo: imo))
      return sample.lookup(ListQuery(vessel: vessel, list: "us", time: day("2025-01-01")))
    }
    #expect(
      bases(try answer(imo: nil)) == ["MMSI 273000001 alone: the vessel's IMO number is not known"])
    #expect(
      bases(try answer(imo: imo("9179842"))) == ["IMO number 9179842 and MMSI 273000001"])
    #expect(try answer(imo: imo("9358010")) == .notListed)
  }

  @Test func aNameAloneIsACandidate() {
    #expect(
      sample.lookup(query("9161003", "any-designated", "2025-01-01"), names: ["ANGARA"])
        == .notListed)
    let candidates = sample.nameMatches(["angara"])
    #expect(candidates.map(\.list) == ["eu-833", "ofac-sdn"])
    #expect(candidates.map(\.basis) == ["name angara alone", "name angara alone"])
    #expect(sample.nameMatches(["angara"], kinds: [.company]).isEmpty)
  }

  @Test func aWeakOrFormerNameSaysSo() {
    #expect(sample.nameMatches(["nav", "Elvira"]).map(\.basis) == ["former name elvira alone"])
    #expect(sample.nameMatches(["nav"]).map(\.basis) == ["weak name nav alone"])
  }

  @Test(arguments: ["cons_prim_2024-01-01.csv", "sdn_2024-01-01.csv"])
  func aListOfCompaniesSaysNothingAboutVessels(_ name: String) {
    let text = "7,\"SAMPLE CO\",-0- ,\"CUBA\"" + String(repeating: ",-0- ", count: 8) + "\n"
    let index = DesignationIndex([snapshot(text, name: name)].compactMap(\.self))
    #expect(word(index.lookup(query("9179842", "us", "2025-01-01"))) == "unknown")
  }

  @Test func aWatchedVesselAnswersToItsListAlone() {
    let house = snapshot(
      Fixtures.houseYAML.replacing("name: DEYI", with: "{name: DEYI, imo: 9161003}"))
    #expect(house == nil)
    let text = Fixtures.houseYAML.replacing("name: DEYI", with: "name: DEYI\n    imo: 9161003")
    let index = DesignationIndex([snapshot(text)].compactMap(\.self))
    #expect(word(index.lookup(query("9161003", "my-fleet", "2026-02-01"))) == "yes")
    #expect(word(index.lookup(query("9161003", "any-designated", "2026-02-01"))) == "no")
    #expect(word(index.lookup(query("9161003", "house", "2026-02-01"))) == "no")
    #expect(word(index.lookup(query("9358010", "house", "2026-02-01"))) == "yes")
    #expect(word(index.lookup(query("9358010", "sample underwriters", "2026-02-01"))) == "yes")
  }

  @Test func aListWithoutVesselsSaysNothingAboutThem() throws {
    let un = try #require(readWatchlists([file("un.xml", Fixtures.un)]).lists.first?.snapshot())
    let index = DesignationIndex([un])
    let answer = index.lookup(query("9179842", "un-1718", "2026-03-01"))
    #expect(
      answer == .unknown(reason: "no loaded list names the vessels of 'un-1718'", entries: []))
    #expect(word(index.lookup(query("9161003", "un", "2026-03-01"))) == "yes")
    #expect(word(index.lookup(query("9179842", "un", "2026-03-01"))) == "no")
    let company = try companyAnswer("9358010", "Sample Shipping", in: index)
    #expect(bases(company) == ["IMO company number 9358010, name SAMPLE SHIPPING CO"])
  }

  @Test(
    arguments: [
      ("9358010", "Sample Shipping Co", "yes"), ("9358010", nil, "yes"),
      ("9358010", "Renamed Ltd", "yes"), (nil, "SAMPLE SHIPPING", "unknown"),
      ("5555555", "Sample Shipping", "no"), (nil, "Other Shipping", "no"),
    ] as [(String?, String?, String)])
  func aNumberDecidesAboutACompany(number: String?, name: String?, answer: String) throws {
    let un = try #require(readWatchlists([file("un.xml", Fixtures.un)]).lists.first?.snapshot())
    let found = try companyAnswer(number, name, in: DesignationIndex([un]))
    #expect(word(found) == answer)
    if case .unknown(let reason, let entries) = found {
      #expect(reason == ListAnswer.sharedCompanyName)
      #expect(entries.map(\.basis) == ["name sample shipping alone"])
    }
  }

  /// LEI and register number decide like the IMO number; another LEI is another company.
  @Test(arguments: [
    (nil, "PRATIQUETEST00000145", nil, "yes"), (nil, nil, "RU 1027700092661", "yes"),
    ("5123456", nil, "ru 10277-00092661", "yes"), (nil, nil, "KZ 1027700092661", "unknown"),
    (nil, "5493001KJTIIGC8Y1R12", nil, "no"), (nil, nil, nil, "unknown"),
  ])
  func anyNumberDecidesAboutACompany(
    imo: String?, lei: String?, registration: String?, answer: String
  ) throws {
    let text = """
      list: own
      published: 2026-01-31
      entries:
        - {schema: Company, name: SAMPLE LLC, lei: PRATIQUETEST00000145,
           registration: RU 1027700092661, listed_from: 2022-05-08}
      """
    let list = try #require(readWatchlists([file("own.yaml", text)]).lists.first?.snapshot())
    let company = try #require(
      CompanyReference(number: imo, lei: lei, registration: registration, name: "Sample LLC"))
    let found = DesignationIndex([list]).lookup(
      ListQuery(company: company, list: "own", time: day("2026-03-01")))
    #expect(word(found) == answer)
  }

  private func companyAnswer(
    _ number: String?, _ name: String?, in index: DesignationIndex
  ) throws -> ListAnswer {
    let company = try #require(CompanyReference(number: number, name: name))
    return index.lookup(ListQuery(company: company, list: "un-1718", time: day("2026-03-01")))
  }

  @Test(arguments: [
    ("2023-12-31", "unknown"), ("2024-01-31", "yes"), ("2024-03-01", "yes"),
    ("2024-03-02", "unknown"), ("2024-04-01", "no"), ("2025-01-01", "no"),
  ])
  func knowsFromLaterSnapshotsWhatEnded(_ date: String, answer: String) {
    let with = "id,schema,name,imo\n1,Vessel,A,9179842\n2,Vessel,B,9358010\n"
    let without = "id,schema,name,imo\n2,Vessel,B,9358010\n"
    let index = DesignationIndex(
      [("2024-01-31", with), ("2024-03-01", with + "\n"), ("2024-04-01", without)].compactMap {
        snapshot($1, name: "fleet_\($0).csv")
      })
    #expect(index.snapshots.count == 3)
    #expect(word(index.lookup(query("9179842", "fleet", date))) == answer)
  }

  @Test func knowsFromEarlierSnapshotsWhatWasNotYetThere() {
    let with = "id,schema,name,imo\n1,Vessel,A,9179842\n2,Vessel,B,9358010\n"
    let without = "id,schema,name,imo\n2,Vessel,B,9358010\n"
    let index = DesignationIndex(
      [("2024-01-31", without), ("2024-03-01", with)].compactMap {
        snapshot($1, name: "fleet_\($0).csv")
      })
    let dates = ["2024-01-30", "2024-01-31", "2024-02-15", "2024-03-01"]
    let answers = dates.map { word(index.lookup(query("9179842", "fleet", $0))) }
    #expect(answers == ["no", "no", "unknown", "yes"])
  }

  @Test func respectsTheLastDay() {
    let text = Fixtures.houseYAML.replacing(
      "listed_from: 2025-04-01", with: "listed_from: 2025-04-01\n    delisted_at: 2025-06-01")
    let index = DesignationIndex([snapshot(text)].compactMap(\.self))
    let answers = ["2025-05-31", "2025-06-01"].map {
      word(index.lookup(query("9358010", "my-fleet", $0)))
    }
    #expect(answers == ["yes", "no"])
  }

  @Test(arguments: [
    ("9179842", ["IMO number 9179842", "IMO number 9179842"]),
    ("IMO 5571322", ["IMO company number 5571322"]),
    ("273000001", ["MMSI 273000001"]), ("mt angara", ["name angara", "name angara"]),
    ("ship sam", ["words of the name sample shipping"]), ("zzz", []), ("", []),
  ])
  func searches(_ text: String, reasons: [String]) {
    #expect(sample.search(text).map(\.reference.basis) == reasons)
  }
}

/// The SDN file of 3 May 2024 and the EU annex as read on 1 July 2024, both with ANGARA.
private let sample: DesignationIndex = {
  let annex =
    Fixtures.journalHeader
    + "32014R0833,1,EU-RUS,XLII,Transportation restrictions,25.6.2024,,Vessel,Angara,,,,,,,9179842,,,\n"
  let files = [file("sdn_2024-05-03.csv", Fixtures.ofacEntries), file("eu_2024-07-01.csv", annex)]
  return DesignationIndex(readWatchlists(files).lists.compactMap { $0.snapshot() })
}()

private func snapshot(_ text: String, name: String = "fleet.yaml") -> Snapshot? {
  readWatchlists([file(name, text)]).lists.first?.snapshot()
}

private func query(_ number: String, _ list: String, _ date: String) -> ListQuery {
  ListQuery(vessel: VesselReference(imo: imo(number)), list: list, time: day(date))
}

private func word(_ answer: ListAnswer) -> String {
  switch answer {
  case .listed: "yes"
  case .notListed: "no"
  case .unknown: "unknown"
  }
}

private func bases(_ answer: ListAnswer) -> [String] {
  if case .listed(let entries) = answer { entries.map(\.basis) } else { [] }
}
