import Detection
import Maritime
import Testing

@Suite struct NMEADecoderLinesTests {
  private static let sentence = AISEncoder.classA().sentence()
  private static let timeLine = checked("$PGHP,1,2026,1,4,2,0,0,11,219,,2190067,1,62")

  @Test(arguments: [
    // Before the sentence on its line.
    (tagBlock("s:r1,c:1767492000") + sentence, "2026-01-04T02:00:00Z"),
    (tagBlock("c:1767492000250") + sentence, "2026-01-04T02:00:00.250Z"),
    (tagBlock("c:1767492000") + tagBlock("s:r1") + " " + sentence, "2026-01-04T02:00:00Z"),
    ("1767492000123456789 " + sentence, "2026-01-04T02:00:00.123Z"),
    ("1767492000123456," + sentence, "2026-01-04T02:00:00.123Z"),
    ("2026-01-04T02:00:00Z;" + sentence, "2026-01-04T02:00:00Z"),
    ("1767492000 " + tagBlock("s:r1") + sentence, "2026-01-04T02:00:00Z"),
    // On lines of their own.
    (timeLine + "\n" + sentence, "2026-01-04T02:00:00.011Z"),
    (timeLine + "\n" + tagBlock("si:AISD") + "\n# note\n\n" + sentence, "2026-01-04T02:00:00.011Z"),
    (tagBlock("c:1767492000") + "\n" + sentence, "2026-01-04T02:00:00Z"),
    // After the checksum.
    (sentence + ",1767492000", "2026-01-04T02:00:00Z"),
    (sentence + ",s36310,d-081,r08TPHI1,1767492000", "2026-01-04T02:00:00Z"),
    (sentence + ",raishub,1767492000  ", "2026-01-04T02:00:00Z"),
    // The nearest before the sentence wins, and a trailer comes last.
    (timeLine + "\n" + tagBlock("c:1767492007") + sentence, "2026-01-04T02:00:07Z"),
    (timeLine + "\n1767492008 " + sentence + ",1767492009", "2026-01-04T02:00:08Z"),
    (timeLine + "\n" + sentence + ",1767492009", "2026-01-04T02:00:00.011Z"),
  ])
  func takesTheReceiversTime(_ text: String, time: String) {
    let batch = decode(
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), at: nil)
    #expect(batch.positions.map { $0.instant.description } == [time])
    #expect(batch.rejections.total == 0)
    expectAllAccounted(batch)
  }

  @Test(arguments: [
    sentence,
    sentence + ",x147521,r08TPHI1",
    sentence + ",17674",  // no time at all
    tagBlock("c:1767492000").replacing("1767", with: "1768") + sentence,
    "\\c:1767492000\\" + sentence,
    timeLine + "\n" + checked("$PSTT,30A,20131112,120000") + "\n" + sentence,
    timeLine + "\n" + AISEncoder.voyage().sentences(2)[0] + "\n" + sentence,
  ])
  func rejectsMessagesWithoutATime(_ text: String) {
    let batch = decode(
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), at: nil)
    #expect(batch.positions.isEmpty)
    #expect(batch.counts["messages type 1"] == 1)
    #expect(batch.rejections.counts["no-time"] == 1)
    expectAllAccounted(batch)
  }

  @Test func countsTagBlocksItDoesNotTrust() {
    let batch = decode(["\\c:1767492000*00\\", "\\c:1767492000*00\\" + Self.sentence])
    #expect(batch.counts["untrusted tag blocks"] == 2)
    #expect(batch.positions.count == 1)
    expectAllAccounted(batch)
  }

  @Test(arguments: [
    (sentence.replacing("AIVDM", with: "BSVDM"), "bad-checksum"),
    (String(sentence.dropLast(2)), "no-checksum"),
    (String(sentence.dropLast(3)), "no-checksum"),
    ("!AIVDM", "other-sentence"),
    (checked("!AIABM,1,1,0"), "other-sentence"),
    (checked("$GPGGA,1"), "other-sentence"),
    (checked("!AIVDM,,,,"), "malformed-sentence"),
    (checked("!AIVDM,1,2,,A,13@:`L,0"), "malformed-sentence"),
    (checked("!AIVDM,0,0,,A,13@:`L,0"), "malformed-sentence"),
    (checked("!AIVDM,1,1,33,A,13@:`L,0"), "malformed-sentence"),
    (checked("!AIVDM,1,1,,A,13@:`L,6"), "malformed-sentence"),
    (checked("!AIVDM,1,1,,A,13@:`L"), "malformed-sentence"),
    (checked("!AIVDM,1,1,,A,,0"), "empty-payload"),
    (checked("!AIVDM,1,1,,A,13@XL,0"), "bad-payload"),  // X is between the two ranges
    (checked("!AIVDM,1,1,,A,1111111111x,0"), "bad-payload"),
    (checked("$PGHP,1,2026,2,29,2,0,0,11,219"), "bad-time-line"),
    (checked("$PGHP,1,2026,1"), "bad-time-line"),
    ("$PGHP,1,2026,1,4,2,0,0,11,219,,2190067,1,62*00", "bad-time-line"),
    ("\\s:r1*00", "bad-tag-block"),
    (tagBlock("s:r1") + "hello", "not-nmea"),
    ("hello", "not-nmea"),
  ])
  func rejectsLinesWithAReason(_ line: String, reason: String) {
    let batch = decode([line])
    #expect(batch.rejections.counts == [reason: 1])
    #expect(batch.counts["rejected lines"] == 1)
    expectAllAccounted(batch)
  }

  @Test(arguments: ["AI", "AB", "BS", "SA", "--", "AN"], ["VDM", "VDO"])
  func takesAnyTalker(_ talker: String, _ kind: String) {
    let batch = decode([AISEncoder.classA().sentence(tag: talker + kind)])
    #expect(batch.positions.count == 1)
  }

  @Test func takesAnyChannelAndAnEmptyFillField() {
    for channel in ["", "1", "E"] {
      #expect(decode([AISEncoder.classA().sentence(channel: channel)]).positions.count == 1)
    }
    let body = Self.sentence.dropLast(4)
    #expect(decode([checked(String(body))]).positions.count == 1)
  }
}
