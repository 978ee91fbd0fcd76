import Foundation
import Maritime
import RuleLanguage
import StrictYAML
import TestSupport
import Testing
import Workflows

/// Whatever an author types gives a rule or diagnostics, in less than a second, and never a trap.
///
/// `PRATIQUE_FUZZ=1000000 swift test --filter ShippedRuleFuzzTests` runs so many inputs, and keeps
/// the current one in the temporary folder, so that the input of a trap is known.
struct ShippedRuleFuzzTests {
  private static let wanted = ProcessInfo.processInfo.environment["PRATIQUE_FUZZ"].flatMap(Int.init)
  private static let seed =
    ProcessInfo.processInfo.environment["PRATIQUE_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

  private let compiler = RuleCompiler(catalog: .standard, gazetteer: .shipped)

  @Test func survivesMutationsOfEveryShippedRuleAndGoldenFile() throws {
    var shipped = RuleMutations(texts: try ruleTexts(), seed: Self.seed)
    var golden = RuleMutations(
      texts: GoldenFile.all.map { String(decoding: $0.bytes, as: UTF8.self) }, seed: Self.seed)
    var tally = Tally()
    let current = try Self.wanted.map { _ in try currentInput() }
    let clock = ContinuousClock()
    let start = clock.now
    for round in 0..<(Self.wanted ?? 400) {
      let isShipped = round % 4 == 0
      let bytes = isShipped ? shipped.next() : golden.next()
      try keep(bytes, in: current)
      let time = clock.measure {
        check(bytes, isShipped ? compiler : SampleRules.compiler, round: round, &tally)
      }
      if time > .seconds(Self.wanted == nil ? 10 : 1) {
        Issue.record("took \(time): \(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect(tally.compiled > 0 && tally.refused > 0)
    guard Self.wanted != nil else { return }
    let text = "\(tally) in \(clock.now - start) with seed \(Self.seed)\n"
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// A long text of one kind costs little more than a short one.
  @Test(arguments: [
    "- ", "a: ", "[", "{a: ", "\"", "#", "- a\n", "a: b\n", "? ", "|\n", "'' ", "\n ", "é",
    "# lint: allow W14\n", "- {a: [b, c]}\n", "&a ", "!a ", "*a ",
  ])
  func readsALongTextFast(_ piece: String) {
    let head = "kind: rule\nmatch:\n  fact:\n    where:\n"
    let count = (250 << 10) / piece.utf8.count
    let bytes = Array((head + String(repeating: piece, count: count)).utf8)
    let time = ContinuousClock().measure { _ = compiler.compile(bytes, file: "long.yaml") }
    #expect(time < .seconds(10), "\(time)")
  }

  private struct Tally: CustomStringConvertible {
    var compiled = 0
    var refused = 0
    var errors = 0
    var warnings = 0
    var evaluations = 0

    var description: String {
      "\(compiled + refused) inputs: \(compiled) compiled, \(refused) refused with \(errors) "
        + "errors, \(warnings) warnings, \(evaluations) evaluations"
    }
  }

  /// A file that stays open: opening it anew for each input would wait for the disk.
  private func currentInput() throws -> FileHandle {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "pratique-fuzz-\(ProcessInfo.processInfo.processIdentifier).yaml")
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  private func keep(_ bytes: [UInt8], in file: FileHandle?) throws {
    guard let file else { return }
    try file.seek(toOffset: 0)
    try file.write(contentsOf: bytes)
    try file.truncate(atOffset: UInt64(bytes.count))
  }

  private func check(
    _ bytes: [UInt8], _ compiler: RuleCompiler, round: Int, _ tally: inout Tally
  ) {
    let compilation = compiler.compile(bytes, file: "fuzz.yaml")
    let text = { String(decoding: bytes, as: UTF8.self) }
    let errors = compilation.diagnostics
    if (compilation.rule == nil) != errors.contains(where: { $0.severity == .error }) {
      Issue.record("neither a rule nor an error, or both: \(text())")
    }
    if !errors.allSatisfy({ isInside($0, bytes.count) }) {
      Issue.record("a place outside: \(text())")
    }
    tally.errors += errors.count
    guard let rule = compilation.rule else {
      tally.refused += 1
      return
    }
    tally.compiled += 1
    let warnings = compiler.lint(
      [rule], sources: ["fuzz.yaml": bytes], terms: LintExample.terms)
    tally.warnings += warnings.count
    if !warnings.allSatisfy({ isInside($0, bytes.count) }) {
      Issue.record("a warning outside: \(text())")
    }
    _ = runTests(of: rule)
    for test in rule.tests.prefix(3) {
      let first = rule.evaluate(test.input)
      _ = rule.explain(test.input)
      tally.evaluations += 1
      if round % 16 == 0, first.answer != rule.evaluate(test.input).answer {
        Issue.record("two answers: \(text())")
      }
    }
  }

  private func isInside(_ diagnostic: Diagnostic, _ count: Int) -> Bool {
    ([diagnostic.span] + diagnostic.notes.map(\.span)).allSatisfy { span in
      span.start <= span.end && span.end.offset <= count
    }
  }

  /// Every shipped rule, and again with a single case, which compiles many times faster.
  private func ruleTexts() throws -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rules")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    let texts = try names.filter { $0.hasSuffix(".yaml") && !$0.hasSuffix("policy.yaml") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    let short = texts.map { text in
      text.components(separatedBy: "    vary:")[0]
    }
    return short + short + short + texts
  }
}
