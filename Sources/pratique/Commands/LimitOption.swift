import ArgumentParser
import Maritime

/// From which disposition a command ends with 1.
struct LimitOption: ParsableArguments {
  @Option(name: .long, help: "Exit with 1 if a verdict is at or above this disposition.")
  var failOn: String?

  /// The disposition; `nil` when none was named.
  var limit: Disposition? { failOn.flatMap(Disposition.init(rawValue:)) }

  func validate() throws {
    guard let failOn, limit == nil else { return }
    let names = Disposition.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("--fail-on is one of \(names), not '\(failOn)'.")
  }
}
