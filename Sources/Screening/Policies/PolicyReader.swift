import Maritime
import RuleLanguage
public import StrictYAML

/// What a policy file became: a policy, or at least one error.
public struct PolicyReading: Sendable {
  /// The policy; `nil` when the file has an error.
  public let policy: Policy?
  /// Everything the author should know, in file order.
  public let diagnostics: [Diagnostic]
}

extension Policy {
  /// Reads a policy file.
  ///
  /// Whatever the file leaves out is as in `Policy.standard`; a key it does not know is an error.
  public static func read(_ bytes: [UInt8], file: String) -> PolicyReading {
    let document = readYAML(bytes, file: file)
    guard let root = document.root else {
      return PolicyReading(policy: nil, diagnostics: document.diagnostics)
    }
    var policy = Policy.standard
    policy.digest = Digest(of: bytes).description
    var reader = PolicyReader(file: file)
    reader.read(root, into: &policy)
    let problems = document.diagnostics + reader.diagnostics
    let hasError = problems.contains { $0.severity == .error }
    return PolicyReading(policy: hasError ? nil : policy, diagnostics: problems)
  }
}

/// Reads the sections of a policy and notes what it cannot read.
private struct PolicyReader {
  private var scalars: PolicyScalars

  var diagnostics: [Diagnostic] { scalars.diagnostics.sorted { $0.span.start < $1.span.start } }

  init(file: String) { scalars = PolicyScalars(file: file) }

  mutating func read(_ root: YAMLNode, into policy: inout Policy) {
    let sections = scalars.entries(
      of: root, named: "policy", allowed: KeyTable.policy.names)
    scalars.expect("policy", for: "kind", in: root)
    scalars.expect("1", for: "language", in: root)
    for section in sections {
      switch section.key {
      case "regimes": policy.regimes = scalars.words(section.value)
      case "thresholds": read(section.value, into: &policy.thresholds)
      case "groups": read(section.value, into: &policy.groups)
      case "corroboration": read(section.value, into: &policy.corroboration)
      case "lists": read(section.value, into: &policy.lists)
      case "observation": read(section.value, into: &policy.observation)
      case "identity": read(section.value, into: &policy.identity)
      case "ownership":
        let given = scalars.table(section.value, named: "ownership") { $0.criterion($1) }
        policy.ownership.merge(given) { $1 }
      case "cases": read(section.value, into: &policy.cases)
      default: break
      }
    }
  }

  private mutating func read(_ node: YAMLNode, into thresholds: inout Policy.Thresholds) {
    scalars.forEach(of: node, named: "thresholds", allowed: KeyTable.thresholds.names) {
      key, value, scalars in
      guard let points = scalars.points(value) else { return }
      switch key {
      case "monitor": thresholds.monitor = points
      case "review": thresholds.review = points
      default: thresholds.escalate = points
      }
    }
    let rising = thresholds.monitor <= thresholds.review && thresholds.review <= thresholds.escalate
    if !rising { scalars.reportUnorderedThresholds(node) }
  }

  private mutating func read(_ node: YAMLNode, into groups: inout Policy.Groups) {
    scalars.forEach(of: node, named: "groups", allowed: KeyTable.groups.names) {
      key, value, scalars in
      if key == "cap" {
        groups.cap = scalars.points(value) ?? groups.cap
      } else {
        groups.caps = scalars.table(value, named: "caps") { $0.points($1) }
      }
    }
  }

  private mutating func read(_ node: YAMLNode, into rule: inout Policy.Corroboration) {
    scalars.forEach(of: node, named: "corroboration", allowed: KeyTable.corroboration.names) {
      key, value, scalars in
      if key == "families" {
        rule.families = scalars.integer(value, in: 1...10) ?? rule.families
      } else {
        rule.atLeast = scalars.points(value) ?? rule.atLeast
      }
    }
  }

  private mutating func read(_ node: YAMLNode, into lists: inout Policy.Lists) {
    scalars.forEach(of: node, named: "lists", allowed: KeyTable.policyLists.names) {
      key, value, scalars in
      switch key {
      case "refresh": lists.refresh = scalars.amount(value, .duration) ?? lists.refresh
      case "refresh_of":
        lists.refreshOf = scalars.table(value, named: "refresh_of") { $0.amount($1, .duration) }
      default: lists.require = scalars.words(value)
      }
    }
  }

  private mutating func read(_ node: YAMLNode, into rule: inout Policy.Observation) {
    scalars.forEach(
      of: node, named: "observation", allowed: KeyTable.observation.names
    ) { key, value, scalars in
      switch key {
      case "refresh": rule.refresh = scalars.amount(value, .duration) ?? rule.refresh
      case "within": rule.months = scalars.amount(value, .months).map { Int($0) } ?? rule.months
      case "silence": rule.silence = scalars.amount(value, .duration) ?? rule.silence
      default: rule.poorReception = scalars.amount(value, .ratio) ?? rule.poorReception
      }
    }
  }

  private mutating func read(_ node: YAMLNode, into rule: inout Policy.Identity) {
    scalars.forEach(of: node, named: "identity", allowed: KeyTable.identity.names) {
      key, value, scalars in
      if key == "numbered_from" {
        rule.numberedTonnage = scalars.integer(value, in: 0...1_000_000) ?? rule.numberedTonnage
      } else {
        rule.numberedTypes = scalars.words(value, among: VesselIdentity.types)
      }
    }
  }

  private mutating func read(_ node: YAMLNode, into cases: inout Policy.Cases) {
    scalars.forEach(of: node, named: "cases", allowed: KeyTable.policyCases.names) {
      _, value, scalars in
      cases.fourEyes = scalars.words(value, among: KeyTable.caseOutcomes)
    }
  }
}
