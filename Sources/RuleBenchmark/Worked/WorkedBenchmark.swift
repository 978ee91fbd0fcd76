import Foundation
import InputFiles
import Maritime
import RuleLanguage
import Workflows

/// The eight worked rules on a fleet: writes the facts for other programs, and says who fires.
struct WorkedBenchmark {
  private let rules: [CompiledRule]
  private let fleet: WorkedFleet
  private let folder: URL

  init(rules: String, folder: String, vessels: Int) throws {
    let compiler = RuleCompiler(catalog: .standard, gazetteer: .shipped)
    let names = try FileManager.default.contentsOfDirectory(atPath: rules).sorted()
    self.rules = try names.filter { $0.hasSuffix(".yaml") }.map { name in
      let bytes = try InputFile.readAll(path: "\(rules)/\(name)", limit: 1 << 20)
      let compilation = compiler.compile(bytes, file: name)
      guard let rule = compilation.rule else {
        preconditionFailure("\(name): \(compilation.diagnostics)")
      }
      return rule
    }
    fleet = WorkedFleet(vessels: vessels, seed: 1718)
    self.folder = URL(filePath: folder)
  }

  /// Writes the tables, decides the rules, and prints hits and times as one JSON object.
  func run() throws {
    try write()
    let ofVessels = rules.filter { $0.header.subject == .vessel }
    let others = rules.filter { $0.header.subject == .program }
    let (set, inputs, program) = (RuleSet(ofVessels), fleet.inputs, fleet.program)
    var answers = set.answers(for: [])
    var whole: [RuleEvaluation] = []
    let time = Measurement(runs: 5) {
      answers = set.answers(for: inputs)
      whole = others.map { $0.evaluate(program) }
    }
    var sampled = 0
    let reference = Measurement(runs: 1) {
      sampled = ofVessels.reduce(0) { sum, rule in
        sum + inputs.count { rule.evaluate($0).answer == .fires }
      }
      whole = others.map { $0.evaluate(program) }
    }
    let hits = ofVessels.enumerated().map { index, rule in
      let fired = inputs.indices.filter { answers[vessel: $0, rule: index] == .fires }
        .compactMap { inputs[$0].vessel?.imo?.description }
      return "\"\(rule.header.id)\": [\(fired.joined(separator: ", "))]"
    }
    let years = whole.map { evaluation in
      let years = evaluation.matches.compactMap { $0.facts.first?.header.span.start.date.year }
      return
        "\"\(evaluation.rule.id)\": [\(years.sorted().map(String.init).joined(separator: ", "))]"
    }
    print(
      """
      {"vessels": \(inputs.count), "facts": \(fleet.facts.count), \
      "fast_ms": \(decimals(time.milliseconds)), \
      "reference_ms": \(decimals(reference.milliseconds)), "reference_fires": \(sampled), \
      "hits": {\((hits + years).joined(separator: ", "))}}
      """)
  }

  private func write() throws {
    try save(FactFile.lines(of: fleet.facts), "facts.ndjson")
    let states = fleet.states.map { hull, fields in
      ["\(hull)"] + Self.fields.map { fields[$0]?.description ?? "" }
    }
    try save(["imo"] + Self.fields, states, "states.csv")
    let listed = fleet.listed.sorted { $0.key < $1.key }.map { ["\($0)", "\($1.milliseconds)"] }
    try save(["imo", "listed_from"], listed, "listed.csv")
    let groups = ["dprk", "rajin", "dunay-vostochny"].flatMap { group in
      (Gazetteer.shipped.ports(inGroup: group) ?? []).sorted().map { [group, $0] }
    }
    try save(["port_group", "port"], groups, "ports.csv")
    let zone = Gazetteer.shipped.zone("kp-eez")
    let dprk = (Gazetteer.shipped.ports(inGroup: "dprk") ?? []).compactMap(Gazetteer.shipped.port)
    let near = fleet.facts.compactMap { fact -> [String]? in
      guard let point = fact.header.position else { return nil }
      let nearZone = zone?.isWithin(120 * 1852, of: point) == true
      let nearPort = dprk.contains { $0.isWithin(50 * 1852, of: point) }
      return [fact.id, "\(nearZone)", "\(nearPort)"]
    }
    try save(["id", "near_zone", "near_port"], near, "places.csv")
  }

  private static let fields = ["flag", "mmsi_country", "registry_status", "type"]

  private func save(_ header: [String], _ rows: [[String]], _ name: String) throws {
    let lines = ([header] + rows).map { $0.joined(separator: ",") + "\n" }
    try save(Array(lines.joined().utf8), name)
  }

  private func save(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }
}
