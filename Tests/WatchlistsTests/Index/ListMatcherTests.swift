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
    let found = matcher.candidates(name: "WHATEVER", imo: "IMO 9179842", kind: .vessel)
    #expect(found.map(\.certainty) == [.number])
    #expect(found.map(\.designation.name) == ["Angara"])
    #expect(found[0].reference.basis == "IMO number 9179842")
  }

  /// Two hulls may have one name; a valid number tells them apart.
  @Test func anotherNumberIsAnotherHull() throws {
    var matcher = try matcher()
    #expect(matcher.candidates(name: "ANGARA", imo: "9074729", kind: .vessel).isEmpty)
    #expect(matcher.candidates(name: "ANGARA", kind: .vessel).map(\.certainty) == [.name])
  }

  /// A wrong digit or two swapped ones leave no valid number, and lead to a question.
  @Test(arguments: ["9179843", "9179824", "1979842"])
  func aMistypedNumberIsAQuestion(_ number: String) throws {
    #expect(IMONumber(number) == nil)
    var matcher = try matcher()
    let found = matcher.candidates(name: nil, imo: number)
    #expect(found.map(\.certainty) == [.mistypedNumber])
    #expect(found.map(\.designation.name) == ["Angara"])
    let named = matcher.candidates(name: "Angara", imo: number, kind: .vessel)
    #expect(named.count == 1, "an entry is told once, with the surest reason")
  }

  @Test func namesAreExplained() throws {
    var matcher = try matcher()
    let found = matcher.candidates(name: "Sampel Leasing", kind: .company, threshold: 20)
    #expect(found.first?.designation.name == "Sample Leasing LLC")
    #expect(found.first?.reference.basis.contains("sampel for sample, one letter") == true)
  }

  @Test func nothingIsFoundForNothing() throws {
    var matcher = try matcher()
    #expect(matcher.candidates(name: nil).isEmpty)
    #expect(matcher.candidates(name: "", imo: "not a number").isEmpty)
  }
}
