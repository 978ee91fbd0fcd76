import ArgumentParser
import Maritime
import Reporting
import Workflows

/// A fleet that is screened again whenever something changes.
struct MonitorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitor",
    abstract: "Screens a fleet again whenever facts, lists or rules change.",
    discussion: """
      Looks at the files every --every seconds, screens what changed into the store, and writes one \
      JSON object a line: each run, and each vessel whose disposition is not what it was, with the \
      reasons. Each --webhook gets the same lines by POST, signed as Standard Webhooks says, in the \
      order of the runs and until it took them; a message may come twice under one webhook-id. With \
      --once it looks once and exits with 1 if a verdict is at or above --fail-on, and with 3 if an \
      address could not be told. See docs/monitoring.md.

      Example: pratique monitor --facts week.ndjson --lists LISTS --fleet fleet.csv --db s.sqlite \
      --webhook https://example.com/hook --webhook-key hook.key
      """)

  @OptionGroup var inputs: ScreeningOptions
  @OptionGroup var store: StoreOption

  @Option(name: .long, help: "Who watches, for the log; the user's login name if left out.")
  var by: String?

  @Option(
    name: .long, parsing: .upToNextOption,
    help: "Addresses that are told: https, or http on this machine.")
  var webhook: [String] = []

  @Option(
    name: .long, help: "The file with the secret that signs: whsec_ and 24 to 64 bytes in base64.")
  var webhookKey: String?

  @Option(name: .long, help: "How many seconds lie between two looks at the files.")
  var every = 60

  @Flag(name: .long, help: "Look once and end.")
  var once = false

  @OptionGroup var ending: LimitOption

  func validate() throws {
    guard inputs.haveRows || inputs.haveSubject else {
      throw ValidationError(
        "Give facts with --facts, AIS files with --ais or a fleet with --fleet.")
    }
    guard !inputs.feeds.ais.contains("-") else {
      throw ValidationError("Standard input can be read once only; name files with --ais.")
    }
    guard 1...86_400 ~= every else {
      throw ValidationError("--every is from 1 to 86400 seconds.")
    }
    guard once || ending.limit == nil else { throw ValidationError("--fail-on needs --once.") }
  }

  func run() async throws {
    try await Console.running {
      let outcome = try await monitorFleet(
        MonitorRequest(
          screening: inputs.request(), store: store.db, actor: by ?? ActOptions.user,
          webhooks: webhook,
          keyFile: webhookKey, interval: every, isOnce: once, clock: { ActOptions.now },
          progress: Console.progress("vessels"))
      ) { Console.say($0.json + "\n") }
      if !outcome.isTold { throw ExitCode(3) }
      if let limit = ending.limit, let highest = outcome.highest,
        highest >= limit
      {
        throw ExitCode(1)
      }
    }
  }
}
