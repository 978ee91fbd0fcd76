import RuleLanguage
import StrictYAML

extension RuleTestReport {
  /// The outcomes as JUnit XML, a suite for each rule, as build servers read them.
  public var junit: String {
    let suites = rules.map { rule in
      let failed = rule.outcomes.count { !$0.hasPassed }
      let name = Self.attribute(rule.header.id)
      let head =
        "  <testsuite name=\"\(name)\" tests=\"\(rule.outcomes.count)\" failures=\"\(failed)\">\n"
      return head + rule.outcomes.map { Self.testCase($0, of: rule) }.joined()
        + "  </testsuite>\n"
    }
    let tests = rules.reduce(0) { $0 + $1.outcomes.count }
    let failures = rules.reduce(0) { $0 + $1.outcomes.count { !$0.hasPassed } }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"pratique rules test\" tests=\"\(tests)\" failures=\"\(failures)\">\n"
      + suites.joined() + "</testsuites>\n"
  }

  private static func testCase(_ outcome: RuleTestOutcome, of rule: Rule) -> String {
    let head =
      "    <testcase classname=\"\(attribute(rule.header.id))\" name=\"\(attribute(outcome.name))\" "
      + "file=\"\(attribute(outcome.file))\" line=\"\(outcome.span.start.line)\""
    guard !outcome.hasPassed else { return head + "/>\n" }
    let message = attribute(outcome.failures.joined(separator: "; "))
    return head + ">\n      <failure message=\"\(message)\"/>\n    </testcase>\n"
  }

  /// Text as it can stand in an attribute; characters that XML 1.0 has no way to write are
  /// replaced.
  private static func attribute(_ text: String) -> String {
    text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\n", "\t", "\r": "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        "\u{fffd}"
      default: String(scalar)
      }
    }.joined()
  }
}
