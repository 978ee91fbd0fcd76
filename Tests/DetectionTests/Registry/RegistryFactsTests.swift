import Detection
import Maritime
import Testing

struct RegistryFactsTests {
  private func changes(_ rows: String...) -> [String] {
    let lines = ["imo,mmsi,name,flag,registry_status,from"] + rows
    let reading = RegistryFile.read(Array(lines.joined(separator: "\n").utf8), file: "r.csv")
    return registryFacts(reading.records).filter { $0.kind.name != "identity" }.map { fact in
      let fields = fact.values.map { $0?.description ?? "-" }.joined(separator: " ")
      return "\(fact.header.span.start.dayDescription) \(fact.kind.name) \(fields)"
    }
  }

  @Test func comparesPeriodsOfOneHull() {
    let found = changes(
      "9161003,273000002,MOON,Cook Islands,open,2023-05-01",
      "9161003,273000001,SEA STAR,RU,open,2022-01-01", "9074729,,OTHER,PA,open,2022-06-01")
    #expect(
      found.sorted() == [
        "2023-05-01 flag_change RU CK open -",
        "2023-05-01 identity_change mmsi 273000001 273000002",
        "2023-05-01 identity_change name SEA STAR MOON",
      ])
  }

  @Test func tellsTheLossOfAFlag() {
    #expect(
      changes("9161003,,A,GY,false,2022-01-01", "9161003,,A,,none,2023-01-01")
        == ["2023-01-01 flag_change GY - none -"])
  }

  @Test func doesNotTakeAnUnknownFlagForAnother() {
    #expect(changes("9161003,,A,,,2022-01-01", "9161003,,A,RU,,2023-01-01").isEmpty)
  }

  @Test func leavesOutWhatHasNoTime() {
    #expect(changes("9161003,,A,PA,,", "9161003,,B,RU,,").isEmpty)
  }

  @Test func findsTheLatestDeadweight() throws {
    let text = "imo,deadweight,from\n9161003,100,2022-01-01\n9161003,200,2023-01-01\n9074729,,\n"
    let records = RegistryFile.read(Array(text.utf8), file: "r.csv").records
    let imo = try #require(IMONumber(9_161_003))
    #expect(deadweights(of: records) == [imo: 200])
  }
}
