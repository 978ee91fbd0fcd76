import ArgumentParser
import Foundation
import Workflows

/// Writes the reference of the rule language.
struct DocumentRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc", abstract: "Writes the reference of the rule language.",
    discussion: """
      Keys, operators, clauses, units, facts and problems, from the tables by which rules are read.

      Example: pratique rules doc -o docs
      """)

  @Option(name: .shortAndLong, help: "The folder that gets rule-reference.md, or - to print it.")
  var output: String = "-"

  func run() async throws {
    try await Console.running {
      let path = output == "-" ? "-" : output + (output.hasSuffix("/") ? "" : "/") + Self.file
      try writeText(ruleReference(), to: path)
    }
  }

  private static let file = "rule-reference.md"
}
