/// How much a text may hold.
public struct YAMLLimits: Hashable, Sendable {
  /// The largest size.
  public let bytes: Int
  /// How deep lists and mappings may stand in one another.
  public let depth: Int

  /// Creates limits.
  public init(bytes: Int, depth: Int = 16) {
    self.bytes = bytes
    self.depth = depth
  }

  /// For what people write: 256 KiB (our own default: a long rule has 10 KiB).
  public static let standard = YAMLLimits(bytes: 256 << 10)

  /// For lists that programs write: 64 MiB (our own default: all public lists together are
  /// smaller).
  public static let houseList = YAMLLimits(bytes: 64 << 20)
}

/// Reads one document of the strict subset of YAML in which every scalar is text.
///
/// Refuses whatever could make a text mean something else than it shows: tags, anchors, aliases,
/// merge keys, duplicate keys, directives, tabs in indentation, control and bidirectional
/// characters.
///
/// - Parameters:
///   - bytes: The text, in UTF-8, with or without a byte-order mark.
///   - file: The name for diagnostics.
///   - limits: How much the text may hold.
/// - Returns: The root, or at least one error.
/// - Complexity: O(*n*) in the number of bytes.
public func readYAML(
  _ bytes: [UInt8], file: String, limits: YAMLLimits = .standard
) -> YAMLDocument {
  guard bytes.count <= limits.bytes else {
    return YAMLDocument(root: nil, diagnostics: [tooLarge(bytes.count, limits, file: file)])
  }
  let source = SourceText(bytes)
  let problems = characterProblems(in: source, file: file)
  guard problems.isEmpty else { return YAMLDocument(root: nil, diagnostics: problems) }
  var builder = YAMLTreeBuilder(source: source, file: file, maximumDepth: limits.depth)
  let failure = readYAMLEvents(source.content) { builder.add($0) }
  if let failure { builder.stop(at: failure) }
  return builder.document()
}

private func tooLarge(_ count: Int, _ limits: YAMLLimits, file: String) -> Diagnostic {
  let start = SourcePosition(offset: 0, line: 1, column: 1)
  return YAMLProblem.tooLarge.diagnostic(
    "the file has \(count) bytes; the limit is \(limits.bytes)", file: file,
    span: SourceSpan(start: start, end: start))
}
