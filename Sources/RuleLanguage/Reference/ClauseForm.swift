/// One way to write a clause, for the reference page and for editors.
public struct ClauseForm: Hashable, Sendable {
  /// The pattern: `a in [b, …]`.
  public let pattern: String
  /// One sentence for people.
  public let summary: String
  /// A clause to copy.
  public let example: String

  /// Every form, in the order of the reference page.
  public static let all = [
    ClauseForm(
      pattern: "a == b", summary: "The two are the same; unknown when one is not known.",
      example: "vessel.flag == KM"),
    ClauseForm(
      pattern: "a != b", summary: "The two differ; unknown when one is not known.",
      example: "from != to"),
    ClauseForm(
      pattern: "a < b, a <= b, a > b, a >= b",
      summary: "The two times or amounts stand in that order.", example: "duration >= 12h"),
    ClauseForm(
      pattern: "a in [b, c, …]", summary: "The value is one of several.",
      example: "source in [satellite, customs]"),
    ClauseForm(
      pattern: "a in b..c", summary: "The time or amount lies in a range, ends included.",
      example: "duration in 12h..30d"),
    ClauseForm(
      pattern: "a in @ports/b", summary: "The port belongs to a group of ports, or is that one.",
      example: "port in @ports/dprk"),
    ClauseForm(
      pattern: "a is known", summary: "The value is there; never unknown itself.",
      example: "reception is known"),
    ClauseForm(
      pattern: "a is unknown", summary: "The value is not there; never unknown itself.",
      example: "reception is unknown"),
    ClauseForm(
      pattern: "a inside @zones/b", summary: "The position lies in a zone.",
      example: "start_position inside @zones/kp-eez"),
    ClauseForm(
      pattern: "a within b of c",
      summary: "The position is at most so far from a zone, ports or another position.",
      example: "start_position within 120nm of @zones/kp-eez"),
    ClauseForm(
      pattern: "a on @lists/b at c",
      summary: "The vessel was on a list, or a list of a regime, as it stood at a time.",
      example: "vessel on @lists/un-1718 at now"),
    ClauseForm(
      pattern: "not …, … not in …, … not on …",
      summary: "Turns a clause round; what is unknown stays unknown.",
      example: "vessel.flag not in [KP, RU]"),
  ]
}
