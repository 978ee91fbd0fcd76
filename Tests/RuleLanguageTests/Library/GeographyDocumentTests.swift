import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct GeographyDocumentTests {
  private static func zone(_ body: String, id: String = "our-bay") -> String {
    "kind: zone\nlanguage: 1\nid: \(id)\n\(body)\n"
  }

  private static let square =
    "polygon: [\"10,10\", \"10,12\", \"12,12\", \"12,10\"]"

  @Test func rulesNameTheZonesOfALibrary() throws {
    let library = SampleRules.library([
      "r.yaml": SampleRules.rule(
        match: "fact: ais_gap\nwhere: [start_position inside @zones/our-bay]"),
      "z.yaml": Self.zone("title: Our bay\ntype: high_risk\ngroups: [risky]\n\(Self.square)"),
    ])
    #expect(library.diagnostics == [] && library.rules.count == 1)
    let zone = try #require(library.gazetteer.zone("our-bay"))
    #expect(zone.name == "Our bay" && zone.kind == "high_risk" && zone.groups == ["risky"])
    #expect(zone.contains(try #require(Coordinate(latitude: 11, longitude: 11))))
    #expect(!zone.contains(try #require(Coordinate(latitude: 11, longitude: 13))))
  }

  @Test(arguments: [
    "polygon: [\"10,10\", \"10,12\"]  # error: invalid-polygon",
    "polygon: [\"10,10\", \"10,12\", \"10,14\"]  # error: invalid-polygon",
    "polygon: [\"10,10\", \"10,10\", \"10,12\"]  # error: invalid-polygon",
    "polygon: [\"10,10\", \"12,12\", \"10,12\", \"12,10\"]  # error: invalid-polygon",
    "polygon: [\"10,10\", \"10,14\", \"10,12\", \"12,12\"]  # error: invalid-polygon",
    "polygon: [\"10,170\", \"10,-170\", \"12,-170\", \"12,170\"]  # error: invalid-polygon",
    "polygon: [\"91,10\", \"10,12\", \"12,12\"]  # error: invalid-polygon",
    "polygon: [\"10,10\", \"10,12\", \"12,12\"]  # error: unknown-key\ncolour: red"
      .replacing(
        "  # error: unknown-key\ncolour: red", with: "\ncolour: red  # error: unknown-key"),
    "polygons: []  # error: wrong-shape", "country: Korea  # error: invalid-country\n" + square,
  ])
  func refusesOutlinesThatEncloseNothing(_ body: String) {
    expectLibraryDiagnostics(["z.yaml": Self.zone(body)])
  }

  @Test func acceptsARepeatedFirstCornerAndSeveralAreas() throws {
    let closed = SampleRules.library([
      "z.yaml": Self.zone(
        "polygons:\n  - [\"10,10\", \"10,12\", \"12,12\", \"10,10\"]\n  - [\"20,10\", \"20,12\", \"22,12\"]"
      )
    ])
    #expect(closed.diagnostics == [])
    #expect(closed.gazetteer.zone("our-bay")?.polygons.map { $0[0].count } == [3, 3])
  }

  @Test func neverReplacesAZoneOrPortOfTheGazetteer() {
    expectLibraryDiagnostics([
      "z.yaml": Self.zone(Self.square, id: "kp-eez  # error: duplicate-document")
    ])
    expectLibraryDiagnostics([
      "p.yaml": "kind: ports\nlanguage: 1\nid: dprk  # error: duplicate-document\ncodes: [CNDLC]\n"
    ])
    expectLibraryDiagnostics([
      "p.yaml": """
      kind: ports
      language: 1
      id: ours
      add:
        - {code: KPNAM, at: "38,125"}  # error: duplicate-document

      """
    ])
  }

  @Test func addsGroupsAndPorts() throws {
    let library = SampleRules.library([
      "p.yaml": """
      kind: ports
      language: 1
      id: ours
      codes: [CNDLC, KPRJN]
      add:
        - {code: XXNEW, name: New Terminal, country: KP, at: ["39,125", "39.1,125"], radius: 5km}

      """,
      "r.yaml": SampleRules.rule(match: "fact: port_call\nwhere: [port in @ports/ours]"),
      "s.yaml": SampleRules.rule(match: "fact: port_call\nwhere: [port == XXNEW]")
        .replacing("id: sample", with: "id: other"),
    ])
    #expect(library.diagnostics == [] && library.rules.count == 2)
    #expect(library.gazetteer.ports(inGroup: "ours") == ["CNDLC", "KPRJN", "XXNEW"])
    #expect(library.gazetteer.ports(inGroup: "rajin") == ["KPRJN"])
    let port = try #require(library.gazetteer.port("XXNEW"))
    #expect(port.areas.map(\.radius) == [5000, 5000] && port.name == "New Terminal")
  }

  @Test(arguments: [
    "codes: [KPNAMM]  # error: unknown-port", "codes: []  # error: wrong-shape",
    "add: [{code: A, at: \"1,2\", radius: 300km}]  # error: invalid-quantity",
    "add: [{code: A, at: \"1,200\"}]  # error: invalid-polygon",
    "add: [{code: A}]  # error: missing-key",
  ])
  func refusesPortsThatAreNowhere(_ body: String) {
    expectLibraryDiagnostics(["p.yaml": "kind: ports\nlanguage: 1\nid: ours\n\(body)\n"])
  }

  @Test func aGroupWithoutPortsIsAMistake() {
    expectLibraryDiagnostics([
      "p.yaml": "kind: ports\nlanguage: 1\nid: ours  # error: missing-key\n"
    ])
  }
}
