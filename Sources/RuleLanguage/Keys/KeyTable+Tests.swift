import Maritime

extension KeyTable {
  /// A file of tests beside a rule.
  public static let testFile = KeyTable(
    "tests", "The tests of the rule whose file has the same name.",
    keys: [
      .optional("kind", .words(["tests"]), "What the file is.", example: "tests"),
      .optional("rule", .kebabCase, "The rule's id.", example: "dark-port-call"),
      .required(
        "tests", .list(.mapping(.test)), "The cases.",
        example: "[{name: a call, now: 2026-03-01, expect: {fires: true}}]"),
    ])

  /// One case.
  public static let test = KeyTable(
    "a test", "What a vessel did, and what the rule must say.",
    keys: [
      .required("name", .text, "What the case is about.", example: "40 h gap with a call in it"),
      .required("now", .time, "The as-of instant.", example: "2026-03-01T00:00Z"),
      .optional(
        "vessel", .testVessel, "The vessel's own fields.", example: "{imo: \"9000003\", flag: KM}"),
      .optional(
        "company", .either([.mapping(.companyNumbers), .text]),
        "The company, in a rule for companies.", example: "{imo: \"5123456\", name: SAMPLE LTD}"),
      .optional("port", .text, "The port, in a rule for ports.", example: "KPNAM"),
      .optional(
        "lists", .table(.either([.list(.mapping(.testEntry)), .text])),
        "Entries of lists by list, or why a list cannot be asked.",
        example: "{us: [{imo: \"9000003\", from: 2024-01-01}]}"),
      .optional(
        "facts", .list(.testFact), "What the vessel did.",
        example: "[{fact: port_call, start: 2026-01-04, port: KPNAM}]"),
      .required(
        "expect", .mapping(.expect), "What the rule must say.", example: "{fires: true}"),
      .optional(
        "vary", .list(.mapping(.variant)), "The same case with one value changed.",
        example: "[{set: {facts.0.duration: 11h59min}, expect: {fires: false}}]"),
    ])

  /// What a rule must say.
  public static let expect = KeyTable(
    "expect", "What the rule must say; what is left out may be anything.",
    keys: [
      .optional(
        "fires", .words(["true", "false", "unknown"]), "Whether the rule fires.",
        example: "true"),
      .optional("points", .points, "The points that it gives.", example: "54.1"),
      .optional(
        "disposition", .words(of: Disposition.self), "What the rule alone leads to, points aside.",
        example: "review"),
      .optional("cites", .oneOrMany(.knownName), "The facts it shows.", example: "[gap, call]"),
      .optional("says", .oneOrMany(.text), "Texts in its sentence.", example: "Nampo"),
      .optional(
        "failing", .oneOrMany(.text), "Clauses that are not true.",
        example: "\"duration >= 12h\""),
    ])

  /// A case with one value changed.
  public static let variant = KeyTable(
    "vary", "The case with values changed, and what the rule must say then.",
    keys: [
      .optional(
        "set", .table(.fieldValue), "New values by path.", example: "{facts.0.duration: 12h}"),
      .optional(
        "unset", .oneOrMany(.text), "Paths of values to leave out.", example: "facts.0.reception"),
      .required(
        "expect", .mapping(.expect), "What the rule must say then.", example: "{fires: false}"),
    ])

  /// An entry of a list in a test.
  public static let testEntry = KeyTable(
    "a list entry", "A vessel or a company on a list, and since when.",
    keys: [
      .optional("imo", .imoNumber, "The IMO number.", example: "\"9000003\""),
      .optional("mmsi", .mmsi, "The MMSI.", example: "\"620000003\""),
      .optional(
        "imo_company", .text, "The seven digits of a company's number.",
        example: "\"5123456\""),
      .optional("name", .text, "The name on the list.", example: "SAMPLE"),
      .optional("authority", .text, "Who listed it.", example: "UN Security Council"),
      .optional("list", .kebabCase, "The list, when a regime was asked.", example: "ofac-sdn"),
      .optional("entry", .text, "The entry's number.", example: "\"12345\""),
      .optional("from", .time, "When it was listed.", example: "2024-01-01"),
      .optional("to", .time, "When it was taken off.", example: "2025-01-01"),
    ])

  /// Another vessel, by its numbers.
  public static let vesselNumbers = KeyTable(
    "vessel", "Another vessel, by its numbers.",
    keys: [
      .optional("imo", .imoNumber, "The IMO number.", example: "\"9000003\""),
      .optional("mmsi", .mmsi, "The MMSI.", example: "\"620000003\""),
    ])

  /// A company, by its number or its name.
  public static let companyNumbers = KeyTable(
    "company", "A company, by its IMO company number, its name or both.",
    keys: [
      .optional("imo", .text, "The seven digits of its number.", example: "\"5123456\""),
      .optional("name", .text, "The name.", example: "Example Shipping Ltd"),
    ])
}
