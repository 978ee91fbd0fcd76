import Maritime
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
    ownership: [
      "eu": OwnershipCriterion(
        share: 500_000, exactly: .isEnoughFrom(UTCTime(milliseconds: 19_907 * day)),
        together: .all, control: true),
      "uk": OwnershipCriterion(
        share: 500_000, exactly: .isTooLittle, together: .joint, control: true),
      "us": OwnershipCriterion(
        share: 500_000, exactly: .isEnough, together: .all, control: false),
    ],
    digest: "20b93fa3f3b9a48b210e433d8b7aa222c85b7e14253ebf9a1a47fba8613e4923")

  private static let day: Int64 = 86_400_000
}
