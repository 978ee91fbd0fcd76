import Reporting
import Testing

struct CSVRowTests {
  @Test(arguments: [
    (["a", "b"], "a,b\r\n"),
    (["a,b", "c\"d", "e\nf"], "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n"),
    (["", ""], ",\r\n"),
    (["=1+1"], "'=1+1\r\n"),
    (["+1", "-1", "@x"], "'+1,'-1,'@x\r\n"),
    (["\tx"], "'\tx\r\n"),
    (["\rx"], "\"'\rx\"\r\n"),
    (["=a,\"b\""], "\"'=a,\"\"b\"\"\"\r\n"),
    (["МАЯ-1"], "МАЯ-1\r\n"),
  ])
  func quotesAndDisarms(_ fields: [String], _ expected: String) {
    #expect(csvRow(fields) == expected)
  }
}
