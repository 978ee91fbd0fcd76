public import Maritime
import StrictYAML

/// Compiles the files of a library together: first the documents that give names, then the rules.
///
/// The order of the files does not matter.
public struct LibraryCompiler: Sendable {
  private let vocabulary: Vocabulary

  /// Creates a compiler for rules about the facts of `catalog`.
  ///
  /// - Parameters:
  ///   - catalog: The kinds of fact that rules may ask for.
  ///   - stateFields: The fields that rules read as `vessel.…`.
  ///   - gazetteer: The ports and zones to which the library may add.
  public init(
    catalog: FactCatalog, stateFields: [FieldDeclaration] = VesselIdentity.stateFields,
    gazetteer: Gazetteer
  ) {
    vocabulary = Vocabulary(catalog: catalog, stateFields: stateFields, gazetteer: gazetteer)
  }

  /// Compiles files.
  ///
  /// `NAME.tests.yaml` holds the tests of `NAME.yaml`; every other file says what it is by `kind:`.
  /// Without `readsTests` the cases are left out; they take more than half of the time.
  public func compile(_ files: [LibraryFile], readsTests: Bool = true) -> CompiledLibrary {
    var build = LibraryBuild(vocabulary: vocabulary, files: files)
    for kind in [DocumentKind.zone, .ports, .list, .table, .define] { build.readNames(of: kind) }
    build.compileRules(readsTests: readsTests)
    build.readExceptions()
    build.checkPacks()
    return build.library()
  }
}

/// A library on its way from files to rules.
struct LibraryBuild {
  /// A document whose text could be read.
  struct Parsed {
    let file: LibraryFile
    let source: SourceText
    let root: YAMLNode
    let kind: DocumentKind
  }

  private(set) var vocabulary: Vocabulary
  private(set) var diagnostics: [Diagnostic] = []
  private var parsed: [Parsed] = []
  private var tests: [String: LibraryFile] = [:]
  private var documents: [LibraryDocument] = []
  private var firsts: [String: (file: String, span: SourceSpan)] = [:]
  private var rules: [CompiledRule] = []
  private var exceptions = ExceptionReading()

  init(vocabulary: Vocabulary, files: [LibraryFile]) {
    self.vocabulary = vocabulary
    var seen: Set<String> = []
    for file in files.sorted(by: { $0.name < $1.name }) where seen.insert(file.name).inserted {
      if file.isTests { tests[file.stem] = file } else { parse(file) }
    }
  }

  private mutating func parse(_ file: LibraryFile) {
    // A manifest names every file, so a large pack has a large one.
    let limits = file.name.hasSuffix(PackManifest.fileName) ? .manifest : YAMLLimits.standard
    let document = readYAML(file.bytes, file: file.name, limits: limits)
    guard let root = document.root else {
      diagnostics += document.diagnostics
      if file.mayGiveNames { vocabulary.library.isWhole = false }
      return
    }
    let source = SourceText(file.bytes)
    var reader = RuleReader(source: source, file: file.name, vocabulary: vocabulary)
    if let kind = reader.documentKind(root) {
      parsed.append(Parsed(file: file, source: source, root: root, kind: kind))
    } else {
      vocabulary.library.isWhole = false
    }
    diagnostics += reader.diagnostics
  }

  /// What came of it, in orders that do not depend on that of the files.
  func library() -> CompiledLibrary {
    CompiledLibrary(
      rules: rules.sorted { $0.header.id < $1.header.id },
      documents: documents.sorted { $0.file < $1.file },
      lists: vocabulary.library.lists.values.sorted { $0.id < $1.id },
      gazetteer: vocabulary.gazetteer,
      exceptions: exceptions.exceptions.sorted {
        ($0.rule, $0.file, $0.span.start.offset) < ($1.rule, $1.file, $1.span.start.offset)
      },
      malformedExceptions: exceptions.malformed.sorted { ($0.file, $0.line) < ($1.file, $1.line) },
      diagnostics: diagnostics.sorted { a, b in
        (a.file, a.span.start.offset, a.code, a.message)
          < (b.file, b.span.start.offset, b.code, b.message)
      }, compiler: RuleCompiler(vocabulary: vocabulary))
  }

  /// Hands each document of a kind to a reader of its own, and keeps what the reader reports.
  mutating func forEach(
    _ kind: DocumentKind, _ body: (inout LibraryBuild, Parsed, inout RuleReader) -> Void
  ) {
    for document in parsed where document.kind == kind {
      var reader = RuleReader(
        source: document.source, file: document.file.name, vocabulary: vocabulary)
      body(&self, document, &reader)
      diagnostics += reader.diagnostics
    }
  }

  mutating func add(_ document: LibraryDocument) { documents.append(document) }

  mutating func update(_ body: (inout Vocabulary) -> Void) { body(&vocabulary) }

  /// Whether a name is new; reports it where it is given again.
  mutating func isNew(_ name: String, at span: SourceSpan, _ reader: inout RuleReader) -> Bool {
    guard let first = firsts[name] else {
      firsts[name] = (reader.file, span)
      return true
    }
    let place = first.file == reader.file ? "line \(first.span.start.line)" : first.file
    reader.report(
      .duplicateDocument, "`\(name)` is given in \(place) too", at: span,
      help: "give one of them another name")
    return false
  }
}

extension LibraryBuild {
  /// Compiles the rules, with everything that the other documents gave.
  mutating func compileRules(readsTests: Bool) {
    let compiler = RuleCompiler(vocabulary: vocabulary)
    var first: [String: RuleHeader] = [:]
    forEach(.rule) { build, document, reader in
      let beside = build.tests.removeValue(forKey: document.file.stem)
      let compilation = compiler.compile(
        document.root, source: document.source, file: document.file.name,
        tests: beside.map { ($0.bytes, $0.name) }, readsTests: readsTests)
      build.diagnostics += compilation.diagnostics
      build.add(reader.libraryDocument(document.root, .rule, gives: []))
      guard let rule = compilation.rule else { return }
      build.rules.append(rule)
      if let earlier = first[rule.header.id] {
        build.diagnostics.append(.duplicateRule(rule.header, earlier))
      } else {
        first[rule.header.id] = rule.header
      }
    }
    for (_, file) in tests.sorted(by: { $0.key < $1.key }) { reportOrphan(file) }
    forEach(.policy) { build, document, reader in
      build.add(reader.libraryDocument(document.root, .policy, gives: []))
    }
  }

  private mutating func reportOrphan(_ file: LibraryFile) {
    var reader = RuleReader(
      source: SourceText(file.bytes), file: file.name, vocabulary: vocabulary)
    reader.report(
      .orphanTests, "no rule stands beside these tests", at: reader.source.span(0..<0),
      help: "name the file like the rule: `RULE.tests.yaml` beside `RULE.yaml`")
    diagnostics += reader.diagnostics
  }

  /// Reads the exceptions; a broken one suppresses nothing.
  mutating func readExceptions() {
    let byID = Dictionary(rules.map { ($0.header.id, $0) }) { first, _ in first }
    forEach(.exceptions) { build, document, reader in
      build.add(reader.libraryDocument(document.root, .exceptions, gives: []))
      guard reader.document(document.root, .exceptions) != nil else {
        let why = reader.diagnostics.first?.message ?? "it cannot be read"
        build.exceptions.malformed.append(
          LapsedException(
            rule: nil, match: nil, reason: "malformed: \(why)", file: reader.file, line: 1))
        return
      }
      let reading = reader.exceptions(document.root, rules: byID)
      build.exceptions.exceptions += reading.exceptions
      build.exceptions.malformed += reading.malformed
    }
  }

  mutating func checkPacks() {
    forEach(.pack) { build, document, reader in
      build.add(reader.libraryDocument(document.root, .pack, gives: []))
      if let id = reader.document(document.root, .pack) {
        _ = reader.packManifest(document.root, id: id)
      }
    }
  }
}

extension YAMLLimits {
  /// For manifests of packs: 4 MiB, for some 30,000 files.
  static let manifest = YAMLLimits(bytes: 4 << 20)
}

extension Diagnostic {
  fileprivate static func duplicateRule(_ rule: RuleHeader, _ earlier: RuleHeader) -> Diagnostic {
    Diagnostic(
      code: "E090", id: "duplicate-rule-id",
      message: "rule `\(rule.id)` is defined in `\(earlier.file)` too", file: rule.file,
      span: rule.span, help: "give one of them another id")
  }
}
