import Maritime

extension Missing: Error {}

extension ClauseEvaluator {
  /// The value of an expression; throws what is missing.
  func value(_ expression: Expression) throws(Missing) -> FactValue {
    switch expression {
    case .literal(let value): return value
    case .number(let millionths): return .quantity(Quantity(.ratio, steps: millionths))
    case .now: return .time(context.now)
    case .vessel:
      switch context.input.subject {
      case .vessel(let vessel): return .vessel(vessel)
      case .company(let company): return .company(company)
      case .port(let port): return .port(port)
      case .program: throw .vesselField("number")
      }
    case .field(let reference): return try field(reference)
    case .part(let inner, let part): return try self.part(part, of: try value(inner))
    case .arithmetic(let sign, let left, let right, let type):
      return try arithmetic(sign, try value(left), try value(right), type)
    case .call(let function, let arguments): return try call(function, arguments)
    case .table(let table, let source): return try value(of: table, source)
    }
  }

  /// Every input must be known, because each may decide which row holds.
  private func value(
    of table: DecisionTable, _ source: FieldReference.Source
  ) throws(Missing) -> FactValue {
    var inputs: [FactValue] = []
    for input in table.inputs {
      inputs.append(try field(FieldReference(source: source, field: input.name)))
    }
    // The compiler found a row for every combination of known inputs.
    guard let value = table.value(for: inputs) else { throw .arithmetic }
    return value
  }

  private func field(_ reference: FieldReference) throws(Missing) -> FactValue {
    let fact: ObservedFact?
    switch reference.source {
    case .current: fact = current
    case .named(let name): fact = context.names[name]
    case .state: fact = nil
    }
    guard let fact else {
      guard let value = context.input.state[reference.field] else {
        throw .vesselField(reference.field)
      }
      return value
    }
    guard let value = fact.value(reference.field) else {
      throw .field(reference.field, of: fact.fact)
    }
    return value
  }

  private func part(_ part: ValuePart, of value: FactValue) throws(Missing) -> FactValue {
    let text: String? =
      switch (part, value) {
      case (.locode, .port(let port)): port.code
      case (.name, .port(let port)): port.name
      case (.imo, .vessel(let vessel)): vessel.imo?.description
      case (.mmsi, .vessel(let vessel)): vessel.mmsi?.description
      case (.imo, .company(let company)): company.number
      case (.name, .company(let company)): company.name
      default: nil
      }
    guard let text else { throw .vesselField(part.rawValue) }
    return .text(text)
  }

  private func call(
    _ function: ClauseFunction, _ arguments: [Expression]
  ) throws(Missing) -> FactValue {
    var best: FactValue?
    for argument in arguments {
      let next = try value(argument)
      guard let current = best else {
        best = next
        continue
      }
      let isBetter =
        function == .max ? next.isGreater(than: current) : current.isGreater(than: next)
      if isBetter { best = next }
    }
    guard let best else { throw .arithmetic }
    guard function == .abs, case .quantity(let quantity) = best else { return best }
    guard let steps = Int64(exactly: quantity.steps.magnitude) else { throw .arithmetic }
    return .quantity(Quantity(quantity.dimension, steps: steps))
  }
}

extension ClauseEvaluator {
  private func arithmetic(
    _ sign: ArithmeticOperator, _ a: FactValue, _ b: FactValue, _ type: ValueType
  ) throws(Missing) -> FactValue {
    switch (a, b) {
    case (.time(let x), .time(let y)):
      return .quantity(
        .duration(milliseconds: try exact(Int128(x.milliseconds) - Int128(y.milliseconds))))
    case (.time(let time), .quantity(let amount)):
      return .time(try shifted(time, by: amount, sign))
    case (.quantity(let x), .quantity(let y)):
      let steps = try combined(sign, x, y, type.dimension ?? .ratio)
      return .quantity(Quantity(type.dimension ?? .ratio, steps: steps))
    default: throw .arithmetic
    }
  }

  private func shifted(
    _ time: UTCTime, by amount: Quantity, _ sign: ArithmeticOperator
  ) throws(Missing) -> UTCTime {
    let steps = sign == .minus ? -Int128(amount.steps) : Int128(amount.steps)
    guard amount.dimension == .months else {
      return UTCTime(milliseconds: try exact(Int128(time.milliseconds) + steps))
    }
    // Beyond ten thousand years the calendar itself ends.
    guard abs(steps) <= 120_000, time.milliseconds.magnitude < 1 << 58 else { throw .arithmetic }
    return time.adding(months: Int(steps))
  }

  /// Shares are millionths, so products with one are divided by a million, half away from zero.
  private func combined(
    _ sign: ArithmeticOperator, _ x: Quantity, _ y: Quantity, _ result: Dimension
  ) throws(Missing) -> Int64 {
    let million: Int128 = 1_000_000
    let (a, b) = (Int128(x.steps), Int128(y.steps))
    switch sign {
    case .plus, .minus:
      let (left, right) = (x.steps(in: result), y.steps(in: result))
      return try exact(sign == .plus ? left + right : left - right)
    case .times:
      let isShare = x.dimension == .ratio || y.dimension == .ratio
      return try exact(isShare ? rounded(a * b, million) : a * b)
    case .dividedBy:
      guard b != 0 else { throw .arithmetic }
      if x.dimension == y.dimension { return try exact(rounded(a * million, b)) }
      return try exact(y.dimension == .ratio ? rounded(a * million, b) : rounded(a, b))
    }
  }

  private func exact(_ steps: Int128) throws(Missing) -> Int64 {
    guard let result = Int64(exactly: steps) else { throw .arithmetic }
    return result
  }
}

extension Quantity {
  /// The base steps in another dimension: a number without a unit is a ratio and may count things.
  func steps(in other: Dimension) -> Int128 {
    switch (dimension, other) {
    case (.count, .ratio): Int128(steps) * 1_000_000
    case (.ratio, .count): rounded(Int128(steps), 1_000_000)
    default: Int128(steps)
    }
  }
}

/// The quotient, half away from zero.
private func rounded(_ dividend: Int128, _ divisor: Int128) -> Int128 {
  let isNegative = (dividend < 0) != (divisor < 0)
  let magnitude = (abs(dividend) + abs(divisor) / 2) / abs(divisor)
  return isNegative ? -magnitude : magnitude
}
