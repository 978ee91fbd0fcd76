import Detection
import Maritime
import Testing

/// Groups of NMEA 0183 4.10, whose first line often has the time alone.
struct GroupedLinesTests {
  private static let first = AISEncoder.classA(mmsi: 219_000_001).sentence()
  private static let second = AISEncoder.classA(mmsi: 219_000_002).sentence()
  private static let parts = AISEncoder.voyage().sentences(2)
  private static let time = "2026-01-04T02:00:00Z"

  @Test(arguments: [
    [tagBlock("g:1-2-1234,s:r1,c:1767492000") + first, tagBlock("g:2-2-1234") + second],
    [tagBlock("1G2:1234,c:1767492000") + first, tagBlock("2G2:1234") + second],
    // Other groups in between, and the tag block on a line of its own.
    [
      tagBlock("g:1-2-7,c:1767492000") + first, tagBlock("g:1-2-8,c:1767499999") + "$GPGGA,1*00",
      tagBlock("g:2-2-7"), second,
    ],
  ])
  func givesTheTimeToAllLinesOfTheGroup(_ lines: [String]) {
    let batch = decode(lines, at: nil)
    #expect(batch.positions.map(\.instant.description) == [Self.time, Self.time])
    expectAllAccounted(batch)
  }

  @Test func countsTimesThatComeFromTheGroup() {
    let batch = decode(
      [tagBlock("g:1-2-1,c:1767492000") + Self.first, tagBlock("g:2-2-1") + Self.second], at: nil)
    #expect(batch.counts["times from groups"] == 1)
  }

  @Test func joinsAMessageOverAGroupOfThree() throws {
    let note = tagBlock("g:3-3-99,t:seen twice")
    let batch = decode(
      [
        tagBlock("g:1-3-99,s:r1,c:1767492000") + Self.parts[0],
        tagBlock("g:2-3-99") + Self.parts[1],
        note,
      ], at: nil)
    #expect(batch.reports.map(\.instant.description) == [Self.time])
    #expect(batch.counts["tag block lines"] == 1)
    expectAllAccounted(batch)
  }

  @Test(arguments: [
    // The first line's block is damaged, so its time is not known.
    [
      tagBlock("g:1-2-5,c:1767492000").replacing("1767", with: "1768") + first,
      tagBlock("g:2-2-5") + second,
    ],
    // The number is used again after the group was over.
    [tagBlock("g:1-2-5,c:1767492000") + "#"] + Array(repeating: "# note", count: 40)
      + [tagBlock("g:2-2-5") + second],
    // A new group begins with the same number and has no time.
    [
      tagBlock("g:1-2-5,c:1767492000") + "#", tagBlock("g:1-2-5") + first,
      tagBlock("g:2-2-5") + second,
    ],
    // Another station uses the same number.
    [tagBlock("g:1-2-5,s:r1,c:1767492000") + "#", tagBlock("g:2-2-5,s:r2") + second],
  ])
  func takesNoTimeFromAnotherGroup(_ lines: [String]) {
    #expect(decode(lines, at: nil).positions.isEmpty)
  }
}
