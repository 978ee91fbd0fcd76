@main
enum GenerateExample {
  static func main() {}
}
