import Maritime
import RuleLanguage
import Screening
import Watchlists

extension CheckedRecord {
  /// The negative record as a JSON object.
  func json(rulesDigest: String) -> String {
    JSONText.object([
      "lists": JSONText.array(lists.map(\.json)),
      "rules": JSONText.object([
        "digest": JSONText.string(rulesDigest),
        "evaluated": String(rules.count),
        "answers": JSONText.array(rules.map(\.json)),
        "left_out": JSONText.strings(rulesLeftOut),
      ]),
      "window": window.json,
      "observed": observed?.json ?? "null",
      "positions": String(positions),
      "facts": String(facts),
    ])
  }
}

extension CheckedRecord.CheckedList {
  fileprivate var json: String {
    JSONText.object([
      "list": JSONText.string(current.list),
      "publisher": JSONText.string(current.publisher),
      "regimes": JSONText.strings(current.regimes),
      "published": JSONText.string(current.published.dayDescription),
      "digest": JSONText.string(current.digest),
      "entries": String(current.entries),
      "earlier": JSONText.array(earlier.map(\.json)),
      "out_of_date": isOutOfDate ? "true" : "false",
    ])
  }
}

extension SnapshotSummary {
  fileprivate var json: String {
    JSONText.object([
      "published": JSONText.string(published.dayDescription), "digest": JSONText.string(digest),
    ])
  }
}

extension CheckedRecord.RuleAnswer {
  fileprivate var json: String {
    JSONText.object([
      "rule": JSONText.string(rule), "version": String(version),
      "answer": JSONText.string(answer.rawValue),
    ])
  }
}

extension TimeSpan {
  fileprivate var json: String {
    JSONText.object([
      "from": JSONText.string(start.description), "to": JSONText.optional(end?.description),
    ])
  }
}
