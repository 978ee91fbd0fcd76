import Testing
import Watchlists

struct NormalisedNameTests {
  @Test(arguments: [
    ("M/V MAIA-1", "Maia 1", Designation.Kind.vessel),
    ("MT Chon Ma San", "CHON MA SAN", .vessel),
    ("M.T. 'Ångström'", "ANGSTROM", .vessel),
    ("ﬁn № 5", "FIN NO 5", .vessel),
    ("TRANSMORFLOT LLC", "LLC «Transmorflot»", .company),
    ("Joint Stock Company Sovcomflot", "SOVCOMFLOT, JSC", .company),
    ("PETROLEOS DE VENEZUELA, S.A.", "Petróleos de Venezuela SA", .company),
    ("Jui Pang Shipping Co., Ltd.", "JUI PANG SHIPPING", .company),
    ("ZAO Sample", "Sample CJSC", .company), ("Sample Sdn. Bhd.", "SAMPLE PVT LTD", .company),
    ("NU'MAN ALAEDDIN, Mohammed", "Numan Alaeddin, MOHAMMED", .person),
    ("Завод ‘Залив’", "ЗАВОД ЗАЛИВ", .company),
  ])
  func equatesSpellings(_ a: String, _ b: String, kind: Designation.Kind) {
    #expect(NormalisedName(a, kind: kind) == NormalisedName(b, kind: kind))
    #expect(NormalisedName(a, kind: kind) != nil)
  }

  @Test(arguments: [
    ("MARIA", "MARIA 1", Designation.Kind.vessel), ("SS", "MV", .vessel),
    ("LADY R", "LADY", .vessel), ("Sample LLC", "Sample Trading LLC", .company),
    ("A.B. Smith", "AB", .person),
  ])
  func tellsNamesApart(_ a: String, _ b: String, kind: Designation.Kind) {
    #expect(NormalisedName(a, kind: kind) != NormalisedName(b, kind: kind))
  }

  @Test(arguments: ["", " ", "—", "''"])
  func isMissingWithoutLetters(_ text: String) {
    #expect(NormalisedName(text, kind: .vessel) == nil)
  }
}
