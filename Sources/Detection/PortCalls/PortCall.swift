public import Maritime

/// A stay of a vessel in a port, seen or inferred.
public struct PortCall: Hashable, Sendable {
  /// The port.
  public let port: Port
  /// How sure the call is, from 1 to 4, as Global Fishing Watch defines it.
  ///
  /// 4: arrival and departure were seen, and a stop; 3: one of them, and a stop; 2: a stop alone;
  /// 1: no stop, or a call that is only possible.
  public let confidence: Int
  /// How often the vessel stopped, silences of four hours included; `nil` when not seen.
  public let stops: Int?
  /// Whether the vessel was still in port at its last position.
  public let isOpen: Bool
  /// The time left over if the vessel made the call inside a gap; `nil` for a call that was seen.
  public let slack: Int64?
  /// The ports that were within reach in the gap, also those that became no call.
  public let feasiblePorts: Int?
  /// The draught on arrival in metres.
  public var draughtBefore: Double?
  /// The draught on departure in metres.
  public var draughtAfter: Double?
  /// The terminal or berth, as the source names it.
  public var terminal: String?

  /// How rules see a port call.
  public static let schema = FactSchema<PortCall>(
    "port_call", "A stay of a vessel in a port, seen or inferred.",
    perVesselYear: 750,  // two a day: ferries call more often, and no rule is about them
    fields: [
      FactField("port", .port, "The port.") { .port($0.port.reference) },
      FactField(optional: "country", .country, "The port's country.") {
        $0.port.country.map(FactValue.country)
      },
      FactField(
        "confidence", .quantity(.count),
        "4: arrival, departure and stop were seen; 3: one of the two and a stop; 2: a stop; 1: less."
      ) { .quantity(.count($0.confidence)) },
      FactField(
        optional: "stops", .quantity(.count), "How often the vessel stopped; missing if inferred."
      ) { $0.stops.map { .quantity(.count($0)) } },
      FactField("open", .bool, "Whether the vessel was still in port at its last position.") {
        .bool($0.isOpen)
      },
      FactField(
        optional: "slack", .quantity(.duration),
        "Of an inferred call: the time the gap leaves beyond the voyage and the time in port."
      ) { $0.slack.map { .quantity(.duration(milliseconds: $0)) } },
      FactField(
        optional: "feasible_ports", .quantity(.count),
        "Of an inferred call: how many ports were within reach in the gap."
      ) { $0.feasiblePorts.map { .quantity(.count($0)) } },
      FactField(optional: "draught_before", .quantity(.metre), "The draught on arrival.") {
        $0.draughtBefore.map { .quantity(.metre($0)) }
      },
      FactField(optional: "draught_after", .quantity(.metre), "The draught on departure.") {
        $0.draughtAfter.map { .quantity(.metre($0)) }
      },
      FactField(optional: "terminal", .text, "The terminal or berth, as the source names it.") {
        $0.terminal.map(FactValue.text)
      },
    ])
}
