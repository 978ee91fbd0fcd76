import Maritime
public import StrictYAML

/// Why a workflow could not do what the user asked.
public enum WorkflowError: Error, Sendable {
  /// The user's mistake: a file, an option or their content.
  case badInput(path: String?, message: String, advice: String)
  /// Mistakes in files that somebody wrote, with the files' texts to show them in.
  case diagnostics([Diagnostic], sources: [String: [UInt8]])
  /// The machine's failure: a full disk, a locked database.
  case machineFailed(message: String, advice: String)

  /// The exit code that the command line promises: 2 for bad input, 3 for a failed machine.
  public var exitCode: Int32 {
    switch self {
    case .badInput, .diagnostics: 2
    case .machineFailed: 3
    }
  }
}

extension WorkflowError {
  /// A file that is not what it should be, shown by the first line that was rejected.
  static func rejected(_ first: Rejection, in path: String, advice: String) -> WorkflowError {
    .badInput(
      path: path, message: "line \(first.line): \(first.reason) \(first.detail ?? "")",
      advice: advice)
  }
}
