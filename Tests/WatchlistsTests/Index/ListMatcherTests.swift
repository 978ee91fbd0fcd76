import Maritime
import Testing

@testable import Watchlists

struct ListMatcherTests {
  private func matcher() throws -> ListMatcher {
    let house = readWatchlists([file("house-2026-01-01.csv", Fixtures.houseTable)]).lists
    let danish = readWatchlists([file("dma_2026-01-01.csv", Fixtures.danish)]).lists
    return ListMatcher(DesignationIndex((house + danish).compactMap { $0.snapshot() }))
  }

  @Test func aNumberDecides() throws {
    var matcher = try matcher()
    let found = matcher.candidates(.init(name: "WHATEVER", imo: "IMO 9179842", kind: .vessel))
    #expect(found.map(\.certainty) == [.number])
    #expect(found.map(\.designation.name) == ["Angara"])
    #expect(found[0].reference.basis == "IMO number 9179842")
  }

  /// Two hulls may have one name; a valid number tells them apart.
  @Test func anotherNumberIsAnotherHull() throws {
    var matcher = try matcher()
    #expect(matcher.candidates(.init(name: "ANGARA", imo: "9074729", kind: .vessel)).isEmpty)
    #expect(matcher.candidates(.init(name: "ANGARA", kind: .vessel)).map(\.certainty) == [.name])
  }

  /// A wrong digit or two swapped ones leave no valid number, and lead to a question.
  @Test(arguments: ["9179843", "9179824", "1979842"])
  func aMistypedNumberIsAQuestion(_ number: String) throws {
    #expect(IMONumber(number) == nil)
    var matcher = try matcher()
    let found = matcher.candidates(.init(name: nil, imo: number))
    #expect(found.map(\.certainty) == [.mistypedNumber])
    #expect(found.map(\.designation.name) == ["Angara"])
    let named = matcher.candidates(.init(name: "Angara", imo: number, kind: .vessel))
    #expect(named.count == 1, "an entry is told once, with the surest reason")
    #expect(found[0].points == 60 && named[0].points == 99, "a name that agrees adds to it")
    #expect(matcher.candidates(.init(name: nil, imo: number), threshold: 85).isEmpty)
    #expect(matcher.candidates(.init(name: "Angara", imo: number), threshold: 85).count == 1)
  }

  /// A digit that changes by five under the weight 6 leaves the check digit as it is.
  @Test func aValidNumberWithAWrongDigitIsAQuestionWhenTheNameAgrees() throws {
    let wrong = "9679842"
    #expect(IMONumber(wrong) != nil)
    var matcher = try matcher()
    let found = matcher.candidates(.init(name: "Angara", imo: wrong, kind: .vessel))
    #expect(found.map(\.certainty) == [.mistypedNumber])
    #expect(
      found.first?.reference.basis.hasPrefix("IMO number 9679842 for 9179842, one digit") == true)
    #expect(matcher.candidates(.init(name: "Olga", imo: wrong, kind: .vessel)).isEmpty)
    #expect(matcher.candidates(.init(name: nil, imo: wrong)).isEmpty)
  }

  @Test(arguments: [
    (Designation.Kind.vessel, "RU", 5, "flag Russia +5"), (.vessel, "Malta", 0, ""),
    (.company, "CY", 5, "country Cyprus +5"),
    (.company, "RU", -10, "country RU, listed as Cyprus -10"), (.company, "Atlantis", 0, ""),
  ])
  func flagAndCountrySpeakForOrAgainst(
    _ kind: Designation.Kind, _ country: String, difference: Int, words: String
  ) throws {
    let text = """
      id,schema,name,flag,country
      1,Vessel,QUILLFEATHER STAR,Russia,
      2,Company,QUILLFEATHER SHIPPING,,Cyprus
      """
    let list = readWatchlists([file("fleet_2024-05-31.csv", text)]).lists
    var matcher = ListMatcher(DesignationIndex(list.compactMap { $0.snapshot() }))
    let name = kind == .vessel ? "QUILLFETHER STAR" : "QUILLFETHER SHIPPING"
    var row = ListMatcher.Row(name: name, kind: kind)
    let plain = try #require(matcher.candidates(row).first)
    row.particulars.flag = kind == .vessel ? country : nil
    row.particulars.country = kind == .company ? country : nil
    let found = try #require(matcher.candidates(row).first)
    #expect(found.points == min(99, plain.points + difference))
    #expect(found.reference.basis.contains(words), "\(found.reference.basis)")
    #expect((found.reference.basis == plain.reference.basis) == words.isEmpty)
  }

  @Test func namesAreExplained() throws {
    var matcher = try matcher()
    let found = matcher.candidates(
      .init(name: "Sampel Leasing", kind: .company), threshold: 20)
    #expect(found.first?.designation.name == "Sample Leasing LLC")
    #expect(found.first?.reference.basis.contains("sampel for sample, one letter") == true)
  }

  @Test func nothingIsFoundForNothing() throws {
    var matcher = try matcher()
    #expect(matcher.candidates(.init(name: nil)).isEmpty)
    #expect(matcher.candidates(.init(name: "", imo: "not a number")).isEmpty)
  }
}
