/// A file, or standard input, read from start to end and decompressed on the way.
///
/// gzip and zstd are recognised from the first bytes, never from the name; members and frames that
/// follow each other are one file. A class, because it owns a descriptor that is closed once.
public final class InputFile {
  /// The path as the user gave it; `-` is standard input.
  public let path: String
  private var source: any ByteSource
  /// How many bytes there will be; `nil` when only reading tells.
  private let size: Int?

  /// Opens a file.
  ///
  /// - Parameter path: A path, or `-` for standard input.
  /// - Throws: `InputFileError` when it is missing, a folder or not readable.
  public convenience init(path: String) throws(InputFileError) {
    try self.init(RawInput(path: path))
  }

  init(_ raw: RawInput) throws(InputFileError) {
    path = raw.path
    let compression = try Compression(firstBytes: raw.peek(4))
    size = compression == .none ? raw.size : nil
    source =
      switch compression {
      case .none: raw
      case .gzip: try GzipSource(raw)
      case .zstd: try ZstdSource(raw)
      }
  }

  /// Reads the next bytes, decompressed.
  ///
  /// - Parameter limit: The most bytes to return; fewer come only at the end of the file.
  /// - Returns: The bytes; `nil` at the end.
  /// - Throws: `InputFileError` when the data is damaged or cannot be read.
  public func nextBlock(upTo limit: Int) throws(InputFileError) -> [UInt8]? {
    let block = try filledBlock(startingWith: [], upTo: limit, in: [], from: &source)
    return block.isEmpty ? nil : block
  }

  /// The next bytes after `start`, which the caller has from the block before, in the memory of
  /// `spare`.
  func nextBlock(
    startingWith start: [UInt8], upTo limit: Int, in spare: consuming [UInt8]
  ) throws(InputFileError) -> [UInt8] {
    try filledBlock(startingWith: start, upTo: limit, in: spare, from: &source)
  }

  /// The largest file that `readAll` takes unless told otherwise: 512 MiB, our own default.
  public static let usualLimit = 512 << 20

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - path: A path, or `-` for standard input.
  ///   - limit: The most bytes to take once decompressed, so that a small file cannot fill memory.
  /// - Returns: The bytes, decompressed.
  /// - Throws: `InputFileError`, also when the file holds more than `limit`.
  public static func readAll(
    path: String, limit: Int = usualLimit
  ) throws(InputFileError) -> [UInt8] {
    let file = try InputFile(path: path)
    if let size = file.size, size > limit {
      throw InputFileError(path: path, problem: .tooLarge(limit: limit))
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.size ?? 0)
    while let block = try file.nextBlock(upTo: 1 << 20) {
      guard bytes.count + block.count <= limit else {
        throw InputFileError(path: path, problem: .tooLarge(limit: limit))
      }
      bytes += block
    }
    return bytes
  }
}

/// How a file is compressed, by its first bytes.
enum Compression {
  case none, gzip, zstd

  /// Source: RFC 1952, section 2.3.1; RFC 8878, sections 3.1.1 and 3.1.2.
  init(firstBytes: [UInt8]) {
    if firstBytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if firstBytes == [0x28, 0xB5, 0x2F, 0xFD] {
      self = .zstd
    } else if firstBytes.count == 4, (0x50...0x5F).contains(firstBytes[0]),
      firstBytes[1...] == [0x2A, 0x4D, 0x18]
    {
      self = .zstd
    } else {
      self = .none
    }
  }
}
