import Maritime

extension KeyTable {
  /// A rule.
  public static let rule = KeyTable(
    "rule", "A red flag: what a vessel must have done, what it scores and how it is tested.",
    keys: aboutRule + [
      .required(
        "match", .operators, "The condition: one operator, or several that must all hold.",
        example: "{fact: port_call}"),
      .optional(
        "unless", .clauses, "Clauses that, if all hold, take a match away.",
        example: "[vessel.type == fishing]"),
      .optional(
        "on_unknown", .either([.words(["review", "fire"]), .mapping(.onUnknown)]),
        "What happens when the rule cannot be decided; `review` from severity `high` up.",
        example: "review"),
      .optional("score", .mapping(.score), "The points it gives.", example: "{points: 30}"),
      .optional(
        "floor", .words(of: Disposition.self),
        "The least severe disposition once it fires; `prohibited` makes it a gate.",
        example: "review"),
      .optional(
        "evidence", .mapping(.evidence), "What a verdict shows when it fires.",
        example: "{say: \"Call at {call.port}.\", cite: [call]}"),
      .optional(
        "exceptable_by", .list(.list(.path)),
        "The fields by which an exception may name a finding, one list for each way.",
        example: "[[vessel.imo, call.start]]"),
      .optional(
        "false_positives", .oneOrMany(.text), "Known harmless explanations.",
        example: "[Humanitarian call with an exemption.]"),
      .optional(
        "tests", .list(.mapping(.test)), "Cases, each with what the rule must say.",
        example: "[{name: a call, now: 2026-03-01, expect: {fires: true}}]"),
    ])

  private static let aboutRule: [Key] = [
    .required("kind", .words(["rule"]), "What the file is; the first key.", example: "rule"),
    .required("language", .words(["1"]), "The version of the language.", example: "1"),
    .optional(
      "version", .integer(1...1_000_000), "Raised with every change of meaning; 1 if left out.",
      example: "2"),
    .required("id", .kebabCase, "The name of the rule and its file.", example: "dark-port-call"),
    .required("title", .text, "One line for people.", example: "Dark port call"),
    .required(
      "status", .words(of: RuleHeader.Status.self),
      "`draft` is not evaluated, `shadow` is shown without points, `stable` counts, and "
        + "`deprecated` counts and says that it will go.",
      example: "stable"),
    .required(
      "severity", .words(of: RuleHeader.Severity.self), "How bad it is when it fires.",
      example: "high"),
    .optional("owner", .text, "Who answers for the rule.", example: "maritime-desk"),
    .optional(
      "typology", .oneOrMany(.kebabCase), "The behaviours it looks for.",
      example: "[dark-activity]"),
    .optional(
      "regimes", .oneOrMany(.kebabCase), "The sanctions regimes it serves; all if left out.",
      example: "[un-1718, us]"),
    .optional(
      "references", .oneOrMany(.text), "Laws and guidance that it follows.",
      example: "[UNSCR 2397 (2017) para 13]"),
    .optional(
      "for", .words(of: RuleHeader.Subject.self),
      "What the rule is about: one vessel, company or port at a time, or all vessels together.",
      example: "vessel"),
    .optional(
      "lookback", .amount(.months), "How far back it looks, in calendar months; 24 if left out.",
      example: "24mo"),
  ]

  /// The long form of `on_unknown`.
  public static let onUnknown = KeyTable(
    "on_unknown", "An undecided rule is listed and changes nothing else.",
    keys: [
      .required("skip", .text, "Why nothing needs to happen.", example: "few vessels have a type")
    ])

  /// The points of a rule.
  public static let score = KeyTable(
    "score", "The points that a rule gives, and how they fade.",
    keys: [
      .required("points", .integer(0...100), "The points of the first match.", example: "60"),
      .optional(
        "per_extra", .integer(0...100), "The points of every further match.", example: "5"),
      .optional("max", .integer(0...100), "The most that the rule gives.", example: "80"),
      .optional(
        "decay", .either([.words(["none"]), .mapping(.decay)]), "How points fade with age.",
        example: "{half_life: 365d, from: call.end}"),
      .optional(
        "group", .kebabCase,
        "The group within which points are capped; the rule's own id if "
          + "left out.", example: "dark-activity"),
    ])

  /// How points fade.
  public static let decay = KeyTable(
    "decay", "Points halve again and again with age.",
    keys: [
      .required(
        "half_life", .amount(.duration), "The time in which they halve.", example: "365d"),
      .required("from", .path, "The time from which age counts.", example: "call.end"),
    ])

  /// What a rule shows.
  public static let evidence = KeyTable(
    "evidence", "What a verdict shows when the rule fires.",
    keys: [
      .optional(
        "say", .template, "One sentence, with values in braces; the title if left out.",
        example: "\"Dark for {gap.duration}; call at {call.port}.\""),
      .optional(
        "cite", .list(.knownName), "The facts to show, in order; all if left out.",
        example: "[gap, call]"),
    ])
}
