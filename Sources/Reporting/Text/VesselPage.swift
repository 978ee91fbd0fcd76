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
    add(paint(TerminalText.safe(verdict.title), .bold))
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
