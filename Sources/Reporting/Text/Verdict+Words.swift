import Maritime
import RuleLanguage
import Screening
import StrictYAML
import Watchlists

extension Verdict {
  /// When fading alone changes the disposition, in words.
  var nextChangeWords: String {
    guard let nextChange else { return "fading alone changes nothing within ten years" }
    return "on \(nextChange.date.dayDescription) fading alone makes it"
      + " \(nextChange.disposition.rawValue)"
  }
}

extension Verdict {
  /// The name for a heading.
  var title: String {
    subject.name ?? (company == nil ? "Unnamed vessel" : "Unnamed company")
  }

  /// What tells the subject from others: the numbers of a vessel, or those of a company.
  var numbers: String { company?.particulars ?? subject.vessel.description }
}

extension VesselState {
  /// The numbers, flag and type, those that are not known said to be so.
  var particulars: String {
    [
      vessel.imo.map { "IMO \($0)" } ?? "no IMO number known",
      vessel.mmsi.map { "MMSI \($0)" },
      flag.map { CountryTable.shipped.name(of: $0) ?? $0.code } ?? "flag not known",
      type.map { $0.replacing("_", with: " ") } ?? "type not known",
    ].compactMap(\.self).joined(separator: "  ·  ")
  }
}

extension Finding {
  /// The rule, how bad it is, whom it binds and what it follows.
  var origin: String {
    let law = references.isEmpty ? [] : [references.joined(separator: "; ")]
    return ([originWithoutReferences] + law).joined(separator: " · ")
  }

  /// The same without the laws and guidance.
  var originWithoutReferences: String {
    let regimes = regimes.isEmpty ? [] : ["for " + regimes.joined(separator: ", ")]
    return (["\(rule) v\(version)", severity.rawValue] + regimes).joined(separator: " · ")
  }
}

extension RuleException {
  var sentence: String {
    let paper = licence.map { "\(evidence); licence \($0)" } ?? evidence
    return "Excepted until \(expires.dayDescription) by \(approver): \(reason) (\(paper);"
      + " \(file):\(span.start.line))"
  }
}

extension LapsedException {
  var sentence: String {
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
  var words: String {
    let more = earlier.isEmpty ? "" : ", \(earlier.count) earlier"
    return "\(current.list) of \(current.published.dayDescription) (\(current.publisher),"
      + " \(Quantity.count(current.entries)) entries, sha256 \(current.digest.prefix(8))\(more))"
      + (isOutOfDate ? " OUT OF DATE" : "")
  }
}

extension CheckedRecord {
  var ruleWords: String {
    let count = { (answer: RuleEvaluation.Answer) in rules.count { $0.answer == answer } }
    let leftOut = rulesLeftOut.isEmpty ? "" : "; \(rulesLeftOut.count) not applicable"
    return "\(rules.count) evaluated: \(count(.fires)) fired, \(count(.doesNotFire)) did not,"
      + " \(count(.unknown)) could not be decided\(leftOut)"
  }

  var windowWords: String {
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
  var words: String {
    let parts = [
      ("rules", rules), ("policy", policy), ("lists", lists), ("facts", facts),
      ("gazetteer", gazetteer), ("exceptions", exceptions), ("decisions", decisions),
    ]
    return (["engine \(engine)"] + parts.map { "\($0.0) \($0.1.prefix(8))" })
      .joined(separator: " · ")
  }
}
