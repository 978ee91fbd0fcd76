import Maritime

/// The facts of many vessels in columns, ready for the rules of one set.
public struct FleetColumns: Sendable {
  /// Vessels that are decided together.
  struct Batch: Sendable {
    /// Their places among all; the first is a multiple of 64.
    let range: Range<Int>
    let now: UTCTime
    let facts: [String: FactTable]
    let state: StateTable
    /// The vessels with a value that is not of its field's type; the reference decides them.
    let irregular: Bits
  }

  let inputs: [EvaluationInput]
  let batches: [Batch]
  /// The contacts of all vessels that paths lead along, by the place of their pattern and the field
  /// that names the other vessel; none when too few vessels are asked about to pay for them.
  let contacts: [ContactGraph.Key: ContactGraph]

  /// So many facts keep the bitsets of a batch within the second-level cache (our own default).
  private static let factsInBatch = 32_768

  /// Puts facts into the columns that `set` asks for.
  ///
  /// - Parameters:
  ///   - inputs: The vessels.
  ///   - set: The rules.
  ///   - contacts: The contacts of the fleet; gathered for these vessels alone when `nil`.
  public init(
    _ inputs: [EvaluationInput], for set: RuleSet, contacts: FleetContacts? = nil
  ) {
    self.inputs = inputs
    batches = Self.ranges(inputs).map { Self.batch($0, inputs, set) }
    self.contacts = (contacts ?? Self.contacts(inputs, set)).graphs
  }

  private static func contacts(_ inputs: [EvaluationInput], _ set: RuleSet) -> FleetContacts {
    guard inputs.count >= FleetContacts.fewVessels, let first = inputs.first,
      !set.contacts.isEmpty
    else { return FleetContacts(graphs: [:]) }
    return set.contacts(of: first.fleet, now: first.now)
  }

  /// Vessels in groups of 64 until there are enough facts; those of another instant stand apart.
  private static func ranges(_ inputs: [EvaluationInput]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, facts) = (0, 0)
    for index in inputs.indices {
      let isFull = index & 63 == 0 && facts >= factsInBatch
      if index > start, isFull {
        ranges.append(start..<index)
        (start, facts) = (index, 0)
      }
      facts += inputs[index].facts.count
    }
    if start < inputs.count { ranges.append(start..<inputs.count) }
    return ranges
  }

  private static func batch(
    _ range: Range<Int>, _ inputs: [EvaluationInput], _ set: RuleSet
  ) -> Batch {
    let own = inputs[range]
    var irregular = Bits(count: range.count)
    let state = StateTable(of: own, set.columns[.state] ?? [])
    for column in state.columns { for row in column.irregular { irregular[row] = true } }
    var tables: [String: FactTable] = [:]
    for kind in set.kinds {
      let table = FactTable(kind, of: own, set.columns[.facts(kind)] ?? [])
      for column in table.columns {
        for row in column.irregular { irregular[Int(table.vessels[row])] = true }
      }
      tables[kind] = table
    }
    let now = own.first?.now ?? UTCTime(milliseconds: 0)
    for row in range where inputs[row].now != now { irregular[row - range.lowerBound] = true }
    return Batch(range: range, now: now, facts: tables, state: state, irregular: irregular)
  }
}
