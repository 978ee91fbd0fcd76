import Maritime
import Screening

extension CompanyRecord {
  /// The keys that the verdict on a company has beside those of every verdict.
  var members: [(key: String, value: String)] {
    [
      ("company", company.json), ("also_known_as", JSONText.array(alsoKnownAs.map(\.json))),
      ("chain", JSONText.array(chain.map(\.json))),
      ("vessels", JSONText.array(vessels.map(\.json))),
    ]
  }
}

extension CompanyReference {
  fileprivate var json: String {
    JSONText.object([
      "imo": JSONText.optional(number), "lei": JSONText.optional(lei),
      "registration": JSONText.optional(registration), "name": JSONText.optional(name),
    ])
  }
}

extension CompanyRecord.Tie {
  fileprivate var json: String {
    JSONText.object([
      "level": String(level), "company": company.json, "holder": holder.json,
      "role": JSONText.string(role),
      "share_percent": share.map { Quantity(.ratio, steps: $0).percentDigits } ?? "null",
      "listed": isListed ? "true" : "false", "fact": fact.jsonLine,
      "list_entries": JSONText.array(listEntries.map(\.json)),
    ])
  }
}

extension CompanyRecord.Vessel {
  fileprivate var json: String {
    JSONText.object(["parts": JSONText.strings(parts), "verdict": verdict.json])
  }
}
