import ArgumentParser

@main
struct Pratique: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pratique", abstract: "Screens ships for sanctions risk, and says why.")
}
