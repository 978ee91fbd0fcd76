public import Maritime
public import StrictYAML

/// The documents of a library, compiled together.
public struct CompiledLibrary: Sendable {
  /// The rules that compiled, by id.
  public let rules: [CompiledRule]
  /// Every document that could be read, by file.
  public let documents: [LibraryDocument]
  /// The library's own lists of vessels and companies, by id.
  public let lists: [AuthorList]
  /// The ports and zones that rules may name, the library's own among them.
  public let gazetteer: Gazetteer
  /// The exceptions that may suppress findings, by rule, file and place.
  public let exceptions: [RuleException]
  /// The exceptions that cannot be read, by file and place: they suppress nothing.
  public let malformedExceptions: [LapsedException]
  /// Everything the authors should know, by file and place.
  public let diagnostics: [Diagnostic]
  /// What compiled the rules, to compile changed ones with.
  public let compiler: RuleCompiler

  /// The errors that leave the meaning of rules open.
  ///
  /// Those of exceptions are none: a broken exception suppresses nothing, the careful side.
  public var blockingErrors: [Diagnostic] {
    let exceptions = Set(documents.filter { $0.kind == .exceptions }.map(\.file))
    return diagnostics.filter { $0.severity == .error && !exceptions.contains($0.file) }
  }

  /// The rules with their versions and meanings, by id, to be compared with the lock of a pack.
  public var lock: [PackManifest.LockedRule] {
    rules.map { PackManifest.LockedRule($0.header) }
  }

  /// Answers a question about one of the library's own lists; `nil` when the list is not one.
  public func answer(_ query: ListQuery, knownAsOf: UTCTime? = nil) -> ListAnswer? {
    lists.first { $0.id == query.list }?.answer(query, knownAsOf: knownAsOf)
  }
}
