import ArgumentParser

/// Tools for people who write rules.
struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Checks, tests and compares rules.",
    subcommands: [
      CheckRulesCommand.self,
      DocumentRulesCommand.self,
      FormatRulesCommand.self,
      PackRulesCommand.self,
      SchemaRulesCommand.self,
      ServeRulesCommand.self,
      TestRulesCommand.self,
      CoverRulesCommand.self,
      MutateRulesCommand.self,
      ExplainRuleCommand.self,
      BacktestRulesCommand.self,
      DiffRulesCommand.self,
    ])
}
