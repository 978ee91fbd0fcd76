import Maritime
import Testing

struct FactTests {
  private func fact(_ header: FactHeader) throws -> Fact {
    SampleFact.schema.fact(SampleFact(values: try fullValues()), header)
  }

  /// A new id for old content would orphan every decision that names the fact.
  @Test func hasAnIdThatStays() throws {
    let fact = try fact(try fullHeader())
    #expect(fact.id == "a0074a44bda6f8e615591561")
  }

  @Test func hasTheSameIdFromOtherFiles() throws {
    let header = try fullHeader()
    let elsewhere = FactHeader(
      vessel: header.vessel, span: header.span, position: header.position, source: header.source,
      evidence: [Evidence(file: "copy.csv", line: 1, time: nil)], detector: nil)
    #expect(try fact(header).id == fact(elsewhere).id)
  }

  @Test func hasAnotherIdForOtherContent() throws {
    let ids = [
      try fact(try fullHeader()).id, try fact(try fullHeader(end: nil)).id,
      try fact(try fullHeader(mmsi: "273123457")).id,
      SampleFact.schema.fact(
        SampleFact(values: SampleFact.types.map { _ in nil }), try fullHeader()
      ).id,
    ]
    #expect(Set(ids).count == ids.count)
  }

  @Test func sortsOpenFactsAfterClosedOnes() throws {
    let closed = try fact(try fullHeader())
    let open = try fact(try fullHeader(end: nil))
    let other = try fact(try fullHeader(mmsi: "111111111"))
    #expect([open, closed, other].sorted() == [other, closed, open])
  }

  @Test func givesValuesByName() throws {
    let fact = try fact(try fullHeader())
    #expect(fact.value("tier") == .word("high"))
    #expect(fact.value("no_such_field") == nil)
  }
}
