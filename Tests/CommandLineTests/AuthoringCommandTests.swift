import Foundation
import TestSupport
import Testing

/// Runs the tools for people who write rules as a user and an editor do.
struct AuthoringCommandTests {
  private let program: ProgramRun

  init() throws { program = try ProgramRun() }

  private var folder: TemporaryFolder { program.folder }

  @Test(arguments: ["fmt", "schema", "doc", "lsp"])
  func helpsWithAnExample(_ command: String) throws {
    let outcome = try program.run(["help", "rules", command])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("Example: pratique rules \(command)"))
  }

  @Test func formatsAFileOnce() throws {
    let path = try folder.write("kind: policy   # mine\nlanguage:  1\n", to: "policy.yaml")
    #expect(try program.run(["rules", "fmt", "--check", path]).exitCode == 1)
    #expect(try program.run(["rules", "fmt", path]).exitCode == 0)
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == "kind: policy  # mine\nlanguage: 1\n")
    #expect(try program.run(["rules", "fmt", "--check", path]).exitCode == 0)
    let broken = try folder.write("kind: [\n", to: "broken.yaml")
    let outcome = try program.run(["rules", "fmt", broken])
    #expect(outcome.exitCode == 2)
    #expect(outcome.output.contains("error[E0"))
  }

  @Test func writesSchemaAndReference() throws {
    let path = folder.path("schema.json")
    #expect(try program.run(["rules", "schema", "-o", path]).exitCode == 0)
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    #expect((schema as? [String: Any])?["definitions"] != nil)
    #expect(try program.run(["rules", "doc", "-o", folder.url.path]).exitCode == 0)
    let page = try String(contentsOfFile: folder.path("rule-reference.md"), encoding: .utf8)
    #expect(page.contains("### `sequence`"))
  }

  /// A session over the pipes of the program, from `initialize` to `exit`.
  @Test func servesAnEditor() throws {
    let uri = "file:///none/a.yaml"
    let messages: [[String: Any]] = [
      ["id": 1, "method": "initialize", "params": ["capabilities": [:]]],
      ["method": "initialized", "params": [:]],
      [
        "method": "textDocument/didOpen",
        "params": ["textDocument": ["uri": uri, "text": "kind: rule\nid: a\nmatch:\n  fat: x\n"]],
      ],
      [
        "id": 2, "method": "textDocument/completion",
        "params": [
          "textDocument": ["uri": uri], "position": ["line": 3, "character": 4],
        ],
      ],
      ["id": 3, "method": "shutdown"], ["method": "exit"],
    ]
    let input = try messages.map { message in
      let body = try JSONSerialization.data(
        withJSONObject: message.merging(["jsonrpc": "2.0"]) { first, _ in first })
      return "Content-Length: \(body.count)\r\n\r\n" + String(decoding: body, as: UTF8.self)
    }
    let outcome = try program.run(["rules", "lsp"], input: input.joined())
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("unknown operator `fat`"))
    #expect(outcome.output.contains("\"label\":\"fact\""))
    #expect(outcome.output.contains("\"id\":3,\"result\":null"))
  }
}
