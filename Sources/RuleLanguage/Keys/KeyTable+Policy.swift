import Maritime

extension KeyTable {
  /// A policy.
  public static let policy = KeyTable(
    "policy", "How points, lists and gaps in knowledge become a disposition.",
    keys: [
      .required("kind", .words(["policy"]), "What the file is; the first key.", example: "policy"),
      .required("language", .words(["1"]), "The version of the language.", example: "1"),
      .optional(
        "regimes", .list(.kebabCase), "The regimes to follow when the user names none.",
        example: "[us, un-1718]"),
      .optional(
        "thresholds", .mapping(.thresholds), "The points at which each disposition begins.",
        example: "{monitor: 10, review: 30, escalate: 60}"),
      .optional(
        "groups", .mapping(.groups), "The most points of each group.", example: "{cap: 60}"),
      .optional(
        "corroboration", .mapping(.corroboration), "What it takes for points alone to escalate.",
        example: "{families: 2, at_least: 10}"),
      .optional(
        "lists", .mapping(.policyLists), "What is asked of watchlists.",
        example: "{refresh: 60d}"),
      .optional(
        "observation", .mapping(.observation), "What is asked of the observation of a vessel.",
        example: "{refresh: 30d}"),
      .optional(
        "identity", .mapping(.identity), "Which vessels must have an IMO number.",
        example: "{numbered_from: 300}"),
      .optional(
        "ownership", .table(.mapping(.policyOwnership)),
        "When a company belongs to designated persons, by regime.",
        example: "{us: {share: 50%, exactly: enough, together: all, control: is-ignored}}"),
      .optional(
        "cases", .mapping(.policyCases), "How people decide on verdicts.",
        example: "{four_eyes: [cleared]}"),
    ])

  /// The outcomes of a case that a person may decide on.
  public static let caseOutcomes = ["cleared", "escalated", "false-positive", "true-match"]

  /// How people decide.
  public static let policyCases = KeyTable(
    "cases", "How people decide on verdicts that are kept in a store.",
    keys: [
      .optional(
        "four_eyes", .list(.words(caseOutcomes)),
        "The outcomes that a second person must decide too.", example: "[cleared]")
    ])

  /// When a company belongs to designated persons.
  public static let policyOwnership = KeyTable(
    "ownership", "When a company belongs to those whose assets a regime freezes.",
    keys: [
      .required("share", .amount(.ratio), "The share of the company.", example: "50%"),
      .required(
        "exactly", .either([.words(["enough", "too-little"]), .time]),
        "Whether exactly that share is enough, or from which day.", example: "2024-07-03"),
      .required(
        "together", .words(["all", "joint"]),
        "Whose shares are added up: all designated holders', or those of one and of holders who"
          + " act together.", example: "all"),
      .required(
        "control", .words(["counts", "is-ignored"]), "Whether control without shares is enough.",
        example: "counts"),
    ])

  /// The points of each step.
  public static let thresholds = KeyTable(
    "thresholds", "The points from 0 to 100 at which each disposition begins.",
    keys: [
      .optional("monitor", .integer(0...100), "The least for `monitor`.", example: "10"),
      .optional("review", .integer(0...100), "The least for `review`.", example: "30"),
      .optional("escalate", .integer(0...100), "The least for `escalate`.", example: "60"),
    ])

  /// The caps of groups.
  public static let groups = KeyTable(
    "groups", "The most points that the findings of one group give together.",
    keys: [
      .optional("cap", .integer(0...100), "For groups that are not named.", example: "60"),
      .optional(
        "caps", .table(.integer(0...100)), "For named groups.", example: "{dark-activity: 40}"),
    ])

  /// What supports an alert.
  public static let corroboration = KeyTable(
    "corroboration", "What it takes for points alone to escalate.",
    keys: [
      .optional(
        "families", .integer(1...10), "How many independent groups must speak.", example: "2"),
      .optional(
        "at_least", .integer(0...100), "The points from which a group is heard.", example: "10"),
    ])

  /// What is asked of lists.
  public static let policyLists = KeyTable(
    "lists", "When a list is out of date, and which there must be.",
    keys: [
      .optional(
        "refresh", .amount(.duration), "The greatest age of lists that are not named.",
        example: "60d"),
      .optional(
        "refresh_of", .table(.amount(.duration)), "The greatest age by list or regime.",
        example: "{us: 30d}"),
      .optional(
        "require", .list(.kebabCase), "The regimes for which there must be a list.",
        example: "[us, eu]"),
    ])

  /// What is asked of observation.
  public static let observation = KeyTable(
    "observation", "When too little is known of where a vessel was.",
    keys: [
      .optional(
        "refresh", .amount(.duration), "The greatest age of the last position.", example: "30d"),
      .optional("within", .amount(.months), "How far back silences matter.", example: "6mo"),
      .optional(
        "silence", .amount(.duration), "The shortest silence that matters.", example: "6h"),
      .optional(
        "poor_reception", .amount(.ratio), "The share heard below which reception is poor.",
        example: "25%"),
    ])

  /// What is asked of identity.
  public static let identity = KeyTable(
    "identity", "Which vessels must have an IMO number.",
    keys: [
      .optional(
        "numbered_from", .integer(0...1_000_000), "The least gross tonnage.", example: "300"),
      .optional(
        "numbered_types", .list(.words(VesselIdentity.types)), "The types of vessel.",
        example: "[tanker, cargo]"),
    ])
}
