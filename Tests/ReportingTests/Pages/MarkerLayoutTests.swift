import Testing

@testable import Reporting

struct MarkerLayoutTests {
  @Test(arguments: [
    ([], ""), ([3], "3"), ([1, 2], "1, 2"), ([4, 1, 3, 2, 7], "1–4, 7"), ([2, 2], "2"),
  ])
  func writesRangesOfNumbers(_ numbers: [Int], _ text: String) {
    #expect(NumberRanges(numbers).text == text)
  }
}
