/// Gives every comment to the element it is about, and puts the elements together.
struct YAMLLayoutBuilder {
  /// An item or entry, before it has comments.
  private struct Slot {
    let start: Int
    let end: Int
    /// The end of the key, or the start of an item.
    let headEnd: Int
    let column: Int
    /// The list or mapping that it belongs to.
    let collection: Int
    /// Its own list or mapping.
    var ownCollection: Int?
    let isBlockValue: Bool
    let hasBlankBefore: Bool
    var leading: [YAMLLayout.Comment] = []
    var trailing: [YAMLLayout.Comment] = []
  }

  /// A list or mapping, before it has comments.
  private struct Collection {
    let span: Range<Int>
    let isFlow: Bool
    let column: Int
    /// The element whose value it is.
    let owner: Int?
    var tail: [YAMLLayout.Comment] = []
  }

  private let source: SourceText
  /// In the order of the text; an element stands before those inside it.
  private var slots: [Slot] = []
  private var collections: [Collection] = []
  private var nextSlot = 0
  private var nextCollection = 0

  init(_ root: YAMLNode, source: SourceText) {
    self.source = source
    flatten(root, owner: nil, isInFlow: false)
    for comment in placedComments(in: source, around: root) { place(comment) }
  }

  /// The value of a node with its comments; call once, with the root.
  mutating func layout(_ node: YAMLNode) -> YAMLLayout.Value {
    if case .scalar(let text, let isQuoted) = node.content {
      return YAMLLayout.Value(
        content: .scalar(text, isQuoted: isQuoted), isFlow: false, tail: [])
    }
    let collection = collections[nextCollection]
    nextCollection += 1
    let content: YAMLLayout.Value.Content =
      if let entries = node.entries {
        .mapping(entries.map { element($0.value, key: $0.key) })
      } else {
        .sequence((node.items ?? []).map { element($0, key: nil) })
      }
    return YAMLLayout.Value(content: content, isFlow: collection.isFlow, tail: collection.tail)
  }

  private mutating func element(_ node: YAMLNode, key: String?) -> YAMLLayout.Element {
    let slot = slots[nextSlot]
    nextSlot += 1
    return YAMLLayout.Element(
      key: key, value: layout(node), leading: slot.leading, trailing: slot.trailing,
      hasBlankBefore: slot.hasBlankBefore)
  }
}

extension YAMLLayoutBuilder {
  private mutating func flatten(_ node: YAMLNode, owner: Int?, isInFlow: Bool) {
    guard node.text == nil else { return }
    let isFlow = isInFlow || isBracketed(node)
    let index = collections.count
    if let owner { slots[owner].ownCollection = index }
    let span = node.span.start.offset..<node.span.end.offset
    collections.append(
      Collection(span: span, isFlow: isFlow, column: node.span.start.column, owner: owner))
    for entry in node.entries ?? [] {
      add(entry.value, keySpan: entry.keySpan, in: index, isFlow: isFlow)
    }
    for item in node.items ?? [] { add(item, keySpan: nil, in: index, isFlow: isFlow) }
  }

  private mutating func add(
    _ node: YAMLNode, keySpan: SourceSpan?, in collection: Int, isFlow: Bool
  ) {
    let start = keySpan?.start ?? node.span.start
    let headEnd = keySpan?.end.offset ?? node.span.start.offset
    let isFirst = source.isFirstOnLine(start.offset)
    slots.append(
      Slot(
        start: start.offset, end: max(node.span.end.offset, headEnd), headEnd: headEnd,
        column: keySpan == nil && !isFlow ? collections[collection].column : start.column,
        collection: collection, isBlockValue: node.text == nil && !isFlow && !isBracketed(node),
        hasBlankBefore: isFirst && source.hasBlankLine(above: start.line)))
    flatten(node, owner: slots.count - 1, isInFlow: isFlow)
  }

  private func isBracketed(_ node: YAMLNode) -> Bool {
    guard node.text == nil, node.span.start.offset < source.bytes.count else { return false }
    return "[{".utf8.contains(source.bytes[node.span.start.offset])
  }
}

extension YAMLLayoutBuilder {
  private mutating func place(_ comment: PlacedComment) {
    let next = firstSlot(after: comment.offset)
    let last = next - 1
    let flow = last >= 0 ? flowCollection(around: comment.offset, from: last) : nil
    if comment.isTrailing || comment.isInHeader, last >= 0,
      let owner = trailingOwner(of: comment, last, within: flow)
    {
      slots[owner].trailing.append(comment.comment)
    } else if let flow {
      if next < slots.count, collections[flow].span.contains(slots[next].start) {
        slots[next].leading.append(comment.comment)
      } else {
        collections[flow].tail.append(comment.comment)
      }
    } else {
      placeOnItsOwnLine(comment, last, next)
    }
  }

  /// A comment that stands further right than what follows belongs to what came before.
  private mutating func placeOnItsOwnLine(_ comment: PlacedComment, _ last: Int, _ next: Int) {
    let nextColumn = next < slots.count ? slots[next].column : 0
    if comment.column > nextColumn, last >= 0 {
      var collection: Int? = slots[last].ownCollection ?? slots[last].collection
      while let index = collection {
        let candidate = collections[index]
        if !candidate.isFlow, candidate.column > nextColumn, candidate.column <= comment.column,
          candidate.span.upperBound <= comment.offset
        {
          collections[index].tail.append(comment.comment)
          return
        }
        collection = candidate.owner.map { slots[$0].collection }
      }
    }
    if next < slots.count {
      slots[next].leading.append(comment.comment)
    } else if !collections.isEmpty {
      collections[0].tail.append(comment.comment)
    }
  }

  /// The element on whose line a comment stands: the outermost that is written on lines of its own.
  private func trailingOwner(
    of comment: PlacedComment, _ last: Int, within flow: Int?
  ) -> Int? {
    var owner: Int?
    var index: Int? = last
    while let slot = index {
      let candidate = slots[slot]
      if !candidate.isBlockValue,
        comment.isInHeader
          || (candidate.end <= comment.offset && line(of: candidate.end) == comment.line)
      {
        owner = slot
      }
      if candidate.collection == flow { break }
      index = collections[candidate.collection].owner
    }
    // `where:  # a comment`, whose value begins on a later line.
    let isHead =
      line(of: slots[last].headEnd) == comment.line && slots[last].start < slots[last].headEnd
    return owner
      ?? (isHead && slots[last].collection == flow ?? slots[last].collection ? last : nil)
  }

  /// The innermost brackets around a place.
  private func flowCollection(around offset: Int, from last: Int) -> Int? {
    var collection: Int? = slots[last].ownCollection ?? slots[last].collection
    while let index = collection {
      let candidate = collections[index]
      if candidate.isFlow, candidate.span.contains(offset) { return index }
      collection = candidate.owner.map { slots[$0].collection }
    }
    return nil
  }

  private func firstSlot(after offset: Int) -> Int {
    var (low, high) = (0, slots.count)
    while low < high {
      let middle = (low + high) / 2
      if slots[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func line(of offset: Int) -> Int { source.position(at: offset).line }
}
