/// A JSON text as a value; the members of an object keep their order.
///
/// Our own reader and writer rather than Foundation's: they keep the order, refuse duplicate keys
/// and deep nesting, and need no formatter.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number; one that is not finite is written as `null`.
  case number(Double)
  /// Text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys and values; the reader refuses a key that occurs twice.
  case object([JSONMember])
}

/// A key and its value in a JSON object.
public struct JSONMember: Hashable, Sendable {
  /// The key.
  public let key: String
  /// The value.
  public let value: JSONValue

  /// Creates a member.
  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {
  /// The value of a key; `nil` when it is absent or this is not an object.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text; `nil` for anything but a string.
  public var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The number; `nil` for anything but a number.
  public var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The number when it has no fraction and fits; `nil` for anything else.
  public var integer: Int? { number.flatMap { Int(exactly: $0) } }

  /// The elements; `nil` for anything but an array.
  public var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members; `nil` for anything but an object.
  public var members: [JSONMember]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The JSON text without spaces: the same bytes for the same value on every machine.
  public var text: String {
    var writer = JSONWriter()
    writer.write(self)
    return writer.text
  }

  /// The JSON text with one member a line, indented by two spaces.
  public var indentedText: String {
    var writer = JSONWriter()
    writer.write(self, indent: 0)
    return writer.text
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral
{
  /// Creates text.
  public init(stringLiteral value: String) { self = .string(value) }

  /// Creates `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// Creates a number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  /// Creates a number.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// Creates a list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}
