import Foundation

/// The files below a folder whose names end in one of `extensions`, sorted by path.
///
/// A path that is a file itself stands for that file. Hidden files are left out.
///
/// - Throws: `WorkflowError.badInput` when there is nothing at `path`.
func files(at path: String, extensions: Set<String>) throws -> [String] {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw WorkflowError.badInput(
      path: path, message: "there is no such file or folder", advice: "check the path")
  }
  guard isFolder.boolValue else { return [path] }
  let names: [String]
  do {
    names = try FileManager.default.subpathsOfDirectory(atPath: path)
  } catch {
    throw WorkflowError.badInput(
      path: path, message: "the folder cannot be read: \(error.localizedDescription)",
      advice: "check its permissions")
  }
  return names.sorted()
    .filter { name in
      extensions.contains(URL(filePath: name).pathExtension.lowercased())
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
}
