import Maritime

/// Finds the longest chain of stops that alternate between two places.
///
/// Of all chains with the same last stop, place and number of legs only the one that starts latest
/// matters: whatever follows, it fits into the span if any of them does.
struct AlternationSearch {
  private let condition: AlternateCondition
  private let stops: [AlternationStop]
  /// Whether only what is certain counts; otherwise everything that is possible does.
  private let isCertain: Bool
  /// For each stop, how many of those before it count as other stops.
  private let others: [Int]

  /// The best chain with its last stop, place and number of legs.
  private struct Link {
    let start: UTCTime
    /// The stop before the last; its place is the other one, and it has one leg less.
    let previous: Int?
  }

  init(_ condition: AlternateCondition, _ stops: [AlternationStop], isCertain: Bool) {
    self.condition = condition
    self.stops = stops
    self.isCertain = isCertain
    others = stops.reduce(into: [0]) { counts, stop in
      let counted = isCertain ? stop.isElsewhere != .no : stop.isElsewhere == .yes
      counts.append((counts.last ?? 0) + (counted ? 1 : 0))
    }
  }

  /// The chain with the most legs; `nil` when all are too short.
  ///
  /// Of several the one that ends earliest, then starts latest, then has the earlier facts,
  /// compared from the last one back.
  func longest(atLeast legs: Int? = nil) -> [Int]? {
    let links = links()
    var best: (end: Int, place: Int, legs: Int)?
    for end in stops.indices {
      for place in 0...1 {
        for (count, link) in links[end][place].enumerated() {
          guard let link, count >= legs ?? condition.legs, fits(link, until: end) else { continue }
          if let best, !isBetter((end, count, link.start), than: best, links) { continue }
          best = (end, place, count)
        }
      }
    }
    return best.map { chain($0, links) }
  }

  private func isBetter(
    _ new: (end: Int, legs: Int, start: UTCTime), than old: (end: Int, place: Int, legs: Int),
    _ links: [[[Link?]]]
  ) -> Bool {
    if new.legs != old.legs { return new.legs > old.legs }
    let (end, oldEnd) = (stops[new.end].fact.end, stops[old.end].fact.end)
    if end != oldEnd { return end < oldEnd }
    guard let start = links[old.end][old.place][old.legs]?.start else { return true }
    return new.start > start
  }

  private func fits(_ link: Link, until end: Int) -> Bool {
    stops[end].fact.end - link.start <= condition.within
  }

  private func chain(_ last: (end: Int, place: Int, legs: Int), _ links: [[[Link?]]]) -> [Int] {
    var (index, place, legs) = last
    var chain = [index]
    while let previous = links[index][place][legs]?.previous {
      (index, place, legs) = (previous, 1 - place, legs - 1)
      chain.append(index)
    }
    return chain.reversed()
  }
}

extension AlternationSearch {
  /// By last stop, place and number of legs.
  private func links() -> [[[Link?]]] {
    var links: [[[Link?]]] = []
    for end in stops.indices {
      let next = [0, 1].map { self.links(to: end, at: $0, after: links) }
      links.append(next)
    }
    return links
  }

  private func links(
    to end: Int, at place: Int, after earlier: [[[Link?]]]
  ) -> [Link?] {
    guard isStop(end, at: place) else { return [] }
    let stop = stops[end].fact
    var found: [Link?] = [Link(start: stop.start, previous: nil)]
    for previous in (0..<end).reversed() {
      let between = others[end] - others[previous + 1]
      guard between <= condition.otherStops else { break }
      if let longest = condition.longestLeg, stop.start - stops[previous].fact.end > longest {
        continue
      }
      for (legs, link) in earlier[previous][1 - place].enumerated() {
        guard let link, stop.start - link.start <= condition.within else { continue }
        while found.count <= legs + 1 { found.append(nil) }
        // Going backwards, an equal start means an earlier stop before the last.
        if let rival = found[legs + 1], rival.start > link.start { continue }
        found[legs + 1] = Link(start: link.start, previous: previous)
      }
    }
    return found
  }

  private func isStop(_ index: Int, at place: Int) -> Bool {
    let truth = stops[index].places[place].truth
    return isCertain ? truth == .yes : truth != .no
  }
}
