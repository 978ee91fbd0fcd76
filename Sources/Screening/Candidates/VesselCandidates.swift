import Maritime
import Watchlists

/// The entries of watchlists that a vessel, or a company with a part in it, may be.
struct VesselCandidates {
  /// One entry for one subject.
  struct Candidate {
    let subject: String
    let reference: ListQuery.Subject
    let found: ListCandidate
    let fact: Fact
  }

  /// All that was found, also what somebody decided is another subject.
  let all: [Candidate]
  /// The entries of which somebody decided that they are not a subject.
  let except: [ListQuery.Subject: Set<ListEntryKey>]
  /// What was decided about them, and about those of companies above; the vessel's first.
  let decided: DecidedCandidates

  /// Looks the vessel up, then the companies that have a part in it at `now`, by role and name.
  init(of state: VesselState, facts: [Fact], terms: ScreeningTerms) {
    let vessel = ListSubject(state, facts: facts, at: terms.asOf)
    var decided = DecidedCandidates()
    let own = terms.candidates(vessel)
    decided.add(own, as: "vessel", name: state.name)
    var all = own.map {
      Candidate("vessel", .vessel(state.vessel), state.name, $0, of: state.vessel)
    }
    for party in VesselParty.all(of: state, facts, at: terms.asOf) {
      var subject = ListSubject(company: party.company)
      subject.particulars.country = party.country
      let (found, name) = (terms.candidates(subject), party.company.description)
      decided.add(found, as: party.role, name: name)
      decided.addHolders(above: party.company, under: terms)
      all += found.map {
        Candidate(party.role, .company(party.company), name, $0, of: state.vessel)
      }
    }
    self.all = all
    self.decided = decided
    except = Self.except(all)
  }

  private static func except(_ all: [Candidate]) -> [ListQuery.Subject: Set<ListEntryKey>] {
    var except: [ListQuery.Subject: Set<ListEntryKey>] = [:]
    for candidate in all where candidate.found.isSetAside {
      let entry = candidate.found.reference
      except[candidate.reference, default: []].insert(
        ListEntryKey(list: entry.list, entry: entry.entry))
    }
    return except
  }

  /// Those that nobody decided about, or whose decision does not hold.
  var open: [Candidate] { all.filter { !$0.found.isSetAside } }

  /// What rules can read.
  var facts: [Fact] { open.map(\.fact).withoutRepeats }
}

extension VesselCandidates.Candidate {
  fileprivate init(
    _ subject: String, _ reference: ListQuery.Subject, _ name: String?, _ found: ListCandidate,
    of vessel: VesselReference
  ) {
    self.subject = subject
    self.reference = reference
    self.found = found
    let entry = CandidateEntry(
      subject: subject, kind: found.certainty.rawValue, points: found.points, name: name,
      entry: found.reference)
    let start = found.reference.listedFrom ?? found.reference.published
    fact = CandidateEntry.schema.fact(
      entry,
      FactHeader(
        vessel: vessel, span: TimeSpan(start: start, end: nil), position: nil,
        source: "import:\(found.reference.list)", evidence: [], detector: nil))
  }
}

extension TimeSpan {
  /// Whether an instant lies in it, the end not included.
  func holds(at time: UTCTime) -> Bool { start <= time && (end.map { time < $0 } ?? true) }
}

extension ListSubject {
  /// Everything that tells the vessel from others, with the radio numbers it had before.
  fileprivate init(_ state: VesselState, facts: [Fact], at now: UTCTime) {
    self.init(vessel: state.vessel, names: state.names)
    earlierRadios = Self.radios(in: facts).filter { $0.mmsi != state.vessel.mmsi }
    let signs = facts.filter { $0.kind == VesselIdentity.schema.kind }
      .compactMap { $0.value("call_sign")?.description }
    callSigns = Set(signs).sorted()
    particulars.flag = state.flag?.code
    particulars.vesselType = state.type?.replacing("_", with: " ")
    particulars.grossTonnage = state.number("gross_tonnage", steps: 1)
    particulars.deadweight = state.number("deadweight", steps: 1000)
    particulars.built = state.number("built", steps: 1)
  }

  /// Every radio number with the time from the first of its facts to the last.
  ///
  /// Only those of a hull: without an IMO number another radio is another vessel.
  private static func radios(in facts: [Fact]) -> [Radio] {
    var spans: [MMSI: TimeSpan] = [:]
    for header in facts.lazy.map(\.header) where header.vessel.imo != nil {
      guard let mmsi = header.vessel.mmsi else { continue }
      let last = header.span.end ?? header.span.start
      guard let known = spans[mmsi] else {
        spans[mmsi] = TimeSpan(start: header.span.start, end: last)
        continue
      }
      spans[mmsi] = TimeSpan(
        start: min(known.start, header.span.start), end: max(known.end ?? last, last))
    }
    return spans.sorted { $0.key < $1.key }.map { Radio(mmsi: $0.key, span: $0.value) }
  }
}

extension VesselState {
  fileprivate func number(_ field: String, steps: Int64) -> Int? {
    guard case .quantity(let quantity)? = fields[field] else { return nil }
    return Int(quantity.steps / steps)
  }
}
