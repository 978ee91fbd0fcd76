import ArgumentParser
import Foundation
import Reporting
import Workflows

/// Makes verdicts again from what was kept.
struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Reproduces verdicts byte for byte, or names the first input that differs.",
    discussion: """
      The rules, lists, facts and policy come from the store that screen --db kept them in, or from
      the file itself when it is a bundle that report --bundle wrote. With
      --rules, --policy or --lists, those are used instead. Exits with 1 when a verdict differs.

      Examples:
        pratique replay verdict.json --db screenings.sqlite
        pratique replay verdict.tar
      """)

  @Argument(help: "A file that screen --format json wrote, or a bundle.")
  var file: String?

  @OptionGroup var store: StoreOption

  @Option(
    name: .customLong("run"), help: "Replay every verdict of this run instead of a file.")
  var number: Int64?

  @Flag(name: .long, help: "Replay every verdict in the store.")
  var all = false

  @Option(name: .long, help: "Rules to use instead of those that were kept.")
  var rules: String?

  @Option(name: .long, help: "A policy to use instead of the one that was kept.")
  var policy: String?

  @Option(name: .long, help: "The folder with lists to use instead of those that were kept.")
  var lists: String?

  @Option(name: .long, help: "How many threads to use; the result is the same for any number.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(name: .long, help: "Print the outcome as JSON.")
  var json = false

  func validate() throws {
    let given = [file != nil, number != nil, all].count { $0 }
    if given != 1 {
      throw ValidationError("Give a file with verdicts, a run with --run NUMBER, or --all.")
    }
    try checkThreads(threads)
  }

  func run() async throws {
    try await Console.running {
      let report = try await replayVerdicts(
        ReplayRequest(
          file: file, run: number, isAll: all, store: store.db, rules: rules, policy: policy,
          lists: lists, threads: threads))
      Console.say(json ? report.json : report.text)
      guard report.isEqual else { throw ExitCode(1) }
    }
  }
}
