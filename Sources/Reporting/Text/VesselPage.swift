import Maritime
import RuleLanguage
import Screening
import StrictYAML
import Watchlists

/// One vessel's verdict on one page.
enum VesselPage {
  static func text(of verdict: Verdict, style: ReportStyle) -> String {
    var page = TextPage(style)
    page.addHeadline(verdict, particulars: verdict.subject.particulars)
    page.addFindings("PROHIBITIONS", verdict.gates)
    page.addFindings("FINDINGS", verdict.countedFindings.filter { !$0.isGate })
    page.addUndetermined(verdict.undetermined)
    page.addFindings("SHADOW RULES (shown, not counted)", verdict.findings.filter { !$0.counts })
    page.addSuppressed(verdict)
    page.addDecisions(verdict)
    page.addChecked(verdict)
    return page.text
  }
}

extension TextPage {
  mutating func addHeadline(_ verdict: Verdict, particulars: String) {
    let unnamed = verdict.company == nil ? "Unnamed vessel" : "Unnamed company"
    add(paint(TerminalText.safe(verdict.subject.name ?? unnamed), .bold))
    add(TerminalText.safe(particulars))
    add()
    let disposition = verdict.disposition
    add(paint(disposition.headline, disposition.tone) + " — " + disposition.advice)
    let since = verdict.riskySince.map { "  ·  risky since \($0.dayDescription)" } ?? ""
    let points = "\(verdict.score) of 100 points (\(verdict.level.rawValue))"
    add("\(points)  ·  as of \(verdict.asOf.minuteDescription)\(since)")
    paragraph(verdict.reason, indent: 0)
    guard let change = verdict.nextChange else { return }
    add("On \(change.date.dayDescription) fading alone makes it \(change.disposition.rawValue).")
  }

  mutating func addFindings(_ title: String, _ findings: [Finding]) {
    guard !findings.isEmpty else { return }
    heading(title)
    for finding in findings { add(finding) }
  }

  mutating func addSuppressed(_ verdict: Verdict) {
    if !verdict.suppressed.isEmpty { heading("SUPPRESSED BY EXCEPTIONS (shown, not counted)") }
    for suppressed in verdict.suppressed {
      add(suppressed.finding)
      paragraph(suppressed.exception.sentence, indent: 11, lead: "         ! ")
    }
    guard !verdict.lapsedExceptions.isEmpty else { return }
    heading("EXCEPTIONS THAT SUPPRESS NOTHING")
    for lapsed in verdict.lapsedExceptions {
      paragraph(lapsed.sentence, indent: 4, lead: "  ! ")
    }
  }

  private mutating func add(_ finding: Finding) {
    let points = finding.points > .zero ? "+\(finding.points)" : ""
    paragraph(finding.title, indent: 9, lead: "  " + points, tone: .bold)
    for sentence in finding.sentences { paragraph(sentence, indent: 9) }
    for fact in finding.facts { addEvidence(of: fact) }
    for entry in finding.listEntries { paragraph(entry.sentence, indent: 11, lead: "         · ") }
    for reason in finding.falsePositives {
      paragraph("May be harmless: \(reason)", indent: 11, lead: "         ? ")
    }
    paragraph(finding.origin, indent: 9, tone: .faint)
  }

  private mutating func addEvidence(of fact: Fact) {
    let source = fact.header.source == "ais" ? "" : ", source \(fact.header.source)"
    paragraph(
      "\(fact.kind.name) \(fact.header.span.words)\(source)", indent: 11, lead: "         · ")
    let places = fact.places
    if !places.isEmpty { paragraph(places, indent: 11) }
  }

  mutating func addUndetermined(_ undetermined: [Undetermined]) {
    guard !undetermined.isEmpty else { return }
    heading("COULD NOT BE DETERMINED")
    for question in undetermined {
      let note = question.keepsFromClear ? "" : " (noted only)"
      paragraph("\(question.clause): \(question.missing)\(note)", indent: 4, lead: "  ? ")
      for entry in question.listEntries { paragraph(entry.sentence, indent: 6, lead: "    · ") }
      paragraph(question.rule, indent: 4, tone: .faint)
    }
  }

  mutating func addChecked(_ verdict: Verdict) {
    let checked = verdict.checked
    heading("CHECKED")
    let lists = checked.lists.map(\.words)
    addPart("Lists", lists.isEmpty ? "none" : lists.joined(separator: "; "))
    if verdict.knownAsOf != verdict.asOf {
      addPart("", "as known on \(verdict.knownAsOf.minuteDescription)")
    }
    let regimes = verdict.regimes.isEmpty ? "all" : verdict.regimes.joined(separator: ", ")
    addPart("Regimes", regimes)
    addPart("Rules", checked.ruleWords)
    addPart("Window", checked.windowWords)
    addPart("Digests", verdict.digests.words)
  }

  private mutating func addPart(_ name: String, _ text: String) {
    paragraph(text, indent: 11, lead: "  " + name)
  }
}

extension VesselState {
  /// The numbers, flag and type, those that are not known said to be so.
  fileprivate var particulars: String {
    [
      vessel.imo.map { "IMO \($0)" } ?? "no IMO number known",
      vessel.mmsi.map { "MMSI \($0)" },
      flag.map { CountryTable.shipped.name(of: $0) ?? $0.code } ?? "flag not known",
      type.map { $0.replacing("_", with: " ") } ?? "type not known",
    ].compactMap(\.self).joined(separator: "  ·  ")
  }
}

extension Finding {
  fileprivate var origin: String {
    let regimes = regimes.isEmpty ? [] : ["for " + regimes.joined(separator: ", ")]
    let law = references.isEmpty ? [] : [references.joined(separator: "; ")]
    return (["\(rule) v\(version)", severity.rawValue] + regimes + law).joined(separator: " · ")
  }
}

extension RuleException {
  fileprivate var sentence: String {
    let paper = licence.map { "\(evidence); licence \($0)" } ?? evidence
    return "Excepted until \(expires.dayDescription) by \(approver): \(reason) (\(paper);"
      + " \(file):\(span.start.line))"
  }
}

extension LapsedException {
  fileprivate var sentence: String {
    let what = [rule, match?.description].compactMap(\.self).joined(separator: ", ")
    return "\(what.isEmpty ? "An exception" : what): \(reason) (\(file):\(line))"
  }
}

extension ListEntryReference {
  var sentence: String {
    let since = listedFrom.map { "listed from \($0.dayDescription)" } ?? "date of listing not known"
    return "\(list) entry \(entry) “\(name)”, \(authority), \(since), by \(basis)"
      + " (list of \(published.dayDescription), sha256 \(digest.prefix(8)))"
  }
}

extension Fact {
  /// The first and the last line behind it: they say enough on a page, and the JSON report has all.
  ///
  /// A time is named only when the fact does not begin or end there.
  var places: String {
    let lines = header.evidence
    guard let first = lines.first, let last = lines.last else { return "" }
    guard lines.count > 1 else { return "\(first.file):\(first.line)\(time(of: first))" }
    let file = first.file == last.file ? "line " : "\(last.file):"
    let rest = lines.count > 2 ? ", \(Quantity.count(lines.count - 2)) between" : ""
    return "\(first.file):\(first.line)\(time(of: first)) and \(file)\(last.line)"
      + time(of: last) + rest
  }

  private func time(of evidence: Evidence) -> String {
    guard let time = evidence.time, time != header.span.start, time != header.span.end else {
      return ""
    }
    return " (\(time.minuteDescription))"
  }
}

extension TimeSpan {
  /// From when until when, to the minute.
  var words: String {
    "\(start.minuteDescription) to \(end?.minuteDescription ?? "now, still open")"
  }
}

extension CheckedRecord.CheckedList {
  fileprivate var words: String {
    let more = earlier.isEmpty ? "" : ", \(earlier.count) earlier"
    return "\(current.list) of \(current.published.dayDescription) (\(current.publisher),"
      + " \(Quantity.count(current.entries)) entries, sha256 \(current.digest.prefix(8))\(more))"
      + (isOutOfDate ? " OUT OF DATE" : "")
  }
}

extension CheckedRecord {
  fileprivate var ruleWords: String {
    let count = { (answer: RuleEvaluation.Answer) in rules.count { $0.answer == answer } }
    let leftOut = rulesLeftOut.isEmpty ? "" : "; \(rulesLeftOut.count) not applicable"
    return "\(rules.count) evaluated: \(count(.fires)) fired, \(count(.doesNotFire)) did not,"
      + " \(count(.unknown)) could not be decided\(leftOut)"
  }

  fileprivate var windowWords: String {
    let from = window.start.dayDescription
    let seen =
      observed.map {
        " from \($0.start.minuteDescription) to \(($0.end ?? $0.start).minuteDescription)"
      } ?? ""
    return "from \(from); \(Quantity.count(positions)) positions\(seen);"
      + " \(Quantity.count(facts)) fact\(facts == 1 ? "" : "s")"
  }
}

extension VerdictDigests {
  fileprivate var words: String {
    let parts = [
      ("rules", rules), ("policy", policy), ("lists", lists), ("facts", facts),
      ("gazetteer", gazetteer), ("exceptions", exceptions), ("decisions", decisions),
    ]
    return (["engine \(engine)"] + parts.map { "\($0.0) \($0.1.prefix(8))" })
      .joined(separator: " · ")
  }
}
