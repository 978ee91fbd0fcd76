import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Lays rule documents out anew.
struct FormatRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Lays rule documents out in one style.",
    discussion: """
      Keys get their order and two spaces a level, clauses one space between words, values quotes
      only where they need them. Comments stay. What the document means does not change; a file
      with an error is left alone.

      Exit codes: 0 done; 1 --check found files to format; 2 a file has errors.

      Example: pratique rules fmt --check Rules
      """)

  @OptionGroup var geography: GeographyOptions

  @Flag(name: .long, help: "Write nothing; name the files that would change.")
  var check = false

  @Argument(help: "Rule documents or folders.")
  var paths: [String]

  func run() async throws {
    try await Console.running {
      let report = try formatRules(at: paths, isCheck: check, geography: geography.sources)
      Console.say(report.text(style: Console.style))
      if report.hasErrors { throw ExitCode(2) }
      if check, report.hasChanges { throw ExitCode(1) }
    }
  }
}
