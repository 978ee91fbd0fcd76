public import Maritime

/// A vessel sits deeper or higher in the water than it said before.
///
/// Crews enter the draught by hand, so a change corroborates and does not prove.
public struct DraughtChange: Hashable, Sendable {
  /// By how many metres the draught changed, whichever way.
  public var change: Double
  /// The draught before in metres.
  public var before: Double?
  /// The draught after in metres.
  public var after: Double?
  /// The change in metres from which a vessel of this class has loaded or discharged.
  ///
  /// RadianceFleet: VLCC 3.0, Suezmax 2.0, Aframax 1.5, Panamax 1.0.
  public var classThreshold: Double?
  /// One of `bases`.
  public var basis: String?

  /// Creates a change of which nothing but its size is known.
  public init(change: Double) { self.change = change }

  /// Where the vessel was between the two draughts.
  public static let bases = ["gap", "port", "sea"]

  /// How rules see a change of draught.
  public static let schema = FactSchema<DraughtChange>(
    "draught_change", "A vessel sits deeper or higher in the water than it said before.",
    fields: [
      FactField("change", .quantity(.metre), "How much the draught changed, whichever way.") {
        .quantity(.metre($0.change))
      },
      FactField(optional: "before", .quantity(.metre), "The draught before.") {
        $0.before.map { .quantity(.metre($0)) }
      },
      FactField(optional: "after", .quantity(.metre), "The draught after.") {
        $0.after.map { .quantity(.metre($0)) }
      },
      FactField(
        optional: "class_threshold", .quantity(.metre),
        "The change from which a vessel of this class has loaded or discharged."
      ) { $0.classThreshold.map { .quantity(.metre($0)) } },
      FactField(
        optional: "basis", .word(bases),
        "Where it was between the two: in a port, at sea, or in a gap of AIS."
      ) { $0.basis.map(FactValue.word) },
    ])
}
