import Foundation
import TestSupport

/// Runs the program that was built beside the tests, as a user would from the checkout.
struct ProgramRun {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  struct Outcome {
    let exitCode: Int32
    let output: String
    let errors: String
  }

  static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "pratique")
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    try run(Self.program, arguments, in: Self.checkout, input: input)
  }

  /// Runs a line of the shell in the temporary folder, with `pratique` on the path.
  func shell(_ line: String) throws -> Outcome {
    try run(
      URL(filePath: "/bin/sh"), ["-c", line], in: folder.url,
      environment: [
        "PATH": Self.program.deletingLastPathComponent().path + ":/usr/bin:/bin",
        "PRATIQUE_HOME": Self.checkout.path, "NO_COLOR": "1",
      ])
  }

  private func run(
    _ program: URL, _ arguments: [String], in place: URL, input: String? = nil,
    environment: [String: String]? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = place
    if let environment { process.environment = environment }
    // The streams have a folder of their own, so that they are not among a command's inputs.
    let streams = try TemporaryFolder()
    let (output, errors, stdin) = (streams.path("out"), streams.path("err"), streams.path("in"))
    for (path, text) in [(output, ""), (errors, ""), (stdin, input ?? "")] {
      try Data(text.utf8).write(to: URL(filePath: path))
    }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: stdin))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}
