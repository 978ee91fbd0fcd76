import CLibYAML

/// One step of libyaml's walk through a text; places count characters from 0.
struct YAMLEvent {
  enum Kind {
    case documentStart(hasDirective: Bool)
    case mappingStart
    case sequenceStart
    case mappingEnd
    case sequenceEnd
    case scalar(String, isQuoted: Bool)
    case alias
  }

  let kind: Kind
  let start: Int
  let end: Int
  /// Whether an anchor stands before the value.
  let hasAnchor: Bool
  /// Whether a tag stands before the value.
  let hasTag: Bool
}

/// Why libyaml stopped: its own words, and the character at which it did.
struct YAMLFailure {
  let problem: String
  let index: Int
}

/// Walks through a text with libyaml, until `body` returns `false`.
///
/// A kernel because libyaml's interface is made of pointers: none of them leaves this file.
///
/// - Returns: Why the text could not be read to its end; `nil` when it could, or when `body`
///   stopped.
func readYAMLEvents(
  _ bytes: ArraySlice<UInt8>, _ body: (YAMLEvent) -> Bool
) -> YAMLFailure? {
  let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  defer { parser.deallocate() }
  guard yaml_parser_initialize(parser) == 1 else {
    return YAMLFailure(problem: "out of memory", index: 0)
  }
  defer { yaml_parser_delete(parser) }
  return bytes.withUnsafeBufferPointer { buffer in
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    return walk(parser, body)
  }
}

private func walk(
  _ parser: UnsafeMutablePointer<yaml_parser_t>, _ body: (YAMLEvent) -> Bool
) -> YAMLFailure? {
  var raw = yaml_event_t()
  while true {
    guard yaml_parser_parse(parser, &raw) == 1 else { return failure(parser.pointee) }
    let isAtEnd = raw.type == YAML_STREAM_END_EVENT
    let event = event(raw)
    yaml_event_delete(&raw)
    if isAtEnd { return nil }
    if let event, !body(event) { return nil }
  }
}

private func failure(_ parser: yaml_parser_t) -> YAMLFailure {
  YAMLFailure(
    problem: parser.problem.map { String(cString: $0) } ?? "",
    index: Int(parser.problem_mark.index))
}

/// The parts of an event that the tree needs; `nil` for the ends of documents and streams.
private func event(_ raw: yaml_event_t) -> YAMLEvent? {
  switch raw.type {
  case YAML_DOCUMENT_START_EVENT:
    let data = raw.data.document_start
    let hasTags = data.tag_directives.start != data.tag_directives.end
    return event(raw, .documentStart(hasDirective: data.version_directive != nil || hasTags))
  case YAML_ALIAS_EVENT: return event(raw, .alias)
  case YAML_SCALAR_EVENT: return scalarEvent(raw)
  case YAML_MAPPING_START_EVENT:
    let data = raw.data.mapping_start
    return event(raw, .mappingStart, anchor: data.anchor != nil, tag: data.tag != nil)
  case YAML_SEQUENCE_START_EVENT:
    let data = raw.data.sequence_start
    return event(raw, .sequenceStart, anchor: data.anchor != nil, tag: data.tag != nil)
  case YAML_MAPPING_END_EVENT: return event(raw, .mappingEnd)
  case YAML_SEQUENCE_END_EVENT: return event(raw, .sequenceEnd)
  default: return nil
  }
}

private func scalarEvent(_ raw: yaml_event_t) -> YAMLEvent {
  let data = raw.data.scalar
  let text = String(
    decoding: UnsafeBufferPointer(start: data.value, count: Int(data.length)), as: UTF8.self)
  let isQuoted = data.style != YAML_PLAIN_SCALAR_STYLE
  return event(
    raw, .scalar(text, isQuoted: isQuoted), anchor: data.anchor != nil, tag: data.tag != nil)
}

private func event(
  _ raw: yaml_event_t, _ kind: YAMLEvent.Kind, anchor: Bool = false, tag: Bool = false
) -> YAMLEvent {
  YAMLEvent(
    kind: kind, start: Int(raw.start_mark.index), end: Int(raw.end_mark.index), hasAnchor: anchor,
    hasTag: tag)
}
