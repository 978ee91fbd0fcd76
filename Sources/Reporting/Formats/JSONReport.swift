import Screening

extension ReportFormat {
  static let jsonReport = ReportFormat(
    name: "json", summary: "One JSON array, one verdict a line."
  ) { verdicts, _ in
    let lines = verdicts.lazy.enumerated().lazy.map { index, verdict in
      (index == 0 ? "\n" : ",\n") + verdict.json
    }
    let parts = [AnySequence(["["]), AnySequence(lines), AnySequence(["\n]\n"])]
    return AnySequence(parts.joined())
  }
}
