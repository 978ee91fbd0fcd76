public import Maritime

/// Two sets of rules side by side: what they are and what they say of a fleet.
public struct RuleDiffReport: Sendable {
  /// A vessel whose disposition differs.
  public struct Flip: Sendable {
    /// The vessel.
    public let vessel: VesselReference
    /// Its name, when known.
    public let name: String?
    /// What the old rules say.
    public let old: Disposition
    /// What the new rules say.
    public let new: Disposition
    /// The first rule that answers otherwise; `nil` when none does.
    public let rule: String?
    /// The first clause of it that differs, in a sentence.
    public let reason: String

    /// Creates a flip.
    public init(
      vessel: VesselReference, name: String?, old: Disposition, new: Disposition, rule: String?,
      reason: String
    ) {
      self.vessel = vessel
      self.name = name
      self.old = old
      self.new = new
      self.rule = rule
      self.reason = reason
    }
  }

  private let added: [String]
  private let removed: [String]
  private let changed: [String]
  private let dispositions: [(old: Disposition, new: Disposition)]
  private let flips: [Flip]

  /// Creates a report.
  ///
  /// - Parameters:
  ///   - added: The ids of rules that only the new set has.
  ///   - removed: The ids of rules that only the old set has.
  ///   - changed: The ids of rules that mean something else.
  ///   - dispositions: What both say of each vessel.
  ///   - flips: The vessels of which they say different things.
  public init(
    added: [String], removed: [String], changed: [String],
    dispositions: [(old: Disposition, new: Disposition)], flips: [Flip]
  ) {
    self.added = added
    self.removed = removed
    self.changed = changed
    self.dispositions = dispositions
    self.flips = flips
  }

  /// Whether no vessel's disposition differs.
  public var isEmpty: Bool { flips.isEmpty }

  /// The rules, the matrix of dispositions and the vessels that flip.
  public func text(style: ReportStyle) -> String {
    var page = TextPage(style)
    for (word, ids) in [("added", added), ("removed", removed), ("changed", changed)] {
      let names = ids.isEmpty ? "none" : ids.joined(separator: ", ")
      page.paragraph(names, indent: 9, lead: word)
    }
    page.heading("\(Quantity.count(dispositions.count)) VESSELS, OLD DOWN, NEW ACROSS")
    for line in matrix.lines(style: style) { page.add(line) }
    page.heading("\(flips.count) FLIPPED")
    for flip in flips {
      let name = flip.name.map { " (\($0))" } ?? ""
      page.paragraph(
        "\(flip.vessel)\(name): \(flip.old.rawValue) → \(flip.new.rawValue)", indent: 2, lead: "  ")
      page.paragraph(
        (flip.rule.map { "\($0): " } ?? "") + flip.reason, indent: 6, tone: .faint)
    }
    return page.text
  }

  private var present: [Disposition] {
    let found = Set(dispositions.flatMap { [$0.old, $0.new] })
    return Disposition.allCases.reversed().filter(found.contains)
  }

  private func count(_ old: Disposition, _ new: Disposition) -> Int {
    dispositions.count { $0.old == old && $0.new == new }
  }

  private var matrix: TextTable {
    TextTable(
      headings: [""] + present.map(\.rawValue),
      rows: present.map { old in
        [old.rawValue] + present.map { new in count(old, new) }.map { $0 == 0 ? "·" : "\($0)" }
      })
  }

  /// One JSON object on one line.
  public var json: String {
    let strings = { (ids: [String]) in JSONValue.array(ids.map(JSONValue.string)) }
    let cells = present.flatMap { old in present.map { new in (old, new, count(old, new)) } }
    let object = JSONValue.object([
      JSONMember("added", strings(added)), JSONMember("removed", strings(removed)),
      JSONMember("changed", strings(changed)),
      JSONMember("vessels", .number(Double(dispositions.count))),
      JSONMember(
        "matrix",
        .array(
          cells.filter { $0.2 > 0 }.map { old, new, count in
            .object([
              JSONMember("old", .string(old.rawValue)), JSONMember("new", .string(new.rawValue)),
              JSONMember("vessels", .number(Double(count))),
            ])
          })),
      JSONMember("flipped", .array(flips.map(Self.json))),
    ])
    return object.text + "\n"
  }

  private static func json(_ flip: Flip) -> JSONValue {
    .object([
      JSONMember("vessel", .string(flip.vessel.description)),
      JSONMember("name", flip.name.map(JSONValue.string) ?? .null),
      JSONMember("old", .string(flip.old.rawValue)),
      JSONMember("new", .string(flip.new.rawValue)),
      JSONMember("rule", flip.rule.map(JSONValue.string) ?? .null),
      JSONMember("reason", .string(flip.reason)),
    ])
  }
}
