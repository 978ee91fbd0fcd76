import Foundation
import TestSupport
import Testing

/// The commands that keep lists, as a user runs them.
struct ListsCommandTests {
  private let program: ProgramRun

  init() throws { program = try ProgramRun() }

  private func write(_ row: String, to name: String) throws -> String {
    try program.folder.write("id,schema,name,imo\n\(row)\n", to: name)
  }

  @Test(arguments: ["diff", "match"])
  func helpsWithAnExample(_ command: String) throws {
    let outcome = try program.run(["help", "lists", command])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("Example"))
  }

  @Test func comparesTwoFiles() throws {
    let old = try write("1,Vessel,ALPHA,9179842", to: "fleet_2024-01-31.csv")
    let new = try write("1,Vessel,BRAVO,9179842", to: "fleet_2024-02-29.csv")
    let same = try program.run(["lists", "diff", old, old])
    #expect(same.exitCode == 0, "\(same.errors)")
    let differs = try program.run(["lists", "diff", old, new, "--json"])
    #expect(differs.exitCode == 1)
    let json = try JSONSerialization.jsonObject(with: Data(differs.output.utf8)) as? [String: Any]
    let changed = try #require((json?["changed"] as? [[String: Any]])?.first)
    let fields = try #require(changed["fields"] as? [[String: Any]])
    #expect(fields.map { $0["field"] as? String } == ["name"])
    #expect(fields[0]["removed"] as? [String] == ["ALPHA"])
    #expect(try program.run(["lists", "diff", old, new, "--json"]).output == differs.output)
  }

  @Test(arguments: [
    (["lists", "diff", "a", "b", "c"], "Name two snapshots"),
    (["lists", "diff", "a", "b", "--from", "2024-01-01"], "leave out the second"),
    (["lists", "diff", "no-such-list"], "no snapshot of 'no-such-list'"),
  ])
  func saysWhatIsWrong(_ arguments: [String], message: String) throws {
    let outcome = try program.run(arguments)
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
