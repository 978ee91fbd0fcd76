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
    case "worked" where arguments.count >= 3:
      let vessels = arguments.dropFirst(3).first.flatMap { Int($0) } ?? 5000
      try WorkedBenchmark(rules: arguments[1], folder: arguments[2], vessels: vessels).run()
    default:
      FileHandle.standardError.write(
        Data(
          """
          usage: RuleBenchmark flat FACTS.csv RULES.csv [PREFIX…]
                 RuleBenchmark library HOME
                 RuleBenchmark worked RULES FOLDER [VESSELS]

          """.utf8))
      exit(2)
    }
  }
}
