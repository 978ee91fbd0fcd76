import Testing

@testable import Watchlists

struct SoundSkeletonTests {
  private func sound(_ word: String) -> String {
    String(decoding: SoundSkeleton.of(Array(word.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("petrov", "petroff"), ("yulia", "iulia"), ("khalid", "halid"), ("muhammad", "mohamad"),
    ("zhang", "chang"), ("jong", "chong"), ("wladimir", "vladimir"), ("maxim", "maksim"),
    ("chevchenko", "tchevchenko"), ("shcherbakov", "scherbakov"), ("qasim", "kasim"),
    ("sergei", "sergey"), ("tsarev", "tzarev"), ("youssef", "yussef"), ("philip", "filip"),
  ])
  func takesSpellingsOfOneSoundTogether(_ a: String, _ b: String) {
    #expect(sound(a) == sound(b), "\(sound(a)) \(sound(b))")
  }

  @Test(arguments: [("angara", "maria"), ("pavlov", "petrov"), ("star", "stern"), ("kim", "kam")])
  func keepsOthersApart(_ a: String, _ b: String) { #expect(sound(a) != sound(b)) }
}
