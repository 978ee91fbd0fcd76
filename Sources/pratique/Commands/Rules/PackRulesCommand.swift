import ArgumentParser
import Workflows

/// Makes, signs and verifies packs of rules.
struct PackRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Builds, signs and verifies packs of rules.",
    subcommands: [Build.self, Sign.self, Verify.self, Keygen.self])

  /// Writes a manifest.
  struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes pack.yaml: every file with its digest, every rule with its meaning.",
      discussion: """
        The revision goes up with every change. A rule whose meaning changed needs a new version.

        Example: pratique rules pack build Rules --id acme-rules
        """)

    @OptionGroup var geography: GeographyOptions

    @Argument(help: "The folder with the rules.")
    var folder: String

    @Option(name: .long, help: "The name of the pack; needed the first time.")
    var id: String?

    func run() async throws {
      try await Console.running {
        Console.say(try buildPack(at: folder, id: id, geography: geography.sources).text)
      }
    }
  }

  /// Signs a manifest.
  struct Sign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Signs pack.yaml with an Ed25519 key, into pack.sig.",
      discussion: "Example: pratique rules pack sign Rules --key acme.key")

    @Argument(help: "The folder of the pack.")
    var folder: String

    @Option(name: .long, help: "The file with the secret key.")
    var key: String

    func run() async throws {
      try await Console.running { Console.say(try signPack(at: folder, keyFile: key).text) }
    }
  }

  /// Verifies a pack.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says whether a pack is whole, signed by a trusted key and no older than before.",
      discussion: "Example: pratique rules pack verify Rules --trust trust.yaml --accept")

    @Argument(help: "The folder of the pack.")
    var folder: String

    @Option(name: .long, help: "The file with the keys that are trusted.")
    var trust: String

    @Flag(name: .long, help: "Remember the revision in the trust file; no older one is taken then.")
    var accept = false

    func run() async throws {
      try await Console.running {
        Console.say(try verifyPack(at: folder, trustFile: trust, accepts: accept).text)
      }
    }
  }

  /// Makes a key.
  struct Keygen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a secret key in a file and prints a trust file for its public half.",
      discussion: "Example: pratique rules pack keygen acme.key > trust.yaml")

    @Argument(help: "Where the secret key goes; only its owner may read it.")
    var file: String

    func run() async throws {
      try await Console.running { Console.say(try makePackKey(at: file).text) }
    }
  }
}
