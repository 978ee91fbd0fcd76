import Foundation

/// Measures the rule evaluators; the scripts in `Benchmarks/Rules` run it beside other engines.
@main
enum RuleBenchmark {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "flat" where arguments.count >= 3:
      try FlatBenchmark(
        facts: arguments[1], rules: arguments[2],
        prefixes: arguments.dropFirst(3).compactMap { Int($0) }
      ).run()
    case "library" where arguments.count == 2:
      try LibraryBenchmark(home: arguments[1]).run()
    default:
      FileHandle.standardError.write(
        Data("usage: RuleBenchmark flat FACTS.csv RULES.csv [PREFIX…] | library HOME\n".utf8))
      exit(2)
    }
  }
}
