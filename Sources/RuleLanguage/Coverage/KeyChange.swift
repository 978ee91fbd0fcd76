import Maritime
import StrictYAML

/// How a key is written so that it always holds, and so that it never does.
struct KeyChange: Sendable {
  /// Another way to write a key.
  enum Edit: Sendable {
    /// Leave it out.
    case without
    /// Give it another value.
    case text(String)
    /// Put another key in its place.
    case instead(String, String)
    /// Give its sum the least or the greatest amount of its unit.
    case least, greatest
    /// Estimate that amounts are nothing.
    case nothing
  }

  /// `nil` when no value makes it always hold.
  var always: Edit?
  /// `nil` when no value makes it never hold.
  var never: Edit?

  /// Longer than any rule looks back, and than any history.
  private static let century = "36500d"
  private static let span = KeyChange(always: .without, never: .text("0s"))
  private static let never = "\(century)..\(century)"
  private static let number = KeyChange(
    always: .instead("at_most", "1000000"), never: .instead("at_least", "1000000"))
  private static let step = KeyChange(always: .without, never: .instead("after", never))

  /// By the operator, `step` for those of a sequence, and the key.
  static let all: [String: [String: KeyChange]] = [
    "sequence": ["within": span],
    "step": [
      "after": step, "during": step, "same": step,
      "before": KeyChange(always: .without, never: .text(never)),
    ],
    "count": [
      "within": span, "at_least": number, "at_most": number, "exactly": number,
      "distinct": KeyChange(always: .without, never: nil),
    ],
    "sum": [
      "at_least": KeyChange(always: .least, never: .greatest),
      "window": KeyChange(always: .text(century), never: .text("0s")),
      "bounds": KeyChange(always: .without, never: .nothing),
    ],
    "alternate": [
      "legs_at_least": KeyChange(always: .text("1"), never: .text("100")),
      "max_leg": span, "within": KeyChange(always: .text(century), never: .text("0s")),
      "allow_other_stops": KeyChange(always: .text("20"), never: .without),
    ],
    "path": ["within": span, "ordered": KeyChange(always: .text("false"), never: nil)],
    "baseline": [
      "over": KeyChange(always: .text(century), never: .text("0s")),
      "min_samples": KeyChange(always: .text("2"), never: .text("10000")),
      "more_than": KeyChange(always: .text("0.000001x"), never: .text("1000x")),
      "less_than": KeyChange(always: .text("1000x"), never: .text("0.000001x")),
    ],
  ]

  /// Whether a value asks for something: `ordered: false` does not.
  func applies(to value: YAMLNode) -> Bool { value.text != "false" }
}

extension KeyChange.Edit {
  /// The mapping with the key written so; `nil` when its value is no amount.
  func document(of entry: YAMLEntry, in node: YAMLNode) -> YAMLNode? {
    switch self {
    case .without: node.removing(entry.key)
    case .text(let text): node.setting(entry.key, to: text)
    case .instead(let key, let text): node.removing(entry.key).setting(key, to: text)
    case .least: smallestAmount(like: entry.value.text).flatMap { node.setting(entry.key, to: $0) }
    case .greatest:
      greatestAmount(like: entry.value.text).flatMap { node.setting(entry.key, to: $0) }
    case .nothing:
      entry.value.setting("low", to: "0%").flatMap { $0.setting("high", to: "0%") }
        .flatMap { node.replacing([entry.key], by: $0) }
    }
  }

  /// About one base step.
  private func smallestAmount(like text: String?) -> String? {
    guard let unit = unit(of: text) else { return nil }
    let digits = String(unit.steps).count - 1
    return digits == 0
      ? "1" + unit.symbol : "0." + String(repeating: "0", count: digits - 1) + "1" + unit.symbol
  }

  /// More than any fleet carries or any vessel does.
  private func greatestAmount(like text: String?) -> String? {
    unit(of: text).map { "999999999" + $0.symbol }
  }

  private func unit(of text: String?) -> MeasureUnit? {
    guard let text, case .success(.quantity(let quantity)) = QuantityLiteral.read(text) else {
      return nil
    }
    return quantity.dimension.units[0]
  }
}
