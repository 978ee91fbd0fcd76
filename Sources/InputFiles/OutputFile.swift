/// A file that appears only when it is whole.
///
/// Bytes go to `PATH.partial-N` in the same folder, which takes the final name at `commit` and is
/// removed when there was none. Standard output, devices and pipes are written as they are. A
/// class, because it owns a descriptor and a file that is removed once.
public final class OutputFile {
  /// The path as the user gave it; `-` is standard output.
  public let path: String
  private let output: RawOutput
  private var isCommitted = false

  /// Creates the file under its partial name.
  ///
  /// - Parameter path: A path, or `-` for standard output.
  /// - Throws: `InputFileError` when the folder is missing or may not be written.
  public init(path: String) throws(InputFileError) {
    self.path = path
    output = try RawOutput(path: path)
  }

  /// Appends bytes.
  ///
  /// - Throws: `InputFileError`, such as when the disk is full.
  public func write(_ bytes: [UInt8]) throws(InputFileError) { try output.write(bytes) }

  /// Appends text as UTF-8.
  ///
  /// - Throws: `InputFileError`, such as when the disk is full.
  public func write(_ text: String) throws(InputFileError) { try write(Array(text.utf8)) }

  /// Puts the file in its place; call once, after the last write.
  ///
  /// - Throws: `InputFileError`; the file that was there before is then untouched.
  public func commit() throws(InputFileError) {
    precondition(!isCommitted, "a file must be committed once")
    try output.commit()
    isCommitted = true
  }

  deinit {
    if !isCommitted { output.discard() }
  }

  /// Writes a whole file.
  ///
  /// - Throws: `InputFileError`; the file that was there before is then untouched.
  public static func write(_ bytes: [UInt8], to path: String) throws(InputFileError) {
    let file = try OutputFile(path: path)
    try file.write(bytes)
    try file.commit()
  }
}
