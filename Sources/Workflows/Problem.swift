import InputFiles
import Reporting
import Storage
import StrictYAML

/// What to tell a user whose command did not work, and the exit code of the contract.
public struct Problem: Sendable {
  /// 2 for bad input or usage, 3 when the machine failed.
  public let exitCode: Int32
  private let body: Body

  private enum Body: Sendable {
    case sentence(path: String?, message: String, advice: String)
    case diagnostics([Diagnostic], sources: [String: [UInt8]])
  }

  /// Describes any error that a workflow throws.
  public init(_ error: any Error) {
    switch error {
    case let error as InputFileError:
      exitCode = error.isMachineFailure ? 3 : 2
      body = .sentence(path: error.path, message: error.message, advice: error.advice)
    case let error as StorageError:
      exitCode = error.isMachineFailure ? 3 : 2
      body = .sentence(path: error.path, message: error.message, advice: error.advice)
    case let error as WorkflowError:
      exitCode = error.exitCode
      body = Self.body(error)
    default:
      exitCode = 3
      body = .sentence(
        path: nil, message: "\(error)", advice: "this is unexpected; please report it")
    }
  }

  /// The message for standard error: the file, what is wrong and what to do.
  public func text(isColored: Bool) -> String {
    switch body {
    case .sentence(let path, let message, let advice):
      "error: " + (path.map { "\($0): " } ?? "") + message + "\n  = help: " + advice
    case .diagnostics(let diagnostics, let sources):
      DiagnosticReport(diagnostics, sources: sources).text(style: ReportStyle(isColored: isColored))
    }
  }

  private static func body(_ error: WorkflowError) -> Body {
    switch error {
    case .badInput(let path, let message, let advice):
      .sentence(path: path, message: message, advice: advice)
    case .diagnostics(let diagnostics, let sources):
      .diagnostics(diagnostics, sources: sources)
    case .machineFailed(let message, let advice):
      .sentence(path: nil, message: message, advice: advice)
    }
  }
}
