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

  @Test(arguments: ["diff", "match", "update"])
  func helpsWithAnExample(_ command: String) throws {
    let outcome = try program.run(["help", "lists", command])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("Example"))
  }

  @Test(arguments: [("0.85", "q1"), ("1", ""), ("0.3", "q1")])
  func matchesAFileAboveAScore(_ threshold: String, expected: String) throws {
    _ = try program.folder.write(
      "id,schema,name,imo\n1,Vessel,SAMPLE ANGARA BELLATRIX,9179842\n",
      to: "Lists/fleet_2024-01-31.csv")
    _ = try program.folder.write(
      "id,schema,name\nq1,Vessel,SAMPLE ANGARA BELATRIX\nq2,Vessel,QUITE ANOTHER\n", to: "rows.csv")
    let outcome = try program.shell(
      "pratique lists match rows.csv --lists Lists --threshold \(threshold) -o hits.csv")
    #expect(outcome.exitCode == (expected.isEmpty ? 0 : 1), "\(outcome.errors)")
    let lines = try program.shell("cat hits.csv").output.split(separator: "\r\n")
    #expect(lines.first == "id,designation,score,kind,explanation")
    #expect(
      lines.dropFirst().map { String($0.prefix(8)) } == (expected.isEmpty ? [] : ["q1,1,0.9"]))
  }

  @Test func refusesAScoreAboveOne() throws {
    let outcome = try program.shell("pratique lists match rows.csv --threshold 85")
    #expect(outcome.exitCode == 2 || outcome.exitCode == 64)
    #expect(outcome.errors.contains("from 0 to 1"))
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

  /// A publisher on this machine: new, unchanged, out of order, and gone.
  @Test func fetchesListsAndSaysHowItWent() throws {
    let server = try LoopbackServer { request in
      let isKnown = request.headers["if-none-match"] == "\"1\""
      switch (request.path, isKnown) {
      case ("/fleet.csv", true): return .answer(304)
      case ("/fleet.csv", false):
        let headers = ["ETag": "\"1\"", "Last-Modified": "Fri, 03 May 2024 12:00:00 GMT"]
        return .answer(200, headers: headers, body: "id,schema,name\n1,Vessel,A\n")
      case ("/page.csv", _): return .answer(200, body: "id,schema,name\n")
      default: return .answer(404)
      }
    }
    let lists = ["fleet", "page", "gone"].map { name in
      "{id: \(name), format: house-csv, files: [\(server.address("/\(name).csv"))]}"
    }
    let manifest = try program.folder.write(
      "publishers: [{name: Sample, lists: [\(lists.joined(separator: ", "))]}]",
      to: "manifest.yaml")
    let folder = program.folder.path("LISTS")
    func update(_ ids: [String]) throws -> ProgramRun.Outcome {
      try program.run(
        ["lists", "update", "--lists", folder, "--manifest", manifest, "--json", "--list"] + ids)
    }
    let first = try update(["fleet"])
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(first.output.contains("\"outcome\":\"imported\""))
    #expect(try update(["fleet"]).output.contains("\"outcome\":\"unchanged\""))
    #expect(try update(["fleet", "page"]).exitCode == 2)
    #expect(try update(["page", "gone", "fleet"]).exitCode == 3)
    #expect(try update(["other"]).exitCode == 2)
  }

  @Test func tellsHowOldTheListsAreOnADay() throws {
    let list = try program.folder.write(
      "list: sample\npublished: 2026-01-31\ncovers: [us]\nentries: [{name: A}]\n", to: "L/a.yaml")
    let folder = URL(filePath: list).deletingLastPathComponent().path
    func status(_ more: [String]) throws -> ProgramRun.Outcome {
      try program.run(["lists", "status", "--lists", folder] + more)
    }
    let plain = try status(["--json"])
    #expect(plain.exitCode == 0 && !plain.output.contains("age_days"), "\(plain.errors)")
    #expect(try status(["--as-of", "2026-02-10"]).exitCode == 0)
    let old = try status(["--as-of", "2026-04-01", "--json"])
    #expect(old.exitCode == 1)
    #expect(old.output.contains("\"age_days\":60,\"refresh_days\":30,\"out_of_date\":true"))
    #expect(old.errors.contains("the list of 2026-01-31 is older than 30 days"))
    let missing = try status(["--as-of", "2026-02-10", "--regimes", "us,eu"])
    #expect(missing.exitCode == 1)
    #expect(missing.output.contains("no list that names the vessels of 'eu' is imported"))
    #expect(try status(["--regimes", "us"]).exitCode == 2)
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
