public import RuleLanguage
import StrictYAML

/// What the formatter did with each file.
public struct FormatReport: Sendable {
  private let isCheck: Bool
  private var changed: [String] = []
  private var unchanged = 0
  private var refused: [Diagnostic] = []
  private var refusedFiles: Set<String> = []
  private var sources: [String: [UInt8]] = [:]

  /// Creates a report about no file.
  ///
  /// - Parameter isCheck: Whether files were only looked at.
  public init(isCheck: Bool) { self.isCheck = isCheck }

  /// Adds what became of a file, in the order in which files are to be shown.
  public mutating func add(_ file: String, _ outcome: FormattingOutcome, source: [UInt8]) {
    switch outcome {
    case .unchanged: unchanged += 1
    case .changed: changed.append(file)
    case .refused(let diagnostics):
      refused += diagnostics
      refusedFiles.insert(file)
      sources[file] = source
    }
  }

  /// Whether a file had errors and was left alone.
  public var hasErrors: Bool { !refusedFiles.isEmpty }

  /// Whether a file has, or had, another layout.
  public var hasChanges: Bool { !changed.isEmpty }

  /// The files with another layout, the mistakes in files that were left alone, and the counts.
  public func text(style: ReportStyle) -> String {
    let verb = isCheck ? "would change" : "formatted"
    let lines = changed.map { "\(verb) \($0)\n" }.joined()
    let mistakes = DiagnosticReport(refused, sources: sources).text(style: style)
    let counts = [
      "\(changed.count) \(isCheck ? "to format" : "formatted")", "\(unchanged) unchanged",
      "\(refusedFiles.count) left alone",
    ]
    return lines + mistakes + counts.joined(separator: ", ") + "\n"
  }
}
