import RuleLanguage

extension Policy {
  /// The policy of `Rules/policy.yaml`, for a screening that is given no other.
  public static let standard = Policy(
    thresholds: Thresholds(monitor: Points(10), review: Points(30), escalate: Points(60)),
    groups: Groups(cap: Points(60), caps: [:]),
    corroboration: Corroboration(families: 2, atLeast: Points(10)),
    lists: Lists(
      refresh: 60 * day, refreshOf: ["un-1718": 400 * day, "us": 30 * day], require: []),
    observation: Observation(
      refresh: 30 * day, months: 6, silence: day / 4, poorReception: 250_000),
    identity: Identity(
      numberedTypes: [
        "bulk_carrier", "cargo", "chemical_tanker", "container", "crude_tanker", "gas_carrier",
        "general_cargo", "product_tanker", "ro_ro_cargo", "ro_ro_passenger", "tanker",
      ], numberedTonnage: 300),
    digest: "0f9b0d4b686ab643faf23ad571015562caf1feb1b3e7104ceaaabc8e3e68c2b7")

  private static let day: Int64 = 86_400_000
}
