import Maritime
import TestSupport
import Testing

struct FactFileTests {
  private let catalog = FactCatalog([SampleFact.schema.kind])

  private func read(_ text: String) -> (facts: [Fact], rejections: [Rejection]) {
    FactFile.read(Array(text.utf8), file: "facts.ndjson", catalog: catalog)
  }

  private func fullFact() throws -> Fact {
    SampleFact.schema.fact(SampleFact(values: try fullValues()), try fullHeader())
  }

  @Test func writesUnitsAndExactDecimals() throws {
    let line = try fullFact().jsonLine
    #expect(
      line == #"""
        {"id":"a0074a44bda6f8e615591561","fact":"sample","mmsi":273123456,"imo":9358010,\#
        "start":"2026-01-04T02:00:00Z","end":"2026-01-04T14:00:00.500Z",\#
        "duration_s":43200.5,"lat":42.75,"lon":-0.0000001,"seen":"2026-01-05T00:00:00Z",\#
        "end_lat":-38.7167,"end_lon":179.9999999,"place_lat":0,"place_lon":0,\#
        "partner_mmsi":1234567,"partner_imo":9179842,\#
        "owner_imo":"0123456","owner_name":"Example \"X\" Ltd",\#
        "port":"KPNAM","port_name":"Nampo",\#
        "zone":"kerch-strait","country":"KP","tier":"high","note":"line\nend 🚢 \\",\#
        "is_open":true,"amount_of_duration_s":-123456.789,\#
        "amount_of_months_months":-123456789,"amount_of_length_m":-123456.789,\#
        "amount_of_metre_m":-123456.789,"amount_of_speed_kn":-123456.789,\#
        "amount_of_volume_m3":-19627.4704,"amount_of_mass_t":-123456.789,\#
        "amount_of_ratio":-123.456789,"amount_of_count":-123456789,\#
        "amount_of_angle_deg":-12.3456789,"source":"ais",\#
        "evidence":[{"file":"jan \"4\".csv","line":17,\#
        "time":"2026-01-04T02:00:00Z"},{"file":"b.csv","line":3}],\#
        "detector":{"name":"sample","version":2,"parameters":{"count":3,"distance_m":500,\#
        "minimum_s":43200,"share":0.25}}}
        """#)
  }

  @Test func leavesOutWhatIsNotKnown() throws {
    let vessel = VesselReference(mmsi: try #require(MMSI("1234567")))
    let header = FactHeader(
      vessel: vessel, span: TimeSpan(start: UTCTime(seconds: 0), end: nil), position: nil,
      source: "registry", evidence: [], detector: nil)
    let fact = SampleFact.schema.fact(
      SampleFact(values: SampleFact.types.map { _ in nil }), header)
    #expect(
      fact.jsonLine == #"{"id":"\#(fact.id)","fact":"sample","mmsi":1234567,"#
        + #""start":"1970-01-01T00:00:00Z","source":"registry","evidence":[]}"#)
  }

  @Test func readsBackEveryFieldType() throws {
    let fact = try fullFact()
    let (facts, rejections) = read(fact.jsonLine)
    #expect(rejections == [])
    #expect(facts.map(\.header) == [fact.header])
    #expect(facts.map(\.values) == [fact.values])
    #expect(facts == [fact])
  }

  @Test func readsBackEveryAmount() throws {
    var numbers = SeededGenerator(seed: 13)
    for _ in 0..<500 {
      let amounts = Dimension.allCases.map { dimension -> FactValue? in
        .quantity(
          Quantity(dimension, steps: Int64(numbers.next() % 2_000_000_000_000) - 1_000_000_000_000))
      }
      let values = SampleFact.types.dropLast(amounts.count).map { _ in FactValue?.none } + amounts
      let fact = SampleFact.schema.fact(SampleFact(values: values), try fullHeader())
      #expect(read(fact.jsonLine).facts == [fact])
    }
  }

  /// What a verdict cites may follow from other facts, and be about a company.
  @Test func readsACitedFactWithoutEvidenceAndVessel() throws {
    let line = #"{"fact":"sample","start":"2026-01-04","source":"inferred","evidence":[]}"#
    let (fact, rejection) = FactFile.readCited(Array(line.utf8), catalog: catalog)
    #expect(rejection == nil)
    #expect(try #require(fact).header.vessel == .noVessel)
    #expect(try #require(fact).header.evidence == [])
    #expect(FactFile.readCited([], catalog: catalog).rejection != nil)
  }

  @Test func takesItsOwnLineForMissingEvidence() {
    let line = #"{"fact":"sample","mmsi":273000001,"start":"2025-01-01T00:00:00Z"}"#
    let own = Evidence(file: "facts.ndjson", line: 2, time: nil)
    #expect(read("\n\(line)\n").facts.map(\.header.evidence) == [[own]])
  }

  @Test func sortsTheLines() throws {
    let facts = try ["3", "1", "2"].map { mmsi in
      SampleFact.schema.fact(SampleFact(values: try fullValues()), try fullHeader(mmsi: mmsi))
    }
    let bytes = FactFile.bytes(of: facts)
    #expect(bytes == FactFile.bytes(of: facts.reversed()))
    let (read, rejections) = FactFile.read(bytes, file: "f", catalog: catalog)
    #expect(rejections.isEmpty)
    #expect(read == facts.sorted())
    #expect(FactFile.lines(of: read) == bytes)
  }

  @Test func takesWhatOtherProgramsWrite() throws {
    let (facts, rejections) = read(
      """
      \u{FEFF}{"fact": "sample", "mmsi": "273123456", "imo": "IMO 9358010", "start": "2026-01-04", "end": null, "confidence": 0.9, "id": "x1", "detector": "mine"}\r

      {"fact":"sample","imo":9358010,"start":"2026-01-04","end":"2026-01-05T00:00:00.4Z","duration_s":86400,"detector":{"kind":3}}
      """)
    #expect(rejections == [])
    #expect(facts.map(\.header.vessel.mmsi?.value) == [273_123_456, nil])
    #expect(facts.map(\.header.source) == Array(repeating: FactFile.unstatedSource, count: 2))
    #expect(facts.map(\.header.detector) == [nil, nil])
  }

  @Test(arguments: [
    ("not json", "bad-json"),
    ("[]", "bad-json"),
    (#"{"fact":"nothing","mmsi":1,"start":"2026-01-04"}"#, "unknown-fact"),
    (#"{"mmsi":1,"start":"2026-01-04"}"#, "missing-field"),
    (#"{"fact":"sample","start":"2026-01-04"}"#, "missing-field"),
    (#"{"fact":"sample","mmsi":1}"#, "missing-field"),
    (#"{"fact":"sample","mmsi":0,"start":"2026-01-04"}"#, "bad-value"),
    (#"{"fact":"sample","imo":9358011,"start":"2026-01-04"}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":"yesterday"}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":17}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","end":"2026-01-03"}"#, "ends-before-start"),
    (
      #"{"fact":"sample","mmsi":1,"start":"2026-01-04","end":"2026-01-05","duration_s":1}"#,
      "wrong-duration"
    ),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","lenght_m":1}"#, "unknown-key"),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","lat":1}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","lat":91,"lon":181}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","tier":"middle"}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","is_open":"yes"}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","country":"Korea"}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","amount_of_speed_kn":"9"}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","amount_of_speed_kn":1e300}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","evidence":7}"#, "bad-value"),
    (#"{"fact":"sample","mmsi":1,"start":"2026-01-04","evidence":[{"file":"a"}]}"#, "bad-value"),
  ])
  func rejectsALineAndSaysWhy(_ line: String, _ reason: String) {
    let (facts, rejections) = read("\n\(line)\n")
    #expect(facts.isEmpty)
    #expect(rejections.map(\.reason) == [reason])
    #expect(rejections.map(\.line) == [2])
    #expect(rejections.first?.detail?.isEmpty == false)
  }

  @Test func rejectsAFactThatLacksWhatItsKindNeeds() {
    let kind = FactSchema<Int>(
      "call", "A call.",
      fields: [FactField("calls", .quantity(.count), "How many.") { .quantity(.count($0)) }]
    ).kind
    let (facts, rejections) = FactFile.read(
      Array(#"{"fact":"call","mmsi":1,"start":"2026-01-04"}"#.utf8), file: "f", firstLine: 8,
      catalog: FactCatalog([kind]))
    #expect(facts.isEmpty)
    #expect(rejections.map(\.detail) == ["'calls' is missing"])
    #expect(rejections.map(\.line) == [8])
  }
}
