import Foundation
import Maritime
import TestSupport
import Testing
import Workflows

/// Talks to the server as an editor does, in framed JSON-RPC.
struct LanguageServerTests {
  private var server = LanguageServer(catalog: .standard, gazetteer: .shipped, lists: ["us"])
  private static let uri = "file:///work/none/dark.yaml"

  private static let rule = """
    kind: rule
    language: 1
    id: dark
    title: Dark 🚢 call
    status: stable
    severity: high
    match:
      sequence:
        steps:
          - as: gap
            fact: ais_gap
            where: [duration >= 12h]
          - fact: port_call
            during: gap
            where:
              - start >= gap.start
              - port in @ports/dprk
    score: {points: 60, decay: {half_life: 365d, from: gap.end}}
    evidence: {say: "Dark for {gap.duration}.", cite: [gap, port_call]}

    """

  private func frame(_ text: String) -> [UInt8] {
    Array("Content-Length: \(text.utf8.count)\r\n\r\n\(text)".utf8)
  }

  private func messages(_ bytes: [UInt8]) throws -> [JSONValue] {
    let parts = String(decoding: bytes, as: UTF8.self).components(separatedBy: "Content-Length: ")
    return try parts.dropFirst().map { part in
      try JSONValue(reading: part.drop { $0 != "{" }.description)
    }
  }

  private mutating func send(_ message: String) throws -> [JSONValue] {
    try messages(server.receive(frame(message)))
  }

  private mutating func request(_ method: String, _ parameters: String) throws -> JSONValue {
    let answers = try send(
      "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"\(method)\",\"params\":\(parameters)}")
    let answer = try #require(answers.first { $0["id"] == 7 })
    return answer
  }

  private mutating func notify(_ method: String, _ parameters: String) throws -> [JSONValue] {
    try send("{\"jsonrpc\":\"2.0\",\"method\":\"\(method)\",\"params\":\(parameters)}")
  }

  private mutating func open(_ text: String) throws -> [JSONValue] {
    _ = try request("initialize", "{\"rootUri\":null}")
    return try notify(
      "textDocument/didOpen",
      "{\"textDocument\":{\"uri\":\"\(Self.uri)\",\"text\":\(JSONValue.string(text).text)}}")
  }

  /// The place right behind the first occurrence of some text.
  private func after(_ needle: String, in text: String = rule) throws -> String {
    let end = try #require(text.range(of: needle)).upperBound
    let lines = text[..<end].split(separator: "\n", omittingEmptySubsequences: false)
    let character = (lines.last ?? "").utf16.count
    return "{\"textDocument\":{\"uri\":\"\(Self.uri)\"},"
      + "\"position\":{\"line\":\(lines.count - 1),\"character\":\(character)}"
  }

  private func labels(_ answer: JSONValue) -> [String] {
    (answer["result"]?["items"]?.elements ?? []).compactMap { $0["label"]?.string }
  }

  @Test mutating func followsTheLifeOfASession() throws {
    #expect(try request("textDocument/hover", "{}")["error"]?["code"] == -32002)
    let capabilities = try request("initialize", "{}")["result"]?["capabilities"]
    #expect(capabilities?["hoverProvider"] == true)
    #expect(try notify("initialized", "{}") == [])
    #expect(try request("no/such", "{}")["error"]?["code"] == -32601)
    #expect(try request("textDocument/hover", "{}")["error"]?["code"] == -32602)
    #expect(try request("shutdown", "null")["result"] == .null)
    #expect(try request("textDocument/hover", "{}")["error"]?["code"] == -32600)
    #expect(server.exitCode == nil)
    #expect(try notify("exit", "null") == [])
    #expect(server.exitCode == 0)
  }

  @Test mutating func takesBytesInAnyPieces() throws {
    let message = frame("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"initialize\",\"params\":{}}")
    var answer: [UInt8] = []
    for byte in message { answer += server.receive([byte]) }
    #expect(try messages(answer).first?["id"] == 7)
    let both = frame("{\"id\":8,\"method\":\"x\"}") + frame("{\"id\":9,\"method\":\"y\"}")
    #expect(try messages(server.receive(both)).map { $0["id"] } == [8, 9])
  }

  @Test mutating func survivesNonsense() throws {
    #expect(try messages(server.receive(frame("{no json"))).first?["error"]?["code"] == -32700)
    let header = Array("X: 1\r\n\r\n".utf8)
    #expect(try messages(server.receive(header)).first?["error"]?["code"] == -32700)
    #expect(try send("[]").first?["error"]?["code"] == -32600)
    #expect(try send("{\"id\":1,\"result\":null}") == [])
    #expect(try messages(server.receive(Array(repeating: 65, count: 5000))).count == 1)
    #expect(try request("initialize", "{}")["result"] != nil)
    let cancelled = try messages(
      server.receive(
        frame("{\"id\":3,\"method\":\"textDocument/hover\",\"params\":{}}")
          + frame("{\"method\":\"$/cancelRequest\",\"params\":{\"id\":3}}")))
    #expect(cancelled.first?["error"]?["code"] == -32800)
  }

  @Test mutating func showsMistakesAndMendsThem() throws {
    let broken = Self.rule.replacing("duration >=", with: "duraton >=")
    let found = try open(broken).first?["params"]?["diagnostics"]?.elements
    #expect(found?.count == 1)
    #expect(found?.first?["message"]?.string?.contains("did you mean `duration`?") == true)
    #expect(found?.first?["range"]?["start"]?["character"] == 16)
    let start = "{\"line\":11,\"character\":18}"
    let actions = try request(
      "textDocument/codeAction",
      "{\"textDocument\":{\"uri\":\"\(Self.uri)\"},"
        + "\"range\":{\"start\":\(start),\"end\":\(start)},\"context\":{}}")
    let edit = actions["result"]?.elements?.first?["edit"]?["changes"]?[Self.uri]?.elements?.first
    #expect(edit?["newText"] == "duration")
    let mended = try notify(
      "textDocument/didChange",
      "{\"textDocument\":{\"uri\":\"\(Self.uri)\"},\"contentChanges\":[{\"range\":"
        + "\((edit?["range"] ?? .null).text),\"text\":\"duration\"}]}")
    let left = mended.first?["params"]?["diagnostics"]?.elements ?? []
    #expect(!left.contains { $0["severity"] == 1 }, "only warnings may be left")
  }

  @Test mutating func completesByContext() throws {
    _ = try open(Self.rule)
    #expect(
      labels(try request("textDocument/completion", try after("- start >= gap.") + "}"))
        .contains("reception"))
    #expect(
      labels(try request("textDocument/completion", try after("in @ports/") + "}"))
        .contains("@ports/dprk"))
    #expect(
      labels(try request("textDocument/completion", try after("during: ") + "}"))
        == ["gap", "port_call"])
    #expect(
      labels(try request("textDocument/completion", try after("duration >= 12") + "}"))
        .contains("12min"))
  }

  @Test mutating func explainsFindsAndRenames() throws {
    _ = try open(Self.rule)
    let hover = try request("textDocument/hover", try after("where: [dura") + "}")
    #expect(hover["result"]?["contents"]?["value"]?.string?.contains("a duration in `h`") == true)
    let definition = try request("textDocument/definition", try after("from: ga") + "}")
    #expect(definition["result"]?["range"]?["start"]?["line"] == 9)
    let rename = try request(
      "textDocument/rename", try after("during: ga") + ",\"newName\":\"silence\"}")
    let edits = rename["result"]?["changes"]?[Self.uri]?.elements ?? []
    #expect(edits.count == 6)
    #expect(edits.allSatisfy { $0["newText"] == "silence" })
    let refused = try request(
      "textDocument/rename", try after("during: ga") + ",\"newName\":\"No Name\"}")
    #expect(refused["error"]?["message"]?.string?.contains("cannot be a name") == true)
  }

  @Test mutating func outlinesAndFormats() throws {
    _ = try open(Self.rule.replacing("language: 1", with: "language:   1"))
    let document = "{\"textDocument\":{\"uri\":\"\(Self.uri)\"}}"
    let symbols = try request("textDocument/documentSymbol", document)["result"]?.elements
    #expect(symbols?.compactMap { $0["name"]?.string }.prefix(3) == ["kind", "language", "id"])
    let edits = try request("textDocument/formatting", document)["result"]?.elements
    #expect(edits?.first?["newText"]?.string?.contains("language: 1\n") == true)
  }

  /// Opens a file of a folder with a library, and returns the sentences about it.
  private mutating func sentences(_ folder: TemporaryFolder, _ file: String) throws -> [String] {
    let uri = URL(filePath: folder.path(file)).absoluteString
    let text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
    _ = try request("initialize", "{\"rootUri\":null}")
    let answer = try notify(
      "textDocument/didOpen",
      "{\"textDocument\":{\"uri\":\"\(uri)\",\"text\":\(JSONValue.string(text).text)}}")
    let found = answer.first { $0["params"]?["uri"]?.string == uri }
    return (found?["params"]?["diagnostics"]?.elements ?? [])
      .filter { $0["severity"] == 1 }.compactMap { $0["message"]?.string }
  }

  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in [
      "limits.yaml": "kind: define\nlanguage: 1\nid: limits\nvalues: {longest: 12h}\n"
        + "clauses: {heard: [reception >= 60%]}\n",
      "strait.yaml": "kind: zone\nlanguage: 1\nid: our-strait\n"
        + "polygon: [\"38.5,124.0\", \"38.5,125.0\", \"39.5,125.0\"]\n",
      "dark.yaml": Self.rule.replacing(
        "[duration >= 12h]",
        with: "[duration >= @values/longest, use: heard, start_position inside @zones/our-strait]"),
    ] { _ = try folder.write(text, to: name) }
    return folder
  }

  @Test mutating func knowsTheDocumentsOfTheLibrary() throws {
    let folder = try library()
    #expect(try sentences(folder, "dark.yaml") == [])
    _ = try folder.write(
      "kind: define\nlanguage: 1\nid: limits\nvalues: {longer: 12h}\n", to: "limits.yaml")
    #expect(try sentences(folder, "dark.yaml").count == 2)
  }

  @Test(arguments: [
    ("a.yaml", "kind: define\nlanguage: 1\nid: a\nvalues: {x: 12hh}\n", "12hh"),
    ("a.yaml", "kind: list\nlanguage: 1\nid: a\nof: vesels\nentries: []\n", "vesels"),
    ("a.yaml", "kind: zone\nlanguage: 1\nid: a\npolygon: [\"1,1\", \"1,2\"]\n", "corner"),
    ("a.yaml", "kind: ports\nlanguage: 1\nid: a\ncodes: [KPNAMM]\n", "KPNAMM"),
    (
      "a.yaml",
      "kind: table\nlanguage: 1\nid: a\nof: vessel\ninputs: [tipe]\noutput: word\nrows: []\n",
      "tipe"
    ),
    (
      "a.yaml",
      "kind: exceptions\nlanguage: 1\nid: a\nexceptions:\n  - rule: drak\n    version: 1\n"
        + "    match: {vessel.imo: \"9000003\"}\n    reason: a\n    evidence: b\n"
        + "    approver: c\n    from: 2026-01-01\n    expires: 2026-02-01\n", "drak"
    ),
    (
      "pack.yaml", "kind: pack\nlanguage: 1\nid: a\nrevision: 0\nfiles: []\nlock: []\n", "revision"
    ),
  ])
  mutating func showsMistakesInEveryKindOfDocument(
    _ file: String, _ text: String, _ expected: String
  ) throws {
    let folder = try library()
    _ = try folder.write(text, to: file)
    let found = try sentences(folder, file)
    #expect(found.count == 1 && found[0].contains(expected), "\(found)")
  }

  @Test mutating func findsDefinitionsInOtherDocuments() throws {
    let folder = try library()
    #expect(try sentences(folder, "dark.yaml") == [])
    let text = try String(contentsOfFile: folder.path("dark.yaml"), encoding: .utf8)
    let uri = URL(filePath: folder.path("dark.yaml")).absoluteString
    for (needle, file, line) in [
      ("@values/lon", "limits.yaml", 3), ("use: hea", "limits.yaml", 4),
      ("@zones/our", "strait.yaml", 2),
    ] {
      let place = try after(needle, in: text).replacing(Self.uri, with: uri) + "}"
      let found = try request("textDocument/definition", place)["result"]
      #expect(found?["uri"]?.string?.hasSuffix(file) == true, "\(needle)")
      #expect(found?["range"]?["start"]?["line"] == .number(Double(line)), "\(needle)")
      let hover = try request("textDocument/hover", place)["result"]?["contents"]?["value"]
      #expect(hover?.string?.isEmpty == false, "\(needle)")
    }
    let labels = labels(
      try request(
        "textDocument/completion",
        try after("duration >= ", in: text)
          .replacing(Self.uri, with: uri) + "}"))
    #expect(labels.contains("@values/longest"))
  }
}
