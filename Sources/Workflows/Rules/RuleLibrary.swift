import InputFiles
import Maritime
import RuleLanguage
import StrictYAML

/// The rules below some paths, compiled.
struct RuleLibrary: Sendable {
  /// The rules that compiled, by id.
  let rules: [CompiledRule]
  /// Everything the authors should know, by file and place.
  let diagnostics: [Diagnostic]
  /// The texts, to show diagnostics in.
  let sources: [String: [UInt8]]

  /// The largest rule file; `readYAML` says so with a place when it is larger.
  private static let sizeLimit = 16 << 20

  /// Compiles every rule below `paths`.
  ///
  /// `NAME.tests.yaml` holds the tests of `NAME.yaml`, and a policy is no rule. A screening leaves
  /// the tests unread.
  init(paths: [String], gazetteer: Gazetteer, readsTests: Bool = true) throws {
    let compiler = RuleCompiler(
      catalog: .standard, stateFields: VesselIdentity.stateFields, gazetteer: gazetteer)
    let all = try paths.flatMap { try files(at: $0, extensions: ["yaml", "yml"]) }
    var sources: [String: [UInt8]] = [:]
    for name in all { sources[name] = try InputFile.readAll(path: name, limit: Self.sizeLimit) }
    sources = sources.filter { !$0.hasSuffix("policy.yaml") && !Self.isPolicy($1) }
    let names = sources.keys.sorted()

    var rules: [CompiledRule] = []
    var diagnostics: [Diagnostic] = []
    for name in names where !name.hasSuffix(".tests.yaml") {
      let tests = name.replacing(/\.ya?ml$/, with: ".tests.yaml")
      let compilation = compiler.compile(
        sources[name] ?? [], file: name,
        tests: sources[tests].map { (bytes: $0, file: tests) }, readsTests: readsTests)
      diagnostics += compilation.diagnostics
      if let rule = compilation.rule { rules.append(rule) }
    }
    diagnostics += Self.duplicates(in: rules)
    self.rules = rules.sorted { $0.header.id < $1.header.id }
    self.diagnostics = diagnostics
    self.sources = sources
  }

  /// The rules, when none has an error.
  ///
  /// A library with one broken rule must not screen: what that rule would have found is unknown.
  func checked() throws -> [CompiledRule] {
    let errors = diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw WorkflowError.diagnostics(errors, sources: sources) }
    return rules
  }

  /// Whether the first key, after comments, says that the file is a policy.
  private static func isPolicy(_ text: [UInt8]) -> Bool {
    text.split(separator: UInt8(ascii: "\n")).first { $0.first != UInt8(ascii: "#") }
      .map { $0.elementsEqual("kind: policy".utf8) } ?? false
  }

  private static func duplicates(in rules: [CompiledRule]) -> [Diagnostic] {
    var first: [String: RuleHeader] = [:]
    return rules.compactMap { rule in
      guard let earlier = first[rule.header.id] else {
        first[rule.header.id] = rule.header
        return nil
      }
      return Diagnostic(
        code: "E090", id: "duplicate-rule-id",
        message: "rule `\(rule.header.id)` is defined in `\(earlier.file)` too",
        file: rule.header.file, span: rule.header.span, help: "give one of them another id")
    }
  }
}
