/// How far a company belongs to somebody whose assets a regime freezes.
///
/// The fact `designated_ownership` holds it for a company with a part in a vessel, and for the
/// company that is screened itself. It says what the criteria of one regime come to and judges
/// nothing: rules do.
public struct DesignatedOwnership: Hashable, Sendable {
  /// One of `roles`.
  public var role: String
  /// The company.
  public var company: CompanyReference
  /// Whose criteria were applied, such as `us`.
  public var regime: String
  /// One of `bases`.
  public var basis: String
  /// Whether every step is known; otherwise it only may be so.
  public var isCertain: Bool
  /// The designated holder at the end of the chain, the one with most behind it.
  public var holder: CompanyReference
  /// The share that designated holders surely have, in millionths; `nil` for a listed company.
  public var share: Int64?
  /// The share that they may have, in millionths.
  public var possibleShare: Int64?
  /// The holdings between the company and the holder: 0 when the company itself is listed.
  public var levels: Int
  /// Each step with its share and its row, and the list entries at the end.
  public var chain: String

  /// Creates a fact.
  public init(
    role: String, company: CompanyReference, regime: String, basis: String, isCertain: Bool,
    holder: CompanyReference, levels: Int, chain: String
  ) {
    self.role = role
    self.company = company
    self.regime = regime
    self.basis = basis
    self.isCertain = isCertain
    self.holder = holder
    self.levels = levels
    self.chain = chain
  }

  /// Which part a company has: one in a vessel, or `subject` for the company that is screened.
  public static let roles = CompanyReference.partsInVessels + ["subject"]

  /// Why a company counts: it is listed, its shares belong to the listed, or they control it.
  public static let bases = ["controlled", "listed", "owned"]

  /// How rules see it.
  public static let schema = FactSchema<DesignatedOwnership>(
    "designated_ownership",
    "A company of a vessel that is listed, or belongs to somebody whose assets are frozen.",
    perVesselYear: 100,
    fields: [
      FactField("role", .word(roles), "What part the company has; subject if it is screened.") {
        .word($0.role)
      },
      FactField("company", .company, "The company.") { .company($0.company) },
      FactField("regime", .text, "Whose criteria were applied.") { .text($0.regime) },
      FactField("basis", .word(bases), "Why it counts.") { .word($0.basis) },
      FactField("certain", .bool, "Whether every step is known.") { .bool($0.isCertain) },
      FactField("holder", .company, "The listed company or person at the end of the chain.") {
        .company($0.holder)
      },
      FactField(optional: "share", .quantity(.ratio), "The share that listed holders have.") {
        $0.share.map { .quantity(Quantity(.ratio, steps: $0)) }
      },
      FactField(
        optional: "possible_share", .quantity(.ratio), "The share that they may have."
      ) { $0.possibleShare.map { .quantity(Quantity(.ratio, steps: $0)) } },
      FactField("levels", .quantity(.count), "The holdings between company and holder.") {
        .quantity(.count($0.levels))
      },
      FactField("chain", .text, "Each step, its share, its row and the list entries.") {
        .text($0.chain)
      },
    ])
}

extension FactKind {
  /// Whether a screening makes facts of the kind, so that no other vessel's facts hold any.
  public var isMadeByScreening: Bool {
    self == DesignatedOwnership.schema.kind || self == CandidateEntry.schema.kind
  }
}
