import Maritime
import Watchlists

/// References sorted by the company that they name.
struct CompanyPlaces: Sendable {
  /// The references to each company, the one that says most first; companies in order.
  private(set) var references: [[CompanyReference]] = []
  /// The numbered companies that each name without a number may be.
  private(set) var namesakes: [[Int]] = []
  private var byNumber: [String: Int] = [:]
  private var byName: [NormalisedName: [Int]] = [:]
  private var alone: [NormalisedName: Int] = [:]

  init(_ given: [CompanyReference]) {
    let all = Set(given).sorted()
    addNumbered(all.filter(\.hasNumber))
    let names = Dictionary(grouping: all.filter { !$0.hasNumber }) { $0.normalisedName }
    for (name, references) in names.sorted(by: { $0.value[0] < $1.value[0] }) {
      guard let name else { continue }
      add(references, named: name)
    }
  }

  /// Where a company stands: by its numbers, else by its name; `nil` when it is not among them.
  func place(of company: CompanyReference) -> Int? {
    let numbered = company.numberKeys.compactMap { byNumber[$0] }
    if let place = numbered.first { return place }
    guard let name = company.normalisedName else { return nil }
    if company.hasNumber { return alone[name] }
    if let place = alone[name] { return place }
    let bearers = byName[name] ?? []
    return bearers.count == 1 ? bearers.first : nil
  }

  /// The numbered companies that bear the name of a company.
  func bearers(of company: CompanyReference) -> [Int] {
    company.normalisedName.flatMap { byName[$0] } ?? []
  }

  /// Joins references that share a number, directly or through others.
  private mutating func addNumbered(_ all: [CompanyReference]) {
    var roots = Array(all.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while roots[index] != index { index = roots[index] }
      return index
    }
    var first: [String: Int] = [:]
    for (index, reference) in all.enumerated() {
      for key in reference.numberKeys {
        if let other = first[key] {
          let (low, high) = (min(root(other), root(index)), max(root(other), root(index)))
          roots[high] = low
        } else {
          first[key] = index
        }
      }
    }
    for (_, members) in Dictionary(grouping: all.indices, by: root).sorted(by: { $0.key < $1.key })
    {
      let place = references.count
      let own = members.map { all[$0] }
      references.append(own.sorted { $0.saysMore(than: $1) })
      namesakes.append([])
      for key in own.flatMap(\.numberKeys) { byNumber[key] = place }
      for name in Set(own.compactMap(\.normalisedName)) { byName[name, default: []].append(place) }
    }
  }

  /// A name without a number, which stands for its one numbered bearer.
  private mutating func add(_ own: [CompanyReference], named name: NormalisedName) {
    let bearers = byName[name] ?? []
    if bearers.count == 1, let place = bearers.first {
      references[place] += own
      return
    }
    alone[name] = references.count
    references.append(own)
    namesakes.append(bearers.sorted())
  }
}

extension CompanyReference {
  /// The numbers as keys that are never those of another kind.
  fileprivate var numberKeys: [String] {
    [number.map { "IMO \($0)" }, lei.map { "LEI \($0)" }, registration].compactMap(\.self)
  }

  var normalisedName: NormalisedName? { name.flatMap { NormalisedName($0, kind: .company) } }

  fileprivate func saysMore(than other: CompanyReference) -> Bool {
    func parts(_ company: CompanyReference) -> Int {
      [company.number, company.lei, company.registration, company.name].count { $0 != nil }
    }
    let (own, theirs) = (parts(self), parts(other))
    return own != theirs ? own > theirs : self < other
  }
}
