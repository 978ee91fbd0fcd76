import Maritime

/// Markers of cited facts: those at one place share one, and labels do not cover one another.
struct MarkerLayout {
  let markers: [MapDrawing.Marker]
  /// The facts of each marker that hides places which lie apart, most facts first.
  let crowds: [[Fact]]

  /// Places further apart than this deserve a map of their own (our own default).
  private static let crowdReach = 15_000.0

  /// Facts nearer to each other than this share a marker.
  private static let reach = 16.0
  private static let radius = 7.0
  /// The mean width of a letter of a label, and its height.
  private static let letter = (width: 7.0, height: 15.0)

  private struct Cluster {
    let point: DrawnPoint
    var facts: [Fact]

    /// The greatest distance from the first place to another, in metres.
    var reach: Double {
      let places = facts.compactMap(\.header.position)
      return places.map { places[0].distance(to: $0) }.max() ?? 0
    }
  }

  private struct Box {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    var isInside: Bool {
      left >= 0 && top >= 0 && right <= MapFrame.width && bottom <= MapFrame.height - 16
    }
  }

  init(_ facts: [Fact], numbers: [String: Int], in frame: MapFrame) {
    let clusters = Self.clusters(facts, frame)
    crowds = clusters.filter { $0.facts.count > 2 && $0.reach > Self.crowdReach }.map(\.facts)
      .sorted { $0.count > $1.count }
    var taken = clusters.map { Self.box(around: $0.point) }
    var markers: [MapDrawing.Marker] = []
    for cluster in clusters {
      let text = Self.text(cluster, numbers)
      let (box, place, anchor) = Self.label(text, at: cluster.point, avoiding: taken)
      taken.append(box)
      markers.append(
        MapDrawing.Marker(
          x: SVGPath.number(cluster.point.x), y: SVGPath.number(cluster.point.y),
          style: EventStyle(of: cluster.facts[0].kind).name, labelX: SVGPath.number(place.x),
          labelY: SVGPath.number(place.y), anchor: anchor, text: text))
    }
    self.markers = markers
  }

  private static func clusters(_ facts: [Fact], _ frame: MapFrame) -> [Cluster] {
    var clusters: [Cluster] = []
    for fact in facts {
      guard let place = fact.header.position else { continue }
      let point = frame.point(place)
      guard frame.holds(point) else { continue }
      if let near = clusters.firstIndex(where: { $0.point.distance(to: point) < reach }) {
        clusters[near].facts.append(fact)
      } else {
        clusters.append(Cluster(point: point, facts: [fact]))
      }
    }
    return clusters
  }

  /// The numbers with the name of a port: `1, 4–6 Rajin`.
  private static func text(_ cluster: Cluster, _ numbers: [String: Int]) -> String {
    let own = cluster.facts.compactMap { numbers[$0.id] }
    let ports = cluster.facts.compactMap { fact -> String? in
      guard case .port(let port)? = fact.value("port") else { return nil }
      return port.name ?? port.code
    }
    let name = Set(ports).count == 1 ? " " + ports[0].prefix(24) : ""
    return NumberRanges(own).text + name
  }

  /// The first of four places around the marker where nothing else is, or else to the right.
  private static func label(
    _ text: String, at point: DrawnPoint, avoiding taken: [Box]
  ) -> (Box, DrawnPoint, anchor: String) {
    let width = Double(text.count) * letter.width
    let gap = radius + 5
    let choices: [(x: Double, y: Double, anchor: String, left: Double)] = [
      (point.x + gap, point.y + 4, "start", point.x + gap),
      (point.x - gap, point.y + 4, "end", point.x - gap - width),
      (point.x, point.y - gap, "middle", point.x - width / 2),
      (point.x, point.y + gap + 10, "middle", point.x - width / 2),
      (point.x + gap, point.y - 10, "start", point.x + gap),
      (point.x + gap, point.y + 18, "start", point.x + gap),
    ]
    let boxes = choices.map { choice in
      Box(
        left: choice.left, top: choice.y - letter.height + 3, right: choice.left + width,
        bottom: choice.y + 3)
    }
    let best =
      boxes.indices.first { index in
        boxes[index].isInside && !taken.contains { $0.overlaps(boxes[index]) }
      } ?? boxes.indices.first { boxes[$0].isInside } ?? 0
    let choice = choices[best]
    return (boxes[best], DrawnPoint(x: choice.x, y: choice.y), choice.anchor)
  }

  private static func box(around point: DrawnPoint) -> Box {
    Box(
      left: point.x - radius, top: point.y - radius, right: point.x + radius,
      bottom: point.y + radius)
  }
}

/// Numbers as people write them: `1, 4–6`.
struct NumberRanges {
  let text: String

  init(_ numbers: [Int]) {
    var parts: [(first: Int, last: Int)] = []
    for number in Set(numbers).sorted() {
      if let last = parts.last, last.last + 1 == number {
        parts[parts.count - 1].last = number
      } else {
        parts.append((number, number))
      }
    }
    text = parts.map { part in
      switch part.last - part.first {
      case 0: "\(part.first)"
      case 1: "\(part.first), \(part.last)"
      default: "\(part.first)–\(part.last)"
      }
    }.joined(separator: ", ")
  }
}
