import Maritime
import RuleLanguage
import Screening

/// What the template shows of a finding.
struct FindingView {
  struct Reference {
    let text: String
    let isLink: Bool
  }

  let tone: String
  let title: String
  let points: String
  let sentences: [String]
  let numbers: String
  let hasNumbers: Bool
  let summary: String
  let entries: [String]
  let hasEntries: Bool
  let harmless: String
  let hasHarmless: Bool
  let exception: String?
  let origin: String
  let references: [Reference]
  let hasReferences: Bool

  init(_ finding: Finding, numbers: [String: Int], exception: String? = nil) {
    tone = finding.isGate ? "gate" : finding.severity.rawValue
    title = finding.title
    points = finding.isGate ? "prohibits" : finding.points > .zero ? "+\(finding.points)" : ""
    sentences = finding.sentences
    self.numbers = NumberRanges(finding.facts.compactMap { numbers[$0.id] }).text
    hasNumbers = !self.numbers.isEmpty
    summary = Self.summary(of: finding.facts)
    entries = finding.listEntries.map(\.sentence)
    hasEntries = !entries.isEmpty
    harmless = finding.falsePositives.joined(separator: " ")
    hasHarmless = !harmless.isEmpty
    self.exception = exception
    origin = finding.originWithoutReferences
    references = finding.references.map(Self.reference)
    hasReferences = !references.isEmpty
  }

  /// Only an address of the web is a link; any other scheme stays text.
  private static func reference(_ text: String) -> Reference {
    let isLink = text.hasPrefix("https://") || text.hasPrefix("http://")
    return Reference(text: text, isLink: isLink && !text.contains { $0.isWhitespace })
  }

  /// The kinds with how many there are: `AIS gap, port call × 2`.
  private static func summary(of facts: [Fact]) -> String {
    Dictionary(grouping: facts, by: \.kind.name).sorted { $0.key < $1.key }.map { kind, facts in
      let title = EventStyle(of: kind).title
      return facts.count == 1 ? title : "\(title) × \(facts.count)"
    }.joined(separator: ", ")
  }
}

/// What the template shows of an open question.
struct QuestionView {
  let clause: String
  let missing: String
  let rule: String
  let effect: String
  let counts: Bool
  let entries: [String]
  let hasEntries: Bool
  let numbers: String
  let hasNumbers: Bool

  init(_ question: Undetermined, numbers: [String: Int]) {
    clause = question.clause
    missing = question.missing
    rule = question.rule
    effect = question.floor.map { "makes the verdict at least \($0.rawValue)" } ?? "noted only"
    counts = question.keepsFromClear
    entries = question.listEntries.map(\.sentence)
    hasEntries = !entries.isEmpty
    self.numbers = NumberRanges(question.facts.compactMap { numbers[$0.id] }).text
    hasNumbers = !self.numbers.isEmpty
  }
}

/// What the template shows of a cited fact.
struct EventView {
  let number: Int
  let style: String
  let title: String
  let details: String
  let from: String
  let to: String
  let place: [String]
  let source: String
  let lines: String

  init(_ fact: Fact, number: Int) {
    self.number = number
    let style = EventStyle(of: fact.kind)
    self.style = style.name
    title = style.title
    details = zip(fact.kind.fields, fact.values).compactMap { field, value in
      value.map { "\(field.name.replacing("_", with: " ")): \($0)" }
    }.joined(separator: " · ")
    from = fact.header.span.start.minuteDescription
    to = fact.header.span.end?.minuteDescription ?? "still open"
    place = fact.header.position?.words ?? []
    source = fact.header.source
    lines = fact.places
  }
}

extension Coordinate {
  /// Degrees with four decimals, which is eleven metres: `42.1234° N` and `131.2345° E`.
  var words: [String] {
    [
      "\(Self.degrees(latitudeE7))° \(latitudeE7 < 0 ? "S" : "N")",
      "\(Self.degrees(longitudeE7))° \(longitudeE7 < 0 ? "W" : "E")",
    ]
  }

  private static func degrees(_ e7: Int32) -> String {
    let steps = (Int(e7.magnitude) + 500) / 1000
    let rest = String(steps % 10_000)
    return "\(steps / 10_000)." + String(repeating: "0", count: 4 - rest.count) + rest
  }
}
