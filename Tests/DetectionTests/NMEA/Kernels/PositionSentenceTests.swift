import Detection
import Maritime
import TestSupport
import Testing

/// A trailer, however short, takes a sentence out of its usual form and through the general reader.
struct PositionSentenceTests {
  @Test func agreesWithTheGeneralReader() {
    var random = SeededGenerator(seed: 7)
    var positions = 0
    for _ in 0..<4000 {
      let line = damaged(sentence(&random), &random)
      let quick = decode([line])
      let general = decode([line + ",x"])
      #expect(quick.positions == general.positions, "\(line)")
      #expect(quick.rejections.counts == general.rejections.counts, "\(line)")
      #expect(quick.counts == general.counts, "\(line)")
      positions += quick.positions.count
    }
    #expect(positions > 1000)
  }

  private func sentence(_ random: inout SeededGenerator) -> String {
    let longitude = Int.random(in: -110_000_000...110_000_000, using: &random)
    let latitude = Int.random(in: -56_000_000...56_000_000, using: &random)
    let mmsi = Int.random(in: 0...1_000_000_100, using: &random)
    let kind = Bool.random(using: &random) ? "AIVDM" : "BSVDO"
    let speed = Int.random(in: 0...1023, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      return AISEncoder.classB(mmsi: mmsi, speed: speed, longitude: longitude, latitude: latitude)
        .sentence(tag: kind)
    }
    return AISEncoder.classA(
      type: Int.random(in: 1...4, using: &random), mmsi: mmsi,
      status: Int.random(in: 0...15, using: &random), speed: speed, longitude: longitude,
      latitude: latitude, course: Int.random(in: 0...4095, using: &random),
      heading: Int.random(in: 0...511, using: &random)
    ).sentence(tag: kind, channel: ["A", "B", "1"].randomElement(using: &random) ?? "A")
  }

  /// One in three lines has a wrong character, half of those with a right checksum all the same.
  private func damaged(_ line: String, _ random: inout SeededGenerator) -> String {
    guard Int.random(in: 0..<3, using: &random) == 0 else { return line }
    var bytes = Array(line.utf8)
    let place = Int.random(in: 1..<bytes.count, using: &random)
    bytes[place] = Array("!,*0WX`wx~ A9".utf8).randomElement(using: &random) ?? 0x2C
    let text = String(decoding: bytes, as: UTF8.self)
    guard Bool.random(using: &random), let star = text.lastIndex(of: "*") else { return text }
    return checked(String(text[..<star]))
  }
}
