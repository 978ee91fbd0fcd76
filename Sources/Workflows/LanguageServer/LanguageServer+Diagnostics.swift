import Foundation
import InputFiles
import Maritime
import RuleLanguage
import Screening
import StrictYAML

extension LanguageServer {
  /// The mistakes of a document and of the open one beside it that it changes.
  func diagnostics(touchedBy uri: String) -> [JSONValue] {
    let partner = partner(of: uri)
    let open = [uri] + (documents[partner] == nil ? [] : [partner])
    return open.map { uri in
      let text = documents[uri] ?? []
      let positions = TextPositions(text)
      return .diagnostics(uri, found(in: uri, text).map { $0.message(uri, positions) })
    }
  }

  /// Everything the author should know about a document, in file order.
  func found(in uri: String, _ text: [UInt8]) -> [Diagnostic] {
    let name = path(uri) ?? uri
    let root = readYAML(text, file: name)
    guard root.root != nil else { return root.diagnostics }
    if name.hasSuffix(".tests.yaml") {
      // Without its rule a file of tests has no meaning that could be wrong.
      guard let rule = self.text(of: partner(of: uri)) else { return [] }
      let file = path(partner(of: uri)) ?? ""
      return compiler.compile(rule, file: file, tests: (text, name)).diagnostics
        .filter { $0.file == name }
    }
    switch root.root?["kind"]?.text {
    case "policy": return Policy.read(text, file: name).diagnostics
    case "rule", nil:
      let tests = self.text(of: partner(of: uri)).map {
        (bytes: $0, file: path(partner(of: uri)) ?? "")
      }
      let compilation = compiler.compile(text, file: name, tests: tests)
      return (compilation.diagnostics + warnings(compilation.rule, text, tests))
        .filter { $0.file == name }
    default: return []
    }
  }

  /// What compiles and is probably not meant; lints that compare rules need the whole folder.
  private func warnings(
    _ rule: CompiledRule?, _ text: [UInt8], _ tests: (bytes: [UInt8], file: String)?
  ) -> [Diagnostic] {
    guard let rule else { return [] }
    var sources = [rule.header.file: text]
    if let tests { sources[tests.file] = tests.bytes }
    return compiler.lint([rule], sources: sources)
  }

  /// The tests beside a rule, or the rule beside tests.
  func partner(of uri: String) -> String {
    uri.hasSuffix(".tests.yaml")
      ? uri.dropLast(".tests.yaml".count) + ".yaml"
      : uri.replacing(/\.ya?ml$/, with: ".tests.yaml")
  }

  /// The text of a document: as the editor has it, else as the disk has it.
  func text(of uri: String) -> [UInt8]? {
    if let text = documents[uri] { return text }
    guard let path = path(uri), FileManager.default.fileExists(atPath: path) else { return nil }
    // A file that cannot be read is as good as none: the command line says what is wrong with it.
    return try? InputFile.readAll(path: path, limit: 1 << 20)
  }

  /// The path of a `file:` URI; `nil` for others.
  func path(_ uri: String) -> String? {
    guard let url = URL(string: uri), url.isFileURL else { return nil }
    return url.path
  }
}

extension Diagnostic {
  /// The diagnostic as the protocol has it; the help stands below the sentence.
  func message(_ uri: String, _ positions: TextPositions) -> JSONValue {
    let related = notes.map { note in
      JSONValue.object([
        JSONMember(
          "location",
          .object([
            JSONMember("uri", .string(uri)), JSONMember("range", positions.range(note.span)),
          ])),
        JSONMember("message", .string(note.label)),
      ])
    }
    return .object([
      JSONMember("range", positions.range(span)),
      JSONMember("severity", severity == .error ? 1 : 2), JSONMember("code", .string(code)),
      JSONMember("source", "pratique"),
      JSONMember("message", .string(message + (help.map { "\nhelp: \($0)" } ?? ""))),
      JSONMember("relatedInformation", .array(related)),
    ])
  }
}
