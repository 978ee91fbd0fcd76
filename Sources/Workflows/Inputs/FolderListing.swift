import Foundation

/// The files below a folder whose names end in one of `extensions`, sorted by path.
///
/// A path that is a file itself stands for that file. Hidden files are left out. A link to a folder
/// is that folder, so that no rule or list is missed because somebody linked it in.
///
/// - Throws: `WorkflowError.badInput` when there is nothing at `path`, or when a folder cannot be
///   read or leads back to itself.
func files(at path: String, extensions: Set<String>) throws -> [String] {
  guard let isFolder = isFolder(path) else {
    throw WorkflowError.badInput(
      path: path, message: "there is no such file or folder", advice: "check the path")
  }
  guard isFolder else { return [path] }
  let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  return try files(below: root, within: [], extensions).sorted()
}

private func files(
  below folder: String, within parents: [String], _ extensions: Set<String>
) throws -> [String] {
  let place = URL(filePath: folder).resolvingSymlinksInPath().path
  guard !parents.contains(place) else {
    throw WorkflowError.badInput(
      path: folder, message: "the folder leads back to a folder that it is in",
      advice: "remove the link")
  }
  return try names(in: folder).flatMap { name in
    let path = folder == "/" ? "/" + name : folder + "/" + name
    if isFolder(path) == true {
      return try files(below: path, within: parents + [place], extensions)
    }
    return extensions.contains(URL(filePath: name).pathExtension.lowercased()) ? [path] : []
  }
}

private func names(in folder: String) throws -> [String] {
  do {
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.hasPrefix(".") }
  } catch {
    throw WorkflowError.badInput(
      path: folder, message: "the folder cannot be read: \(error.localizedDescription)",
      advice: "check its permissions")
  }
}

/// Whether there is a folder at a path; `nil` when there is nothing.
private func isFolder(_ path: String) -> Bool? {
  var isFolder: ObjCBool = false
  let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
  return exists ? isFolder.boolValue : nil
}
