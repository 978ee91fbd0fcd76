/// Puts libyaml's events together to a tree, and refuses what the subset leaves out.
struct YAMLTreeBuilder {
  private let source: SourceText
  private let file: String
  private let maximumDepth: Int
  private var open: [OpenCollection] = []
  private var root: YAMLNode?
  private var diagnostics: [Diagnostic] = []
  private var documents = 0

  /// A list or mapping whose end is still to come.
  private struct OpenCollection {
    let isMapping: Bool
    let start: Int
    /// The end of the last child, because libyaml ends a block at the token that follows it.
    var lastEnd: Int
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    /// Where each key stands, once there are too many to look through.
    var firstKeys: [String: SourceSpan] = [:]
    var key: (text: String, span: SourceSpan)?
  }

  /// With so many keys a table of them is made; a few are found faster one by one.
  private static let fewKeys = 16

  /// More would only repeat one habit of the author.
  private static let maximumDiagnostics = 20

  init(source: SourceText, file: String, maximumDepth: Int) {
    self.source = source
    self.file = file
    self.maximumDepth = maximumDepth
  }

  /// Takes the next event; returns whether more are welcome.
  mutating func add(_ event: YAMLEvent) -> Bool {
    let (start, end) = (
      source.offset(ofCharacter: event.start), source.offset(ofCharacter: event.end)
    )
    refuseProperties(of: event, at: start)
    switch event.kind {
    case .documentStart(let hasDirective):
      return startDocument(start..<end, hasDirective: hasDirective)
    case .mappingStart, .sequenceStart: return openCollection(event, at: start)
    case .mappingEnd, .sequenceEnd: closeCollection(start..<end)
    case .scalar(let text, let isQuoted): addScalar(text, isQuoted: isQuoted, start..<end)
    case .alias:
      let message = "the alias `\(text(start..<end))` is not allowed"
      report(.alias, message, start..<end, help: "write out the value")
      place(YAMLNode(.scalar("", isQuoted: false), span: source.span(start..<end)))
    }
    return diagnostics.count < Self.maximumDiagnostics
  }

  /// Takes libyaml's reason for giving up.
  mutating func stop(at failure: YAMLFailure) {
    let offset = min(source.offset(ofCharacter: failure.index), source.bytes.count)
    let sentence = YAMLSyntaxSentence(libraryProblem: failure.problem)
    report(.syntax, sentence.message, offset..<offset, help: sentence.help)
  }

  /// What came of it.
  func document() -> YAMLDocument {
    var found = diagnostics
    if root == nil, found.isEmpty {
      found.append(
        YAMLProblem.emptyDocument.diagnostic(
          "the file is empty", file: file, span: source.span(0..<0)))
    }
    let ordered = found.enumerated().sorted {
      ($0.element.span.start.offset, $0.offset) < ($1.element.span.start.offset, $1.offset)
    }
    return YAMLDocument(root: found.isEmpty ? root : nil, diagnostics: ordered.map(\.element))
  }
}

extension YAMLTreeBuilder {
  private mutating func startDocument(_ range: Range<Int>, hasDirective: Bool) -> Bool {
    documents += 1
    if hasDirective { report(.directive, "directives are not allowed", range) }
    guard documents > 1 else { return true }
    report(
      .severalDocuments, "a second document starts here", range,
      help: "put each document into a file of its own")
    return false
  }

  private mutating func openCollection(_ event: YAMLEvent, at start: Int) -> Bool {
    let isMapping = if case .mappingStart = event.kind { true } else { false }
    if let parent = open.last, parent.isMapping, parent.key == nil {
      report(.nonScalarKey, "a key must be text", start..<start + 1)
    }
    guard open.count < maximumDepth else {
      let message = "this stands deeper than \(maximumDepth) levels"
      report(.tooDeep, message, start..<min(start + 1, source.bytes.count))
      return false
    }
    open.append(OpenCollection(isMapping: isMapping, start: start, lastEnd: start))
    return true
  }

  private mutating func closeCollection(_ range: Range<Int>) {
    guard let collection = open.popLast() else { return }
    let end = range.isEmpty ? collection.lastEnd : range.upperBound
    place(
      YAMLNode(
        collection.isMapping ? .mapping(collection.entries) : .sequence(collection.items),
        span: source.span(collection.start..<max(end, collection.start))))
  }

  private mutating func addScalar(_ text: String, isQuoted: Bool, _ range: Range<Int>) {
    let span = source.span(trimmed(range))
    // An escape such as "\u202e" hides a character from the check of the bytes.
    if !text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      if let scalar = text.unicodeScalars.first(where: { hiddenCharacter($0) != nil }),
        let hidden = hiddenCharacter(scalar)
      {
        diagnostics.append(hidden.diagnostic(scalar, span: span, file: file))
      }
    }
    let isEmptyDocument = open.isEmpty && text.isEmpty && !isQuoted
    if !isEmptyDocument { place(YAMLNode(.scalar(text, isQuoted: isQuoted), span: span)) }
  }

  /// Puts a finished node where it belongs: root, item, key or value.
  private mutating func place(_ node: YAMLNode) {
    guard let parent = open.indices.last else {
      root = root ?? node
      return
    }
    open[parent].lastEnd = max(open[parent].lastEnd, node.span.end.offset)
    guard open[parent].isMapping else { return open[parent].items.append(node) }
    if let key = open[parent].key {
      open[parent].entries.append(YAMLEntry(key: key.text, keySpan: key.span, value: node))
      open[parent].key = nil
    } else {
      open[parent].key = (node.text ?? "", node.span)
      if node.text != nil { checkKey(node, in: parent) }
    }
  }

  private mutating func checkKey(_ node: YAMLNode, in parent: Int) {
    guard case .scalar(let key, let isQuoted) = node.content else { return }
    let range = node.span.start.offset..<node.span.end.offset
    if key == "<<", !isQuoted {
      report(.mergeKey, "the merge key `<<` is not allowed", range, help: "write out the keys")
    } else if let first = firstPlace(of: key, in: parent) {
      report(
        .duplicateKey, "the key `\(key)` stands twice in one mapping", range,
        label: "again here", notes: [.init(span: first, label: "first here")])
    } else if open[parent].entries.count >= Self.fewKeys {
      open[parent].firstKeys[key] = node.span
    }
  }

  /// Where a key of an open mapping stands already.
  private mutating func firstPlace(of key: String, in parent: Int) -> SourceSpan? {
    let entries = open[parent].entries
    if entries.count < Self.fewKeys {
      return entries.indices.first { entries[$0].key == key }.map { entries[$0].keySpan }
    }
    if open[parent].firstKeys.isEmpty {
      for entry in entries { open[parent].firstKeys[entry.key] = entry.keySpan }
    }
    return open[parent].firstKeys[key]
  }

  private mutating func refuseProperties(of event: YAMLEvent, at start: Int) {
    guard event.hasTag || event.hasAnchor else { return }
    let range = start..<endOfWord(from: start)
    if event.hasTag {
      report(
        .tag, "the tag `\(text(range))` is not allowed", range,
        help: "every value is text until its key gives it a type")
    } else {
      report(.anchor, "the anchor `\(text(range))` is not allowed", range)
    }
  }

  private func endOfWord(from start: Int) -> Int {
    let stops = Set(" \t\r\n,[]{}".utf8)
    return source.bytes[start...].firstIndex { stops.contains($0) } ?? source.bytes.count
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }

  /// Without the line break that libyaml counts as part of a block scalar.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, [0x20, 0x0A, 0x0D].contains(source.bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  private mutating func report(
    _ problem: YAMLProblem, _ message: String, _ range: Range<Int>, label: String? = nil,
    notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    diagnostics.append(
      problem.diagnostic(
        message, file: file, span: source.span(range), label: label, notes: notes, help: help))
  }
}
