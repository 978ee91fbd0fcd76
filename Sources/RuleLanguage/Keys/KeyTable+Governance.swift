extension KeyTable {
  /// Findings that do not count.
  public static let exceptions = KeyTable(
    "exceptions", "Findings that do not count for a while, each approved by somebody.",
    keys: aboutDocument("exceptions", example: "spring-2026") + [
      .required(
        "exceptions", .list(.mapping(.exception)), "The exceptions.",
        example: "[]")
    ])

  /// One exception.
  public static let exception = KeyTable(
    "an exception", "One finding that does not count, why, and until when.",
    keys: [
      .required("rule", .kebabCase, "The rule's id.", example: "dprk-dark-port-call"),
      .required(
        "version", .integer(1...1_000_000), "The version of the rule that was looked at.",
        example: "1"),
      .required(
        "match", .table(.fieldValue), "One list of the rule's `exceptable_by`, with values.",
        example: "{vessel.imo: \"9000003\", call.start: 2026-01-04T20:00Z}"),
      .required("reason", .text, "Why the finding does not count.", example: "Humanitarian call"),
      .required(
        "evidence", .text, "What shows it: a document, a letter, a case.", example: "Letter 12/26"),
      .required("approver", .text, "Who decided.", example: "J. Kim, head of compliance"),
      .optional(
        "licence", .text, "The authority's licence; needed where the rule forbids a deal.",
        example: "1718 Committee exemption 2026/12"),
      .required("from", .time, "The day of the approval.", example: "2026-01-10"),
      .required(
        "expires", .time, "The first day on which it no longer holds, at most 366 days later.",
        example: "2026-07-01"),
    ])

  /// What a library consists of.
  public static let pack = KeyTable(
    "pack", "The files and rules of a library with their digests, written by a program.",
    keys: aboutDocument("pack", example: "acme-rules") + [
      .required(
        "revision", .integer(1...1_000_000), "Raised with every release.", example: "7"),
      .required(
        "files", .list(.mapping(.packFile)), "Every file below the folder.", example: "[]"),
      .required(
        "lock", .list(.mapping(.packRule)), "Every rule with its meaning.", example: "[]"),
    ])

  /// A file of a pack.
  public static let packFile = KeyTable(
    "a file", "A file of a pack and its digest.",
    keys: [
      .required("path", .text, "The path below the folder.", example: "dprk/dark-call.yaml"),
      .required("sha256", .text, "The digest of its bytes.", example: "\"0f9b\""),
    ])

  /// A rule of a pack.
  public static let packRule = KeyTable(
    "a locked rule", "A rule of a pack, its version and a digest of what it means.",
    keys: [
      .required("rule", .kebabCase, "The rule's id.", example: "dprk-dark-port-call"),
      .required("version", .integer(1...1_000_000), "Its version.", example: "1"),
      .required("digest", .text, "The digest of its meaning.", example: "\"0f9b\""),
    ])
}
