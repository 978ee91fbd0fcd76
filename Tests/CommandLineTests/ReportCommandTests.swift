import Foundation
import TestSupport
import Testing

/// Reports on the example's verdicts, as a user would ask for them.
struct ReportCommandTests {
  private let program: ProgramRun

  init() throws { program = try ProgramRun() }

  private func screened() throws {
    let outcome = try program.shell(
      "pratique screen --example msmt-2025 --vessel 9358010 9125786 --db s.sqlite"
        + " --by kim --at 2026-01-01 --format json -o v.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  @Test func reportsBundlesAndReplays() throws {
    try screened()
    let page = try program.shell("pratique report v.json --format html --db s.sqlite -o r.html")
    #expect(page.exitCode == 0, "\(page.errors)")
    #expect(page.output == "")
    let text = try program.shell("pratique report v.json --vessel 9125786")
    #expect(text.output.hasPrefix("CASIO\n"))
    let bundle = try program.shell(
      "pratique report v.json --db s.sqlite --bundle b.tar && rm s.sqlite"
        + " && pratique replay b.tar")
    #expect(bundle.output == "2 of 2 verdicts reproduced byte for byte\n", "\(bundle.errors)")
    #expect(bundle.errors.contains("b.tar: 2 of 2 verdicts reproduced byte for byte"))
  }

  @Test func asksWhatIf() throws {
    let outcome = try program.shell(
      "pratique screen --example msmt-2025 --vessel 9125786 --set vessel.registry_status=open")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("false-flag: fires, "))
    let kept = try program.shell(
      "pratique screen --example msmt-2025 --vessel 9125786 --set vessel.flag=KP --db s.sqlite")
    #expect(kept.exitCode == 2)
    #expect(kept.errors.contains("never kept in a store"))
  }

  @Test(arguments: [
    ("pratique report none.json", 2, "none.json"),
    ("echo '{}' | pratique report -", 2, "the key is missing"),
    ("pratique report v.json --format doc", 2, "--format is one of"),
    ("pratique report v.json --facts a --db b", 2, "not both"),
    ("PATH=${PATH%%:*} pratique report v.json --format pdf -o r.pdf", 3, "apt-get install"),
    ("pratique report v.json --bundle b.tar --db none.sqlite", 2, "none.sqlite"),
  ])
  func saysWhatIsWrong(_ line: String, exitCode: Int32, culprit: String) throws {
    if line.contains("pdf") { try screened() }
    let outcome = try program.shell(line)
    #expect(outcome.exitCode == exitCode, "\(outcome.errors)")
    #expect(outcome.errors.contains(culprit), "\(outcome.errors)")
  }
}
