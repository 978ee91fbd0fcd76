import StrictYAML

extension RuleReader {
  /// Reads a document of kind `pack` whose keys were checked.
  mutating func packManifest(_ root: YAMLNode, id: String) -> PackManifest? {
    let before = diagnostics.count
    guard let revision = integer("revision", of: .pack, in: root) else { return nil }
    let files = entries(root["files"], key: "files").compactMap { packFile($0) }
    let lock = entries(root["lock"], key: "lock").compactMap { packRule($0) }
    for (key, names) in [("files", files.map(\.path)), ("lock", lock.map(\.rule))]
    where Set(names).count != names.count {
      report(.duplicateName, "`\(key)` names something twice", at: keySpan(key, in: root))
    }
    guard diagnostics.count == before else { return nil }
    return PackManifest(id: id, revision: revision, files: files, lock: lock)
  }

  private mutating func entries(_ node: YAMLNode?, key: String) -> [YAMLNode] {
    guard let node else { return [] }
    if let items = node.items { return items }
    report(.wrongShape, "`\(key)` is a list", at: node.span)
    return []
  }

  private mutating func packFile(_ node: YAMLNode) -> PackManifest.File? {
    guard checkKeys(of: node, .packFile), let path = node["path"],
      let name = text(path, key: "path"), let digest = node["sha256"].flatMap({ hexDigest($0) })
    else { return nil }
    // A path that leads out of the folder would let a pack name files of others.
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      report(.invalidManifest, "`\(name)` leads out of the pack", at: path.span)
      return nil
    }
    return PackManifest.File(path: name, digest: digest)
  }

  private mutating func packRule(_ node: YAMLNode) -> PackManifest.LockedRule? {
    guard checkKeys(of: node, .packRule),
      let rule = node["rule"].flatMap({ text($0, key: "rule") }),
      let version = integer("version", of: .packRule, in: node),
      let digest = node["digest"].flatMap({ hexDigest($0) })
    else { return nil }
    return PackManifest.LockedRule(rule: rule, version: version, digest: digest)
  }

  private mutating func hexDigest(_ node: YAMLNode) -> String? {
    if let text = node.text, text.utf8.count == 64,
      text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    {
      return text
    }
    report(
      .invalidManifest, "a digest has 64 hexadecimal digits in lower case", at: node.span)
    return nil
  }
}
