import Foundation
import Maritime
import RuleLanguage
import StrictYAML

extension LanguageServer {
  /// Answers a request about an open document.
  func request(_ method: String, _ parameters: JSONValue, _ id: JSONValue) -> JSONValue {
    guard let handler = Self.handlers[method] else {
      return .failure(id: id, code: -32601, "there is no method \(method)")
    }
    guard let uri = parameters["textDocument"]?["uri"]?.string, let text = documents[uri] else {
      return .failure(id: id, code: -32602, "the document is not open")
    }
    let positions = TextPositions(text)
    let query = Query(
      uri: uri, file: path(uri) ?? uri, positions: positions, parameters: parameters,
      offset: positions.offset(parameters["position"]))
    do throws(RenameError) {
      return .success(id: id, try handler(self, query))
    } catch {
      return .failure(id: id, code: -32602, error.message)
    }
  }

  /// What an editor asks about one document.
  struct Query {
    let uri: String
    let file: String
    let positions: TextPositions
    let parameters: JSONValue
    let offset: Int

    var text: [UInt8] { positions.bytes }
  }

  private typealias Handler =
    @Sendable (LanguageServer, Query) throws(RenameError) -> JSONValue

  private static let handlers: [String: Handler] = [
    "textDocument/completion": { server, query in server.completion(query) },
    "textDocument/hover": { server, query in server.hover(query) },
    "textDocument/definition": { server, query in server.definition(query) },
    "textDocument/prepareRename": { server, query in server.prepareRename(query) },
    "textDocument/rename": { (server, query) throws(RenameError) in try server.rename(query) },
    "textDocument/codeAction": { server, query in server.codeActions(query) },
    "textDocument/documentSymbol": { server, query in server.symbols(query) },
    "textDocument/formatting": { server, query in server.formatting(query) },
  ]
}

extension LanguageServer {
  private func completion(_ query: Query) -> JSONValue {
    let found = editor(for: query.file).completions(
      in: query.text, file: query.file, at: query.offset)
    let items = found.enumerated().map { index, item in
      JSONValue.object([
        JSONMember("label", .string(item.label)),
        JSONMember("kind", .number(Double(item.role.protocolKind))),
        JSONMember("detail", .string(item.detail)),
        JSONMember("documentation", .string(item.documentation)),
        // Editors sort by text, and the best comes first.
        JSONMember("sortText", .string(String(String(100_000 + index).dropFirst()))),
        JSONMember(
          "textEdit",
          .object([
            JSONMember("range", query.positions.range(item.range)),
            JSONMember("newText", .string(item.text)),
          ])),
      ])
    }
    return .object([JSONMember("isIncomplete", true), JSONMember("items", .array(items))])
  }

  private func hover(_ query: Query) -> JSONValue {
    let editor = editor(for: query.file)
    guard let hover = editor.hover(in: query.text, file: query.file, at: query.offset) else {
      return .null
    }
    return .object([
      JSONMember(
        "contents",
        .object([JSONMember("kind", "markdown"), JSONMember("value", .string(hover.text))])),
      JSONMember("range", query.positions.range(hover.range)),
    ])
  }

  private func definition(_ query: Query) -> JSONValue {
    if let range = editor.definition(in: query.text, file: query.file, at: query.offset) {
      return location(query.uri, query.positions.range(range))
    }
    guard let name = editor.reference(in: query.text, file: query.file, at: query.offset),
      let (uri, text, offset) = document(
        defining: name.name, family: name.family, near: query.file)
    else { return .null }
    return location(uri, TextPositions(text).range(offset))
  }

  private func location(_ uri: String, _ range: JSONValue) -> JSONValue {
    .object([JSONMember("uri", .string(uri)), JSONMember("range", range)])
  }

  private func prepareRename(_ query: Query) -> JSONValue {
    editor.renamable(in: query.text, file: query.file, at: query.offset)
      .map { query.positions.range($0.range) } ?? .null
  }

  private func rename(_ query: Query) throws(RenameError) -> JSONValue {
    let name = query.parameters["newName"]?.string ?? ""
    let edits = try editor.rename(
      in: query.text, file: query.file, at: query.offset, to: name)
    var changes = [JSONMember(query.uri, .array(edits.map { edit($0, query.positions) }))]
    // The tests beside the rule cite its names.
    let partner = partner(of: query.uri)
    let old = editor.renamable(in: query.text, file: query.file, at: query.offset)?.name
    if let old, let text = self.text(of: partner) {
      let places = editor.citations(of: old, in: text, file: partner)
      let positions = TextPositions(text)
      let edits = places.map { edit(EditorEdit(range: $0, text: name), positions) }
      if !edits.isEmpty { changes.append(JSONMember(partner, .array(edits))) }
    }
    return .object([JSONMember("changes", .object(changes))])
  }

  private func edit(_ edit: EditorEdit, _ positions: TextPositions) -> JSONValue {
    .object([
      JSONMember("range", positions.range(edit.range)), JSONMember("newText", .string(edit.text)),
    ])
  }

  /// One action for each mistake in the range that has one good answer.
  private func codeActions(_ query: Query) -> JSONValue {
    let range = query.parameters["range"]
    let start = query.positions.offset(range?["start"])
    let end = query.positions.offset(range?["end"])
    let actions = found(in: query.uri, query.text).compactMap { diagnostic -> JSONValue? in
      let span = diagnostic.span.start.offset..<diagnostic.span.end.offset
      guard let fix = diagnostic.fix, span.lowerBound <= end, start <= span.upperBound else {
        return nil
      }
      let edit = edit(EditorEdit(range: span, text: fix), query.positions)
      return .object([
        JSONMember("title", .string("Write `\(fix)`")), JSONMember("kind", "quickfix"),
        JSONMember("isPreferred", true),
        JSONMember("diagnostics", .array([diagnostic.message(query.uri, query.positions)])),
        JSONMember(
          "edit",
          .object([JSONMember("changes", .object([JSONMember(query.uri, .array([edit]))]))])),
      ])
    }
    return .array(actions)
  }

  private func symbols(_ query: Query) -> JSONValue {
    .array(
      editor.symbols(in: query.text, file: query.file).map { symbol($0, query.positions) })
  }

  private func symbol(_ symbol: EditorSymbol, _ positions: TextPositions) -> JSONValue {
    .object([
      JSONMember("name", .string(symbol.name)), JSONMember("detail", .string(symbol.detail)),
      // 19 is an object and 20 a key in the protocol.
      JSONMember("kind", symbol.children.isEmpty ? 20 : 19),
      JSONMember("range", positions.range(symbol.range)),
      JSONMember("selectionRange", positions.range(symbol.nameRange)),
      JSONMember("children", .array(symbol.children.map { self.symbol($0, positions) })),
    ])
  }

  /// The whole text anew; nothing for a text with errors.
  private func formatting(_ query: Query) -> JSONValue {
    let hasErrors = found(in: query.uri, query.text).contains { $0.severity == .error }
    guard !hasErrors, case .changed(let text) = compiler.format(query.text, file: query.file)
    else { return .array([]) }
    let whole = EditorEdit(
      range: 0..<query.text.count, text: String(decoding: text, as: UTF8.self))
    return .array([edit(whole, query.positions)])
  }
}

extension LanguageServer {
  /// The document of the library or of the open folder that gives a name, and where.
  private func document(
    defining name: String, family: String, near file: String
  ) -> (uri: String, text: [UInt8], range: Range<Int>)? {
    let around = neighbours(of: file, withRules: false)
    let open = root.map { neighbours(of: $0 + "/", withRules: false) } ?? []
    for file in around + open {
      let outline = YAMLOutline(file.bytes)
      guard let range = Self.place(of: name, family, in: outline) else { continue }
      return (URL(filePath: file.name).absoluteString, file.bytes, range)
    }
    return nil
  }

  /// The `id` of a document that is one thing, or the key of a definition.
  private static func place(
    of name: String, _ family: String, in outline: YAMLOutline
  ) -> Range<Int>? {
    let kinds = ["zones": "zone", "ports": "ports", "lists": "list", "tables": "table"]
    let id = outline.child("id", of: nil)
    let kind = outline.child("kind", of: nil).flatMap { outline.entries[$0].text }
    if let wanted = kinds[family] {
      guard kind == wanted, id.flatMap({ outline.entries[$0].text }) == name else { return nil }
      return id.flatMap { outline.entries[$0].textRange } ?? 0..<0
    }
    guard kind == "define", let group = outline.child(family, of: nil) else { return nil }
    return outline.child(name, of: group).map { outline.entries[$0].head }
  }
}

extension EditorCompletion.Role {
  /// The number of the sign in the protocol.
  fileprivate var protocolKind: Int {
    switch self {
    case .function: 3
    case .field: 5
    case .name: 6
    case .fact: 7
    case .key: 10
    case .unit: 11
    case .word: 12
    case .keyword: 14
    case .reference: 18
    }
  }
}
