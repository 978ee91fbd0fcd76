import Maritime
import Testing

struct CompanyReferenceTests {
  @Test(arguments: [
    ("5123456", "5123456"), ("IMO 0123456", "0123456"), ("IMO5123456", "5123456"),
    ("512345", nil), ("51234567", nil), ("512345a", nil), ("", nil),
  ])
  func readsSevenDigits(_ text: String, digits: String?) {
    #expect(CompanyReference.digits(of: text) == digits)
  }

  @Test func needsANumberOrAName() {
    #expect(CompanyReference(number: nil, name: nil) == nil)
    #expect(CompanyReference(number: nil, name: "") == nil)
    #expect(CompanyReference(number: "12", name: "X") == nil)
    #expect(CompanyReference(number: nil, name: "X")?.description == "X")
    #expect(CompanyReference(number: "5123456", name: nil)?.description == "IMO company 5123456")
    #expect(
      CompanyReference(number: "5123456", name: "X")?.description == "X (IMO company 5123456)")
  }

  @Test(
    arguments: [
      ("1111111", "A", "1111111", "B", true), ("1111111", "A", "2222222", "A", false),
      (nil, "A", "2222222", "A", true), (nil, "A", nil, "B", nil), ("1111111", nil, nil, "A", nil),
    ] as [(String?, String?, String?, String?, Bool?)])
  func comparesByNumberFirst(
    _ number: String?, _ name: String?, _ otherNumber: String?, _ otherName: String?,
    isSame: Bool?
  ) throws {
    let first = try #require(CompanyReference(number: number, name: name))
    let second = try #require(CompanyReference(number: otherNumber, name: otherName))
    #expect(first.isSame(as: second) == isSame)
    #expect(second.isSame(as: first) == isSame)
  }

  @Test(arguments: [
    ("PRATIQUETEST00000145", true), ("pratiquetest00000145", true),
    ("PRATIQUETEST00000199", false), ("PRATIQUETEST00000245", false), ("PRATIQUE", false),
  ])
  func readsAnLEIWithRightCheckDigits(_ text: String, isValid: Bool) {
    #expect((CompanyReference.lei(of: text) != nil) == isValid)
  }

  @Test(arguments: [
    ("RU 1027700092661", "RU 1027700092661"), ("hk 12-345.678", "HK 12345678"),
    ("RU1027700092661", nil), ("1027700092661", nil), ("RU 12", nil), ("RU ABCDEF", nil),
  ])
  func readsANumberOfARegister(_ text: String, registration: String?) {
    #expect(CompanyReference.registration(of: text) == registration)
  }

  @Test func knowsACompanyByAnyNumber() throws {
    let first = try #require(
      CompanyReference(number: nil, registration: "RU 1027700092661", name: "A"))
    let second = try #require(
      CompanyReference(number: "5123456", registration: "RU 1027700092661", name: "B"))
    #expect(first.isSame(as: second) == true)
    #expect(second.description == "B (IMO company 5123456, registration RU 1027700092661)")
    #expect(CompanyReference(number: nil, lei: "X", name: "A") == nil)
  }
}
