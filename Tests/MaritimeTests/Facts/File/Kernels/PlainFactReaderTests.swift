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

  /// A byte changed, doubled or left out anywhere.
  @Test func agreesOnDamagedLines() {
    var numbers = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      var bytes = Array(Self.line.utf8)
      for _ in 0...Int.random(in: 0...1, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0...3, using: &numbers) {
        case 0: bytes[place] = UInt8.random(in: 32...126, using: &numbers)
        case 1: bytes.insert(bytes[place], at: place)
        case 2: bytes.remove(at: place)
        default: bytes[place] = UInt8(ascii: "9")
        }
      }
      let line = String(decoding: bytes, as: UTF8.self)
      guard let fact = Self.plain(line) else { continue }
      #expect(fact == Self.careful(line), "\(line)")
    }
  }
}
