/// An entry of a watchlist that a vessel, or a company with a part in it, may be.
///
/// The fact `list_candidate` holds it. It says how much speaks for the entry and judges nothing: a
/// screening makes a question of it, and a rule may.
public struct CandidateEntry: Hashable, Sendable {
  /// Whom it may be: `vessel`, or the part that a company has, as in the fact `party`.
  public var subject: String
  /// How it was found, one of `kinds`.
  public var kind: String
  /// From 0 to 100.
  public var points: Int
  /// The name of the subject, as its source writes it.
  public var name: String?
  /// Where the entry stands and how it was found.
  public var entry: ListEntryReference

  /// Creates a candidate.
  public init(
    subject: String, kind: String, points: Int, name: String?, entry: ListEntryReference
  ) {
    self.subject = subject
    self.kind = kind
    self.points = points
    self.name = name
    self.entry = entry
  }

  /// How an entry can be found, in snake case.
  public static let kinds = [
    "call_sign", "copied_number", "earlier_mmsi", "mistyped_number", "name", "number",
  ]

  /// How rules see it.
  public static let schema = FactSchema<CandidateEntry>(
    "list_candidate", "An entry of a watchlist that a vessel or one of its companies may be.",
    perVesselYear: 100,
    fields: [
      FactField("subject", .text, "Whom it may be: vessel, or the role of a party.") {
        .text($0.subject)
      },
      FactField("kind", .word(kinds), "What agrees.") { .word($0.kind) },
      FactField("confidence", .quantity(.ratio), "How much agrees: 1 for an equal number or name.")
      { .quantity(Quantity(.ratio, steps: Int64($0.points) * 10_000)) },
      FactField(optional: "name", .text, "The subject's name.") { $0.name.map(FactValue.text) },
      FactField("list", .text, "The list's id.") { .text($0.entry.list) },
      FactField("entry", .text, "The publisher's number of the entry.") { .text($0.entry.entry) },
      FactField("listed_name", .text, "The name of the entry.") { .text($0.entry.name) },
      FactField("published", .time, "When the list was published.") { .time($0.entry.published) },
      FactField("digest", .text, "The SHA-256 digest of the list.") { .text($0.entry.digest) },
      FactField("explanation", .text, "What was compared, and what it counts.") {
        .text($0.entry.basis)
      },
    ])
}
