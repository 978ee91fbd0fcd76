/// What kept a file from being read or written, and what to do about it.
public struct InputFileError: Error, Hashable, Sendable {
  /// The file as the user gave it.
  public let path: String
  /// What is wrong.
  public let problem: Problem

  /// What can be wrong with a file.
  public enum Problem: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// A folder stands where a file should.
    case directory
    /// The user may not read it.
    case notReadable
    /// The compressed data stops early, after this many bytes of the file.
    case truncated(bytesRead: Int)
    /// The compressed data is damaged, as the reason says, after this many bytes of the file.
    case corrupt(reason: String, bytesRead: Int)
    /// It holds more than the limit, once decompressed.
    case tooLarge(limit: Int)
    /// A line has more bytes than the limit.
    case lineTooLong(line: Int, limit: Int)
    /// The system could not read, for the reason given.
    case readFailed(reason: String)
    /// The user may not write there, or the folder is missing, as the reason says.
    case notWritable(reason: String)
    /// No space is left.
    case diskFull
    /// The system could not write, for the reason given.
    case writeFailed(reason: String)
  }

  /// Whether the machine failed, rather than the user's input.
  public var isMachineFailure: Bool {
    switch problem {
    case .readFailed, .diskFull, .writeFailed: true
    default: false
    }
  }
}

extension InputFileError: CustomStringConvertible {
  /// One line: the file, what is wrong and what to do.
  public var description: String { "\(displayName): \(message); \(advice)" }

  /// What is wrong, in lower case.
  public var message: String {
    switch problem {
    case .missing: "there is no such file"
    case .directory: "it is a folder"
    case .notReadable: "you may not read it"
    case .truncated(let count): "the compressed data stops early, after \(count) bytes"
    case .corrupt(let reason, let count): "the data is damaged after \(count) bytes (\(reason))"
    case .tooLarge(let limit): "it holds more than \(limit) bytes"
    case .lineTooLong(let line, let limit): "line \(line) is longer than \(limit) bytes"
    case .readFailed(let reason): "it could not be read (\(reason))"
    case .notWritable(let reason): "it cannot be written (\(reason))"
    case .diskFull: "no space is left on the disk"
    case .writeFailed(let reason): "it could not be written (\(reason))"
    }
  }

  /// What to do.
  public var advice: String {
    switch problem {
    case .missing: "check the path"
    case .directory: "give a file in it"
    case .notReadable: "change its permissions or run as its owner"
    case .truncated, .corrupt: "fetch or copy it again"
    case .tooLarge: "split it, or check that it is the right file"
    case .lineTooLong: "check that it is a text file with line ends"
    case .readFailed: "check the disk or the network share, then run again"
    case .notWritable: "choose another place for the output"
    case .diskFull: "free some space and run again; nothing half-written is left"
    case .writeFailed: "check the disk, then run again; nothing half-written is left"
    }
  }

  private var displayName: String { path == "-" ? "standard input or output" : path }
}
