import Foundation
import Testing

@testable import Watchlists

struct NameSearcherTests {
  /// Enough other names for words to be rare or common.
  private static let names: [NameIndex.Name] = {
    var names: [NameIndex.Name] = [
      .init("ANGARA STAR", kind: .vessel, entry: 0),
      .init("ANGARA STAR 5", kind: .vessel, entry: 1),
      .init("Ivan Petrovich Shcherbakov", kind: .person, entry: 2),
      .init("Иван Щербаков", kind: .person, entry: 2),
      .init("Sovneft Trading Co Ltd", kind: .company, entry: 3),
      .init("J. Quillfeather", kind: .person, entry: 4), .init("Li Wang", kind: .person, entry: 5),
    ]
    var random = SplitMix(state: 5)
    for entry in 6..<1500 {
      let kind: Designation.Kind = [.vessel, .person, .company][entry % 3]
      names.append(.init(madeUp(&random), kind: kind, entry: entry))
    }
    return names
  }()

  private static let index = NameIndex(names)

  /// Two or three words of syllables, so that many are near one another.
  private static func madeUp(_ random: inout SplitMix) -> String {
    let syllables = ["ba", "ko", "li", "ma", "ne", "ro", "sa", "ti", "vo", "yu", "sh", "ch"]
    return (0..<Int.random(in: 1...3, using: &random)).map { _ in
      (0..<Int.random(in: 1...4, using: &random)).map { _ in
        syllables[Int.random(in: 0..<syllables.count, using: &random)]
      }.joined()
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("angara star", Designation.Kind.vessel, 0, 100), ("M/V Angara Star", .vessel, 0, 100),
    ("Angarra Star", .vessel, 0, 60), ("Angarastar", .vessel, 0, 60),
    ("Shcherbakov Ivan Petrovich", .person, 2, 100), ("Ivan Scherbakoff", .person, 2, 60),
    ("Ivan P. Shcherbakov", .person, 2, 60), ("Sovneft Trading Company Limited", .company, 3, 100),
    ("Sovneft Tradign Co Ltd", .company, 3, 60), ("Wang Li", .person, 5, 100),
  ])
  func findsOtherSpellings(_ name: String, _ kind: Designation.Kind, entry: Int, least: Int) {
    var searcher = NameSearcher(Self.index)
    let found = searcher.matches(name, kind: kind)
    #expect(found.first?.entry == entry, "\(found)")
    #expect(found.first.map { $0.points >= least } == true, "\(found)")
    let anyKind = searcher.matches(name, kind: nil)
    #expect(anyKind.contains { $0.entry == entry })
  }

  /// Ships of one owner differ by a number, so the number counts more than the rest.
  @Test func keepsNumbersApart() {
    var searcher = NameSearcher(Self.index)
    let points = Dictionary(
      uniqueKeysWithValues: searcher.matches(
        "Angara Star 5", kind: .vessel, threshold: 0, limit: 99
      )
      .map { ($0.entry, $0.points) })
    #expect(points[1] == 100)
    #expect((points[0] ?? 0) < 50)
    #expect(searcher.matches("Angara Star 7", kind: .vessel).isEmpty)
  }

  /// A rare family name with a letter for the given one is worth a look, and no more.
  @Test func aLetterMayStandForAWord() {
    var searcher = NameSearcher(Self.index)
    let found = searcher.matches("John Quillfeather", kind: .person, threshold: 20)
    #expect(found.first?.entry == 4)
    #expect(found.first.map { (20..<50).contains($0.points) } == true, "\(found)")
    #expect(searcher.matches("Karl Quillfeather", kind: .person, threshold: 20).isEmpty)
  }

  @Test func findsNothingInNothing() {
    var searcher = NameSearcher(NameIndex([]))
    #expect(searcher.matches("Angara", kind: nil).isEmpty)
    var other = NameSearcher(Self.index)
    #expect(other.matches("…", kind: nil).isEmpty)
    #expect(other.matches("", kind: .vessel).isEmpty)
  }

  /// The points of the parts are the points of the match, but for rounding and for equal names.
  @Test func explainsItsPoints() throws {
    var searcher = NameSearcher(Self.index)
    for name in ["Angarra Star", "Ivan Scherbakoff", "Ivan P. Shcherbakov", "Sovneft Tradign"] {
      let match = try #require(searcher.matches(name, kind: nil, threshold: 20).first)
      let explanation = searcher.explanation(of: match, for: name)
      let sum = 50 + explanation.parts.reduce(0) { $0 + $1.points }
      let isCapped = match.points == 99 && sum > 99
      #expect(isCapped || abs(sum - match.points) <= explanation.parts.count, "\(explanation)")
      #expect(explanation.sentence.contains("by chance"))
    }
  }

  /// The index leads to every name that reaches a threshold: the same as comparing all of them.
  ///
  /// `NAME_ROUNDS` asks for more names than the 300 of an ordinary run.
  @Test func missesNothing() throws {
    let rounds = ProcessInfo.processInfo.environment["NAME_ROUNDS"].flatMap { Int($0) } ?? 300
    var random = SplitMix(state: 77)
    for kind in [Designation.Kind.vessel, .person, .company] {
      let shelf = try #require(Self.index.kinds[kind])
      var searcher = ShelfSearcher(shelf, .standard)
      for _ in 0..<rounds {
        let name = damaged(&random)
        let threshold = [5, 30, 50, 80, 100][Int.random(in: 0..<5, using: &random)]
        let all = searcher.pointsOfAll(name)
        let expected = all.indices.filter { all[$0] >= threshold }.map(Int32.init)
        let found = searcher.matches(name, threshold: threshold)
        #expect(found.map(\.name).sorted() == expected, "\(name) at \(threshold)")
        #expect(found.allSatisfy { all[Int($0.name)] == $0.points })
      }
    }
  }

  /// A letter leads to no names but those that hold it, so what letters alone can reach is searched
  /// otherwise; and the least points are those of every name.
  @Test(arguments: [
    "J. Quillfeather", "J", "b", "m a", "t i tish", "b a neyushli", "I. P. Shcherbakov", "zzz",
  ])
  func missesNothingThatLettersReach(_ name: String) throws {
    for kind in [Designation.Kind.vessel, .person, .company] {
      var searcher = ShelfSearcher(try #require(Self.index.kinds[kind]), .standard)
      let all = searcher.pointsOfAll(name)
      for threshold in [0, 1, 5, 30, 50, 80, 100] {
        let expected = all.indices.filter { all[$0] >= threshold }.map(Int32.init)
        let found = searcher.matches(name, threshold: threshold).map(\.name).sorted()
        #expect(found == expected, "\(name) at \(threshold)")
      }
    }
  }

  /// A listed name with some changes of letters and words.
  private func damaged(_ random: inout SplitMix) -> String {
    var letters = Array(Self.names[Int.random(in: 0..<Self.names.count, using: &random)].text.utf8)
    for _ in 0..<Int.random(in: 0...3, using: &random) where !letters.isEmpty {
      let place = Int.random(in: 0..<letters.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: letters[place] = UInt8.random(in: 97...122, using: &random)
      case 1: letters.remove(at: place)
      case 2: letters.insert(UInt8(ascii: " "), at: place)
      case 3: letters.insert(UInt8.random(in: 97...122, using: &random), at: place)
      default: letters += Array(" \(Self.madeUp(&random))".utf8)
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Any text has an answer.
  @Test func survivesAnyText() {
    var random = SplitMix(state: 3)
    var searcher = NameSearcher(Self.index)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let found = searcher.matches(String(decoding: bytes, as: UTF8.self), kind: nil)
      #expect(found.count <= 10 && found.allSatisfy { (0...100).contains($0.points) })
    }
  }
}
