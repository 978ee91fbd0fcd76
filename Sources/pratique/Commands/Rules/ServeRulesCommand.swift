import ArgumentParser
import Foundation
import Workflows

/// Serves an editor.
struct ServeRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Serves an editor by the Language Server Protocol.",
    discussion: """
      Talks over standard input and output: mistakes while you type, completion, meanings, \
      definitions, renaming, fixes and formatting. docs/editors.md says how to set up an editor.

      Example: pratique rules lsp
      """)

  @OptionGroup var geography: GeographyOptions

  func run() async throws {
    try await Console.running {
      let code = try serveLanguage(
        input: .standardInput, output: .standardOutput, geography: geography.sources)
      if code != 0 { throw ExitCode(code) }
    }
  }
}
