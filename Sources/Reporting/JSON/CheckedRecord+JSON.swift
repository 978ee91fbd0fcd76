import Maritime
import RuleLanguage
import Screening

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
      "list": JSONText.string(status.id),
      "publisher": JSONText.string(status.publisher),
      "regimes": JSONText.strings(status.regimes),
      "published": JSONText.string(status.published.description),
      "digest": JSONText.string(status.digest),
      "entries": String(status.entries),
      "out_of_date": isOutOfDate ? "true" : "false",
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
