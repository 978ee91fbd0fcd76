import Foundation
import FoundationXML
import Maritime

/// One element of an XML file with everything inside.
struct XMLElement {
  let name: String
  var attributes: [String: String] = [:]
  var text = ""
  var children: [XMLElement] = []

  /// The text of the first child called `name`, trimmed; `nil` when it is empty or missing.
  func value(_ name: String) -> String? {
    children.first { $0.name == name }?.text.trimmedOrNil
  }

  /// The children called `name`.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }

  /// The elements at the end of a path of names.
  func all(at path: String...) -> [XMLElement] {
    path.reduce([self]) { elements, name in elements.flatMap { $0.all(name) } }
  }

  /// An attribute, trimmed; `nil` when it is empty or missing.
  func attribute(_ name: String) -> String? { attributes[name]?.trimmedOrNil }
}

/// The records of an XML file: its elements of a few names, each whole.
enum XMLRecords {
  /// One record and the line on which it ends.
  struct Record {
    let element: XMLElement
    let line: Int
  }

  /// Reads a file as a stream, so that only one record at a time is built up.
  ///
  /// Refuses document types and therefore entities of every kind, and every encoding but UTF-8, in
  /// which they could hide.
  ///
  /// - Returns: The attributes of the root.
  static func read(
    _ file: WatchlistFile, named names: Set<String>, _ each: (Record) -> Void
  ) -> Result<[String: String], HostileOrBrokenXML> {
    if let refusal = refusal(of: file) { return .failure(refusal) }
    return withoutActuallyEscaping(each) { each in
      // From a stream the parser takes a piece at a time; of data it makes copies.
      let parser = XMLParser(stream: ByteStream(file.bytes))
      parser.shouldResolveExternalEntities = false
      let collector = RecordCollector(names: names, each)
      parser.delegate = collector
      let isWhole = parser.parse()
      if let excess = collector.excess {
        return .failure(HostileOrBrokenXML("hostile-xml", file, parser.lineNumber, excess))
      }
      guard isWhole, collector.isComplete else {
        return .failure(
          HostileOrBrokenXML("broken-xml", file, parser.lineNumber, "it stops being XML here"))
      }
      return .success(collector.rootAttributes)
    }
  }

  private static func refusal(of file: WatchlistFile) -> HostileOrBrokenXML? {
    if contains("<!DOCTYPE", file.bytes) || contains("<!ENTITY", file.bytes) {
      return HostileOrBrokenXML("hostile-xml", file, 1, "it declares a document type or entities")
    }
    let head = String(decoding: file.bytes.prefix(200), as: UTF8.self).lowercased()
    let declaration = head.prefix { $0 != ">" }
    let isForeign = declaration.contains("encoding") && !declaration.contains("utf-8")
    // Foundation's parser traps on names that are not UTF-8 (Swift 6.3 on Linux).
    if isForeign || !isUTF8(file.bytes) || file.bytes.contains(0) {
      return HostileOrBrokenXML("hostile-xml", file, 1, "its encoding is not UTF-8")
    }
    return nil
  }
}

/// A file that is no XML, or XML that nobody needs for a list.
struct HostileOrBrokenXML: Error {
  let rejection: Rejection

  init(_ reason: String, _ file: WatchlistFile, _ line: Int, _ detail: String) {
    rejection = Rejection(reason: reason, file: file.name, line: max(line, 1), detail: detail)
  }
}

/// Looks at one piece at a time, so that a large file is not copied.
private func isUTF8(_ bytes: [UInt8]) -> Bool {
  var start = 0
  while start < bytes.count {
    var end = min(start + (1 << 16), bytes.count)
    // A character has up to three bytes after its first; more are a mistake anyway.
    for _ in 0..<3 where end < bytes.count && bytes[end] & 0xC0 == 0x80 { end -= 1 }
    guard String(validating: bytes[start..<end], as: UTF8.self) != nil else { return false }
    start = end
  }
  return true
}

private func contains(_ text: String, _ bytes: [UInt8]) -> Bool {
  let pattern = Array(text.utf8)
  var rest = bytes[...]
  while let start = rest.firstIndex(of: pattern[0]) {
    if rest[start...].starts(with: pattern) { return true }
    rest = rest[(start + 1)...]
  }
  return false
}

/// A class because `XMLParser` calls back into an object; it lives only while a file is read.
private final class RecordCollector: NSObject, XMLParserDelegate {
  /// Our own defaults, ten times what the public lists hold.
  private static let deepest = 32
  private static let longestRecord = 1 << 20
  private static let mostElements = 20_000

  private let names: Set<String>
  private var path: [XMLElement] = []
  private var depth = 0
  private var size = 0
  private var elements = 0
  private let take: (XMLRecords.Record) -> Void
  private(set) var rootAttributes: [String: String] = [:]
  private(set) var excess: String?
  private(set) var isComplete = false

  init(names: Set<String>, _ take: @escaping (XMLRecords.Record) -> Void) {
    self.names = names
    self.take = take
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    depth += 1
    if depth == 1 { rootAttributes = attributes }
    if depth > Self.deepest { stop(parser, "elements stand more than \(Self.deepest) deep") }
    guard !path.isEmpty || names.contains(name) else { return }
    if path.isEmpty { (size, elements) = (0, 0) }
    elements += 1
    if elements > Self.mostElements {
      stop(parser, "one entry has more than \(Self.mostElements) elements")
    }
    add(attributes.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count }, parser)
    path.append(XMLElement(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard !path.isEmpty else { return }
    add(text.utf8.count, parser)
    if excess == nil { path[path.count - 1].text += text }
  }

  /// Counts text and attributes of the entry.
  private func add(_ bytes: Int, _ parser: XMLParser) {
    size += bytes
    if size > Self.longestRecord {
      stop(parser, "one entry has more than \(Self.longestRecord) bytes of text")
    }
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    depth -= 1
    guard let finished = path.popLast() else { return }
    if path.isEmpty {
      take(XMLRecords.Record(element: finished, line: max(parser.lineNumber, 1)))
    } else {
      path[path.count - 1].children.append(finished)
    }
  }

  func parserDidEndDocument(_ parser: XMLParser) { isComplete = depth == 0 }

  private func stop(_ parser: XMLParser, _ reason: String) {
    guard excess == nil else { return }
    excess = reason
    parser.abortParsing()
  }
}
