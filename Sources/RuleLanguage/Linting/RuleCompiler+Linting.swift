import Maritime
public import StrictYAML

extension RuleCompiler {
  /// Looks through a library for what compiles and is probably not meant.
  ///
  /// All files are looked at together, because some lints compare rules. A comment such as
  /// `# lint: allow W19 until 2026-12-31 because …` lets a lint pass on its line, the line below
  /// it, or above the first key in the whole file.
  ///
  /// - Parameters:
  ///   - rules: The rules that compiled.
  ///   - sources: The text of every file of the library by name: rules, tests beside them, and
  ///     other documents.
  ///   - terms: What lints need to know beside the files.
  /// - Returns: Warnings by file and place.
  public func lint(
    _ rules: [CompiledRule], sources: [String: [UInt8]], terms: LintTerms = LintTerms()
  ) -> [Diagnostic] {
    let library = library(rules, sources, terms)
    let tests = library.rules.compactMap(\.tests)
    var found: [Diagnostic] = []
    for lint in Lint.all {
      for rule in library.rules {
        found += lint.check(rule, library).map { lint.diagnostic($0, in: rule.header.file) }
      }
      for document in library.documents {
        found += lint.checkDocument(document, library).map {
          lint.diagnostic($0, in: document.file)
        }
      }
    }
    let files = library.rules.map(\.document) + tests + library.documents
    return files.flatMap { file in
      afterWaivers(found.filter { $0.file == file.file }, in: file, asOf: terms)
    }
    .sorted { ($0.file, $0.span.start.offset, $0.code) < ($1.file, $1.span.start.offset, $1.code) }
  }

  private func library(
    _ rules: [CompiledRule], _ sources: [String: [UInt8]], _ terms: LintTerms
  ) -> LintLibrary {
    var others = sources
    let linted = rules.sorted { $0.header.file < $1.header.file }.compactMap {
      rule -> LintedRule? in
      guard let bytes = sources[rule.header.file] else { return nil }
      let name = testsFile(beside: rule.header.file)
      others[rule.header.file] = nil
      let tests = others.removeValue(forKey: name).flatMap { LintedDocument(file: name, bytes: $0) }
      return LintedRule(rule, source: SourceText(bytes), tests: tests, vocabulary: vocabulary)
    }
    let documents = others.keys.sorted().compactMap { name in
      LintedDocument(file: name, bytes: others[name] ?? [])
    }
    return LintLibrary(
      rules: linted, documents: documents.filter { $0.kind != "rule" }, vocabulary: vocabulary,
      terms: terms)
  }

  /// Leaves out what a waiver lets pass; one that ended lets nothing pass and is shown.
  private func afterWaivers(
    _ found: [Diagnostic], in file: LintedDocument, asOf terms: LintTerms
  ) -> [Diagnostic] {
    let reader = WaiverReader(file)
    var used = Set<Int>()
    let kept = found.compactMap { diagnostic -> Diagnostic? in
      guard let index = reader.waivers.firstIndex(where: { $0.covers(diagnostic) }) else {
        return diagnostic
      }
      used.insert(index)
      let waiver = reader.waivers[index]
      guard waiver.hasEnded(asOf: terms.asOf), let until = waiver.until else { return nil }
      return diagnostic.adding(
        .init(span: waiver.span, label: "this waiver ended on \(until.dayDescription)"))
    }
    let unused = reader.waivers.indices.filter { !used.contains($0) }.map { index in
      Lint.unusedWaiver.diagnostic(
        LintFinding(
          "the waiver of \(reader.waivers[index].lints.joined(separator: ", ")) waives nothing",
          at: reader.waivers[index].span, help: "delete it"), in: file.file)
    }
    return kept + unused + reader.findings.map { $0.lint.diagnostic($0.finding, in: file.file) }
  }
}

extension Lint {
  fileprivate func diagnostic(_ finding: LintFinding, in file: String) -> Diagnostic {
    Diagnostic(
      code: code, id: id, severity: .warning, message: finding.message,
      file: finding.file ?? file, span: finding.span, label: finding.label, notes: finding.notes,
      help: finding.help)
  }
}

extension Diagnostic {
  fileprivate func adding(_ note: Note) -> Diagnostic {
    Diagnostic(
      code: code, id: id, severity: severity, message: message, file: file, span: span,
      label: label, notes: notes + [note], help: help)
  }
}

/// `NAME.tests.yaml` for `NAME.yaml`.
private func testsFile(beside file: String) -> String {
  let end = file.lastIndex(of: ".") ?? file.endIndex
  return file[..<end] + ".tests.yaml"
}
