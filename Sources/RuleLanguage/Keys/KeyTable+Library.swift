import Maritime

extension KeyTable {
  /// Values and groups of clauses with names.
  public static let define = KeyTable(
    "define", "Values and groups of clauses that several rules use.",
    keys: aboutDocument("define", example: "dark-activity") + [
      .optional(
        "values", .table(.text), "One number, quantity, time, word or text for each name.",
        example: "{min-gap: 12h}"),
      .optional(
        "clauses", .table(.either([.clauses, .mapping(.definedClauses)])),
        "One list of clauses for each name.",
        example: "{dark-enough: [\"duration >= @values/min-gap\"]}"),
    ])

  /// A group of clauses about one kind of fact.
  public static let definedClauses = KeyTable(
    "a group with `of`", "Clauses about one kind of fact, checked where they stand.",
    keys: [
      .required("of", .factKind, "`vessel` or a kind of fact.", example: "ais_gap"),
      .required("where", .clauses, "The clauses.", example: "[duration >= 12h]"),
    ])

  /// The author's own list.
  public static let list = KeyTable(
    "list", "The author's own vessels, companies, countries, ports or words.",
    keys: aboutDocument("list", example: "our-watch") + [
      .required("of", .words(listSubjects), "What it lists.", example: "vessels"),
      .optional(
        "authority", .text, "Who says so, as a verdict cites it.", example: "Compliance desk"),
      .optional(
        "published", .time, "When it was published; needed for vessels and companies.",
        example: "2026-02-01"),
      .required(
        "entries", .list(.either([.text, .mapping(.authorEntry)])),
        "Vessels and companies since when; other members as text, or with dates.",
        example: "[{imo: \"9000003\", name: SAMPLE, from: 2025-06-01}]"),
    ])

  static let listSubjects = ["vessels", "companies"] + ListedValues.Kind.allCases.map(\.rawValue)

  /// One entry of an author's list.
  public static let authorEntry = KeyTable(
    "an entry", "One member of a list, and when it belongs there.",
    keys: [
      .optional("value", .text, "A country, port or word.", example: "KP"),
      .optional(
        "imo", .text, "A vessel's IMO number, or a company's seven digits.",
        example: "\"9000003\""),
      .optional("mmsi", .mmsi, "A vessel's MMSI.", example: "\"620000003\""),
      .optional("name", .text, "The name.", example: "SAMPLE"),
      .optional("authority", .text, "Who says so, if not the list's.", example: "Board minutes"),
      .optional("from", .time, "The first day.", example: "2025-06-01"),
      .optional("to", .time, "The first day after.", example: "2026-06-01"),
    ])

  /// An area of sea.
  public static let zone = KeyTable(
    "zone", "An area of sea that rules name as `@zones/ID`.",
    keys: aboutDocument("zone", example: "our-strait") + [
      .optional("country", .text, "Whose waters they are.", example: "KP"),
      .optional("type", .text, "What sort of area, such as `eez`.", example: "high_risk"),
      .optional(
        "groups", .oneOrMany(.kebabCase), "Groups of zones it belongs to.", example: "[high-risk]"),
      .optional(
        "polygon", .list(.text), "The corners in order, latitude first.",
        example: "[\"38.5,124.0\", \"38.5,125.0\", \"39.5,125.0\"]"),
      .optional(
        "polygons", .list(.list(.text)), "Several areas that make one zone.",
        example: "[[\"38.5,124.0\", \"38.5,125.0\", \"39.5,125.0\"]]"),
    ])

  /// A group of ports.
  public static let ports = KeyTable(
    "ports", "A group of ports that rules name as `@ports/ID`.",
    keys: aboutDocument("ports", example: "our-terminals") + [
      .optional("codes", .list(.text), "Ports of the gazetteer.", example: "[KPNAM, KPRJN]"),
      .optional(
        "add", .list(.mapping(.newPort)), "Ports that the gazetteer lacks.",
        example: "[{code: KPXXX, at: \"38.72,125.40\"}]"),
    ])

  /// A port that the gazetteer lacks.
  public static let newPort = KeyTable(
    "a new port", "A port that the gazetteer lacks, as one circle or several.",
    keys: [
      .required("code", .text, "The UN/LOCODE, or a code of one's own.", example: "KPXXX"),
      .optional("name", .text, "The name.", example: "Sample Terminal"),
      .optional("country", .text, "The country.", example: "KP"),
      .required(
        "at", .oneOrMany(.text), "The middle of each circle, latitude first.",
        example: "\"38.72,125.40\""),
      .optional(
        "radius", .amount(.length), "The radius of each circle; 3 km if left out.", example: "5km"),
    ])

  /// A decision table.
  public static let table = KeyTable(
    "table", "Sorts a vessel or a fact into a class; rules name it as `@tables/ID`.",
    keys: aboutDocument("table", example: "vessel-class") + [
      .required("of", .factKind, "`vessel` or a kind of fact.", example: "vessel"),
      .optional("hit", .words(["unique"]), "Exactly one row holds.", example: "unique"),
      .required("inputs", .list(.field), "The fields it looks at.", example: "[type, built]"),
      .required(
        "output", .words(["word", "number"] + DecisionTable.outputDimensions),
        "What it gives: a word, a number or an amount.", example: "word"),
      .required(
        "rows", .list(.mapping(.tableRow)), "The rows; no two may hold at once.",
        example: "[{when: {type: tanker}, then: wet}]"),
      .optional("otherwise", .text, "What it gives where no row holds.", example: "other"),
    ])

  /// A row of a decision table.
  public static let tableRow = KeyTable(
    "a row", "Values of the inputs, and what the table then gives.",
    keys: [
      .optional(
        "when", .table(.oneOrMany(.text)),
        "A word, a list of words, `low..high` or `< value` for each input; any value if left out.",
        example: "{type: [tanker, crude_tanker], built: \"< 2000\"}"),
      .required("then", .text, "What the table gives.", example: "old-tanker"),
    ])

  static func aboutDocument(_ kind: String, example: String) -> [Key] {
    [
      .required("kind", .words([kind]), "What the file is; the first key.", example: kind),
      .required("language", .words(["1"]), "The version of the language.", example: "1"),
      .required("id", .kebabCase, "The name of the document.", example: example),
      .optional("title", .text, "One line for people.", example: "A sample"),
      .optional("owner", .text, "Who answers for it.", example: "maritime-desk"),
      .optional(
        "references", .oneOrMany(.text), "Where it comes from.",
        example: "[\"UNSCR 2397 (2017)\"]"),
    ]
  }
}
