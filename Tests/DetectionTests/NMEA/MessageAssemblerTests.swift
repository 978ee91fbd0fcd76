import Detection
import Maritime
import Testing

@Suite struct MessageAssemblerTests {
  private let voyage = AISEncoder.voyage().sentences(2)
  private let noise = AISEncoder.classA().sentence()

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func joinsPartsInAnyOrder(_ order: [Int]) {
    let parts = AISEncoder.voyage().sentences(3)
    let batch = decode(order.map { parts[$0] })
    #expect(batch.reports.map(\.particulars.destination) == ["SKAGEN"])
    #expect(batch.reports.map(\.line) == [3])
    #expect(batch.counts["assembled messages"] == 1)
    expectAllAccounted(batch)
  }

  @Test func joinsPartsOfMessagesThatOverlap() {
    let other = AISEncoder.voyage(mmsi: 219_000_009, name: "OTHER")
    for parts in [
      other.sentences(2, channel: "B"), other.sentences(2, sequence: "4"),
      other.sentences(2, tag: "BSVDM"),
    ] {
      let batch = decode([voyage[0], parts[0], voyage[1], parts[1]])
      #expect(batch.reports.map(\.particulars.name) == ["NORDIC STAR", "OTHER"])
      expectAllAccounted(batch)
    }
  }

  @Test func joinsByGroupWhenTagBlocksTell() {
    let other = AISEncoder.voyage(mmsi: 219_000_009, name: "OTHER").sentences(2)
    let batch = decode([
      tagBlock("g:1-2-68,c:1767492000") + voyage[0], tagBlock("g:1-2-69") + other[0],
      tagBlock("g:2-2-68"), voyage[1], tagBlock("g:2-2-69,c:1767492009") + other[1],
    ])
    #expect(batch.reports.map(\.particulars.name) == ["NORDIC STAR", "OTHER"])
    #expect(
      batch.reports.map(\.instant.description) == [
        "2026-01-04T02:00:00Z", "2026-01-04T02:00:09Z",
      ])
    expectAllAccounted(batch)
  }

  @Test(arguments: [([0], 1), ([1], 1), ([0, 0], 2), ([0, 0, 1], 1), ([0, 1, 1], 1)])
  func rejectsPartsWithoutTheirOthers(_ order: [Int], orphans: Int) {
    let batch = decode(order.map { voyage[$0] })
    #expect(batch.rejections.counts == ["incomplete-message": orphans])
    #expect(batch.counts["incomplete parts"] == orphans)
    expectAllAccounted(batch)
  }

  @Test(arguments: [(29, true), (30, false)])
  func joinsOnlyPartsNearEachOther(_ linesBetween: Int, isJoined: Bool) {
    let lines = [voyage[0]] + Array(repeating: noise, count: linesBetween) + [voyage[1]]
    let batch = decode(lines)
    #expect((batch.counts["assembled messages"] == 1) == isJoined)
    #expect((batch.rejections.counts["incomplete-message"] == 2) == !isJoined)
    expectAllAccounted(batch)
  }

  @Test func givesUpTheOldestOfTooMany() {
    let firsts = (0..<65).map { index in
      let channel = String(UnicodeScalar(UInt8(48 + index % 10)))
      let talker = "A" + String(UnicodeScalar(UInt8(65 + index / 10)))
      return AISEncoder.voyage().sentences(2, tag: talker + "VDM", channel: channel)[0]
    }
    let batch = decode(firsts)
    #expect(batch.rejections.counts == ["incomplete-message": 65])
    #expect(batch.rejections.examples.map(\.line) == [1, 2, 3, 4, 5])
    expectAllAccounted(batch)
  }
}
