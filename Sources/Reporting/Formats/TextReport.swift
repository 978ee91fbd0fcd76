import Screening

extension ReportFormat {
  /// One vessel has a page; several have a table, and a page each while there are few.
  static let textReport = ReportFormat(
    name: "text", summary: "A page for one vessel, a table for several, for people."
  ) { verdicts, style in
    let all = Array(verdicts)
    let pages = all.count <= mostPages ? all.map { page(of: $0, style: style) } : []
    let isTable = all.count != 1 && (pages.isEmpty || all.allSatisfy { $0.company == nil })
    let summary = isTable ? [FleetSummary.text(of: all, style: style)] : []
    let rule = String(repeating: "─", count: style.width) + "\n"
    return AnySequence([(summary + pages).joined(separator: rule)])
  }

  private static func page(of verdict: Verdict, style: ReportStyle) -> String {
    verdict.company.map { CompanyPage.text(of: verdict, $0, style: style) }
      ?? VesselPage.text(of: verdict, style: style)
  }

  /// Beyond ten vessels nobody reads page after page on a terminal: our own default.
  private static let mostPages = 10
}
