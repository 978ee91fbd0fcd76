import Detection
import Maritime
import Testing

struct RegistryFileTests {
  private func read(_ lines: String...) -> (records: [RegistryRecord], rejections: [Rejection]) {
    RegistryFile.read(Array(lines.joined(separator: "\n").utf8), file: "registry.csv")
  }

  @Test func readsColumnsInAnyOrder() throws {
    let reading = read(
      "Name,Flag,IMO,MMSI,call sign,type,gross_tonnage,deadweight,built,length,registry_status,"
        + "owner,manager,from,to,remark",
      "LADY R,Russia,9161003,273335000,UABC,Ro-Ro Cargo Ship,7260,9611,2004,122.5,Open,"
        + "\"TRANSMORFLOT, LLC\",MG-Flot,2022-01-01,2023-01-01,x")
    #expect(reading.rejections.isEmpty)
    let record = try #require(reading.records.first)
    let fact = try #require(registryFacts(reading.records).first)
    let fields = fact.kind.fields.map { fact.text($0.name) ?? "-" }
    #expect(
      fields == [
        "LADY R", "UABC", "RU", "ro_ro_cargo", "7,260", "9,611 t", "2,004", "122.5 m", "open", "-",
        "TRANSMORFLOT, LLC", "MG-Flot",
      ])
    #expect(record.vessel.description == "IMO 9161003, MMSI 273335000")
    #expect(fact.header.span.start.description == "2022-01-01T00:00:00Z")
    #expect(fact.header.span.end?.description == "2023-01-01T00:00:00Z")
    #expect(fact.header.source == "registry")
    #expect(fact.lines == [2])
  }

  @Test(arguments: [
    ("9161004,,,,,", "bad-imo"), (",27x,,,,", "bad-mmsi"), (",,RU,,,", "no-vessel-number"),
    ("9161003,,Atlantis,,,", "bad-flag"), ("9161003,,,many,,", "bad-deadweight"),
    ("9161003,,,,2022-13-01,", "bad-from"),
    ("9161003,,,,2022-02-01,2022-01-01", "period-ends-before-start"),
  ])
  func rejectsWhatItCannotRead(_ row: String, _ reason: String) {
    let reading = read("imo,mmsi,flag,deadweight,from,to", row, "9161003,,,,,")
    #expect(reading.rejections.map(\.reason) == [reason])
    #expect(reading.rejections.map(\.line) == [2])
    #expect(reading.records.count == 1)
  }

  @Test func needsANumberColumn() {
    #expect(read("name,flag", "A,RU").rejections.map(\.reason) == ["no-vessel-column"])
  }

  @Test(arguments: [
    ("Bulk Carrier", "bulk_carrier"), ("Oil Products Tanker", "product_tanker"),
    ("PASSENGER/RO-RO SHIP", "ro_ro_passenger"), ("general_cargo", "general_cargo"),
    ("LNG Tanker", "gas_carrier"), ("Submarine", "other"),
  ])
  func knowsTypesByTheirWords(_ text: String, _ type: String) {
    let records = read("imo,type", "9161003,\(text)").records
    #expect(records.map(\.identity.type) == [type])
  }
}
