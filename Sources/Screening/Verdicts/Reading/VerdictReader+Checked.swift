import Maritime
import Watchlists

extension VerdictReader {
  func checked(_ fields: VerdictFields) throws(VerdictError) -> CheckedRecord {
    let rules = try fields.object("rules")
    let observed = try fields.optional("observed") == nil ? nil : span(fields.object("observed"))
    return CheckedRecord(
      lists: try fields.list("lists", list), rules: try rules.list("answers", answer),
      rulesLeftOut: try rules.texts("left_out"), window: try span(fields.object("window")),
      observed: observed, positions: try fields.integer("positions"),
      facts: try fields.integer("facts"))
  }

  private func answer(_ fields: VerdictFields) throws(VerdictError) -> CheckedRecord.RuleAnswer {
    CheckedRecord.RuleAnswer(
      rule: try fields.text("rule"), version: try fields.integer("version"),
      answer: try fields.word("answer"))
  }

  private func list(_ fields: VerdictFields) throws(VerdictError) -> CheckedRecord.CheckedList {
    let name = try fields.text("list")
    let publisher = try fields.text("publisher")
    let regimes = try fields.texts("regimes")
    let entries = try fields.integer("entries")
    func snapshot(_ fields: VerdictFields, entries: Int) throws(VerdictError) -> SnapshotSummary {
      SnapshotSummary(
        list: name, publisher: publisher, format: "", regimes: regimes, regimesWithoutVessels: [],
        hasDates: false, published: try fields.time("published"), publishedBasis: .given,
        digest: try fields.text("digest"), entries: entries, vessels: 0, rejections: 0)
    }
    var earlier: [SnapshotSummary] = []
    for older in try fields.objects("earlier") {
      earlier.append(try snapshot(older, entries: 0))
    }
    return CheckedRecord.CheckedList(
      current: try snapshot(fields, entries: entries), earlier: earlier,
      isOutOfDate: try fields.flag("out_of_date"))
  }

  private func span(_ fields: VerdictFields) throws(VerdictError) -> TimeSpan {
    let (start, end) = (try fields.time("from"), try fields.optionalTime("to"))
    guard end.map({ $0 >= start }) ?? true else {
      throw fields.error("to", "it is before 'from'")
    }
    return TimeSpan(start: start, end: end)
  }
}
