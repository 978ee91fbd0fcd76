/// One file of a library: its name, as diagnostics show it, and its bytes.
public struct LibraryFile: Hashable, Sendable {
  /// The path as the user gave it.
  public let name: String
  /// The text.
  public let bytes: [UInt8]

  /// Creates a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Whether the name says that the file holds the tests of the rule beside it.
  var isTests: Bool { name.hasSuffix(".tests.yaml") || name.hasSuffix(".tests.yml") }

  /// Whether the text says at its beginning that it gives names to rules.
  public var givesNames: Bool { statedKind != nil && mayGiveNames }

  /// Whether a text that cannot be read may be one that gives names to rules.
  var mayGiveNames: Bool {
    switch statedKind {
    case .rule, .policy, .tests, .exceptions, .pack: false
    case .define, .list, .ports, .table, .zone, nil: true
    }
  }

  /// The kind by the first line that has one; `nil` without a line or for a word that is none.
  private var statedKind: DocumentKind? {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    let line = start.split(whereSeparator: \.isNewline).first { $0.hasPrefix("kind:") }
    return line.flatMap { DocumentKind(rawValue: String($0.dropFirst(5).drop { $0 == " " })) }
  }

  /// The path without its ending: a rule and its tests share it.
  var stem: String {
    for ending in [".tests.yaml", ".tests.yml", ".yaml", ".yml"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
