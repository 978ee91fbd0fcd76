import Maritime
import RuleLanguage
import StrictYAML

extension VerdictReader {
  func finding(_ fields: VerdictFields) throws(VerdictError) -> Finding {
    let first = try fields.text("sentence")
    let further = try fields.texts("further_sentences")
    return Finding(
      rule: try fields.text("rule"), version: try fields.integer("version"),
      title: try fields.text("title"), status: try fields.word("status"),
      severity: try fields.word("severity"), regimes: try fields.texts("regimes"),
      references: try fields.texts("references"),
      falsePositives: try fields.texts("false_positives"), group: try fields.text("group"),
      points: try fields.points("points"), floor: try fields.optionalWord("floor"),
      isAssumed: try fields.flag("assumed"), sentences: first.isEmpty ? [] : [first] + further,
      facts: try facts(fields), listEntries: try fields.list("list_entries", listEntry),
      since: try fields.optionalTime("since"))
  }

  func undetermined(_ fields: VerdictFields) throws(VerdictError) -> Undetermined {
    Undetermined(
      rule: try fields.text("rule"), clause: try fields.text("clause"),
      missing: try fields.text("missing"), floor: try fields.optionalWord("floor"),
      facts: try facts(fields), listEntries: try fields.list("list_entries", listEntry))
  }

  func suppressed(_ fields: VerdictFields) throws(VerdictError) -> SuppressedFinding {
    let exception = try fields.object("exception")
    let finding = try finding(fields)
    return SuppressedFinding(
      finding: finding,
      exception: RuleException(
        rule: finding.rule, version: finding.version,
        match: tuple(try exception.text("match")), reason: try exception.text("reason"),
        evidence: try exception.text("evidence"), approver: try exception.text("approver"),
        licence: try exception.optionalText("licence"), from: try exception.time("from"),
        expires: try exception.time("expires"), file: try exception.text("file"),
        span: .line(try exception.integer("line"))))
  }

  func lapsed(_ fields: VerdictFields) throws(VerdictError) -> LapsedException {
    LapsedException(
      rule: try fields.optionalText("rule"), match: try fields.optionalText("match").map(tuple),
      reason: try fields.text("reason"), file: try fields.text("file"),
      line: try fields.integer("line"))
  }

  /// The values of an exception as the verdict wrote them: `vessel.imo = 9000003`.
  private func tuple(_ text: String) -> ExceptableTuple {
    guard let equals = text.firstRange(of: " = ") else { return ExceptableTuple([]) }
    // Nothing but the words of the whole is used again, so they stay in one part.
    return ExceptableTuple([
      ExceptableTuple.Part(
        path: String(text[..<equals.lowerBound]), value: .text(String(text[equals.upperBound...])))
    ])
  }

  private func facts(_ fields: VerdictFields) throws(VerdictError) -> [Fact] {
    var facts: [Fact] = []
    for (index, line) in try fields.elements("facts").enumerated() {
      facts.append(try fact(line, in: fields, "facts[\(index)]"))
    }
    return facts
  }

  func fact(
    _ value: JSONValue, in fields: VerdictFields, _ key: String
  ) throws(VerdictError) -> Fact {
    let (fact, rejection) = FactFile.readCited(Array(value.text.utf8), catalog: catalog)
    guard let fact else {
      let reason = rejection.map { "\($0.reason) \($0.detail ?? "")" } ?? "it is empty"
      throw fields.error(key, reason)
    }
    return fact
  }

  func listEntry(_ fields: VerdictFields) throws(VerdictError) -> ListEntryReference {
    ListEntryReference(
      list: try fields.text("list"), entry: try fields.text("entry"),
      name: try fields.text("name"), authority: try fields.text("authority"),
      listedFrom: try fields.optionalTime("listed_from"),
      published: try fields.time("published"), digest: try fields.text("digest"),
      basis: try fields.text("basis"))
  }
}

extension SourceSpan {
  /// A whole line of which only the number is known.
  fileprivate static func line(_ line: Int) -> SourceSpan {
    let place = SourcePosition(offset: 0, line: line, column: 1)
    return SourceSpan(start: place, end: place)
  }
}
