extension ValueKind {
  /// The kinds that may stand here, one by one.
  public var alternatives: [ValueKind] {
    if case .either(let kinds) = self { kinds.flatMap(\.alternatives) } else { [self] }
  }

  /// The kind of the items of a list that stands here; `nil` when none may.
  public var item: ValueKind? {
    for kind in alternatives {
      switch kind {
      case .list(let inner): return inner
      case .clauses: return .clause
      case .conditions: return .condition
      default: continue
      }
    }
    return nil
  }

  /// The table of a mapping with some keys that stands here; `nil` when its keys have none.
  public func table(having keys: [String]) -> KeyTable? {
    for kind in alternatives {
      switch kind {
      case .mapping(let table): return table
      case .clause: return KeyTable.atLeast[keys.first ?? ""] == nil ? .clauseGroup : .atLeast
      default: continue
      }
    }
    return nil
  }

  /// What stands behind a key of a mapping that stands here; `nil` when that is not known.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - keys: Every key of the mapping.
  ///   - isText: Whether text stands behind the key.
  /// - Returns: The kind.
  public func entry(_ key: String, among keys: [String], isText: Bool = false) -> ValueKind? {
    for kind in alternatives {
      switch kind {
      case .mapping, .clause: return table(having: keys)?[key]?.kind
      case .table(let inner): return inner
      case .testVessel: return .fieldValue
      case .testFact: return key == "fact" ? .factKind : .fieldValue
      case .operators, .condition:
        // `fact: ais_gap` beside `where:` says the same as a mapping under `fact:`.
        if key != "fact" || isText, let own = KeyTable.fact[key] { return own.kind }
        return Operator.all.first { $0.name == key }?.value
          ?? Operator.all.first { $0.beside?.name == key }?.beside?.kind
      default: continue
      }
    }
    return nil
  }

  /// Whether text that stands here is read as clauses are.
  var isClauseText: Bool {
    alternatives.contains { kind in
      switch kind {
      case .clause, .condition, .range, .expression: true
      default: false
      }
    }
  }

  /// Whether text that stands here is written for people.
  var isProse: Bool {
    alternatives.contains { kind in
      switch kind {
      case .text, .template: true
      default: false
      }
    }
  }
}
