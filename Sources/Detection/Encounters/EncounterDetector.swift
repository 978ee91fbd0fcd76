import Maritime

/// Two vessels near one another at a step of the time grid.
struct Contact {
  /// The track that comes first.
  let a: SlowStep
  /// The track that comes later.
  let b: SlowStep
  let metres: Double
}

/// The steps of two vessels that make one encounter.
struct Meeting {
  let contacts: [Contact]
}

/// Pairs the slow steps of all vessels.
///
/// At each step of time the vessels lie in the order of their latitudes, and each looks north as
/// far as `limit`: this needs no cells, so none can be too narrow near a pole or cut by the
/// antimeridian.
///
/// - Returns: Contacts by pair and step.
func contacts(between steps: [SlowStep], within limit: Double) -> [Contact] {
  let sorted = steps.sorted {
    ($0.step, $0.latitudeE7, $0.vessel) < ($1.step, $1.latitudeE7, $1.vessel)
  }
  let reach = Int64(limit / metresPerE7) + 1
  var contacts: [Contact] = []
  for (index, first) in sorted.enumerated() {
    for second in sorted[(index + 1)...] {
      guard second.step == first.step,
        Int64(second.latitudeE7) - Int64(first.latitudeE7) <= reach
      else { break }
      guard first.vessel != second.vessel else { continue }
      let metres = distanceMetres(
        first.latitudeE7, first.longitudeE7, second.latitudeE7, second.longitudeE7)
      guard metres <= limit else { continue }
      let (a, b) = first.vessel < second.vessel ? (first, second) : (second, first)
      contacts.append(Contact(a: a, b: b, metres: metres))
    }
  }
  return contacts.sorted {
    ($0.a.vessel, $0.b.vessel, $0.a.step, $0.metres)
      < ($1.a.vessel, $1.b.vessel, $1.a.step, $1.metres)
  }
}

/// Joins the contacts of each pair into meetings.
///
/// Contacts less than `encounter_merge` apart belong together. A meeting counts when it lasts
/// `encounter_minimum` and the vessels were seen together for `encounter_contact` of it. Days play
/// no part, so nothing is lost at midnight.
func meetings(of contacts: [Contact], _ parameters: DetectionParameters) -> [Meeting] {
  let length = parameters.milliseconds(.gridStep)
  let merge = parameters.milliseconds(.encounterMerge)
  let seen = parameters.milliseconds(.encounterContact)
  let minimum = parameters.milliseconds(.encounterMinimum)
  var meetings: [Meeting] = []
  var start = 0
  for index in contacts.indices {
    let contact = contacts[index]
    let next = index + 1 < contacts.count ? contacts[index + 1] : nil
    if let next, next.a.vessel == contact.a.vessel, next.b.vessel == contact.b.vessel,
      Int64(next.a.step - contact.a.step) * length < merge
    {
      continue
    }
    let steps = Set(contacts[start...index].map(\.a.step)).count
    let duration = Int64(contact.a.step - contacts[start].a.step) * length
    if duration >= minimum, Int64(steps) * length >= seen {
      meetings.append(Meeting(contacts: Array(contacts[start...index])))
    }
    start = index + 1
  }
  return meetings
}

extension DetectionContext {
  /// The encounters of all vessels; each of the two has its own fact, with the other as partner.
  func encounterFacts() -> [Fact] {
    let parameters = settings.parameters
    let contacts = contacts(
      between: surveys.flatMap(\.slowSteps), within: parameters.metres(.encounterDistance))
    return meetings(of: contacts, parameters).flatMap { meeting in
      [fact(meeting, of: \.a, with: \.b), fact(meeting, of: \.b, with: \.a)].compactMap(\.self)
    }
  }

  private func fact(
    _ meeting: Meeting, of own: KeyPath<Contact, SlowStep>, with other: KeyPath<Contact, SlowStep>
  ) -> Fact? {
    guard let first = meeting.contacts.first, let last = meeting.contacts.last else { return nil }
    let length = settings.parameters.milliseconds(.gridStep)
    let (start, end) = (Int64(first.a.step) * length, Int64(last.a.step) * length)
    let (vessel, partner) = (Int(first[keyPath: own].vessel), Int(first[keyPath: other].vessel))
    let place = first[keyPath: own]
    var cursor = AreaIndex.Cursor()
    let port = settings.farAreas.nearest(place.latitudeE7, place.longitudeE7, &cursor) {
      $1 <= settings.parameters.metres(.portDistanceReach)
    }
    var encounter = Encounter(
      partner: tracks[partner].vessel, medianDistance: median(meeting.contacts.map(\.metres)),
      medianSpeed: median(
        meeting.contacts.flatMap { [Double($0.a.speed), Double($0.b.speed)] }),
      portDistance: port?.metres)
    encounter.zone = settings.zones.narrowest(at: place.latitudeE7, place.longitudeE7)
    encounter.nightShare = nightShare(of: meeting.contacts.map { $0[keyPath: own] })
    encounter.shoreDistance = settings.shoreDistance(
      from: Coordinate(latitudeE7: place.latitudeE7, longitudeE7: place.longitudeE7))
    encounter.partnerFlag = tracks[partner].vessel.mmsi?.country
    encounter.partnerType = SelfDescription(tracks[partner].reports, settings.parameters)
      .value(.type, at: start)
    return Encounter.schema.fact(
      encounter,
      FactHeader(
        vessel: tracks[vessel].vessel,
        span: TimeSpan(
          start: UTCTime(milliseconds: start), end: UTCTime(milliseconds: end)),
        position: Coordinate(latitudeE7: place.latitudeE7, longitudeE7: place.longitudeE7),
        source: "ais",
        evidence: evidence(of: vessel, from: start, to: end)
          + evidence(of: partner, from: start, to: end),
        detector: detectors.encounter))
  }
}

extension DetectionContext {
  /// The share of the steps of a meeting at which the sun was down where the vessel was.
  private func nightShare(of steps: [SlowStep]) -> Double {
    let length = settings.parameters.milliseconds(.gridStep)
    let nights = steps.count {
      isNight(
        latitude: Double($0.latitudeE7) / 1e7, longitude: Double($0.longitudeE7) / 1e7,
        at: Int64($0.step) * length)
    }
    return Double(nights) / Double(max(1, steps.count))
  }
}

/// The value in the middle, the mean of two, or zero for no values.
private func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard let last = sorted.last else { return 0 }
  let middle = sorted.count / 2
  if sorted.count == 1 { return last }
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
