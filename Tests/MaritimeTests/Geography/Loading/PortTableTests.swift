import Maritime
import Testing

struct PortTableTests {
  private func read(_ text: String) -> (ports: [Port], rejections: [Rejection]) {
    PortTable.read(Array(text.utf8), file: "ports.csv")
  }

  @Test func readsTheSmallestFile() throws {
    let (ports, rejections) = read("port,lat,lon\nKPNAM,38.718,125.401\n")
    let port = try #require(ports.first)
    #expect(rejections.isEmpty)
    #expect(port.code == "KPNAM" && port.name == nil && port.country == nil)
    #expect(port.areas.map(\.radius) == [3000])
  }

  @Test func joinsRowsOfOnePortAndIgnoresOtherColumns() throws {
    let (ports, rejections) = read(
      """
      \u{FEFF}LON;Latitude;port_id;radius_km;colour;name;country;groups
      125.4;38.7;nampo;;red;Nampo;PRK;dprk-bulk dprk
      125.5;38.8;nampo;1.5;blue;;;
      129.8;41.8;chongjin;5;;;North Korea;dprk
      """)
    #expect(rejections.isEmpty)
    #expect(ports.map(\.code) == ["chongjin", "nampo"])
    #expect(ports[0].country?.code == "KP")
    #expect(ports[1].groups == ["dprk", "dprk-bulk"])
    #expect(ports[1].areas.map(\.radius) == [3000, 1500])
    #expect(ports[1].reference.description == "Nampo (nampo)")
  }

  @Test(arguments: [
    ("KPNAM,91,181,,", "bad-position"),
    ("KPNAM,north,125,,", "bad-position"),
    ("KPNAM,38.7,,,", "bad-position"),
    ("KPNAM,,,,", "missing-position"),
    (",38.7,125.4,,", "missing-port"),
    ("KPNAM,38.7,125.4,0,", "bad-radius"),
    ("KPNAM,38.7,125.4,3000,", "bad-radius"),
    ("KPNAM,38.7,125.4,3,Atlantis", "unknown-country"),
    ("KPNAM", "missing-position"),
  ])
  func rejectsRowsWithTheirLine(_ row: String, _ reason: String) {
    let (ports, rejections) = read("port,lat,lon,radius_km,country\nRULED,59,30,,\n\(row)\n")
    #expect(ports.count == 1)
    #expect(rejections.map(\.reason) == [reason])
    #expect(rejections.map(\.line) == [3])
    #expect(rejections.map(\.file) == ["ports.csv"])
  }

  @Test(arguments: ["", "harbour,lat,lon\nKPNAM,1,2\n", "port,lat\nKPNAM,1\n"])
  func rejectsAHeaderThatItDoesNotKnow(_ text: String) {
    let (ports, rejections) = read(text)
    #expect(ports.isEmpty)
    #expect(rejections.map(\.reason) == ["unknown-header"])
  }

  @Test func readsTheWorldPortIndex() {
    let (ports, rejections) = read(
      """
      OID_,World Port Index Number,Main Port Name,UN/LOCODE,Country Code,Latitude,Longitude
      0.0,60450.0,Nampo,KP NAM,"Korea, North",38.716,125.4
      1.0,7950.0,Maurer, ,United States,40.53,-74.25
      """)
    #expect(rejections.isEmpty)
    #expect(ports.map(\.code) == ["KPNAM", "WPI7950"])
    #expect(ports.map { $0.country?.code } == ["KP", "US"])
  }

  @Test func readsThePortsOfUNLOCODE() {
    let (ports, rejections) = read(
      """
      "un_locode","name","name_en","function_code","latitude_dec","longitude_dec"
      "AD ALV","Andorra la Vella","Andorra la Vella","--34-6--",42.5,1.5167
      "RU ULU","Ust'-Luga","Ust-Luga","1-------",59.67,28.4
      "RU XXX","Somewhere","Somewhere","1-------",,
      """)
    #expect(rejections.map(\.reason) == ["not-a-port", "missing-position"])
    #expect(ports.map(\.code) == ["RUULU"])
    #expect(ports.first?.name == "Ust-Luga")
    #expect(ports.first?.country?.code == "RU")
  }

  @Test func readsAnchoragesOfGlobalFishingWatch() {
    let (ports, rejections) = read(
      """
      s2id,latitude,longitude,label,sublabel,iso3
      356ec741,34.839,128.42,TONGYEONG,,KOR
      356ec743,34.838,128.43,TONGYEONG,,KOR
      3574e907,34.691,125.44,,,KOR
      """)
    #expect(rejections.isEmpty)
    #expect(ports.map(\.code) == ["3574e907", "kor-tongyeong"])
    #expect(ports.map(\.areas.count) == [1, 2])
  }
}
