import Maritime
import Testing

struct GazetteerShippedTests {
  private let gazetteer = Gazetteer.shipped

  @Test func holdsTheCaseBehindTheProject() throws {
    let korea = try #require(gazetteer.ports(inGroup: "dprk"))
    #expect(korea.contains("KPNAM"))
    for code in korea { #expect(gazetteer.port(code)?.country?.code == "KP", "\(code)") }
    for port in gazetteer.ports where port.country?.code == "KP" {
      #expect(korea.contains(port.code), "\(port.code) belongs to the group dprk")
    }
  }

  @Test func hasOnlyWholePorts() {
    #expect(gazetteer.ports.count > 1000)
    for port in gazetteer.ports {
      #expect(port.name?.isEmpty == false, "\(port.code)")
      #expect(port.country.flatMap { CountryTable.shipped.name(of: $0) } != nil, "\(port.code)")
      #expect(!port.areas.isEmpty && port.areas.allSatisfy { (500...50_000).contains($0.radius) })
      #expect(port.areas.allSatisfy { port.contains($0.center) })
      #expect(port.groups.allSatisfy(isKebabCase), "\(port.code) \(port.groups)")
    }
  }

  @Test func keepsThePartsOfAPortTogether() {
    for port in gazetteer.ports {
      let first = port.areas[0].center
      // 150 km holds the longest estuary port; farther apart, two ports share a code by mistake.
      #expect(port.areas.allSatisfy { $0.center.distance(to: first) < 150_000 }, "\(port.code)")
    }
  }

  @Test func hasOnlyWholeZones() {
    #expect(gazetteer.zones.count > 20)
    let kinds = ["eez", "sts_area", "port_area", "sea", "high_risk", "terminal"]
    for zone in gazetteer.zones {
      #expect(isKebabCase(zone.id), "\(zone.id)")
      #expect(kinds.contains(zone.kind), "\(zone.id) is a \(zone.kind)")
      #expect(zone.groups.allSatisfy(isKebabCase), "\(zone.id) \(zone.groups)")
      #expect(gazetteer.area(zone.id) == zone)
      #expect(!zone.name.isEmpty && !zone.polygons.isEmpty)
      #expect(zone.polygons.joined().joined().allSatisfy { zone.distance(to: $0) == 0 })
    }
  }

  @Test(arguments: [
    ("high-risk", 40.0, 131.0, true),  // the DPRK's east coast
    ("high-risk", 29.0, -94.0, false),  // lightering off Galveston is honest trade
    ("eu-waters", 55.0, 16.0, true),
    ("eu-waters", 40.0, 131.0, false),
  ])
  func knowsGroupsOfZones(_ group: String, latitude: Double, longitude: Double, isIn: Bool) throws {
    let area = try #require(gazetteer.area(group))
    let point = try #require(Coordinate(latitude: latitude, longitude: longitude))
    #expect(area.contains(point) == isIn)
    #expect(gazetteer.zone(group) == nil)
    #expect(gazetteer.zoneGroups.contains(group))
  }

  @Test func hasADigestThatSeesEveryChange() throws {
    let port = try #require(gazetteer.ports.first)
    let renamed = Port(
      code: port.code, name: "Elsewhere", country: port.country, groups: port.groups,
      areas: port.areas)
    #expect(
      gazetteer.digest
        == Gazetteer(ports: gazetteer.ports.reversed(), zones: gazetteer.zones).digest)
    #expect(gazetteer.digest != gazetteer.adding(ports: [renamed]).digest)
  }

  private func isKebabCase(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}
