/// Files in one archive, as POSIX.1-1988 (`ustar`) has it: any `tar` lists and opens it.
///
/// The same entries give the same bytes: no times, owners or rights of the machine are in it.
public struct TarArchive: Sendable {
  /// A file in an archive.
  public struct Entry: Hashable, Sendable {
    /// Its path, with `/` between folders.
    public let name: String
    /// What is in it.
    public let bytes: [UInt8]

    /// Creates an entry.
    ///
    /// - Precondition: the name is one that `TarArchive.isSafe` allows.
    public init(name: String, bytes: [UInt8]) {
      precondition(TarArchive.isSafe(name), "'\(name)' must be a name for an archive")
      self.name = name
      self.bytes = bytes
    }
  }

  /// Why bytes are no archive that may be read.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong, in lower case, with the entry that is.
    public let message: String
  }

  /// The files, in order.
  public let entries: [Entry]

  /// The most files of an archive that is read (our own default).
  static let mostEntries = 100_000
  private static let block = 512

  /// Creates an archive.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// The archive as bytes.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += Self.header(of: entry)
      bytes += entry.bytes
      bytes += [UInt8](repeating: 0, count: Self.padding(entry.bytes.count))
    }
    return bytes + [UInt8](repeating: 0, count: 2 * Self.block)
  }

  /// Whether bytes begin like an archive.
  public static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.count >= block && bytes[257..<262].elementsEqual("ustar".utf8)
  }

  /// Whether a name stays below the folder in which the archive is opened, on any system.
  public static func isSafe(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = name.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "._-/".utf8.contains(byte)
    }
    return isPlain && (1...100).contains(name.utf8.count)
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  /// Reads an archive.
  ///
  /// Nothing is written anywhere: the files are handed over as bytes.
  ///
  /// - Throws: `Failure` for damage, for links and devices, for a name that leads out of the folder
  ///   or occurs twice, and for too many files.
  public init(reading bytes: [UInt8]) throws(Failure) {
    var entries: [Entry] = []
    var names: Set<String> = []
    var place = 0
    while place + Self.block <= bytes.count {
      let header = bytes[place..<place + Self.block]
      if header.allSatisfy({ $0 == 0 }) {
        self.entries = entries
        return
      }
      let (name, size, kind) = try Self.read(header, number: names.count + 1)
      let start = place + Self.block
      guard size <= bytes.count - start else {
        throw Failure(message: "the archive stops within '\(name)'")
      }
      guard names.insert(name).inserted else {
        throw Failure(message: "'\(name)' is in the archive twice")
      }
      guard names.count <= Self.mostEntries else {
        throw Failure(message: "the archive has more than \(Self.mostEntries) files")
      }
      if kind == .file {
        entries.append(Entry(name: name, bytes: Array(bytes[start..<start + size])))
      }
      place = start + size + Self.padding(size)
    }
    throw Failure(message: "the archive has no end: it was cut off")
  }
}

extension TarArchive {
  private enum Kind { case file, folder }

  /// Source: POSIX.1-1988, the header of `ustar`; offsets and lengths are those of its table.
  private static func header(of entry: Entry) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: block)
    func put(_ text: String, at offset: Int) {
      header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
    }
    put(entry.name, at: 0)
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(octal(entry.bytes.count, digits: 11), at: 124)
    put("00000000000", at: 136)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(octal(checksum(header[...]), digits: 6), at: 148)
    header[155] = UInt8(ascii: " ")
    return header
  }

  private static func read(
    _ header: ArraySlice<UInt8>, number: Int
  ) throws(Failure) -> (name: String, size: Int, kind: Kind) {
    let start = header.startIndex
    func field(_ offset: Int, _ length: Int) -> ArraySlice<UInt8> {
      header[start + offset..<start + offset + length].prefix { $0 != 0 }
    }
    guard header[start + 257..<start + 262].elementsEqual("ustar".utf8),
      amount(field(148, 8)) == checksum(header)
    else { throw Failure(message: "the header of file \(number) is damaged") }
    let name = String(decoding: field(0, 100), as: UTF8.self)
    let kind: Kind
    switch header[start + 156] {
    case 0, UInt8(ascii: "0"): kind = .file
    case UInt8(ascii: "5"): kind = .folder
    default: throw Failure(message: "'\(name)' is neither a file nor a folder")
    }
    let path = kind == .folder && name.hasSuffix("/") ? String(name.dropLast()) : name
    guard field(345, 155).isEmpty, isSafe(path) else {
      throw Failure(message: "'\(name)' is no name that may be in an archive")
    }
    guard let size = amount(field(124, 12)) else {
      throw Failure(message: "the size of '\(name)' is damaged")
    }
    return (path, kind == .folder ? 0 : size, kind)
  }

  /// The sum of the bytes of a header, those of the sum itself taken as spaces.
  private static func checksum(_ header: ArraySlice<UInt8>) -> Int {
    header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// Octal digits with spaces around them; `nil` for anything else.
  private static func amount(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = String(decoding: field.filter { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    return Int(digits, radix: 8).flatMap { $0 >= 0 ? $0 : nil }
  }

  private static func padding(_ size: Int) -> Int { (block - size % block) % block }
}
