import Maritime

extension ExpressionChecker {
  func arithmetic(
    _ sign: ArithmeticOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax,
    _ range: Range<Int>
  ) throws(ClauseError) -> Typed {
    let (a, b) = (try value(left), try value(right))
    guard let type = Self.result(sign, a.type, b.type) else {
      throw ClauseError(
        problem: .invalidArithmetic,
        message: "\(a.type.description) `\(sign.rawValue)` \(b.type.description) has no meaning",
        range: range)
    }
    return Typed(
      expression: .arithmetic(sign, a.expression, b.expression, as: type), type: type,
      range: range)
  }

  /// The rules of the language page: nothing else has a meaning.
  private static func result(
    _ sign: ArithmeticOperator, _ a: ValueType, _ b: ValueType
  ) -> ValueType? {
    switch (sign, a, b) {
    case (.minus, .field(.time), .field(.time)): .field(.quantity(.duration))
    case (.plus, .field(.time), .field(.quantity(.duration))),
      (.plus, .field(.time), .field(.quantity(.months))),
      (.minus, .field(.time), .field(.quantity(.duration))),
      (.minus, .field(.time), .field(.quantity(.months))):
      .field(.time)
    case (_, .number, .number): .number
    case (.plus, .field(.quantity(let x)), .field(.quantity(let y))) where x == y: a
    case (.minus, .field(.quantity(let x)), .field(.quantity(let y))) where x == y: a
    case (.plus, .field(.quantity(.ratio)), .number), (.minus, .field(.quantity(.ratio)), .number),
      (.plus, .field(.quantity(.count)), .number), (.minus, .field(.quantity(.count)), .number):
      a
    case (.plus, .number, .field(.quantity(.ratio))), (.minus, .number, .field(.quantity(.ratio))),
      (.plus, .number, .field(.quantity(.count))), (.minus, .number, .field(.quantity(.count))):
      b
    case (.dividedBy, .field(.quantity(let x)), .field(.quantity(let y))) where x == y:
      .field(.quantity(.ratio))
    case (.times, .field(.quantity), .number),
      (.times, .field(.quantity), .field(.quantity(.ratio))),
      (.times, .field(.quantity), .field(.quantity(.count))),
      (.dividedBy, .field(.quantity), .number),
      (.dividedBy, .field(.quantity), .field(.quantity(.count))):
      a
    case (.times, .number, .field(.quantity)),
      (.times, .field(.quantity(.ratio)), .field(.quantity)),
      (.times, .field(.quantity(.count)), .field(.quantity)):
      b
    default: nil
    }
  }

  func call(
    _ name: String, _ arguments: [ExpressionSyntax], _ range: Range<Int>
  ) throws(ClauseError) -> Typed {
    guard let function = ClauseFunction(rawValue: name) else {
      throw ClauseError(
        problem: .unknownFunction, message: "unknown function `\(name)`",
        range: range.lowerBound..<range.lowerBound + name.utf8.count,
        help: nameHelp(name, in: ClauseFunction.allCases.map(\.rawValue)))
    }
    let isRight = function == .abs ? arguments.count == 1 : arguments.count >= 2
    guard isRight, let head = arguments.first else {
      let count = function == .abs ? "one value" : "at least two values"
      throw ClauseError(
        problem: .wrongArgumentCount, message: "`\(name)` takes \(count)", range: range)
    }
    let first = try value(head)
    // Two amounts of money may be of two currencies, and then neither is the greater.
    let isMeasured =
      first.type.isOrdered && first.type != .field(.money)
      && !(function == .abs && first.type == .field(.time))
    guard isMeasured else {
      throw ClauseError(
        problem: .invalidArithmetic,
        message: "`\(name)` of \(first.type.description) has no meaning", range: first.range)
    }
    var values = [first.expression]
    for argument in arguments.dropFirst() {
      values.append(try value(argument, like: first.type).expression)
    }
    return Typed(expression: .call(function, values), type: first.type, range: range)
  }
}
