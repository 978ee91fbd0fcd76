import Maritime

/// What became of verdicts that were reproduced.
public struct ReplayReport: Sendable {
  /// The first input, or else the first part of a verdict, that is not as it was.
  public struct Difference: Hashable, Sendable {
    /// The input, such as `rules`.
    public let input: String
    /// Its digest, or what it said, when the verdict was made.
    public let pinned: String
    /// The same now.
    public let now: String
    /// What differs within the input, such as the files of rules that were edited.
    public let parts: [String]

    /// Creates a difference.
    public init(input: String, pinned: String, now: String, parts: [String] = []) {
      self.input = input
      self.pinned = pinned
      self.now = now
      self.parts = parts
    }
  }

  /// One verdict.
  public struct Outcome: Hashable, Sendable {
    /// The vessel.
    public let subject: String
    /// What differs; `nil` when every byte is the same.
    public let difference: Difference?

    /// Creates an outcome.
    public init(subject: String, difference: Difference?) {
      self.subject = subject
      self.difference = difference
    }
  }

  /// The verdicts, in the order asked for.
  public let outcomes: [Outcome]

  /// Creates a report.
  public init(_ outcomes: [Outcome]) { self.outcomes = outcomes }

  /// Whether every verdict was reproduced byte for byte.
  public var isEqual: Bool { outcomes.allSatisfy { $0.difference == nil } }

  /// How many were reproduced, and what differs in the others.
  public var text: String {
    let equal = outcomes.count { $0.difference == nil }
    let lines = outcomes.compactMap { outcome in
      outcome.difference.map { difference in
        let parts = difference.parts.isEmpty ? "" : ": " + difference.parts.joined(separator: ", ")
        return "\(outcome.subject): \(difference.input) differs\(parts)\n"
          + "  pinned  \(difference.pinned)\n  now     \(difference.now)\n"
      }
    }
    return lines.joined() + "\(equal) of \(outcomes.count) verdicts reproduced byte for byte\n"
  }

  /// The outcomes as a JSON object.
  public var json: String {
    let items = outcomes.map { outcome in
      JSONText.object([
        "subject": JSONText.string(outcome.subject),
        "equal": outcome.difference == nil ? "true" : "false",
        "differs": JSONText.optional(outcome.difference?.input),
        "parts": JSONText.strings(outcome.difference?.parts ?? []),
        "pinned": JSONText.optional(outcome.difference?.pinned),
        "now": JSONText.optional(outcome.difference?.now),
      ])
    }
    return JSONText.object([
      "equal": isEqual ? "true" : "false", "verdicts": JSONText.array(items),
    ]) + "\n"
  }
}
