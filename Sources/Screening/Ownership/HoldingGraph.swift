import Maritime
import Watchlists

/// Who holds which part of which company at one instant, as far as facts tell.
///
/// References with a number in common are one company. A name without a number stands for the one
/// numbered company that bears it; where several do, it is a company of its own that may be each.
struct HoldingGraph: Sendable {
  /// A part that one company has in another.
  struct Holding: Hashable, Sendable {
    let holder: Int
    let company: Int
    let role: String
    let share: Int64?
    /// Whether the holder acts together with others by agreement; `nil` when not known.
    let isJoint: Bool?
    let fact: Fact
  }

  /// The references to each company, the one that says most first.
  let companies: [[CompanyReference]]
  /// The holdings in each company, by holder and fact.
  let holdings: [[Holding]]
  /// The companies in which each has a holding, sorted.
  let held: [[Int]]
  /// The numbered companies that each name without a number may be.
  let namesakes: [[Int]]
  /// The companies without a number that each may be.
  let namesakeOf: [[Int]]
  private let places: CompanyPlaces

  /// Reads the holdings of `facts` that are in force at `now`; other facts are left out.
  ///
  /// - Complexity: O(*n* log *n*) in the number of holdings.
  init(_ facts: [Fact], at now: UTCTime) {
    let rows = facts.filter { $0.kind.name == "holding" && $0.header.span.holds(at: now) }
    let places = CompanyPlaces(
      rows.flatMap { row in [row.company("company"), row.company("holder")].compactMap(\.self) })
    self.places = places
    companies = places.references
    var found: [[Holding]] = Array(repeating: [], count: companies.count)
    var heldBy: [Set<Int>] = Array(repeating: [], count: companies.count)
    for row in rows {
      guard let company = row.company("company").flatMap(places.place),
        let holder = row.company("holder").flatMap(places.place)
      else { continue }
      let holding = Holding(
        holder: holder, company: company, role: row.value("role")?.description ?? "",
        share: row.share, isJoint: row.value("joint").map { $0 == .bool(true) }, fact: row)
      found[company].append(holding)
      heldBy[holder].insert(company)
    }
    holdings = found.map { $0.sorted { ($0.holder, $0.fact.id) < ($1.holder, $1.fact.id) } }
    held = heldBy.map { $0.sorted() }
    namesakes = places.namesakes
    var reverse: [[Int]] = Array(repeating: [], count: companies.count)
    for (name, numbered) in namesakes.enumerated() {
      for company in numbered { reverse[company].append(name) }
    }
    namesakeOf = reverse
  }

  /// Where a company stands in `companies`; `nil` for one that holds nothing and is not held.
  func place(of company: CompanyReference) -> Int? { places.place(of: company) }

  /// So many holdings are told at most: our own default.
  private static let most = 1000

  /// The holdings above a company, the nearest first, each holder once.
  func above(_ place: Int) -> [(level: Int, holding: Holding)] {
    var found: [(level: Int, holding: Holding)] = []
    var seen: Set<Int> = [place]
    var (level, front) = (1, [place])
    while !front.isEmpty, found.count < Self.most {
      let next = front.flatMap { holdings[$0] }
      found += next.prefix(Self.most - found.count).map { (level, $0) }
      front = next.map(\.holder).filter { seen.insert($0).inserted }
      level += 1
    }
    return found
  }

  /// The reference that says most of a company.
  func reference(_ company: Int) -> CompanyReference { companies[company][0] }
}

extension Fact {
  func company(_ field: String) -> CompanyReference? {
    if case .company(let company)? = value(field) { company } else { nil }
  }

  fileprivate var share: Int64? {
    if case .quantity(let share)? = value("share") { share.steps } else { nil }
  }
}
