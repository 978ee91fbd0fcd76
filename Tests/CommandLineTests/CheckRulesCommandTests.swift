import TestSupport
import Testing

struct CheckRulesCommandTests {
  private static let rule = """
    kind: rule
    language: 1
    id: a
    title: Under the flag of Russia.
    status: draft
    severity: low
    match:
      state:
        where: [vessel.flag == RU]

    """

  @Test(arguments: [
    ("", 0, "warning[W45]"),
    ("--strict", 1, "1 warning"),
    ("--json", 0, "\"id\":\"title-full-stop\""),
    ("--sarif --lint-pages https://example.org", 0, "\"https://example.org/title-full-stop.md\""),
    ("--json --sarif", 2, ""),
    ("--as-of tomorrow", 2, ""),
  ])
  func checks(_ options: String, _ exitCode: Int32, _ expected: String) throws {
    let run = try ProgramRun()
    _ = try run.folder.write(Self.rule, to: "a.yaml")
    let outcome = try run.shell("pratique rules check a.yaml \(options)")
    #expect(outcome.exitCode == exitCode, "\(outcome.errors)")
    #expect(expected.isEmpty || outcome.output.contains(expected), "\(outcome.output)")
  }
}
