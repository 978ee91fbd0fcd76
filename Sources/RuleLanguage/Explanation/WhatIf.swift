import Maritime
import StrictYAML

/// A value of a fact or of the vessel put in place of what is known: `ais_gap.duration=12h`.
public struct WhatIf: Sendable {
  /// Why a change cannot be made.
  public struct Failure: Error, Sendable {
    /// One sentence.
    public let message: String
    /// What to write instead.
    public let advice: String
  }

  let name: String
  let number: Int?
  let field: String
  /// `nil` for `unknown`: the value is taken away.
  let value: String?

  /// Reads `name.field=value`; a number in brackets after the name picks one of several facts.
  public init(_ text: String) throws(Failure) {
    let failure = Failure(
      message: "'\(text)' is no change",
      advice: "write a name, a field and a value, such as ais_gap.duration=12h, "
        + "port_call[2].port=KPNAM or vessel.flag=unknown")
    guard let equals = text.firstIndex(of: "="),
      let point = text[..<equals].lastIndex(of: ".")
    else { throw failure }
    var name = text[..<point]
    field = String(text[text.index(after: point)..<equals])
    let written = String(text[text.index(after: equals)...])
    value = written == "unknown" ? nil : written
    var number: Int?
    if let open = name.firstIndex(of: "["), name.last == "]" {
      number = Int(name[name.index(after: open)...].dropLast())
      guard number ?? 0 > 0 else { throw failure }
      name = name[..<open]
    }
    guard !name.isEmpty, !field.isEmpty, !written.isEmpty else { throw failure }
    self.name = String(name)
    self.number = number
  }
}

extension RuleCompiler {
  /// The input with one value changed.
  ///
  /// A name is a kind of fact or one that the rule gives. Without a number it means the fact that
  /// the rule's explanation shows, or the latest of the kind; with one, facts count from 1 in the
  /// order of time.
  public func changing(
    _ input: EvaluationInput, by change: WhatIf, for rule: CompiledRule
  ) throws(WhatIf.Failure) -> EvaluationInput {
    if change.name == "vessel" { return try changingState(input, by: change) }
    let kinds = rule.condition.patterns
    let named = kinds.first { $0.name == change.name }?.kind
    guard let kind = named ?? vocabulary.catalog.kind(change.name) else {
      let known = vocabulary.catalog.kinds.map(\.name) + kinds.map(\.name) + ["vessel"]
      throw failure("there is no fact '\(change.name)'", near: change.name, in: known)
    }
    let facts = input.facts.filter { $0.kind == kind }.sorted {
      ($0.header.span.start, $0.id) < ($1.header.span.start, $1.id)
    }
    let shown = rule.explain(input).compactMap(\.fact).first { $0.kind == kind }
    let index =
      change.number.map { $0 - 1 } ?? shown.flatMap { fact in
        facts.firstIndex { $0.id == fact.id }
      } ?? facts.count - 1
    guard facts.indices.contains(index) else {
      throw WhatIf.Failure(
        message: "the vessel has \(facts.count) facts of the kind \(kind.name)",
        advice: "a number in brackets counts them from 1")
    }
    let changed = try changing(facts[index], by: change, now: input.now)
    return input.replacing(facts[index], by: changed)
  }

  private func changingState(
    _ input: EvaluationInput, by change: WhatIf
  ) throws(WhatIf.Failure) -> EvaluationInput {
    guard let field = vocabulary.field(change.field, of: .state) else {
      throw failure(
        "the vessel has no field '\(change.field)'", near: change.field,
        in: vocabulary.stateFields.map(\.name))
    }
    var state = input.state
    state[field.name] = try change.value.map { text throws(WhatIf.Failure) in
      try value(text, of: field)
    }
    guard case .vessel(let vessel) = input.subject else { return input.with(state: state) }
    let imo = field.name == "imo" ? change.value.flatMap(IMONumber.init(_:)) : vessel.imo
    let mmsi = field.name == "mmsi" ? change.value.flatMap { MMSI($0) } : vessel.mmsi
    return input.with(
      state: state, vessel: VesselReference(mmsi: mmsi, imo: imo) ?? vessel)
  }

  func changing(
    _ fact: Fact, by change: WhatIf, now: UTCTime
  ) throws(WhatIf.Failure) -> Fact {
    guard let field = vocabulary.field(change.field, of: .fact(fact.kind)) else {
      let known = vocabulary.fields(of: .fact(fact.kind)).map(\.name)
      throw failure(
        "\(fact.kind.name) has no field '\(change.field)'", near: change.field, in: known)
    }
    let new = try change.value.map { text throws(WhatIf.Failure) in try value(text, of: field) }
    if let own = fact.kind.index(of: field.name) {
      var values = fact.values
      values[own] = new
      return Fact(kind: fact.kind, header: fact.header, values: values)
    }
    guard let header = fact.header.replacing(field.name, by: new, now: now) else {
      throw WhatIf.Failure(
        message: "\(field.name) cannot be '\(change.value ?? "unknown")'",
        advice: "a fact has a start and a source, and does not end before it starts")
    }
    return Fact(kind: fact.kind, header: header, values: fact.values)
  }

  private func value(
    _ text: String, of field: FieldDeclaration
  ) throws(WhatIf.Failure) -> FactValue {
    var reader = RuleReader(
      source: SourceText([]), file: "", vocabulary: vocabulary)
    let node = YAMLNode(.scalar(text, isQuoted: false), span: .none)
    if let value = reader.testValue(node, field.type, key: field.name) { return value }
    let problem = reader.diagnostics.first
    throw WhatIf.Failure(
      message: problem?.message ?? "'\(text)' is no value of \(field.name)",
      advice: problem?.help ?? "write the value as a rule's test would")
  }

  func failure(
    _ message: String, near word: String, in known: [String]
  ) -> WhatIf.Failure {
    let near = nearestName(to: word, in: known).map { "did you mean \($0)?" }
    return WhatIf.Failure(
      message: message,
      advice: near ?? "there is \(known.sorted().prefix(20).joined(separator: ", "))")
  }
}

extension FactHeader {
  /// The header with a common field changed; `nil` when the fact would make no sense.
  fileprivate func replacing(_ field: String, by value: FactValue?, now: UTCTime) -> FactHeader? {
    var (start, end, position, source) = (span.start, span.end, position, source)
    switch (field, value) {
    case ("start", .time(let time)): start = time
    case ("end", .time(let time)): end = time
    case ("end", nil), ("duration", nil): end = nil
    case ("duration", .quantity(let length)):
      let (sum, overflows) = start.milliseconds.addingReportingOverflow(length.steps)
      guard !overflows else { return nil }
      end = UTCTime(milliseconds: sum)
    case ("start_position", .position(let point)): position = point
    case ("start_position", nil): position = nil
    case ("source", .text(let text)): source = text
    default: return nil
    }
    guard end.map({ $0 >= start }) ?? true else { return nil }
    return FactHeader(
      vessel: vessel, span: TimeSpan(start: start, end: end), position: position, source: source,
      evidence: evidence, detector: detector)
  }
}

extension EvaluationInput {
  fileprivate func with(
    state: [String: FactValue], vessel: VesselReference? = nil
  ) -> EvaluationInput {
    EvaluationInput(
      subject: vessel.map(RuleSubject.vessel) ?? subject, state: state, facts: facts,
      fleet: fleet, now: now, lists: lists)
  }

  fileprivate func replacing(_ old: Fact, by new: Fact) -> EvaluationInput {
    let changed = { (facts: [Fact]) in facts.map { $0.id == old.id ? new : $0 } }
    return EvaluationInput(
      subject: subject, state: state, facts: changed(facts).sorted(),
      fleet: FleetFacts(changed(fleet.all)), now: now, lists: lists)
  }
}
