import StrictYAML

extension YAMLNode {
  /// The node with the value at a path such as `facts.0.duration` replaced, added or, for `nil`,
  /// left out; `nil` when the path leads nowhere.
  func replacing(path: String, by value: YAMLNode?) -> YAMLNode? {
    replacing(
      path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)[...],
      by: value)
  }

  /// The same for the keys and indices of a path.
  func replacing(_ path: ArraySlice<String>, by value: YAMLNode?) -> YAMLNode? {
    guard let head = path.first else { return value }
    let rest = path.dropFirst()
    switch content {
    case .scalar: return nil
    case .sequence(var items):
      guard let index = Int(head), items.indices.contains(index) else { return nil }
      if rest.isEmpty, value == nil {
        items.remove(at: index)
      } else {
        guard let changed = items[index].replacing(rest, by: value) else { return nil }
        items[index] = changed
      }
      return YAMLNode(.sequence(items), span: span)
    case .mapping(var entries):
      guard let index = entries.firstIndex(where: { $0.key == head }) else {
        guard rest.isEmpty, let value else { return nil }
        entries.append(YAMLEntry(key: head, keySpan: value.span, value: value))
        return YAMLNode(.mapping(entries), span: span)
      }
      if rest.isEmpty, value == nil {
        entries.remove(at: index)
      } else {
        guard let changed = entries[index].value.replacing(rest, by: value) else { return nil }
        entries[index] = YAMLEntry(
          key: head, keySpan: entries[index].keySpan, value: changed)
      }
      return YAMLNode(.mapping(entries), span: span)
    }
  }

  /// The mapping without a key.
  func removing(_ key: String) -> YAMLNode {
    guard let entries else { return self }
    return YAMLNode(.mapping(entries.filter { $0.key != key }), span: span)
  }

  /// The value at the keys and indices of a path; `nil` when it leads nowhere.
  func node(at path: some Collection<String>) -> YAMLNode? {
    path.reduce(self as YAMLNode?) { node, step in
      if let items = node?.items {
        return Int(step).flatMap { items.indices.contains($0) ? items[$0] : nil }
      }
      return node?[step]
    }
  }
}
