import RuleLanguage
import StrictYAML
import TestSupport
import Testing

struct ClauseFormTests {
  /// What the reference shows is what the compiler takes.
  @Test(arguments: ClauseForm.all)
  func hasAnExampleThatCompiles(_ form: ClauseForm) {
    let kind =
      form.example.contains("port in")
      ? "port_call"
      : form.example.contains("from") ? "flag_change" : "ais_gap"
    let text = SampleRules.rule(match: "fact: \(kind)\nwhere: ['\(form.example)']")
    let problems = SampleRules.compiler.compile(Array(text.utf8), file: "form.yaml").diagnostics
    #expect(problems == [], "\(form.pattern)")
  }
}
