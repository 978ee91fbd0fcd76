import ArgumentParser
import Workflows

/// Looks after a store of screenings.
struct StoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Checks, copies and compacts a store of screenings.",
    subcommands: [Check.self, Backup.self, Vacuum.self, Runs.self])

  /// Looks at every byte.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads every byte of a store and says what is not as it was written.",
      discussion: "Example: pratique store check --db screenings.sqlite")

    @OptionGroup var store: StoreOption

    func run() async throws {
      try await Console.running {
        let problems = try checkStore(store.db)
        for problem in problems { Console.complain("error: \(problem)") }
        guard problems.isEmpty else {
          Console.complain("  = help: put the latest backup in its place")
          throw ExitCode(3)
        }
        Console.say("the store is whole\n")
      }
    }
  }

  /// Copies.
  struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copies a store while others may use it.",
      discussion: "Example: pratique store backup copy.sqlite --db screenings.sqlite")

    @Argument(help: "The new file.")
    var copy: String

    @OptionGroup var store: StoreOption

    func run() async throws {
      try await Console.running { try backUpStore(store.db, to: copy) }
    }
  }

  /// Compacts.
  struct Vacuum: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gives the unused space of a store back to the disk.",
      discussion: "Example: pratique store vacuum --db screenings.sqlite")

    @OptionGroup var store: StoreOption

    func run() async throws {
      try await Console.running { try vacuumStore(store.db) }
    }
  }

  /// Lists runs.
  struct Runs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the runs of a store, oldest first.",
      discussion: "Example: pratique store runs --db screenings.sqlite")

    @OptionGroup var store: StoreOption

    func run() async throws {
      try await Console.running {
        for run in try storedRuns(store.db) { Console.say(run + "\n") }
      }
    }
  }
}

/// Looks after the log of what people did.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Verifies and shows the log of a store.",
    subcommands: [Verify.self, Log.self])

  /// Walks along the chain.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verifies the chain of the log and names the first broken record.",
      discussion: """
        Keep the last digest elsewhere: a log whose last records were cut off is whole without them.

        Example: pratique audit verify --db screenings.sqlite
        """)

    @OptionGroup var store: StoreOption

    func run() async throws {
      try await Console.running {
        let log = try verifyLog(store.db)
        if let broken = log.broken {
          Console.complain("error: \(broken)")
          Console.complain("  = help: compare the store with the latest backup")
          throw ExitCode(3)
        }
        Console.say(
          "\(log.records) records, the chain is whole; the last digest is \(log.last)\n")
      }
    }
  }

  /// Shows the log.
  struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows every record of the log, oldest first.",
      discussion: "Example: pratique audit log --db screenings.sqlite")

    @OptionGroup var store: StoreOption

    func run() async throws {
      try await Console.running {
        for line in try logLines(store.db) { Console.say(line + "\n") }
      }
    }
  }
}
