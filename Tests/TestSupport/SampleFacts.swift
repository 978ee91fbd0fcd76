public import Maritime

/// Reads a time that a test writes out; a time that is none is a mistake in the test.
public func utc(_ text: String) -> UTCTime {
  guard let time = UTCTime(text) else { preconditionFailure("\(text) is not a time") }
  return time
}

/// Names a vessel by numbers that a test writes out.
public func sampleVessel(imo: Int? = nil, mmsi: UInt32? = nil) -> VesselReference {
  let numbers = VesselReference(mmsi: mmsi.flatMap { MMSI($0) }, imo: imo.flatMap { IMONumber($0) })
  guard let numbers else { preconditionFailure("a vessel needs a valid number") }
  return numbers
}

extension Fact {
  /// What a source says a vessel was.
  public static func sampleIdentity(
    of vessel: VesselReference, from start: String, to end: String? = nil, source: String = "ais",
    file: String = "registry.csv", _ describe: (inout VesselIdentity) -> Void
  ) -> Fact {
    var identity = VesselIdentity()
    describe(&identity)
    let header = FactHeader(
      vessel: vessel, span: TimeSpan(start: utc(start), end: end.map(utc)), position: nil,
      source: source, evidence: [Evidence(file: file, line: 2, time: nil)], detector: nil)
    return VesselIdentity.schema.fact(identity, header)
  }

  /// A silence, with how well others were heard meanwhile.
  public static func sampleGap(
    of vessel: VesselReference, from start: String, to end: String?, reception: Double? = 0.9,
    isFeedOutage: Bool = false
  ) -> Fact {
    let span = TimeSpan(start: utc(start), end: end.map(utc))
    let ends = [span.start, span.end].compactMap(\.self)
    let header = FactHeader(
      vessel: vessel, span: span, position: nil, source: "ais",
      evidence: ends.enumerated().map { Evidence(file: "ais.csv", line: 101 + $0, time: $1) },
      detector: nil)
    return gapSchema.fact(SampleGap(reception: reception, isFeedOutage: isFeedOutage), header)
  }

  private struct SampleGap {
    let reception: Double?
    let isFeedOutage: Bool
  }

  private static let gapSchema = FactSchema<SampleGap>(
    "ais_gap", "A silence.",
    fields: [
      FactField(optional: "reception", .quantity(.ratio), "The share of vessels heard.") {
        $0.reception.map { .quantity(.ratio($0)) }
      },
      FactField("feed_outage", .bool, "Whether the feed was down.") { .bool($0.isFeedOutage) },
    ])
}
