import Maritime
import RuleLanguage
import TestSupport
import Testing

struct MoneyClauseTests {
  @Test(arguments: [
    ("price > 60USD", RuleEvaluation.Answer.fires),
    ("price > 62.50USD", .doesNotFire),
    ("price >= 62.5USD", .fires),
    ("price == 62.50USD", .fires),
    ("price in 60USD..70USD", .fires),
    ("price in [62.50USD, 70USD]", .fires),
    ("60USD < price", .fires),
    ("price > 60EUR", .unknown),
    ("price != 60EUR", .unknown),
    ("price in 10EUR..90EUR", .unknown),
    ("price in [10EUR]", .unknown),
    ("price not in [10EUR]", .unknown),
  ])
  func neverComparesTwoCurrencies(_ clause: String, _ answer: RuleEvaluation.Answer) {
    let rule = SampleRules.compiled(match: "fact: discharge\nwhere: ['\(clause)']")
    let price = Money("62.50 USD").map(FactValue.money)
    let facts = [SampleRules.fact("discharge", 0, 1, ["price": price])]
    let evaluation = rule.evaluate(SampleRules.input(facts))
    #expect(evaluation.answer == answer)
    if answer == .unknown {
      #expect(evaluation.undetermined.map(\.missing) == ["an amount in EUR rather than in USD"])
    }
  }

  @Test(arguments: [
    "price > 60  # error: unknown-unit",
    "price > 60USB  # error: unknown-unit",
    "price > 60.123USD  # error: invalid-quantity",
    "price > 60bbl  # error: unknown-unit",
    "volume > 60USD  # error: unknown-unit",
    "price + price > 60USD  # error: invalid-arithmetic",
    "max(price, price) > 60USD  # error: invalid-arithmetic",
    "price > volume  # error: wrong-type",
  ])
  func refuses(_ clause: String) {
    expectDiagnostics(SampleRules.rule(match: "fact: discharge\nwhere:\n  - \(clause)"))
  }
}
