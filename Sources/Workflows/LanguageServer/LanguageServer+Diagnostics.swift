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

  /// Everything the author should know about a document of any kind, in file order.
  ///
  /// It is compiled with what the other documents of its library give, as the command line does.
  func found(in uri: String, _ text: [UInt8]) -> [Diagnostic] {
    let name = path(uri) ?? uri
    let kind = readYAML(text, file: name).root?["kind"]?.text
    if let kind, DocumentKind(rawValue: kind) == nil { return [] }
    if kind == DocumentKind.policy.rawValue { return Policy.read(text, file: name).diagnostics }
    let beside = self.text(of: partner(of: uri)).map {
      LibraryFile(name: path(partner(of: uri)) ?? "", bytes: $0)
    }
    // Without its rule a file of tests has no meaning that could be wrong.
    if name.hasSuffix(".tests.yaml"), beside == nil { return [] }
    let own = [LibraryFile(name: name, bytes: text)] + (beside.map { [$0] } ?? [])
    // Exceptions name rules; everything else names only what gives names.
    let needsRules = kind == DocumentKind.exceptions.rawValue
    let library = libraryCompiler.compile(own + neighbours(of: name, withRules: needsRules))
    return (library.diagnostics + warnings(library, own)).filter { $0.file == name }
  }

  /// What compiles and is probably not meant; lints that compare documents need the whole folder.
  private func warnings(_ library: CompiledLibrary, _ own: [LibraryFile]) -> [Diagnostic] {
    let names = Set(own.map(\.name))
    let sources = Dictionary(own.map { ($0.name, $0.bytes) }) { first, _ in first }
    return library.compiler.lint(
      library.rules.filter { names.contains($0.header.file) }, sources: sources
    ).filter { $0.id != "unused-document" }
  }

  /// The editor's helper with what the library of a document adds.
  func editor(for name: String) -> RuleEditor {
    editor.knowing(libraryCompiler.compile(neighbours(of: name, withRules: false)))
  }

  /// More files than this are no library that a person wrote (our own default).
  private static let mostFiles = 2000

  /// The other documents of a library that give names, and perhaps its rules, as the editor has
  /// them open.
  func neighbours(of name: String, withRules: Bool) -> [LibraryFile] {
    let folder = RuleLibrary.libraryFolder(of: name)
    guard name.hasPrefix("/"), FileManager.default.fileExists(atPath: folder) else { return [] }
    // A folder that cannot be listed gives nothing.
    let names = (try? files(at: folder, extensions: ["yaml", "yml"])) ?? []
    return names.prefix(Self.mostFiles).filter { $0 != name }.compactMap { name in
      guard let bytes = text(of: URL(filePath: name).absoluteString) else { return nil }
      let file = LibraryFile(name: name, bytes: bytes)
      return file.givesNames || withRules && !name.hasSuffix(".tests.yaml") ? file : nil
    }
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
