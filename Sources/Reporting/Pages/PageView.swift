import Maritime
import RuleLanguage
import Screening

/// What the template of a page shows; the names are those of the template.
struct PageView {
  let title: String
  let style: String
  let styleDigest: String
  /// The style of the drawings, which stands in each of them: printers read no other.
  let drawingStyle: String
  let drawingStyleDigest: String
  let engine: String
  let isSeveral: Bool
  let vessels: [VesselView]
  let disclaimer: String
}

/// What the template shows of one vessel.
struct VesselView {
  struct Group {
    let group: String
    let sum: String
    let cap: String
    let counted: String
  }

  struct DigestRow {
    let name: String
    let value: String
  }

  let anchor: String
  let name: String
  let numbers: String
  let particulars: String
  let tone: String
  let disposition: String
  let advice: String
  let reason: String
  let score: String
  let meter: String
  let level: String
  let asOf: String
  let knownAsOf: String?
  let riskySince: String
  let regimes: String
  let nextChange: String
  let findings: [FindingView]
  let hasFindings: Bool
  let groups: [Group]
  let hasGroups: Bool
  let questions: [QuestionView]
  let hasQuestions: Bool
  let noted: [QuestionView]
  let hasNoted: Bool
  let map: MapView?
  let timeline: TimelineDrawing?
  let events: [EventView]
  let hasEvents: Bool
  let company: CompanyView?
  let decided: DecidedView
  let shadow: [FindingView]
  let hasShadow: Bool
  let checked: CheckedView
  let digests: [DigestRow]

  init(_ report: VesselReport, number: Int, land: MapLand?) {
    let verdict = report.verdict
    let numbering = report.numbers
    anchor = "vessel-\(number)"
    name = verdict.title
    numbers = verdict.numbers
    particulars = verdict.company?.particulars ?? verdict.subject.particulars
    tone = verdict.disposition.rawValue
    disposition = verdict.disposition.headline
    advice = verdict.disposition.advice
    reason = verdict.reason
    score = verdict.score.description
    meter = SVGPath.number(Double(min(max(0, verdict.score.tenths), 1000)) * 0.26)
    level = verdict.level.rawValue
    asOf = verdict.asOf.minuteDescription
    knownAsOf = verdict.knownAsOf == verdict.asOf ? nil : verdict.knownAsOf.minuteDescription
    riskySince = verdict.riskySince?.minuteDescription ?? "nothing that counts is known"
    regimes = verdict.regimes.isEmpty ? "all" : verdict.regimes.joined(separator: ", ")
    nextChange = verdict.nextChangeWords
    findings = verdict.countedFindings.map { FindingView($0, numbers: numbering) }
    hasFindings = !findings.isEmpty
    groups = verdict.groups.map {
      Group(
        group: $0.group, sum: $0.sum.description, cap: $0.cap.description,
        counted: $0.counted.description)
    }
    hasGroups = !groups.isEmpty
    let asked = verdict.undetermined.map { QuestionView($0, numbers: numbering) }
    questions = asked.filter(\.counts)
    noted = asked.filter { !$0.counts }
    hasNoted = !noted.isEmpty
    hasQuestions = !questions.isEmpty
    map = MapView(report, land: land)
    timeline = TimelineDrawing(report)
    events = report.citedFacts.enumerated().map { EventView($1, number: $0 + 1) }
    hasEvents = !events.isEmpty
    company = verdict.company.map(CompanyView.init)
    decided = DecidedView(verdict, numbers: numbering)
    shadow = verdict.findings.filter { !$0.counts }.map { FindingView($0, numbers: numbering) }
    hasShadow = !shadow.isEmpty
    checked = CheckedView(verdict)
    digests = verdict.digests.rows.map { DigestRow(name: $0.name, value: $0.value) }
  }
}

extension VerdictDigests {
  /// Every digest with its name, in the order of the JSON.
  var rows: [(name: String, value: String)] {
    [
      ("engine", engine), ("rules", rules), ("policy", policy), ("lists", lists), ("facts", facts),
      ("gazetteer", gazetteer), ("exceptions", exceptions), ("decisions", decisions),
    ]
  }
}
