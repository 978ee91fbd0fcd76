import StrictYAML

/// One YAML file of a library with its comments.
struct LintedDocument: Sendable {
  let file: String
  let root: YAMLNode
  let source: SourceText
  let comments: SourceComments

  init(file: String, root: YAMLNode, source: SourceText) {
    self.file = file
    self.root = root
    self.source = source
    comments = SourceComments(source, root: root)
  }

  /// Reads a file; `nil` when it is not YAML, which the compiler has said already.
  init?(file: String, bytes: [UInt8]) {
    guard let root = readYAML(bytes, file: file).root else { return nil }
    self.init(file: file, root: root, source: SourceText(bytes))
  }

  /// What the file says that it is.
  var kind: String { root["kind"]?.text ?? "" }

  /// The name by which rules refer to it.
  var id: String? { root["id"]?.text }

  /// Every scalar that is a value, with the keys above it, in file order.
  var values: [(path: [String], node: YAMLNode)] { Self.values(root, []) }

  private static func values(
    _ node: YAMLNode, _ path: [String]
  ) -> [(path: [String], node: YAMLNode)] {
    switch node.content {
    case .scalar: [(path, node)]
    case .sequence(let items): items.flatMap { values($0, path) }
    case .mapping(let entries): entries.flatMap { values($0.value, path + [$0.key]) }
    }
  }
}
