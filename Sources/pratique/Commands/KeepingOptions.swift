import ArgumentParser
import Foundation
import Maritime

/// Who does something to a store, and when.
struct ActOptions: ParsableArguments {
  @Option(name: .long, help: "Who does it, for the log; the user's login name if left out.")
  var by: String?

  @Option(name: .long, help: "When it is done, for the log; now if left out.")
  var at: UTCTime?

  /// The name for the log.
  var actor: String { by ?? Self.user }

  /// The time for the log.
  var time: UTCTime { at ?? Self.now }

  /// The name under which the user is logged in.
  static var user: String { NSUserName() }

  /// The time now; the only place where the clock is read, and no verdict sees it.
  static var now: UTCTime { UTCTime(seconds: Int(Date().timeIntervalSince1970)) }
}

/// Where verdicts are kept.
struct KeepingOptions: ParsableArguments {
  @Option(name: .long, help: "Keep the verdicts, and all they depend on, in this store.")
  var db: String?

  @Flag(name: .long, help: "Keep them in the user's own store (~/.local/share/pratique).")
  var keep = false

  @OptionGroup var act: ActOptions

  /// Whether verdicts are kept at all.
  var isAsked: Bool { db != nil || keep }
}

/// The store of a command that needs one.
struct StoreOption: ParsableArguments {
  @Option(name: .long, help: "The store; the user's own (~/.local/share/pratique) if left out.")
  var db: String?
}
