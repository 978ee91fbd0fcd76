import Foundation
import TestSupport
import Testing

/// Facts from other systems, from their files to a screening, and a look at them.
struct FactsCommandTests {
  private let program: ProgramRun

  init() throws {
    program = try ProgramRun()
    _ = try program.folder.write(
      """
      {"entries": [{"id": "g1", "type": "gap", "start": "2026-01-04T02:00:00.000Z",
      "end": "2026-01-04T20:00:00.000Z", "position": {"lat": 54.5, "lon": "-5.5"},
      "vessel": {"ssvid": "219000001"}, "gap": {"distanceKm": "55.56",
      "intentionalDisabling": true, "offPosition": {"lat": 54.5, "lon": -5.5},
      "onPosition": {"lat": 55.0, "lon": -5.5}}},
      {"id": "f1", "type": "fishing", "start": "2026-01-05T02:00:00.000Z", "end": "",
      "position": {"lat": 54.5, "lon": -5.5}, "vessel": {"ssvid": "219000001"}}]}

      """, to: "events.json")
    _ = try program.folder.write(
      """
      imo,role,company_name,company_imo,country,start,end
      9074729,registered_owner,Alpha Shipping Ltd,5123456,MH,2019-02-01,2024-05-01
      9074729,registered_owner,Beta Marine FZE,,AE,2024-05-01,
      9074720,registered_owner,Gamma,,AE,2024-05-01,

      """, to: "owners.csv")
  }

  @Test func importsShowsAndValidates() throws {
    let imported = try program.shell("pratique facts import events.json --from gfw -o facts.ndjson")
    #expect(imported.exitCode == 0)
    #expect(imported.errors.contains("1 facts (ais_gap 1), 1 rejected"))
    #expect(imported.errors.contains("no-such-fact 1"))
    let shown = try program.shell("pratique facts show facts.ndjson --vessel 219000001")
    #expect(shown.exitCode == 0)
    #expect(shown.output.contains("ais_gap  2026-01-04 02:00 UTC to 2026-01-04 20:00 UTC"))
    #expect(shown.output.contains("MMSI 219000001, source import:gfw"))
    #expect(shown.output.contains("  feed_outage: false"))
    #expect(shown.output.hasSuffix("1 fact\n"))
    let lines = try program.shell("pratique facts show facts.ndjson --vessel 219000001 --json")
    #expect(lines.output == (try program.shell("cat facts.ndjson")).output)
    #expect(try program.shell("pratique facts validate facts.ndjson").exitCode == 0)
  }

  @Test(arguments: [
    ("facts show facts.ndjson --vessel 219000002", "no fact of vessel 219000002"),
    ("facts show facts.ndjson --vessel 12", "12"),
    ("facts show owners.csv --vessel 219000001", "line 1"),
    ("facts import owners.csv --from gfw -o out.ndjson", "nothing in the file is a fact"),
    ("facts import events.json --from xml -o out.ndjson", "xml"),
  ])
  func saysWhatIsWrong(_ line: String, message: String) throws {
    _ = try program.shell("pratique facts import events.json --from gfw -o facts.ndjson")
    let outcome = try program.shell("pratique \(line); code=$?; ls out.ndjson; exit $code")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(message))
    #expect(outcome.output == "", "nothing is written")
  }

  @Test func readsATableOfOwners() throws {
    let outcome = try program.shell(
      "pratique detect --ownership owners.csv -o facts.ndjson --stats && cat facts.ndjson")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\"fact\":\"ownership_change\""))
    #expect(outcome.output.split(separator: "\n").filter { $0.contains("\"party\"") }.count == 2)
    #expect((outcome.errors + outcome.output).contains("table_rejections"))
  }
}
