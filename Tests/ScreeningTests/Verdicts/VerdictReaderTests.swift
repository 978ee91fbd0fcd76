import Maritime
import RuleLanguage
import Screening
import Testing

/// What a verdict says reads back as the same verdict; `ReportVerdictsTests` shows it for every
/// verdict of the example.
struct VerdictReaderTests {
  private let reader = VerdictReader(catalog: FactCatalog([VesselIdentity.schema.kind]))

  private static let verdict = """
    {"subject":{"mmsi":636000001,"imo":9074729,"name":"A","flag":"LR","type":null},
    "as_of":"2026-03-01T12:00:00Z","known_as_of":"2026-03-01T12:00:00Z","regimes":["us"],
    "disposition":"clear","reason":"nothing","score":4.5,"level":"minimal","risky_since":null,
    "gates":[],"findings":[],"groups":[{"group":"a","sum":4.5,"cap":40,"points":4.5}],
    "undetermined":[],"suppressed":[],"lapsed_exceptions":[],"set_aside":[],"lapsed_decisions":[],
    "checked":{"lists":[],"rules":{"digest":"r","evaluated":0,"answers":[],"left_out":[]},
    "window":{"from":"2025-03-01T12:00:00Z","to":"2026-03-01T12:00:00Z"},"observed":null,
    "positions":3,"facts":1},"next_change":null,
    "digests":{"engine":"e","rules":"r","policy":"p","lists":"l","facts":"f","gazetteer":"g",
    "exceptions":"x","decisions":"d"}}
    """

  @Test func readsWhatAVerdictSays() throws {
    let verdict = try reader.verdict(try JSONValue(reading: Self.verdict))
    #expect(verdict.subject.vessel.imo == IMONumber("9074729"))
    #expect(verdict.subject.flag == CountryCode("LR"))
    #expect(verdict.score.tenths == 45)
    #expect(verdict.groups.map(\.counted.tenths) == [45])
    #expect(verdict.checked.positions == 3)
    #expect(verdict.nextChange == nil)
  }

  @Test(arguments: [
    ("\"reason\":\"nothing\",", "", "reason: the key is missing"),
    ("\"score\":4.5", "\"score\":\"4.5\"", "score: it is not a number of points"),
    ("\"clear\"", "\"guilty\"", "disposition: 'guilty' is unknown"),
    ("636000001,\"imo\":9074729", "null,\"imo\":null", "subject: it has neither"),
    ("\"imo\":9074729", "\"imo\":9074728", "subject.imo: it is no valid number"),
    ("\"LR\"", "\"L?\"", "subject.flag: 'L?' is no country code"),
    ("\"findings\":[]", "\"findings\":[7]", "findings[0]: it is not an object"),
    ("\"as_of\":\"2026", "\"as_of\":\"soon", "as_of: it is not a time"),
    ("\"set_aside\":[]", "\"set_aside\":[{}]", "set_aside[0].list_entry: the key is missing"),
    ("{\"subject", "{\"company\":{},\"subject", "company.imo: the key is missing"),
    ("\"to\":\"2026-03", "\"to\":\"2024-03", "checked.window.to: it is before 'from'"),
  ])
  func namesThePlaceOfAMistake(_ old: String, _ new: String, _ message: String) throws {
    let text = Self.verdict.replacing(old, with: new)
    #expect {
      _ = try reader.verdict(try JSONValue(reading: text))
    } throws: { error in
      "\(error)".hasPrefix(message)
    }
  }
}
