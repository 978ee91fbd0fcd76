import Maritime
import Testing

@testable import Detection

struct DestinationNamesTests {
  private let names = DestinationNames(Gazetteer.shipped.ports)

  @Test(arguments: [
    ("KRPUS", "KRPUS"), ("KR PUS", "KRPUS"), ("kr-pus", "KRPUS"), (">SGSIN", "SGSIN"),
    ("BUSAN,KOREA", "KRPUS"), ("BUSAN, S.KOREA", "KRPUS"), ("PUSAN", "KRPUS"),
    ("CNSHA>KRPUS", "KRPUS"), ("US LAX>KR PUS", "KRPUS"), ("SINGAPORE-->ROTTERDAM", "NLRTM"),
    ("SHANGHAI TO BUSAN", "KRPUS"), ("SINGAPORE EOPL", "SGSIN"), ("SGSIN OPL", "SGSIN"),
    ("ROTERDAM", "NLRTM"), ("ROTTERDMA", "NLRTM"), ("ROTTERDAM/EUROPOORT", "NLRTM"),
    ("PORT OF ROTTERDAM", "NLRTM"), ("NAJIN", "KPRJN"), ("RAJIN", "KPRJN"), ("KP RJN", "KPRJN"),
    ("ST.PETERSBURG", "RULED"), ("LONG BEACH, USA", "USLGB"),
  ])
  func readsWhatCrewsType(_ text: String, _ code: String) {
    #expect(names.ports(named: text).map(\.code) == [code])
  }

  @Test(arguments: [
    "FOR ORDERS", "ORDERS", "SEA", "UNKNOWN", "TBA", "???", "", "   ", ">", "=", "KOREA", "CHINA",
    "MALTA", "FISHING", "XXXXX", "@@@@@", "BUSAN, JAPAN", "NEW", "PORT", "12345",
  ])
  func findsNoPortWhereNoneIsNamed(_ text: String) {
    #expect(names.ports(named: text).isEmpty)
  }

  @Test func asksTheCountryWherePortsShareAName() {
    #expect(names.ports(named: "TRIPOLI").count == 2)
    #expect(names.ports(named: "TRIPOLI, LEBANON").map(\.country) == [CountryCode("LB")])
    #expect(names.ports(named: "CARTAGENA (SPAIN)").map(\.country) == [CountryCode("ES")])
  }

  @Test func takesNoLetterOfAShortNameForWrong() {
    let ports = DestinationNames([port("AAAAA", 0, 0), port("BBBBB", 0, 0)])
    #expect(ports.ports(named: "AAAAB").isEmpty)
  }
}
