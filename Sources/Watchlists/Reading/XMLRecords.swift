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
struct XMLRecords {
  /// One record and the line on which it ends.
  struct Record {
    let element: XMLElement
    let line: Int
  }

  let records: [Record]
  /// The attributes of the root.
  let rootAttributes: [String: String]

  /// Reads a file as a stream, so that only one record at a time is built up.
  ///
  /// Refuses document types and therefore entities of every kind, and every encoding but UTF-8, in
  /// which they could hide.
  static func read(
    _ file: WatchlistFile, named names: Set<String>
  ) -> Result<XMLRecords, HostileOrBrokenXML> {
    if let refusal = refusal(of: file) { return .failure(refusal) }
    let parser = XMLParser(data: Data(file.bytes))
    parser.shouldResolveExternalEntities = false
    let collector = RecordCollector(names: names)
    parser.delegate = collector
    let isWhole = parser.parse()
    if let excess = collector.excess {
      return .failure(HostileOrBrokenXML("hostile-xml", file, parser.lineNumber, excess))
    }
    guard isWhole, collector.isComplete else {
      return .failure(
        HostileOrBrokenXML("broken-xml", file, parser.lineNumber, "it stops being XML here"))
    }
    return .success(
      XMLRecords(records: collector.records, rootAttributes: collector.rootAttributes))
  }

  private static func refusal(of file: WatchlistFile) -> HostileOrBrokenXML? {
    if contains("<!DOCTYPE", file.bytes) || contains("<!ENTITY", file.bytes) {
      return HostileOrBrokenXML("hostile-xml", file, 1, "it declares a document type or entities")
    }
    let head = String(decoding: file.bytes.prefix(200), as: UTF8.self).lowercased()
    let declaration = head.prefix { $0 != ">" }
    let isForeign = declaration.contains("encoding") && !declaration.contains("utf-8")
    // Foundation's parser traps on names that are not UTF-8 (Swift 6.3 on Linux).
    let isUTF8 = String(validating: file.bytes, as: UTF8.self) != nil
    if isForeign || !isUTF8 || file.bytes.contains(0) {
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

private func contains(_ text: String, _ bytes: [UInt8]) -> Bool {
  let pattern = Array(text.utf8)
  guard bytes.count >= pattern.count else { return false }
  return bytes.indices.dropLast(pattern.count - 1).contains { start in
    bytes[start] == pattern[0] && bytes[start..<start + pattern.count].elementsEqual(pattern)
  }
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
  private(set) var records: [XMLRecords.Record] = []
  private(set) var rootAttributes: [String: String] = [:]
  private(set) var excess: String?
  private(set) var isComplete = false

  init(names: Set<String>) { self.names = names }

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
    path.append(XMLElement(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard !path.isEmpty else { return }
    size += text.utf8.count
    guard size <= Self.longestRecord else {
      return stop(parser, "one entry has more than \(Self.longestRecord) bytes of text")
    }
    path[path.count - 1].text += text
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
      records.append(XMLRecords.Record(element: finished, line: max(parser.lineNumber, 1)))
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
