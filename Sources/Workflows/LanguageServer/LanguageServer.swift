import Foundation
public import Maritime
import RuleLanguage
import StrictYAML

/// Answers an editor about rule documents, by the Language Server Protocol.
///
/// Bytes in, bytes out: whoever runs it moves them. A message that makes no sense gets an error and
/// changes nothing.
public struct LanguageServer {
  private var stream = MessageStream()
  private var state = State.new
  /// The texts that the editor has open, by URI.
  var documents: [String: [UInt8]] = [:]
  let compiler: RuleCompiler
  let libraryCompiler: LibraryCompiler
  let editor: RuleEditor
  /// The folder that the editor has open.
  var root: String?

  private enum State {
    case new
    case running
    case stopped
  }

  /// How the program ends once the editor has said `exit`; `nil` until then.
  ///
  /// 0 after a `shutdown`, 1 without one, as the protocol asks.
  public private(set) var exitCode: Int32?

  /// Creates a server for rules about the facts of `catalog`.
  public init(catalog: FactCatalog, gazetteer: Gazetteer, lists: [String] = []) {
    compiler = RuleCompiler(catalog: catalog, gazetteer: gazetteer)
    libraryCompiler = LibraryCompiler(catalog: catalog, gazetteer: gazetteer)
    editor = RuleEditor(catalog: catalog, gazetteer: gazetteer, lists: lists)
  }

  /// Takes bytes of the editor, in any pieces.
  ///
  /// - Returns: The bytes to send back; often none.
  public mutating func receive(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let items = stream.receive(bytes)
    let cancelled = Set(
      items.compactMap { item -> String? in
        guard case .message(let message) = item, message["method"]?.string == "$/cancelRequest"
        else { return nil }
        return message["params"]?["id"]?.text
      })
    return items.flatMap { item -> [UInt8] in
      guard exitCode == nil else { return [] }
      let answers: [JSONValue] =
        switch item {
        case .malformed(let reason): [.failure(id: .null, code: -32700, reason)]
        case .message(let message): answer(message, cancelled)
        }
      return answers.flatMap(MessageStream.framed)
    }
  }

  private mutating func answer(_ message: JSONValue, _ cancelled: Set<String>) -> [JSONValue] {
    guard let method = message["method"]?.string else {
      // What has no method is the answer to a question, and we ask none.
      return message["result"] != nil || message["error"] != nil
        ? [] : [.failure(id: message["id"] ?? .null, code: -32600, "the message has no method")]
    }
    let parameters = message["params"] ?? .null
    guard let id = message["id"] else { return notified(method, parameters) }
    if cancelled.contains(id.text) {
      return [.failure(id: id, code: -32800, "the request was cancelled")]
    }
    switch (state, method) {
    case (.new, "initialize"):
      state = .running
      root = parameters["rootUri"]?.string.flatMap(path)
      return [.success(id: id, Self.capabilities)]
    case (.new, _): return [.failure(id: id, code: -32002, "the server is not initialized")]
    case (.stopped, _): return [.failure(id: id, code: -32600, "the server is shutting down")]
    case (.running, "shutdown"):
      state = .stopped
      return [.success(id: id, .null)]
    case (.running, _):
      return [request(method, parameters, id)]
    }
  }

  private mutating func notified(_ method: String, _ parameters: JSONValue) -> [JSONValue] {
    if method == "exit" {
      exitCode = state == .stopped ? 0 : 1
      return []
    }
    guard state == .running else { return [] }
    let document = parameters["textDocument"]
    guard let uri = document?["uri"]?.string else { return [] }
    switch method {
    case "textDocument/didOpen": return open(uri, document?["text"]?.string ?? "")
    case "textDocument/didChange":
      for change in parameters["contentChanges"]?.elements ?? [] { apply(change, to: uri) }
      return diagnostics(touchedBy: uri)
    case "textDocument/didSave": return diagnostics(touchedBy: uri)
    case "textDocument/didClose":
      documents[uri] = nil
      return [.diagnostics(uri, [])]
    default: return []
    }
  }

  private mutating func open(_ uri: String, _ text: String) -> [JSONValue] {
    documents[uri] = Array(text.utf8)
    return diagnostics(touchedBy: uri)
  }

  /// Replaces a range, or the whole text when the change names none.
  private mutating func apply(_ change: JSONValue, to uri: String) {
    guard let text = change["text"]?.string else { return }
    let old = documents[uri] ?? []
    guard let range = change["range"], range != .null else {
      documents[uri] = Array(text.utf8)
      return
    }
    let positions = TextPositions(old)
    let start = positions.offset(range["start"])
    let end = max(start, positions.offset(range["end"]))
    documents[uri] = old[..<start] + Array(text.utf8) + old[end...]
  }

  /// What the server can do: texts come in pieces, and every answer is for a text that is open.
  private static let capabilities = JSONValue.object([
    JSONMember(
      "capabilities",
      .object([
        JSONMember("positionEncoding", "utf-16"), JSONMember("textDocumentSync", 2),
        JSONMember(
          "completionProvider",
          .object([JSONMember("triggerCharacters", [" ", ".", "@", "/", "{", "[", "-", ":"])])),
        JSONMember("hoverProvider", true), JSONMember("definitionProvider", true),
        JSONMember("renameProvider", .object([JSONMember("prepareProvider", true)])),
        JSONMember(
          "codeActionProvider", .object([JSONMember("codeActionKinds", ["quickfix"])])),
        JSONMember("documentSymbolProvider", true),
        JSONMember("documentFormattingProvider", true),
      ])),
    JSONMember("serverInfo", .object([JSONMember("name", "pratique")])),
  ])
}

extension JSONValue {
  static func success(id: JSONValue, _ result: JSONValue) -> JSONValue {
    .object([JSONMember("jsonrpc", "2.0"), JSONMember("id", id), JSONMember("result", result)])
  }

  static func failure(id: JSONValue, code: Int, _ message: String) -> JSONValue {
    let error = JSONValue.object([
      JSONMember("code", .number(Double(code))), JSONMember("message", .string(message)),
    ])
    return .object([JSONMember("jsonrpc", "2.0"), JSONMember("id", id), JSONMember("error", error)])
  }

  static func diagnostics(_ uri: String, _ diagnostics: [JSONValue]) -> JSONValue {
    .object([
      JSONMember("jsonrpc", "2.0"), JSONMember("method", "textDocument/publishDiagnostics"),
      JSONMember(
        "params",
        .object([
          JSONMember("uri", .string(uri)), JSONMember("diagnostics", .array(diagnostics)),
        ])),
    ])
  }
}
