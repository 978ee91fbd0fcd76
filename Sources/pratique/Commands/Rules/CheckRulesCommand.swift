import ArgumentParser
import Foundation
import Maritime
import Reporting
import Workflows

/// Compiles rules and shows what is wrong with them.
struct CheckRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compiles rules and shows every mistake and doubt.",
    discussion: """
      Errors keep a rule from compiling. Warnings are lints (docs/lints), which a comment lets \
      pass: # lint: allow W14 until 2027-06-30 because REASON

      Example: pratique rules check Rules --as-of 2026-11-01

      Exit codes: 0 no error; 1 a warning with --strict; 2 an error.
      """)

  @OptionGroup var geography: GeographyOptions

  @Argument(help: "Rule files or folders; the shipped rules if left out.")
  var paths: [String] = []

  @Option(name: .long, help: "The day for which waivers and exceptions expire; none do without.")
  var asOf: UTCTime?

  @Flag(name: .long, help: "End with 1 when there is a warning.")
  var strict = false

  @Flag(name: .long, help: "Print the diagnostics as JSON.")
  var json = false

  @Flag(name: .long, help: "Print the diagnostics as SARIF 2.1.0.")
  var sarif = false

  @Option(name: .long, help: "Where docs/lints is published, for the links in SARIF.")
  var lintPages: String?

  func validate() throws {
    if json, sarif { throw ValidationError("--json and --sarif exclude one another") }
  }

  func run() async throws {
    try await Console.running {
      let check = try checkRules(at: paths, geography: geography.sources, asOf: asOf)
      Console.say(
        sarif
          ? check.sarif(pages: lintPages)
          : json ? check.report.json : check.text(style: Console.style))
      let code = check.exitCode(isStrict: strict)
      if code != 0 { throw ExitCode(code) }
    }
  }
}
