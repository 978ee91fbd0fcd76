import ArgumentParser
import Maritime
import Reporting
import Workflows

/// Decides on verdicts, in a log that keeps every act.
struct CasesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases", abstract: "Lists vessels that ask for a decision, and records it.",
    discussion: """
      Example: pratique cases decide 9358010 false-positive --reason "another hull" --db FILE
      """,
    subcommands: [
      List.self, Show.self, Decide.self, Assign.self, Comment.self, Suppress.self, Export.self,
    ])

  /// Lists the cases.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the vessels whose latest verdict asks for a person, and those acted on.",
      discussion: "Example: pratique cases list --status open --db screenings.sqlite")

    @OptionGroup var store: StoreOption

    @Option(name: .long, help: "open, reopened, awaits-second, escalated or decided; all if not.")
    var status: String?

    func validate() throws {
      if let status, CaseReport.Status(rawValue: status) == nil {
        let names = CaseReport.Status.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--status is one of \(names), not '\(status)'.")
      }
    }

    func run() async throws {
      try await Console.running {
        for item in try listCases(of: store.db)
        where status == nil || item.status.rawValue == status {
          Console.say(item.line)
        }
      }
    }
  }

  /// Shows one case.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what fires for a vessel and what was done about it.",
      discussion: "Example: pratique cases show 9358010 --db screenings.sqlite")

    @Argument(help: "An IMO number or an MMSI.")
    var vessel: String

    @OptionGroup var store: StoreOption

    func run() async throws {
      try await Console.running {
        for item in try listCases(of: store.db, vessel: vessel) { Console.say(item.page) }
      }
    }
  }

  /// Writes all cases.
  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes every case as one JSON object a line.",
      discussion: "Example: pratique cases export --db screenings.sqlite")

    @OptionGroup var store: StoreOption

    func run() async throws {
      try await Console.running {
        for item in try listCases(of: store.db) { Console.say(item.json + "\n") }
      }
    }
  }
}

extension CasesCommand {
  /// Says what the findings are.
  struct Decide: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Records a decision: true-match, false-positive, cleared or escalated.",
      discussion: """
        Where the policy asks for four eyes, a second person records the same decision.

        Example: pratique cases decide 9358010 cleared --reason "UN approval 12/26" --db FILE
        """)

    @Argument(help: "An IMO number or an MMSI.")
    var vessel: String

    @Argument(help: "true-match, false-positive, cleared or escalated.")
    var outcome: String

    @Option(name: .long, help: "Why.")
    var reason: String

    @OptionGroup var store: StoreOption
    @OptionGroup var by: ActOptions

    func validate() throws {
      if CaseAct.Outcome(rawValue: outcome) == nil {
        let names = CaseAct.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("A decision is one of \(names), not '\(outcome)'.")
      }
    }

    func run() async throws {
      try await Console.running {
        let item = try act(
          CaseRequest(
            store: store.db, vessel: vessel, kind: .decide,
            outcome: CaseAct.Outcome(rawValue: outcome), text: reason, at: by.time,
            actor: by.actor))
        Console.say(item.page)
      }
    }
  }

  /// Gives a case to somebody.
  struct Assign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gives a case to somebody.",
      discussion: "Example: pratique cases assign 9358010 j.kim --db screenings.sqlite")

    @Argument(help: "An IMO number or an MMSI.")
    var vessel: String

    @Argument(help: "Whom it is given to.")
    var name: String

    @OptionGroup var store: StoreOption
    @OptionGroup var by: ActOptions

    func run() async throws {
      try await Console.running {
        let request = CaseRequest(
          store: store.db, vessel: vessel, kind: .assign, text: name, at: by.time,
          actor: by.actor)
        Console.say(try act(request).page)
      }
    }
  }

  /// Notes something.
  struct Comment: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Notes something about a vessel.",
      discussion: "Example: pratique cases comment 9358010 \"asked the broker\" --db FILE")

    @Argument(help: "An IMO number or an MMSI.")
    var vessel: String

    @Argument(help: "The text.")
    var text: String

    @OptionGroup var store: StoreOption
    @OptionGroup var by: ActOptions

    func run() async throws {
      try await Console.running {
        let request = CaseRequest(
          store: store.db, vessel: vessel, kind: .comment, text: text, at: by.time,
          actor: by.actor)
        Console.say(try act(request).page)
      }
    }
  }

  /// Keeps a finding from counting.
  struct Suppress: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keeps a finding of a vessel from counting until a day.",
      discussion: """
        The next screen --db reads it as an exception (docs/rule-language.md): --match names the \
        fields that the rule's exceptable_by asks for; vessel.imo if left out.

        Example: pratique cases suppress 9358010 stateless --version 1 --until 2026-12-31 \
        --reason "registry is late" --evidence "letter 12" --db FILE
        """)

    @Argument(help: "An IMO number.")
    var vessel: String

    @Argument(help: "The rule.")
    var rule: String

    @Option(name: .long, help: "The version of the rule that was looked at.")
    var version: Int

    @Option(name: .long, help: "The first day on which the finding counts again.")
    var until: UTCTime

    @Option(name: .long, help: "Why.")
    var reason: String

    @Option(name: .long, help: "The paper that supports it.")
    var evidence: String

    @Option(name: .long, help: "The authority's licence, for a finding that forbids a deal.")
    var licence: String?

    @Option(
      name: .long, parsing: .upToNextOption, help: "Fields such as call.start=2026-01-04T20:00Z.")
    var match: [String] = []

    @OptionGroup var store: StoreOption
    @OptionGroup var by: ActOptions

    func validate() throws {
      if let wrong = match.first(where: { $0.wholeMatch(of: /[a-z_.]+=.+/) == nil }) {
        throw ValidationError("--match takes FIELD=VALUE, not '\(wrong)'.")
      }
    }

    func run() async throws {
      try await Console.running {
        let request = CaseRequest(
          store: store.db, vessel: vessel, kind: .suppress, text: reason,
          suppression: CaseAct.Suppression(
            rule: rule, version: version,
            match: ["vessel.imo=\(vessel)"] + match, until: until, evidence: evidence,
            licence: licence), at: by.time, actor: by.actor)
        Console.say(try act(request).page)
      }
    }
  }
}
