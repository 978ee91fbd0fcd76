import Foundation
import Maritime
import Testing

struct JSONValueTests {
  @Test(
    arguments: [
      (.null, "null"), (true, "true"), (0, "0"), (-0.0, "0"), (1.0, "1"), (-17, "-17"),
      (0.1, "0.1"), (1e21, "1e+21"), (.number(.nan), "null"),
      (9_007_199_254_740_991, "9007199254740991"),
      ("a\"b\\c/\n\r\t\u{1}\u{7F}é😀", #""a\"b\\c/\n\r\t\u0001"# + "\u{7F}é😀\""),
      ([1, "a", []], #"[1,"a",[]]"#),
      (.object([JSONMember("b", 1), JSONMember("a", .object([]))]), #"{"b":1,"a":{}}"#),
    ] as [(JSONValue, String)])
  func writesTheSameBytesEveryTime(_ value: JSONValue, _ text: String) {
    #expect(value.text == text)
  }

  @Test func indents() {
    let value: JSONValue = .object([JSONMember("a", [1, 2]), JSONMember("b", .object([]))])
    #expect(
      value.indentedText == """
        {
          "a": [
            1,
            2
          ],
          "b": {}
        }
        """)
  }

  @Test func findsMembers() throws {
    let value = try JSONValue(reading: #"{"a": {"b": [1.5, 2, "x"]}, "n": null}"#)
    let list = value["a"]?["b"]?.elements
    #expect(list?.map(\.number) == [1.5, 2, nil])
    #expect(list?.map(\.integer) == [nil, 2, nil])
    #expect(list?.last?.string == "x")
    #expect(value["n"] == .null)
    #expect(value["missing"] == nil)
    #expect(value.members?.map(\.key) == ["a", "n"])
  }
}
