import Maritime
import StrictYAML

extension LibraryBuild {
  /// Reads the documents of a kind that gives names to others.
  mutating func readNames(of kind: DocumentKind) {
    forEach(kind) { build, document, reader in
      let root = document.root
      guard let id = reader.document(root, kind) else {
        build.update { $0.library.isWhole = false }
        build.add(reader.libraryDocument(root, kind, gives: []))
        return
      }
      let names =
        kind == .define
        ? build.readDefinitions(root, &reader) : build.readNamed(root, id, kind, &reader)
      build.add(reader.libraryDocument(root, kind, gives: names))
    }
  }

  /// A document that is one thing with one name.
  private mutating func readNamed(
    _ root: YAMLNode, _ id: String, _ kind: DocumentKind, _ reader: inout RuleReader
  ) -> [LibraryDocument.Name] {
    let span = (root["id"] ?? root).span
    let name = "@\(kind.family)/\(id)"
    guard isNew(name, at: span, &reader) else { return [] }
    let isRead: Bool
    switch kind {
    case .zone: isRead = add(reader.zone(root, id: id)) { $0.gazetteer.adding(zones: [$1]) }
    case .ports:
      isRead = add(reader.portGroup(root, id: id)) { $0.gazetteer.adding(ports: $1) }
    case .list: isRead = addList(reader.authorList(root, id: id), id)
    default:
      let table = reader.decisionTable(root, id: id)
      update { $0.library.tables[id] = table }
      isRead = table != nil
    }
    let meaning = reader.meaning(of: root)
    update {
      if isRead { $0.library.meanings[name] = meaning } else { $0.library.broken.insert(name) }
    }
    return [LibraryDocument.Name(text: name, span: span)]
  }

  /// Adds what a document gives to the gazetteer; false when it gives nothing.
  private mutating func add<Value>(
    _ value: Value?, _ adding: (Vocabulary, Value) -> Gazetteer
  ) -> Bool {
    guard let value else { return false }
    update { $0.gazetteer = adding($0, value) }
    return true
  }

  private mutating func addList(_ content: RuleReader.ListContent?, _ id: String) -> Bool {
    switch content {
    case .subjects(let list): update { $0.library.lists[id] = list }
    case .values(let set): update { $0.library.sets[id] = set }
    case nil: return false
    }
    return true
  }

  private mutating func readDefinitions(
    _ root: YAMLNode, _ reader: inout RuleReader
  ) -> [LibraryDocument.Name] {
    if root["values"] == nil, root["clauses"] == nil {
      reader.report(
        .missingKey, "the document defines nothing", at: reader.keySpan("id", in: root),
        help: "add `values:` or `clauses:`")
    }
    var names: [LibraryDocument.Name] = []
    for (name, value, span) in reader.definedValues(root["values"]) {
      let full = "@values/\(name)"
      guard isNew(full, at: span, &reader) else { continue }
      names.append(LibraryDocument.Name(text: full, span: span))
      let meaning = root["values"]?[name].map { reader.meaning(of: $0) }
      update {
        $0.library.values[name] = value
        if value == nil { $0.library.broken.insert(full) }
        $0.library.meanings[full] = meaning
      }
    }
    // The clauses of this document may use its values.
    reader.vocabulary = vocabulary
    for (name, group, span) in reader.clauseGroups(root["clauses"]) {
      let full = "use: \(name)"
      guard isNew(full, at: span, &reader) else { continue }
      names.append(LibraryDocument.Name(text: full, span: span))
      let meaning = root["clauses"]?[name].map { reader.meaning(of: $0) }
      update {
        $0.library.groups[name] = group
        if group == nil { $0.library.broken.insert(full) }
        $0.library.meanings[full] = meaning
      }
    }
    return names
  }
}

extension DocumentKind {
  /// The part of a name before the slash.
  fileprivate var family: String {
    switch self {
    case .zone: "zones"
    case .list: "lists"
    case .table: "tables"
    default: rawValue
    }
  }
}
