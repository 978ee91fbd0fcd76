import ArgumentParser
import Foundation
import Workflows

/// Writes the JSON Schema of rule documents.
struct SchemaRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Writes a JSON Schema of rule documents, for editors.",
    discussion: """
      Put this line at the top of a rule, and editors with a YAML language server complete and \
      check it: # yaml-language-server: $schema=pratique.schema.json

      Example: pratique rules schema -o pratique.schema.json
      """)

  @Option(name: .shortAndLong, help: "Where the schema goes.")
  var output: String = "-"

  func run() async throws {
    try await Console.running { try writeText(ruleSchema(), to: output) }
  }
}
