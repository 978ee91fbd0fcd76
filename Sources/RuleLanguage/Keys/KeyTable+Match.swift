import Maritime

extension KeyTable {
  /// One fact: under `fact:` and `of:`.
  public static let fact = KeyTable(
    "fact", "A fact of a kind that meets every clause.",
    keys: [factName, factKind, factVessels, factClauses])

  /// The vessel's own fields.
  public static let state = KeyTable(
    "state", "The vessel's own fields meet every clause.",
    keys: [
      .optional("as", .newName, "A name for the vessel's fields.", example: "now_flagged"),
      .required(
        "where", .clauses, "The clauses that must all hold.", example: "[vessel.flag == KM]"),
    ])

  /// Facts that follow one another.
  public static let sequence = KeyTable(
    "sequence", "Facts that follow one another, one for each step.",
    keys: [
      .optional(
        "within", .amount(.duration),
        "The longest time from the start of the first step to the start of the last.",
        example: "21d"),
      .optional(
        "pick", .words(of: SequenceCondition.Pick.self),
        "Which match is reported: the one that ends first, the one that ends last, or each.",
        example: "each"),
      .required(
        "steps", .list(.mapping(.step)), "Two to six facts, in the order of time.",
        example: "[{fact: ais_gap}, {fact: port_call}]"),
    ])

  /// One step of a sequence.
  public static let step = KeyTable(
    "a step", "One fact of a sequence.",
    keys: [
      factName, factKind, factVessels,
      .optional(
        "after", .range(.duration), "How long after the end of the step before it may start.",
        example: "0h..7d"),
      .optional(
        "before", .range(.duration), "How long after its end the next step may start.",
        example: "0h..7d"),
      .optional(
        "during", .knownName, "The earlier step in whose interval it lies.", example: "gap"),
      .optional(
        "same", .list(.field), "Fields that are as in the step before.",
        example: "[start_position]"),
      factClauses,
    ])

  /// So many facts.
  public static let count = KeyTable(
    "count", "So many facts of a kind meet every clause, within a span of time.",
    keys: [
      .required("of", .mapping(.fact), "The fact to count.", example: "{fact: flag_change}"),
      .optional(
        "distinct", .field, "The field whose different values count; every fact if left out.",
        example: "to"),
      .optional(
        "within", .amount(.duration),
        "The span in which they must start; the lookback if left "
          + "out.", example: "180d"),
      .optional("at_least", .integer(1...1_000_000), "The fewest.", example: "3"),
      .optional("at_most", .integer(0...1_000_000), "The most.", example: "1"),
      .optional("exactly", .integer(0...1_000_000), "The number.", example: "2"),
    ])

  /// No fact.
  public static let absent = KeyTable(
    "absent", "No fact of a kind meets the clauses in a span of time.",
    keys: [
      factKind,
      .optional(
        "within", .amount(.duration), "The span before the as-of date in which none may be.",
        example: "30d"),
      .optional(
        "between", .list(.expression), "Two times between which none may be.",
        example: "[gap.start, call.end]"),
      factClauses,
    ])

  /// A group of clauses of which some must hold.
  public static let atLeast = KeyTable(
    "at_least", "So many clauses of a list hold.",
    keys: [
      .required("at_least", .integer(1...1000), "The fewest that must hold.", example: "2"),
      .required(
        "of", .clauses, "The clauses.", example: "[flag == KM, built < 2000, length > 90m]"),
    ])

  /// A group of clauses that stands for one.
  public static let clauseGroup = KeyTable(
    "a group of clauses", "A mapping with one of these keys may stand where a clause may.",
    keys: [
      .optional("any", .clauses, "At least one holds.", example: "[flag == KM, flag == PA]"),
      .optional("all", .clauses, "All hold.", example: "[flag == KM, built < 2000]"),
      .optional("none", .clauses, "None holds.", example: "[flag == KM, flag == PA]"),
      .optional(
        "use", .kebabCase, "The clauses that a `define` of the library gives.",
        example: "dark-enough"),
    ])

  static let factName = Key.optional(
    "as", .newName, "A name for the fact; its kind if left out.", example: "call")
  static let factKind = Key.required(
    "fact", .factKind, "The kind of fact.", example: "port_call")
  static let factVessels = Key.optional(
    "across", .words(["all_vessels"]), "Looks at all vessels; at the rule's own if left out.",
    example: "all_vessels")
  static let factClauses = Key.optional(
    "where", .clauses, "The clauses that it must all meet.", example: "[duration >= 12h]")
}
