import CEmbeddedData

/// A template that ships inside the program.
enum EmbeddedTemplate: String, CaseIterable {
  case page = "report.mustache"
  case finding = "report-finding.mustache"
  case map = "report-map.mustache"
  case timeline = "report-timeline.mustache"
  case style = "report.css"
  case drawingStyle = "report-drawing.css"

  /// The text of the file.
  var text: String {
    var count = 0
    let first =
      switch self {
      case .page: pratique_report_page(&count)
      case .finding: pratique_report_finding(&count)
      case .map: pratique_report_map(&count)
      case .timeline: pratique_report_timeline(&count)
      case .style: pratique_report_style(&count)
      case .drawingStyle: pratique_report_drawing_style(&count)
      }
    return String(decoding: UnsafeBufferPointer(start: first, count: count), as: UTF8.self)
  }
}
