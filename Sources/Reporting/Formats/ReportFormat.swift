public import Screening

/// A way to write verdicts.
public struct ReportFormat: Sendable {
  /// The name on the command line.
  public let name: String
  /// One sentence for the reference page.
  public let summary: String
  private let write: @Sendable (AnySequence<Verdict>, ReportStyle) -> AnySequence<String>

  init(
    name: String, summary: String,
    write: @escaping @Sendable (AnySequence<Verdict>, ReportStyle) -> AnySequence<String>
  ) {
    self.name = name
    self.summary = summary
    self.write = write
  }

  /// Every format, the one to use without being told first.
  public static let all: [ReportFormat] = [.textReport, .jsonReport, .ndjsonReport, .csvReport]

  /// The format called `name`; `nil` when there is none.
  public static func named(_ name: String) -> ReportFormat? { all.first { $0.name == name } }

  /// The pieces of a report, in order, made as they are asked for.
  ///
  /// All but the text format forget a verdict once it is written, so a fleet need not fit in
  /// memory.
  public func pieces(of verdicts: some Sequence<Verdict>, style: ReportStyle) -> AnySequence<String>
  {
    write(AnySequence(verdicts), style)
  }

  /// The whole report.
  public func text(of verdicts: some Sequence<Verdict>, style: ReportStyle) -> String {
    pieces(of: verdicts, style: style).joined()
  }
}
