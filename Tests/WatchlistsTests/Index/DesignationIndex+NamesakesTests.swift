import Maritime
import Testing

@testable import Watchlists

struct DesignationIndexNamesakesTests {
  private static let text = """
    id,schema,name,imo,mmsi,listed_from
    numbered,Vessel,MARIA,9179842,273000001,2024-05-01
    nameless,Vessel,MARIA,,,2024-05-01
    company,Company,MARIA,,,2024-05-01
    """

  private func namesakes(
    imo: String? = nil, mmsi: String = "636000001", names: [String] = ["M/V Maria"],
    on lists: [String] = ["fleet"], at date: String = "2024-06-01"
  ) throws -> [String] {
    let list = try #require(readWatchlists([file("fleet_2024-05-31.csv", Self.text)]).lists.first)
    let index = DesignationIndex([try #require(list.snapshot())])
    let vessel = try #require(
      VesselReference(mmsi: MMSI(mmsi), imo: imo.flatMap { IMONumber($0) }))
    return index.namesakes(of: vessel, names: names, on: lists, at: day(date)).map(\.entry)
  }

  @Test func asksWhenNoNumberTells() throws {
    #expect(try namesakes() == ["nameless", "numbered"])
    #expect(try namesakes(names: ["OLD NAME", "MARIA"]) == ["nameless", "numbered"])
    #expect(try namesakes(names: ["MARIANA"]) == [])
    #expect(try namesakes(names: []) == [])
  }

  @Test func aNumberAnswers() throws {
    #expect(try namesakes(imo: "9358010") == ["nameless"])
    #expect(try namesakes(imo: "9179842") == ["nameless"])
    #expect(try namesakes(mmsi: "273000001") == ["nameless"])
  }

  @Test func asksOnlyOfListsThatMatterThen() throws {
    #expect(try namesakes(on: ["eu"]) == [])
    #expect(try namesakes(on: ["eu", "fleet", "fleet"]) == ["nameless", "numbered"])
    #expect(try namesakes(at: "2024-04-30") == [])
  }
}
