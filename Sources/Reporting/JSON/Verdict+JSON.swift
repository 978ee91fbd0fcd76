import Maritime
import RuleLanguage
public import Screening
import StrictYAML

extension Verdict {
  /// The verdict as a JSON object on one line, with the keys that `docs/verdict.md` explains.
  public var json: String {
    company.map { JSONText.object(with: ownJSON, $0.members) } ?? ownJSON
  }

  /// The keys of every verdict.
  private var ownJSON: String {
    var lines = FactLines()
    return JSONText.object([
      "subject": subject.json,
      "as_of": JSONText.string(asOf.description),
      "known_as_of": JSONText.string(knownAsOf.description),
      "regimes": JSONText.strings(regimes),
      "disposition": JSONText.string(disposition.rawValue),
      "reason": JSONText.string(reason),
      "score": score.json,
      "level": JSONText.string(level.rawValue),
      "risky_since": JSONText.optional(riskySince?.description),
      "gates": JSONText.array(gates.map { $0.json(&lines) }),
      "findings": JSONText.array(findings.map { $0.json(&lines) }),
      "groups": JSONText.array(groups.map(\.json)),
      "undetermined": JSONText.array(undetermined.map { $0.json(&lines) }),
      "suppressed": JSONText.array(suppressed.map { $0.json(&lines) }),
      "lapsed_exceptions": JSONText.array(lapsedExceptions.map(\.json)),
      "set_aside": JSONText.array(setAside.map(\.json)),
      "lapsed_decisions": JSONText.array(lapsedDecisions.map(\.json)),
      "checked": checked.json(rulesDigest: digests.rules),
      "next_change": nextChange?.json ?? "null",
      "digests": digests.json,
    ])
  }
}

extension Points {
  /// A number with at most one decimal.
  fileprivate var json: String { tenths % 10 == 0 ? String(tenths / 10) : description }
}

extension VesselState {
  fileprivate var json: String {
    JSONText.object([
      "mmsi": vessel.mmsi.map { String($0.value) } ?? "null",
      "imo": vessel.imo?.description ?? "null",
      "name": JSONText.optional(name),
      "flag": JSONText.optional(flag?.code),
      "type": JSONText.optional(type),
    ])
  }
}

extension SuppressedFinding {
  /// The finding, with the decision that keeps it from counting.
  fileprivate func json(_ lines: inout FactLines) -> String {
    JSONText.object(with: finding.json(&lines), "exception", exception.json)
  }
}

extension RuleException {
  fileprivate var json: String {
    JSONText.object([
      "match": JSONText.string(match.description),
      "reason": JSONText.string(reason),
      "evidence": JSONText.string(evidence),
      "approver": JSONText.string(approver),
      "licence": JSONText.optional(licence),
      "from": JSONText.string(from.dayDescription),
      "expires": JSONText.string(expires.dayDescription),
      "file": JSONText.string(file),
      "line": String(span.start.line),
    ])
  }
}

extension LapsedException {
  fileprivate var json: String {
    JSONText.object([
      "rule": JSONText.optional(rule),
      "match": JSONText.optional(match?.description),
      "reason": JSONText.string(reason),
      "file": JSONText.string(file),
      "line": String(line),
    ])
  }
}

extension Finding {
  fileprivate func json(_ lines: inout FactLines) -> String {
    JSONText.object([
      "rule": JSONText.string(rule),
      "version": String(version),
      "title": JSONText.string(title),
      "status": JSONText.string(status.rawValue),
      "severity": JSONText.string(severity.rawValue),
      "points": points.json,
      "group": JSONText.string(group),
      "floor": JSONText.optional(floor?.rawValue),
      "regimes": JSONText.strings(regimes),
      "references": JSONText.strings(references),
      "since": JSONText.optional(since?.description),
      "assumed": isAssumed ? "true" : "false",
      "sentence": JSONText.string(sentences.first ?? ""),
      "further_sentences": JSONText.strings(Array(sentences.dropFirst())),
      "facts": lines.array(of: facts),
      "list_entries": JSONText.array(listEntries.map(\.json)),
      "false_positives": JSONText.strings(falsePositives),
    ])
  }
}

extension ListEntryReference {
  var json: String {
    JSONText.object([
      "list": JSONText.string(list),
      "entry": JSONText.string(entry),
      "name": JSONText.string(name),
      "authority": JSONText.string(authority),
      "listed_from": JSONText.optional(listedFrom?.dayDescription),
      "published": JSONText.string(published.dayDescription),
      "digest": JSONText.string(digest),
      "basis": JSONText.string(basis),
    ])
  }
}

extension GroupPoints {
  fileprivate var json: String {
    JSONText.object([
      "group": JSONText.string(group), "sum": sum.json, "cap": cap.json, "points": counted.json,
    ])
  }
}

extension Undetermined {
  fileprivate func json(_ lines: inout FactLines) -> String {
    JSONText.object([
      "rule": JSONText.string(rule),
      "clause": JSONText.string(clause),
      "missing": JSONText.string(missing),
      "floor": JSONText.optional(floor?.rawValue),
      "keeps_from_clear": keepsFromClear ? "true" : "false",
      "facts": lines.array(of: facts),
      "list_entries": JSONText.array(listEntries.map(\.json)),
    ])
  }
}

extension NextChange {
  fileprivate var json: String {
    JSONText.object([
      "date": JSONText.string(date.dayDescription),
      "disposition": JSONText.string(disposition.rawValue),
    ])
  }
}

extension VerdictDigests {
  fileprivate var json: String {
    JSONText.object([
      "engine": JSONText.string(engine), "rules": JSONText.string(rules),
      "policy": JSONText.string(policy), "lists": JSONText.string(lists),
      "facts": JSONText.string(facts), "gazetteer": JSONText.string(gazetteer),
      "exceptions": JSONText.string(exceptions), "decisions": JSONText.string(decisions),
    ])
  }
}
