import Foundation
import Testing

@testable import Downloads

struct AddressRuleTests {
  @Test(arguments: [
    ("https://example.test/a", true), ("HTTPS://example.test/a", true),
    ("http://example.test/a", false), ("http://127.0.0.1:8080/a", true),
    ("http://localhost/a", true), ("http://[::1]:80/a", true),
    ("http://127.0.0.1.evil.test/a", false),
    ("http://127.example.test/a", false), ("file:///etc/passwd", false), ("https:///a", false),
  ])
  func allows(_ text: String, isAllowed: Bool) throws {
    #expect(AddressRule.allows(try #require(URL(string: text))) == isAllowed)
  }

  @Test(arguments: [
    ("https://a.test/", "https://b.test/", true), ("https://a.test/", "http://a.test/", false),
    ("https://a.test/", "http://127.0.0.1/", false),
    ("https://a.test/", "https://localhost/", false),
    ("http://127.0.0.1/", "https://a.test/", true), ("http://127.0.0.1/", "http://a.test/", false),
    ("https://a.test/", "file:///etc/passwd", false),
  ])
  func follows(_ origin: String, _ place: String, isAllowed: Bool) throws {
    let (from, to) = (try #require(URL(string: origin)), try #require(URL(string: place)))
    #expect(AddressRule.allows(from: from, to: to) == isAllowed)
  }
}
