public import Maritime

/// What an inspection by a port state found.
public struct Inspection: Hashable, Sendable {
  /// One of `results`.
  public var result: String
  /// Who inspected, such as `Paris MoU`.
  public var authority: String?
  /// The port.
  public var port: PortReference?
  /// The number of deficiencies.
  public var deficiencies: Int?

  /// Creates an inspection.
  public init(result: String) { self.result = result }

  /// What an inspection can end with, the mildest last.
  public static let results = ["ban", "detention", "deficiencies", "passed"]

  /// How rules see an inspection.
  public static let schema = FactSchema<Inspection>(
    "inspection", "What an inspection by a port state found; a detention lasts until its release.",
    fields: [
      FactField("result", .word(results), "What it ended with.") { .word($0.result) },
      FactField(optional: "authority", .text, "Who inspected, such as `Paris MoU`.") {
        $0.authority.map(FactValue.text)
      },
      FactField(optional: "port", .port, "The port.") { $0.port.map(FactValue.port) },
      FactField(optional: "deficiencies", .quantity(.count), "How many deficiencies it found.") {
        $0.deficiencies.map { .quantity(.count($0)) }
      },
    ])
}
