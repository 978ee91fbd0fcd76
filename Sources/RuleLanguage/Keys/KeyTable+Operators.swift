import Maritime

extension KeyTable {
  /// Amounts that add up.
  public static let sum = KeyTable(
    "sum", "The amounts of facts add up to so much in a span of time or of the calendar.",
    keys: [
      .required(
        "of", .mapping(.fact), "The facts whose amounts add up.",
        example: "{as: call, fact: port_call, across: all_vessels}"),
      .required("field", .field, "The field that holds the amount.", example: "duration"),
      .optional(
        "bounds", .mapping(.bounds),
        "Factors that make a low and a high estimate of a capacity, or the fields that hold them.",
        example: "{low: 0.33, high: 0.90}"),
      .required(
        "window", .either([.words(of: SumCondition.Period.self), .amount(.duration)]),
        "The span in which the facts must start: a length of time, or each year or month in UTC.",
        example: "calendar_year"),
      .required(
        "at_least", .fieldValue, "The amount that the low estimate must reach.",
        example: "500000bbl"),
      .optional(
        "tiers", .list(.amount(.ratio)),
        "Shares of `at_least`, rising; the rule fires from the first and says which is reached.",
        example: "[75%, 90%, 100%]"),
      .optional(
        "attribute_to", .list(.either([.knownName, .path])),
        "The facts, or their fields, whose vessels the match is laid to, from the crossing on.",
        example: "[call]"),
    ])

  /// A low and a high factor.
  public static let bounds = KeyTable(
    "bounds", "A low and a high estimate.",
    keys: [
      .required(
        "low", .either([.amount(.ratio), .field]), "The factor or field of the low estimate.",
        example: "0.33"),
      .required(
        "high", .either([.amount(.ratio), .field]), "The factor or field of the high estimate.",
        example: "0.90"),
    ])

  /// Stops that alternate between two places.
  public static let alternate = KeyTable(
    "alternate", "Stops alternate between two places, leg after leg.",
    keys: [
      factName, factKind, factVessels, factClauses,
      .required(
        "between", .clauses, "Two clauses: what a stop at the one place and at the other meets.",
        example: "[port in @ports/rajin, port in @ports/dprk]"),
      .required("legs_at_least", .integer(1...100), "The fewest legs.", example: "4"),
      .optional(
        "max_leg", .amount(.duration), "The longest time from one stop's end to the next's start.",
        example: "120h"),
      .required(
        "within", .amount(.duration),
        "The longest time from the start of the first stop to the end of the last.",
        example: "90d"),
      .optional(
        "allow_other_stops", .integer(0...20),
        "How many stops elsewhere each leg may have; none if left out.", example: "1"),
    ])

  /// A chain of contacts.
  public static let path = KeyTable(
    "path", "A chain of contacts from the vessel to another, and perhaps on to a third.",
    keys: [
      .required(
        "over", .factKind, "The kind of fact that is a contact: it names another vessel.",
        example: "encounter"),
      .required("hops", .integer(1...2), "The number of contacts.", example: "2"),
      .optional(
        "ordered", .words(["true", "false"]),
        "Whether each contact must come after the one before it; `true` if left out.",
        example: "true"),
      .optional(
        "within", .amount(.duration), "The longest time from the first contact to the last.",
        example: "90d"),
      .required(
        "max_fan_out", .integer(1...256),
        "The most contacts of one vessel to follow; with more the rule is unknown.",
        example: "64"),
      .optional(
        "each_edge", .clauses, "The clauses that every contact must meet.",
        example: "[duration >= 2h]"),
      .required(
        "as", .list(.newName), "A name for each contact, in order.", example: "[near, far]"),
      .optional(
        "where", .clauses, "The clauses that the contacts must meet together.",
        example: "[far.duration > near.duration]"),
    ])

  /// A measure against its own history.
  public static let baseline = KeyTable(
    "baseline", "The latest fact differs from the vessel's own history.",
    keys: [
      .required("of", .mapping(.fact), "The facts to measure.", example: "{fact: ais_gap}"),
      .required("measure", .expression, "What is measured of each.", example: "duration"),
      .required(
        "over", .amount(.duration), "How long before the latest fact its history begins.",
        example: "365d"),
      .required(
        "min_samples", .integer(2...10_000),
        "The fewest facts that make a history; with fewer the rule is unknown.", example: "8"),
      .optional(
        "more_than", .deviation,
        "How far above the median: so many median absolute deviations, or times the median.",
        example: "6mad"),
      .optional(
        "less_than", .deviation,
        "How far below the median: so many median absolute deviations, or times the median.",
        example: "0.5x"),
    ])

  /// Conditions of which so many must hold.
  public static let atLeastOf = KeyTable(
    "at_least", "So many conditions of a list hold.",
    keys: [
      .required("at_least", .integer(1...1000), "The fewest that must hold.", example: "2"),
      .required(
        "of", .conditions, "The conditions.",
        example: "[{fact: ais_gap}, {fact: port_call}, {fact: encounter}]"),
    ])
}
