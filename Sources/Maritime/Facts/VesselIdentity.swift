/// What a vessel was, by one source, over a period: its name, flag, type and size.
///
/// The fact `identity` holds it, so that a rule can ask what was true at any instant.
public struct VesselIdentity: Hashable, Sendable {
  /// The name, as the source writes it.
  public var name: String?
  /// The call sign.
  public var callSign: String?
  /// The flag state.
  public var flag: CountryCode?
  /// One of `types`.
  public var type: String?
  /// Gross tonnage, a number without a unit.
  public var grossTonnage: Int?
  /// Deadweight in tonnes.
  public var deadweight: Int?
  /// The year of build.
  public var built: Int?
  /// The length over all in metres.
  public var length: Double?
  /// One of `registryStatuses`.
  public var registryStatus: String?
  /// The class of the AIS transceiver: `a` or `b`.
  public var aisClass: String?
  /// The registered owner's name.
  public var owner: String?
  /// The operator's or manager's name.
  public var manager: String?

  /// Creates an identity that says nothing.
  public init() {}

  /// The types of vessel that rules can name, in snake case.
  ///
  /// `cargo` and `tanker` are what AIS can tell; a registry knows the finer types.
  public static let types = [
    "bulk_carrier", "cargo", "chemical_tanker", "container", "crude_tanker", "fishing",
    "gas_carrier", "general_cargo", "other", "passenger", "pleasure", "product_tanker",
    "ro_ro_cargo", "ro_ro_passenger", "service", "tanker", "tug",
  ]

  /// How a vessel stands with the registry whose flag it shows.
  ///
  /// `false` is a flag whose state denies it; `fraudulent` a registry that no state runs; `none` a
  /// vessel without a flag. Source: IMO Legal Committee guidance on fraudulent registration.
  public static let registryStatuses = ["closed", "false", "fraudulent", "none", "open"]

  /// How rules see it, as the fact `identity` and as the vessel's own fields.
  public static let schema = FactSchema<VesselIdentity>(
    "identity", "What a vessel was, by one source, over a period.",
    perVesselYear: 100,
    fields: [
      FactField(optional: "name", .text, "The vessel's name.") { $0.name.map(FactValue.text) },
      FactField(optional: "call_sign", .text, "The radio call sign.") {
        $0.callSign.map(FactValue.text)
      },
      FactField(optional: "flag", .country, "The flag state.") { $0.flag.map(FactValue.country) },
      FactField(optional: "type", .word(types), "The type of vessel.") {
        $0.type.map(FactValue.word)
      },
      FactField(optional: "gross_tonnage", .quantity(.count), "Gross tonnage.") {
        $0.grossTonnage.map { .quantity(.count($0)) }
      },
      FactField(optional: "deadweight", .quantity(.mass), "Deadweight.") {
        $0.deadweight.map { .quantity(Quantity(.mass, steps: Int64($0) * 1000)) }
      },
      FactField(optional: "built", .quantity(.count), "The year of build.") {
        $0.built.map { .quantity(.count($0)) }
      },
      FactField(optional: "length", .quantity(.metre), "The length over all.") {
        $0.length.map { .quantity(.metre($0)) }
      },
      FactField(
        optional: "registry_status", .word(registryStatuses),
        "How the vessel stands with the registry whose flag it shows."
      ) { $0.registryStatus.map(FactValue.word) },
      FactField(optional: "ais_class", .word(["a", "b"]), "The class of the AIS transceiver.") {
        $0.aisClass.map(FactValue.word)
      },
      FactField(optional: "owner", .text, "The registered owner.") { $0.owner.map(FactValue.text) },
      FactField(optional: "manager", .text, "The operator or manager.") {
        $0.manager.map(FactValue.text)
      },
    ])

  /// The fields that rules read as `vessel.…`: those of the identity and the vessel's numbers.
  public static let stateFields: [FieldDeclaration] =
    [
      FieldDeclaration(name: "imo", type: .text, isOptional: true, summary: "The IMO number."),
      FieldDeclaration(name: "mmsi", type: .text, isOptional: true, summary: "The MMSI."),
      FieldDeclaration(
        name: "mmsi_country", type: .country, isOptional: true,
        summary: "The country that the MMSI's first three digits name."),
      FieldDeclaration(
        name: "age", type: .quantity(.count), isOptional: true,
        summary: "The years from the year of build to that of the as-of date."),
    ] + schema.kind.fields
}
