import Maritime
import StrictYAML

/// Cases near a case: values at the edges of the clauses, facts moved or left out.
struct CaseVariants {
  /// What is changed, the likeliest first.
  enum Round: CaseIterable {
    /// Fields that the changed clause looks at.
    case fields
    /// Whether a fact is there.
    case facts
    /// When facts start and end, when the vessel was listed, and when one looks.
    case times
    /// Fields that other clauses look at.
    case otherFields
  }

  private let vocabulary: Vocabulary
  private let focus: ClauseWords
  private let others: ClauseWords

  init(_ rule: CompiledRule, _ mutation: RuleMutation, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    focus = ClauseWords([mutation.words], vocabulary.gazetteer)
    let keys = KeyClause.all(in: rule.document).map(\.text)
    let lookback = rule.document["lookback"]?.text ?? "24mo"
    others = ClauseWords(
      rule.condition.clauses.map(\.text) + keys + [lookback], vocabulary.gazetteer)
  }

  /// The changes to try on a case, each a set of values.
  func changes(of test: RuleTest, _ round: Round) -> [[RuleTestChange]] {
    let document = test.source.document
    switch round {
    case .fields: return fieldChanges(document, focus)
    case .facts:
      return (document["facts"]?.items ?? []).indices.map {
        [RuleTestChange(path: "facts.\($0)", value: nil)]
      }
    case .times:
      return TimeChanges(test, amounts: focus.amounts + others.amounts, vocabulary).all
    case .otherFields: return fieldChanges(document, others)
    }
  }

  private func fieldChanges(_ document: YAMLNode, _ words: ClauseWords) -> [[RuleTestChange]] {
    var found: [[RuleTestChange]] = []
    for (index, fact) in (document["facts"]?.items ?? []).enumerated() {
      guard let kind = fact["fact"]?.text.flatMap(vocabulary.catalog.kind) else { continue }
      let fields = vocabulary.fields(of: .fact(kind)).filter {
        words.names.contains($0.name) && !["start", "end"].contains($0.name)
      }
      for field in fields {
        let path = "facts.\(index).\(field.name)"
        for value in values(for: field, words, now: fact[field.name]) {
          // A fact has an end or a duration, so the one replaces the other.
          let end: [RuleTestChange] =
            field.name == "duration" && fact["end"] != nil
            ? [RuleTestChange(path: "facts.\(index).end", value: nil)] : []
          found.append(end + [RuleTestChange(path: path, value: value)])
        }
      }
    }
    for field in vocabulary.stateFields where words.names.contains(field.name) {
      for value in values(for: field, words, now: document["vessel"]?[field.name]) {
        found.append([RuleTestChange(path: "vessel.\(field.name)", value: value)])
      }
    }
    return found
  }

  /// Values worth a try, and `nil` to leave the field out.
  private func values(
    for field: FieldDeclaration, _ words: ClauseWords, now: YAMLNode?
  ) -> [YAMLNode?] {
    let texts: [String] =
      switch field.type {
      case .quantity, .money: words.amounts
      case .word(let all): all
      case .bool: ["true", "false"]
      case .country: words.words.filter { $0.count == 2 } + ["PA", "KP"]
      case .port: words.ports
      case .position: positions(around: now?.text, words)
      case .text, .zone, .company: words.words + words.texts
      case .time: words.times
      case .vessel: ["9074729"]
      }
    let span = now?.span ?? SourceSpan.none
    let nodes = texts.filter { $0 != now?.text }.map {
      YAMLNode(.scalar($0, isQuoted: false), span: span)
    }
    return nodes + (field.isOptional && now != nil ? [nil] : [])
  }

  /// Points in eight directions, in steps of a twentieth of the longest distance of the clause.
  private func positions(around text: String?, _ words: ClauseWords) -> [String] {
    guard let text, let center = Coordinate(latitudeCommaLongitude: text) else { return [] }
    let longest = words.amounts.compactMap(Self.miles).max() ?? 60
    let directions = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)]
    return directions.flatMap { north, east in
      (1...60).compactMap { step -> String? in
        let degrees = longest / 20 * Double(step) / 60
        let latitude = center.latitude + Double(north) * degrees
        let longitude = center.longitude + Double(east) * degrees
        guard Coordinate(latitude: latitude, longitude: longitude) != nil else { return nil }
        return "\(Self.rounded(latitude)),\(Self.rounded(longitude))"
      }
    }
  }

  private static func miles(_ text: String) -> Double? {
    guard case .success(.quantity(let quantity)) = QuantityLiteral.read(text),
      quantity.dimension == .length
    else { return nil }
    return Double(quantity.steps) / 1_852_000
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 1000).rounded() / 1000 }
}

extension SourceSpan {
  /// The place of what is not written.
  static let none = SourceSpan(
    start: SourcePosition(offset: 0, line: 1, column: 1),
    end: SourcePosition(offset: 0, line: 1, column: 1))
}
