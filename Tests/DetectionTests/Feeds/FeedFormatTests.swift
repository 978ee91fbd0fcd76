import Detection
import Testing

struct FeedFormatTests {
  @Test(arguments: [
    (CSVFeedTests.marineCadastre + "\n1", "csv"),
    ("\u{feff}" + CSVFeedTests.marineCadastre + "\r\n", "csv"),
    ("Time;MMSI;Latitude_degrees;Longitude_degrees\n", "csv"),
    ("!AIVDM,1,1,,A,1815:?Pu@SPl2`LQ4kaeRr0400SS,0*14\n", "nmea"),
  ])
  func recognisesFromContent(_ head: String, name: String) throws {
    #expect(try FeedFormat.recognise(Array(head.utf8)).get().name == name)
  }

  @Test(arguments: [
    ("", UnknownFeed.empty),
    ("a,b\n", .unknownHeader("a,b")),
    ("\u{0}\u{1}", .binary),
    ("MMSI,MMSI,time,lat,lon\n", .unknownHeader("MMSI,MMSI,time,lat,lon")),
  ])
  func saysWhyNot(_ head: String, problem: UnknownFeed) {
    #expect(FeedFormat.recognise(Array(head.utf8)) == .failure(problem))
  }

  /// A feed's own numbering of types must not pass for the types of AIS.
  @Test func doesNotTakeATypeIdForAnAISType() throws {
    let head = Array("Timestamp,Latitude,Longitude,MMSI,ShipTypeID\n".utf8)
    let columns: [FeedColumn?] = [.time, .latitude, .longitude, .mmsi, nil]
    let layout = CSVLayout(columns: columns, delimiter: UInt8(ascii: ","), timeFormat: .iso)
    #expect(try FeedFormat.recognise(head).get() == .csv(layout))
  }

  @Test func usesTheMapping() throws {
    let mapping = try #require(
      FeedMapping.read(
        Array(
          """
          kind: ais-mapping
          columns: {mmsi: id, time: when, latitude: y, longitude: x}
          time_format: unix_seconds
          delimiter: ";"
          """.utf8), file: "m.yaml"
      ).mapping)
    let format = try FeedFormat.recognise(Array("id;when;x;y;z\n".utf8), mapping: mapping).get()
    #expect(
      format
        == .csv(
          CSVLayout(
            columns: [.mmsi, .time, .longitude, .latitude, nil], delimiter: UInt8(ascii: ";"),
            timeFormat: .unixSeconds)))
    #expect(
      FeedFormat.recognise(Array("id;when;x\n".utf8), mapping: mapping)
        == .failure(.missingHeaders(["y"])))
  }
}
