import Maritime
import TestSupport
import Testing

@testable import Watchlists

/// XML that somebody wrote to do harm.
struct XMLRecordsTests {
  private func read(_ bytes: [UInt8]) -> (names: [String], reason: String?) {
    var names: [String] = []
    let result = XMLRecords.read(WatchlistFile(name: "x.xml", bytes: bytes), named: ["e"]) {
      names.append($0.element.text)
    }
    if case .failure(let problem) = result { return (names, problem.rejection.detail) }
    return (names, nil)
  }

  private func read(_ text: String) -> (names: [String], reason: String?) { read(Array(text.utf8)) }

  @Test func readsRecordsOneAfterTheOther() {
    let found = read("<l><x><e>one</e></x><e><![CDATA[<two>]]></e><e>&lt;3 &#x416;</e></l>")
    #expect(found.names == ["one", "<two>", "<3 Ж"])
    #expect(found.reason == nil)
  }

  @Test(arguments: [
    // A file of the reader's machine.
    "<!DOCTYPE l [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><l><e>&f;</e></l>",
    // An address that would tell who reads.
    "<!DOCTYPE l SYSTEM \"http://example.test/l.dtd\"><l><e>a</e></l>",
    // A billion laughs.
    "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><l><e>&b;</e></l>",
    "<!DOCTYPE l [<!ENTITY % p SYSTEM \"http://example.test/x\"> %p;]><l/>",
    // Hidden behind a comment of a megabyte.
    "<!--" + String(repeating: " ", count: 1 << 20) + "--><!DOCTYPE l><l/>",
  ])
  func refusesEntitiesOfEveryKind(_ text: String) {
    let found = read(text)
    #expect(found.names.isEmpty)
    #expect(found.reason == "it declares a document type or entities")
  }

  @Test func knowsNoEntityOfItsOwn() {
    #expect(read("<l><e>&f;</e></l>").reason == "it stops being XML here")
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x3C, 0x00], [0xFE, 0xFF, 0x00, 0x3C],
    Array("<?xml version='1.0' encoding='EBCDIC'?><l/>".utf8),
    Array("<l><e>".utf8) + [0xC3] + Array("</e></l>".utf8), Array("<l>".utf8) + [0, 0],
    // An overlong form of `<`, and half of a pair.
    Array("<l>".utf8) + [0xC0, 0xBC], Array("<l>".utf8) + [0xED, 0xA0, 0x80],
  ])
  func refusesOtherEncodings(_ bytes: [UInt8]) {
    #expect(read(bytes).reason == "its encoding is not UTF-8")
  }

  /// Characters lie across the pieces in which the encoding is checked.
  @Test(arguments: 0..<4)
  func checksTheEncodingInPieces(_ shift: Int) {
    let text = String(repeating: "a", count: shift) + String(repeating: "😀Ж", count: 40_000)
    #expect(read("<l><e>\(text)</e></l>").names == [text])
    let broken = Array("<l><e>\(text)".utf8.dropLast()) + Array("</e></l>".utf8)
    #expect(read(broken).reason == "its encoding is not UTF-8")
  }

  @Test func refusesDeepElements() {
    func nested(_ depth: Int) -> String {
      "<l>" + String(repeating: "<e>", count: depth) + String(repeating: "</e>", count: depth)
        + "</l>"
    }
    #expect(read(nested(31)).reason == nil)
    #expect(read(nested(32)).reason == "elements stand more than 32 deep")
    #expect(read(nested(200_000)).reason == "elements stand more than 32 deep")
  }

  @Test func refusesALargeEntry() {
    let text = String(repeating: "a", count: 1 << 20)
    #expect(read("<l><e>\(text)</e></l>").reason == nil)
    #expect(
      read("<l><e>\(text)b</e></l>").reason == "one entry has more than 1048576 bytes of text")
    let parts = "<l><e>" + String(repeating: "<x/>", count: 20_000) + "</e></l>"
    #expect(read(parts).reason == "one entry has more than 20000 elements")
  }

  /// Text outside the records costs nothing.
  @Test func looksOverOtherText() {
    let text = String(repeating: "a", count: 5 << 20)
    #expect(read("<l>\(text)<e>one</e><x a=\"\(text)\"/></l>").names == ["one"])
  }
}
