import Testing

@testable import GenerateExample

@Suite struct DecimalsTests {
  @Test(arguments: [
    (42.73706, 5, "42.73706"), (-6.7, 5, "-6.70000"), (-0.00004, 5, "-0.00004"), (5.5, 1, "5.5"),
    (0.999996, 5, "1.00000"),
  ])
  func writesAFixedCountOfDecimals(_ number: Double, _ digits: Int, _ text: String) {
    #expect(decimal(number, digits: digits) == text)
  }
}
