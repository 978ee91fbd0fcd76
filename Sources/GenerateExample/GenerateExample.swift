import Foundation

/// Writes the data of the example into a folder: `swift run GenerateExample Examples/msmt-2025`.
@main
enum GenerateExample {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: GenerateExample FOLDER\n".utf8))
      exit(2)
    }
    let folder = URL(filePath: CommandLine.arguments[1])
    for file in Example.files {
      try Data(file.text.utf8).write(to: folder.appending(path: file.name))
    }
  }
}
