public import Maritime

/// The liability insurance and the class of a vessel over a period, by one source.
public struct VesselCover: Hashable, Sendable {
  /// The protection and indemnity club or insurer.
  public var club: String?
  /// Whether the club is a member of the International Group.
  public var isInInternationalGroup: Bool?
  /// Whether the user has vetted an insurer outside the Group.
  public var isVetted: Bool?
  /// One of `insuranceStatuses`.
  public var insurance: String?
  /// The classification society.
  public var classSociety: String?
  /// Whether the society is a member of the International Association of Classification Societies.
  public var isInIACS: Bool?
  /// One of `classStatuses`.
  public var classStatus: String?

  /// Creates cover of which nothing is known.
  public init() {}

  /// Whether the insurance holds.
  public static let insuranceStatuses = ["in_force", "lapsed", "unverified"]

  /// Whether the class holds.
  public static let classStatuses = ["in_force", "suspended", "withdrawn"]

  /// How rules see insurance and class.
  public static let schema = FactSchema<VesselCover>(
    "cover", "The liability insurance and the class of a vessel over a period, by one source.",
    fields: [
      FactField(optional: "club", .text, "The P&I club or insurer.") {
        $0.club.map(FactValue.text)
      },
      FactField(
        optional: "ig_member", .bool, "Whether the club belongs to the International Group."
      ) { $0.isInInternationalGroup.map(FactValue.bool) },
      FactField(
        optional: "vetted", .bool, "Whether the user has vetted an insurer outside the Group."
      ) { $0.isVetted.map(FactValue.bool) },
      FactField(
        optional: "insurance", .word(insuranceStatuses),
        "Whether the insurance holds; `unverified` when the insurer does not confirm it."
      ) { $0.insurance.map(FactValue.word) },
      FactField(optional: "class_society", .text, "The classification society.") {
        $0.classSociety.map(FactValue.text)
      },
      FactField(
        optional: "iacs_member", .bool, "Whether the society belongs to IACS, the association."
      ) { $0.isInIACS.map(FactValue.bool) },
      FactField(optional: "class_status", .word(classStatuses), "Whether the class holds.") {
        $0.classStatus.map(FactValue.word)
      },
    ])
}
