/// A store that the machine does not let us open, read or write.
public struct StorageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// There is no such file or folder.
    case missing
    /// Another program holds the store.
    case locked
    /// The disk has no room.
    case diskFull = "disk_full"
    /// The file or its folder may not be written.
    case readOnly = "read_only"
    /// The file is something else, or damaged.
    case notADatabase = "not_a_database"
    /// A newer version of this program wrote it.
    case newerSchema = "newer_schema"
    /// The content contradicts itself.
    case damaged
    /// Anything else that SQLite reports.
    case other
  }

  /// What went wrong.
  public let reason: Reason
  /// The file.
  public let path: String
  /// What SQLite says, when it says something.
  public let detail: String?
  /// Whether the file holds verdicts rather than watchlists, which calls for other advice.
  private var holdsScreenings = false

  /// Creates an error.
  public init(_ reason: Reason, path: String, detail: String? = nil) {
    self.reason = reason
    self.path = path
    self.detail = detail
  }

  /// Whether the machine failed, rather than the user's input.
  public var isMachineFailure: Bool {
    switch reason {
    case .locked, .diskFull, .readOnly, .damaged, .other: true
    case .missing, .notADatabase, .newerSchema: false
    }
  }

  /// The same error of a store of screenings.
  public var ofScreenings: StorageError {
    var error = self
    error.holdsScreenings = true
    return error
  }

  /// What the user can do.
  public var advice: String {
    switch reason {
    case .missing where holdsScreenings: "make one with: pratique screen … --db FILE"
    case .notADatabase where holdsScreenings: "name another file with --db"
    case .damaged where holdsScreenings:
      "put the latest backup in its place (pratique store backup makes one)"
    case .other where holdsScreenings: "see what is wrong, and the rights and space of the folder"
    case .missing: "import lists into the folder first"
    case .locked: "wait for the other program, or end it, and try again"
    case .diskFull: "make room on the disk; nothing was half written"
    case .readOnly: "give yourself the right to write the file and its folder"
    case .notADatabase: "name another folder, or move the file away and import the lists again"
    case .newerSchema: "use the newer version of this program that wrote it"
    case .damaged: "move the file away and import the lists again"
    case .other: "see what SQLite says, and the folder's rights and space"
    }
  }

  /// Path, what went wrong and what to do, on one line.
  public var description: String {
    "\(path): \(message); \(advice)"
  }

  /// What went wrong, in lower case, with what SQLite says.
  public var message: String { words + (detail.map { " (\($0))" } ?? "") }

  private var words: String {
    switch reason {
    case .missing: "there is no store"
    case .locked: "the store is locked"
    case .diskFull: "the disk is full"
    case .readOnly: "the store cannot be written"
    case .notADatabase:
      holdsScreenings ? "this is no store of screenings" : "this is no store of watchlists"
    case .newerSchema: "the store is newer than this program"
    case .damaged: "the store is damaged"
    case .other: "the store cannot be used"
    }
  }
}
