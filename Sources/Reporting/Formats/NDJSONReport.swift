import Screening

extension ReportFormat {
  static let ndjsonReport = ReportFormat(
    name: "ndjson", summary: "One JSON object a line, one line a verdict."
  ) { verdicts, _ in AnySequence(verdicts.lazy.map { $0.json + "\n" }) }
}
