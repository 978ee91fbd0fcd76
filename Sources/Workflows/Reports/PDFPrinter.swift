import Foundation
import InputFiles
import Maritime

/// Prints HTML as PDF with WeasyPrint, which Debian packages as `weasyprint`.
///
/// `docs/decisions/0008-reports.md` says why it is a program beside this one and no library in it.
enum PDFPrinter {
  private static let program = "weasyprint"
  /// A page of a hundred vessels takes a minute (our own default).
  private static let patience = 600.0

  /// The PDF of a page that needs nothing beside itself.
  ///
  /// - Parameters:
  ///   - html: The page.
  ///   - date: The day that the file says it is from, so that it does not name the clock.
  /// - Returns: The bytes of the file, the same for the same page and version of WeasyPrint.
  /// - Throws: `WorkflowError.machineFailed` when the program is missing or fails.
  static func pdf(of html: String, dated date: UTCTime) throws -> [UInt8] {
    guard let tool = path(of: program) else {
      throw WorkflowError.machineFailed(
        message: "a PDF is made by WeasyPrint, which is not installed",
        advice: "install it, such as with: apt-get install weasyprint; or write --format html and"
          + " print it with a browser")
    }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pratique-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      // What cannot be removed is in a temporary folder, which the system empties.
      try? FileManager.default.removeItem(at: folder)
    }
    let (input, output) = (
      folder.appending(path: "report.html"), folder.appending(path: "report.pdf")
    )
    try OutputFile.write(Array(html.utf8), to: input.path)
    let complaint = try run(tool, [input.path, output.path], in: folder, dated: date)
    guard FileManager.default.fileExists(atPath: output.path) else {
      throw failed(complaint)
    }
    let bytes = try InputFile.readAll(path: output.path)
    guard bytes.starts(with: Array("%PDF-".utf8)) else { throw failed(complaint) }
    return bytes
  }

  /// The first file of that name on the path.
  private static func path(of name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs the program and returns what it complained about.
  private static func run(
    _ tool: String, _ arguments: [String], in folder: URL, dated date: UTCTime
  ) throws -> String {
    let errors = folder.appending(path: "errors")
    try OutputFile.write([], to: errors.path)
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    // Fonts are cut for the file; the tool that does so dates them by this (reproducible-builds).
    environment["SOURCE_DATE_EPOCH"] = String(max(0, date.milliseconds / 1000))
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let watch = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: watch)
    process.waitUntilExit()
    watch.cancel()
    return String(decoding: try InputFile.readAll(path: errors.path), as: UTF8.self)
  }

  private static func failed(_ complaint: String) -> WorkflowError {
    let last = complaint.split(separator: "\n").last.map(String.init) ?? "it said nothing"
    return .machineFailed(
      message: "WeasyPrint made no PDF: \(last)",
      advice: "try the program itself on a report that --format html wrote")
  }
}
