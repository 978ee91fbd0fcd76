import TestSupport
import Testing

@testable import Maritime

struct PlainFactReaderTests {
  private static let catalog = FactCatalog([VesselIdentity.schema.kind])

  private static let line = """
    {"id":"36ffa1dabb83048606cc324b","fact":"identity","mmsi":273000001,"imo":9074729,\
    "start":"2026-01-04T02:00:00Z","end":"2026-01-05T02:00:00Z","duration_s":86400,\
    "lat":38.5,"lon":-125.25,"name":"SEA STAR","flag":"PA","type":"tanker","built":1999,\
    "length_m":180.5,"ais_class":"a","source":"ais",\
    "evidence":[{"file":"a.csv","line":7,"time":"2026-01-04T02:00:00Z"}],\
    "detector":{"name":"identity","version":1,"parameters":{"gap_minimum_s":43200}}}
    """

  private static func plain(_ line: String) -> Fact? {
    var reader = PlainFactReader(catalog.plans, file: "f")
    return Array(line.utf8).withUnsafeBytes { reader.fact($0, number: 3) }
  }

  private static func careful(_ line: String) -> Fact? {
    let place = Evidence(file: "f", line: 3, time: nil)
    do throws(RowProblem) {
      return try FactReader(Array(line.utf8)[...], at: place, catalog).fact()
    } catch {
      return nil
    }
  }

  @Test func readsWhatTheCarefulReaderReads() {
    #expect(Self.plain(Self.line) != nil)
    #expect(Self.plain(Self.line) == Self.careful(Self.line))
  }

  /// Whatever is put in the place of a piece: what is read is what the careful reader reads.
  @Test(arguments: [
    ("9074729", "\"9074729\""), ("9074729", "9074728"), ("273000001", "0273000001"),
    ("1999", "1999.0"), ("1999", "1.999e3"), ("1999", "01999"), ("1999", "null"), ("180.5", "-0"),
    ("180.5", "1234567890123456789"), ("180.5", "0.1234567890123456"), ("\"PA\"", "\"pa\""),
    ("\"PA\"", "\"P\\u0041\""), ("SEA STAR", "SEA \\\"STAR"), ("SEA STAR", "MÄRZ"),
    ("2026-01-05T02:00:00Z", "2026-01-05 03:00:00.250+01:00"), ("86400", "86401.5"),
    ("2026-01-05", "2026-13-05"), ("\"tanker\"", "\"teapot\""), ("\"source\"", "\"sauce\""),
    ("\"built\"", "\"name\""), ("\"lat\":38.5,", ""), ("38.5", "98.5"),
    ("\"line\":7", "\"line\":0"),
    (",\"time\":\"2026-01-04T02:00:00Z\"", ""), ("[{", "[ {"), ("\"ais\",", "\"ais\" , "),
    ("{\"name\":\"identity\"", "{\"label\":\"identity\""), ("43200", "true"), ("}}}", "}}"),
    ("36ffa1dabb83048606cc324b", "x"), ("\"36ffa1dabb83048606cc324b\"", "wrong"),
    (",\"detector\"", ",\"confidence\":0.5,\"detector\""),
    (",\"detector\"", ",\"confidence\":1.2.3,\"detector\""),
  ])
  func agreesOnOtherForms(_ piece: String, _ other: String) {
    let line = Self.line.replacing(piece, with: other)
    #expect(line != Self.line)
    if let fact = Self.plain(line) { #expect(fact == Self.careful(line), "\(line)") }
  }

  /// A file is read as if only the careful reader read it: the same fact or the same mistake.
  @Test func agreesOnDamagedLinesOfEveryKind() {
    var damage = LineDamage(seed: 7)
    var (facts, mistakes) = (0, 0)
    let lines = Self.samples
    for number in 0..<24_000 {
      let line = damage.damaged(lines[number % lines.count])
      let (read, rejections) = FactFile.read(line, file: "f", firstLine: 3, catalog: Self.allKinds)
      do throws(RowProblem) {
        let place = Evidence(file: "f", line: 3, time: nil)
        let fact = try FactReader(line[...], at: place, Self.allKinds).fact()
        #expect(read == [fact], "\(Self.text(line))")
        #expect(rejections.isEmpty)
        facts += 1
      } catch {
        #expect(read.isEmpty, "\(Self.text(line))")
        #expect(rejections == [error.rejection("f", line: 3)], "\(Self.text(line))")
        mistakes += 1
      }
    }
    #expect(facts > 2000, "only \(facts) lines were still facts")
    #expect(mistakes > 4000, "only \(mistakes) lines had a mistake")
  }

  /// The vessel that a look finds is the one that the fact is about.
  @Test func findsTheVesselOfDamagedLines() {
    var damage = LineDamage(seed: 8)
    let lines = Self.samples
    for number in 0..<20_000 {
      let line = damage.damaged(lines[number % lines.count])
      let found = FactFile.runs(
        in: line, file: "f", firstLine: 3, catalog: Self.allKinds, factsOf: [], readsAll: false)
      let read = FactFile.read(line, file: "f", firstLine: 3, catalog: Self.allKinds)
      guard let fact = read.facts.first else { continue }
      #expect(found.runs.map(\.vessel) == [fact.header.vessel], "\(Self.text(line))")
    }
  }

  /// A kind that has a field of every type, those that must be there first.
  private static let everything = FactSchema<Int>(
    "everything", "Every type of field.",
    fields: [
      FactField("at", .time, "A time.") { _ in .time(UTCTime(seconds: 1_767_500_000)) },
      FactField("speed", .quantity(.speed), "A speed.") { _ in .quantity(.speed(knots: 1.5)) },
      FactField("is_open", .bool, "A truth.") { _ in .bool(true) },
      FactField("kind", .word(["gap", "gaps", "other"]), "A word.") { _ in .word("gaps") },
      FactField(optional: "price", .money, "Money.") { _ in Money("60.00 USD").map(FactValue.money)
      },
      FactField(optional: "end_position", .position, "A point.") { _ in
        Coordinate(latitude: -1.5, longitude: 2.25).map(FactValue.position)
      },
      FactField(optional: "partner", .vessel, "A vessel.") { _ in
        VesselReference(mmsi: MMSI(351_000_002), imo: IMONumber(9_358_010)).map(FactValue.vessel)
      },
      FactField(optional: "owner", .company, "A company.") { _ in
        CompanyReference(number: "1000003", name: "HARBOUR SA").map(FactValue.company)
      },
      FactField(optional: "port", .port, "A port.") { _ in
        .port(PortReference(code: "NLRTM", name: "Rotterdam"))
      },
      FactField(optional: "zone", .zone, "A zone.") { _ in .zone("eez-us") },
      FactField(optional: "flag", .country, "A country.") { _ in
        CountryCode("PA").map(FactValue.country)
      },
      FactField(optional: "share", .quantity(.ratio), "A share.", limits: 0...1_000_000) { _ in
        .quantity(.ratio(0.25))
      },
      FactField(optional: "remark", .text, "A text.") { _ in .text("SEA STAR") },
    ])

  private static let allKinds = FactCatalog([
    VesselIdentity.schema.kind, DesignatedOwnership.schema.kind, everything.kind,
  ])

  private static func text(_ line: [UInt8]) -> String { String(decoding: line, as: UTF8.self) }

  /// Lines of both kinds, with and without a detector and evidence.
  private static let samples: [[UInt8]] = {
    let start = UTCTime(seconds: 1_767_492_000)
    let time = TimeSpan(start: start, end: UTCTime(seconds: 1_767_578_400))
    let rows = [
      Evidence(file: "a.csv", line: 7, time: start), Evidence(file: "b.csv", line: 90, time: nil),
    ]
    let detector = DetectorDescription(
      name: "gap", version: 1,
      parameters: [.init("gap_minimum", .duration(milliseconds: 43_200_000))])
    let vessel = VesselReference(mmsi: MMSI(273_000_001), imo: IMONumber(9_074_729))
    let facts = [detector, nil].flatMap { detector in
      [rows, Array(rows.prefix(1))].map { evidence in
        everything.fact(
          0,
          FactHeader(
            vessel: vessel ?? .noVessel, span: time,
            position: Coordinate(latitude: 38.5, longitude: -125.25), source: "ais",
            evidence: evidence, detector: detector))
      }
    }
    return facts.map { Array($0.jsonLine.utf8) } + [Array(line.utf8)]
  }()
}

/// Damages lines: a byte here and there, or a piece of the line.
private struct LineDamage {
  private var numbers: SeededGenerator

  init(seed: UInt64) { numbers = SeededGenerator(seed: seed) }

  mutating func damaged(_ line: [UInt8]) -> [UInt8] {
    var bytes = line
    for _ in 0...Int.random(in: 0...1, using: &numbers) {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      let other = min(bytes.count, place + Int.random(in: 1...40, using: &numbers))
      switch Int.random(in: 0...7, using: &numbers) {
      case 0: bytes[place] = UInt8.random(in: 32...255, using: &numbers)
      case 1: bytes.insert(bytes[place], at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.insert(contentsOf: bytes[place..<other], at: place)
      case 4: bytes.removeSubrange(place..<min(other, bytes.count - 1))
      case 5: changeDigit(in: &bytes, from: place)
      case 6: bytes.insert(UInt8(ascii: "\\"), at: place)
      default: bytes.insert(0x20, at: place)
      }
    }
    return bytes
  }

  /// Leaves most lines facts.
  private mutating func changeDigit(in bytes: inout [UInt8], from place: Int) {
    guard let digit = bytes[place...].firstIndex(where: { (48...57).contains($0) }) else { return }
    bytes[digit] = UInt8.random(in: 48...57, using: &numbers)
  }
}
