import Maritime
import StrictYAML

/// The parts of a case as they were read, so that its variants read only what they change: a fact
/// costs a digest, and most variants change one field of one fact.
struct ReadCase {
  typealias Vessel = (vessel: VesselReference?, state: [String: FactValue])

  /// Whether all of the case was read, without a mistake.
  var isRead = false
  var vesselNode: YAMLNode?
  var vessel: Vessel?
  var factNodes: [YAMLNode] = []
  var facts: [Fact] = []

  /// The fact at a place of the list, when it is written there as in the case.
  func fact(_ index: Int, _ node: YAMLNode) -> Fact? {
    facts.indices.contains(index) && factNodes[index] == node ? facts[index] : nil
  }
}
