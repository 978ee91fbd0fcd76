import Detection
import Maritime
import TestSupport
import Testing

struct CSVFeedTests {
  static let marineCadastre =
    "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading,VesselName,IMO,CallSign,VesselType,Status,"
    + "Length,Width,Draft,Cargo,TransceiverClass"

  private func layout(_ header: String = marineCadastre) throws -> CSVLayout {
    let names = header.split(separator: ",").map(String.init)
    return try #require(CSVLayout.recognise(header: names, delimiter: UInt8(ascii: ",")))
  }

  private func read(
    _ rows: String, header: String = marineCadastre, firstLine: Int = 2
  ) throws -> FeedBatch {
    readCSV(
      Array(rows.utf8), firstLine: firstLine, layout: try layout(header), file: 0, name: "a.csv")
  }

  @Test func readsEveryColumn() throws {
    let batch = try read(
      "367379190,\"2022-01-03T00:00:03\",30.3706,-88.56408,17.9,51.5,230,\"EAGLE, II\","
        + "\"IMO8207721\",\"WTD4583\",31,0,28,11,3.3,52,\"A\"\r\n")
    let position = try #require(batch.positions.first)
    #expect(position.instant.description == "2022-01-03T00:00:03Z")
    #expect(position.latitudeE7 == 303_706_000)
    #expect(position.longitudeE7 == -885_640_800)
    #expect(position.speedKnots == 17.9)
    #expect(position.course == 51.5)
    #expect(position.heading == 230)
    #expect(position.status == 0)
    #expect(position.transceiver == .classA)
    #expect(position.line == 2)
    let particulars = try #require(batch.reports.first?.particulars)
    #expect(particulars.name == "EAGLE, II")
    #expect(particulars.imo == IMONumber(8_207_721))
    #expect(particulars.callSign == "WTD4583")
    #expect(particulars.shipType == 31)
    #expect(particulars.length == 28)
    #expect(particulars.width == 11)
    #expect(particulars.draughtTenths == 33)
  }

  @Test func readsSentinelsAsMissing() throws {
    let batch = try read("367379190,2022-01-03T00:00:03,30.3,-88.5,102.3,360,511,,,,,15,,,,,\n")
    let position = try #require(batch.positions.first)
    #expect(position.speedKnots == nil)
    #expect(position.course == nil)
    #expect(position.heading == nil)
    #expect(position.status == nil)
    #expect(batch.reports.isEmpty)
  }

  @Test(arguments: [
    ("x,2022-01-03T00:00:03,30,-88,,,,,,,,,,,,,", "bad-mmsi"),
    ("0,2022-01-03T00:00:03,30,-88,,,,,,,,,,,,,", "bad-mmsi"),
    ("1234567890,2022-01-03T00:00:03,30,-88,,,,,,,,,,,,,", "bad-mmsi"),
    ("367379190,2022-13-03T00:00:03,30,-88,,,,,,,,,,,,,", "bad-time"),
    ("367379190,,30,-88,,,,,,,,,,,,,", "bad-time"),
    ("367379190,2022-01-03T00:00:03,north,-88,,,,,,,,,,,,,", "bad-latitude"),
    ("367379190,2022-01-03T00:00:03,90.00001,-88,,,,,,,,,,,,,", "latitude-off-earth"),
    ("367379190,2022-01-03T00:00:03,30,180.1,,,,,,,,,,,,,", "longitude-off-earth"),
    ("367379190,2022-01-03T00:00:03,91,181,,,,,,,,,,,,,", "no-position"),
    ("367379190,2022-01-03T00:00:03,,,,,,,,,,,,,,,", "no-position"),
    ("367379190,2022-01-03T00:00:03,30,-88,fast,,,,,,,,,,,,", "bad-speed"),
    ("367379190,2022-01-03T00:00:03,30", "too-few-columns"),
    ("367379190,2022-01-03T00:00:03,30,-88,,,,\"EAGLE", "unclosed-quote"),
  ])
  func rejectsWithAReason(_ row: String, reason: String) throws {
    let batch = try read(row + "\n")
    #expect(batch.positions.isEmpty)
    #expect(batch.rejections.counts == [reason: 1])
    #expect(batch.rejections.examples.first?.line == 2)
  }

  @Test func keepsTheFirstAndLastReportOfARun() throws {
    let rows = (0..<4).map { minute in
      "367379190,2022-01-03T00:0\(minute):00,30,-88,,,,\(minute < 3 ? "OLD" : "NEW"),,,,,,,,,"
    }
    let reports = try read(rows.joined(separator: "\n")).reports
    #expect(reports.map(\.particulars.name) == ["OLD", "OLD", "NEW"])
    #expect(reports.map(\.line) == [2, 4, 5])
  }

  @Test func readsCourseFromSineAndCosine() throws {
    let header = "Timestamp,Latitude,Longitude,SOG,COG_sin,COG_cos,MMSI"
    let batch = try read(
      "2025-11-01 00:39:00,57.55015875,11.271672,5.9032,0.6726582450689056,-0.7398901333056405,"
        + "209275000\n", header: header)
    let position = try #require(batch.positions.first)
    #expect(position.course == 137.7)
    #expect(position.latitudeE7 == 575_501_588)
    #expect(position.speedKnots == 5.9)
  }

  @Test func skipsTheHeader() throws {
    let batch = try read(Self.marineCadastre + "\nbad\n", firstLine: 1)
    #expect(batch.rejections.examples.map(\.line) == [2])
  }

  @Test func numbersLinesInTheFile() throws {
    let batch = try read(
      "367379190,2022-01-03T00:00:03,30,-88,,,,A,,,,,,,,,\nbad\n", firstLine: 101)
    #expect(batch.positions.map(\.line) == [101])
    #expect(batch.reports.map(\.line) == [101])
    #expect(batch.rejections.examples.map(\.line) == [102])
  }

  /// The kernel reads what the plain splitter and `Double` read.
  @Test func agreesWithThePlainReader() throws {
    var generator = SeededGenerator(seed: 2)
    let rows = (0..<2000).map { _ in randomRow(using: &generator) }
    let text = rows.joined(separator: "\n")
    let kernel = try read(text).positions
    let plain = delimitedRows(in: Array(text.utf8)).compactMap { Seen($0.fields) }
    #expect(kernel.map(Seen.init) == plain)
    #expect(plain.count > 1000)
  }

  private func randomRow(using generator: inout SeededGenerator) -> String {
    func any(_ texts: [String]) -> String { texts.randomElement(using: &generator) ?? "" }
    func degrees(_ limit: Double) -> String {
      let value = Double.random(in: -limit...limit, using: &generator)
      // Feeds round to five or six places; some write all they have, or fewer.
      let scales: [Double] = [1e5, 1e6, 10, 1, 1e15]
      let scale = scales.randomElement(using: &generator) ?? 1
      return "\((value * scale).rounded() / scale)"
    }
    let day = any(["2022-01-03", "2022-02-28", "2024-02-29"])
    let clock = any(["00:00:07", "23:59:59", "12:34:56", "07:08:60"])
    let separator = any(["T", " "])
    let name = any(["", "EAGLE", "\"SEA, STAR\"", "\"THE \"\"X\"\"\""])
    let speed = any(["", "0", "0.0", "12.34", "102.3", "9.95", "7.", "-0.1"])
    let course = any(["", "0", "359.9", "360.0", "51.54", "7.05"])
    let heading = any(["", "511", "511.0", "0.0", "359", "77.5"])
    let status = any(["", "0", "5", "15", "12", "x"])
    let mmsi = Int.random(in: 200_000_000..<800_000_000, using: &generator)
    return "\(mmsi),\(day)\(separator)\(clock),\(degrees(95)),\(degrees(185)),\(speed),"
      + "\(course),\(heading),\(name),,,,\(status),,,,,A" + any(["", "\r"])
  }

  private struct Seen: Hashable {
    let mmsi: UInt32
    let time: Int64
    let latitudeE7: Int32
    let longitudeE7: Int32
    let speed: Double?
    let course: Double?
    let heading: Int?
    let status: Int?

    init(_ position: Position) {
      mmsi = position.mmsi
      time = position.time
      latitudeE7 = position.latitudeE7
      longitudeE7 = position.longitudeE7
      speed = position.speedKnots
      course = position.course
      heading = position.heading
      status = position.status
    }

    init?(_ fields: [String]) {
      guard let mmsi = UInt32(fields[0]), let time = UTCTime(fields[1]),
        let latitude = Double(fields[2]), let longitude = Double(fields[3]),
        let point = Coordinate(latitude: latitude, longitude: longitude)
      else { return nil }
      self.mmsi = mmsi
      self.time = time.milliseconds
      latitudeE7 = point.latitudeE7
      longitudeE7 = point.longitudeE7
      speed = Self.tenths(fields[4], through: 1022)
      course = Self.tenths(fields[5], through: 3599)
      heading = Double(fields[6]).map { Int($0.rounded()) }.flatMap { $0 < 360 ? $0 : nil }
      status = Int(fields[11]).flatMap { $0 < 15 ? $0 : nil }
    }

    /// A number rounded to tenths, half away from zero as its digits have it.
    private static func tenths(_ text: String, through limit: Double) -> Double? {
      let tenths = Double(text).map { ($0 * 10 + ($0 < 0 ? -1e-9 : 1e-9)).rounded() }
      return tenths.flatMap { $0 > limit || $0 < 0 ? nil : $0 / 10 }
    }
  }

  /// Mutated rows never trap, and every line that is not blank is a position or a rejection.
  @Test func survivesAnything() throws {
    let row = Array(
      "367379190,\"2022-01-03T00:00:03\",30.3706,-88.56408,17.9,51.5,230,\"EAGLE\",IMO8207721,W,31,0,28,11,3.3,52,A\n"
        .utf8)
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      var bytes = row + row
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      let batch = readCSV(
        bytes, firstLine: 2, layout: try layout(), file: 0, name: "a.csv")
      let lines = bytes.split(separator: 10).filter { $0 != [13] }
      #expect(batch.positions.count + batch.rejections.total == lines.count)
    }
  }
}
