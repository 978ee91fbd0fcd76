import Maritime
import Testing

/// A kind with a field of every type, so that a new type cannot be forgotten.
struct SampleFact {
  var values: [FactValue?]

  static let schema = FactSchema<SampleFact>(
    "sample", "Has a field of every type.",
    fields: types.enumerated().map { index, field in
      FactField(optional: field.0, field.1, "One field.") { $0.values[index] }
    })

  static let types: [(String, FieldType)] =
    [
      ("seen", .time), ("end_position", .position), ("place", .position), ("partner", .vessel),
      ("owner", .company), ("port", .port), ("zone", .zone), ("country", .country),
      ("tier", .word(["low", "high"])),
      ("note", .text), ("is_open", .bool),
    ] + Dimension.allCases.map { ("amount_of_\($0)", .quantity($0)) }
}

/// A header with everything in it.
func fullHeader(
  mmsi: String = "273123456", end: String? = "2026-01-04T14:00:00.500Z"
) throws
  -> FactHeader
{
  FactHeader(
    vessel: try #require(VesselReference(mmsi: MMSI(mmsi), imo: IMONumber("9358010"))),
    span: TimeSpan(
      start: try #require(UTCTime("2026-01-04T02:00:00Z")), end: end.flatMap { UTCTime($0) }),
    position: Coordinate(latitude: 42.75, longitude: -0.000_000_1), source: "ais",
    evidence: [
      Evidence(file: "jan \"4\".csv", line: 17, time: UTCTime("2026-01-04T02:00:00Z")),
      Evidence(file: "b.csv", line: 3, time: nil),
    ],
    detector: DetectorDescription(
      name: "sample", version: 2,
      parameters: [
        .init("minimum", .duration(milliseconds: 43_200_000)), .init("share", .ratio(0.25)),
        .init("distance", .length(metres: 500)), .init("count", .count(3)),
      ]))
}

/// A value of every type.
func fullValues() throws -> [FactValue?] {
  let partner = VesselReference(imo: try #require(IMONumber("9179842")), mmsi: MMSI("1234567"))
  return [
    .time(try #require(UTCTime("2026-01-05"))),
    .position(try #require(Coordinate(latitude: -38.7167, longitude: 179.999_999_9))),
    .position(try #require(Coordinate(latitude: 0, longitude: 0))), .vessel(partner),
    .company(try #require(CompanyReference(number: "0123456", name: "Example \"X\" Ltd"))),
    .port(PortReference(code: "KPNAM", name: "Nampo")), .zone("kerch-strait"),
    .country(try #require(CountryCode("KP"))), .word("high"), .text("line\nend \u{1F6A2} \\"),
    .bool(true),
  ] + Dimension.allCases.map { .quantity(Quantity($0, steps: -123_456_789)) }
}
