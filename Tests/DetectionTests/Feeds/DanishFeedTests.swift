import Detection
import Maritime
import TestSupport
import Testing

/// The daily files of the Danish Maritime Authority: words for codes, the day first.
struct DanishFeedTests {
  static let header =
    "# Timestamp,Type of mobile,MMSI,Latitude,Longitude,Navigational status,ROT,SOG,COG,Heading,"
    + "IMO,Callsign,Name,Ship type,Cargo type,Width,Length,Type of position fixing device,"
    + "Draught,Destination,ETA,Data source type,A,B,C,D"

  /// Made up, in the form of the real files: a tanker, a yacht, a base station and a buoy.
  static let sample =
    header + """

      01/03/2024 00:00:06,Class A,219000123,55.103400,12.561230,Under way using engine,0.0,11.4,\
      171.3,170,9074729,OABC2,NORDIC TEST,Tanker,Category X,32,183,GPS,11.2,PRIMORSK,\
      04/03/2024 06:00:00,AIS,150,33,16,16
      01/03/2024 00:00:07,Class B,219000456,55.200000,12.600000,Unknown value,,0.1,,,Unknown,\
      Unknown,,Undefined,,,,Undefined,,Unknown,,AIS,,,,
      01/03/2024 00:00:08,Base Station,2190068,56.447467,10.945872,Unknown value,,,,,Unknown,\
      Unknown,,Undefined,,,,GPS,,Unknown,,AIS,,,,
      01/03/2024 00:00:09,AtoN,992191001,55.000000,11.000000,Unknown value,,,,,Unknown,,\
      BUOY,Undefined,,,,Surveyed,,Unknown,,AIS,,,,
      01/03/2024 00:00:10,Class A,219000789,91.000000,0.000000,At anchor,,,,,Unknown,OXYZ,,\
      Law enforcement,,,,Undefined,,Unknown,,AIS,,,,
      31/02/2024 00:00:11,Class A,219000789,55.000000,11.000000,At anchor,,,,,Unknown,OXYZ,,\
      Tug,,,,Undefined,,Unknown,,AIS,,,,

      """

  private static func layout() throws -> CSVLayout {
    guard case .csv(let layout) = try FeedFormat.recognise(Array((header + "\r\n").utf8)).get()
    else { throw UnknownFeed.binary }
    return layout
  }

  private func read(_ text: String) throws -> FeedBatch {
    readCSV(
      Array(text.utf8), firstLine: 1, layout: try Self.layout(), file: 0, name: "aisdk.csv")
  }

  @Test func readsWordsAndDayFirstTimes() throws {
    let batch = try read(Self.sample)
    let tanker = try #require(batch.positions.first)
    #expect(tanker.instant.description == "2024-03-01T00:00:06Z")
    #expect(tanker.status == 0)
    #expect(tanker.transceiver == .classA)
    #expect(tanker.speedKnots == 11.4)
    let yacht = try #require(batch.positions.last)
    #expect(yacht.status == nil)
    #expect(yacht.transceiver == .classB)
    #expect(yacht.course == nil)
  }

  @Test func readsWhatTheVesselSaysOfItself() throws {
    let batch = try read(Self.sample)
    let tanker = try #require(batch.reports.first { $0.mmsi == 219_000_123 }?.particulars)
    #expect(tanker.imo == IMONumber(9_074_729))
    #expect(tanker.shipType == 80)
    #expect(tanker.length == 183)
    #expect(tanker.draughtTenths == 112)
    #expect(tanker.destination == "PRIMORSK")
    // A vessel without a place still says what it is; one that says nothing has no report.
    #expect(batch.reports.map(\.mmsi) == [219_000_123, 219_000_789])
    #expect(batch.reports.last?.particulars.shipType == 55)
  }

  @Test func countsWhatIsNoVessel() throws {
    let batch = try read(Self.sample)
    #expect(
      batch.rejections.counts == ["not-a-vessel-station": 2, "no-position": 1, "bad-time": 1])
    #expect(
      batch.rejections.examples.map(\.detail) == [
        "Base Station", "AtoN", nil, "31/02/2024 00:00:11",
      ])
    #expect(batch.counts["rows"] == batch.positions.count + batch.rejections.total)
  }

  @Test(arguments: [
    ("Moored", 5), ("Engaged in fishing", 7), ("Restricted maneuverability", 3),
    ("Reserved for future amendment [HSC]", 9), ("7", 7), ("moored?", nil), ("Unknown value", nil),
  ])
  func readsStatusesInWords(_ word: String, code: Int?) throws {
    let row =
      "01/03/2024 00:00:06,Class A,219000123,55,12,\(word)" + String(repeating: ",", count: 20)
    #expect(try read(Self.header + "\n" + row).positions.map(\.status) == [code])
  }
}
