import Maritime
import Testing

/// Source of the first two: FIPS 180-2, appendix B.
@Test func digestsKnownTexts() {
  #expect(
    Digest(of: "abc").description
      == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  #expect(Digest(of: "").prefix(bytes: 4) == "e3b0c442")
  #expect(Digest(of: [97, 98, 99]) == Digest(of: "abc"))
}

@Test func keepsPartsApart() {
  #expect(Digest(ofParts: ["ab", "c"]) != Digest(ofParts: ["a", "bc"]))
  #expect(Digest(ofParts: ["a1:b"]) != Digest(ofParts: ["a", "b"]))
  #expect(Digest(ofParts: []) != Digest(ofParts: [""]))
}
