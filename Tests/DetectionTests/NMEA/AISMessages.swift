/// Degrees in units of 1/10,000 minute, in which most messages have places.
func minutesE4(_ degrees: Double) -> Int { Int((degrees * 600_000).rounded()) }

extension AISEncoder {
  /// Types 1, 2 and 3; the defaults are in the Skagerrak.
  static func classA(
    type: Int = 1, mmsi: Int = 219_000_001, status: Int = 5, speed: Int = 123,
    longitude: Int = minutesE4(10.5), latitude: Int = minutesE4(57.25), course: Int = 2245,
    heading: Int = 221
  ) -> AISEncoder {
    var message = AISEncoder(type: type, mmsi: mmsi)
    message.append(status, 4)
    message.append(-128, 8)
    message.append(speed, 10)
    message.append(1, 1)
    message.append(longitude, 28)
    message.append(latitude, 27)
    message.append(course, 12)
    message.append(heading, 9)
    message.append(59, 6)
    message.resize(168)
    return message
  }

  /// Type 18, and the beginning of type 19.
  static func classB(
    type: Int = 18, mmsi: Int = 219_000_002, speed: Int = 61, longitude: Int = minutesE4(-70.75),
    latitude: Int = minutesE4(-33.125), course: Int = 905, heading: Int = 511
  ) -> AISEncoder {
    var message = AISEncoder(type: type, mmsi: mmsi)
    message.append(0, 8)
    message.append(speed, 10)
    message.append(0, 1)
    message.append(longitude, 28)
    message.append(latitude, 27)
    message.append(course, 12)
    message.append(heading, 9)
    message.append(7, 6)
    if type == 18 { message.resize(168) }
    return message
  }

  /// Type 19.
  static func extendedClassB(
    mmsi: Int = 219_000_002, latitude: Int = minutesE4(-33.125), name: String = "SOLVEIG"
  ) -> AISEncoder {
    var message = classB(type: 19, mmsi: mmsi, latitude: latitude)
    message.append(0, 4)
    message.append(name, characters: 20)
    message.append(36, 8)
    message.appendSize(bow: 9, stern: 3, port: 2, starboard: 2)
    message.resize(312)
    return message
  }

  /// Type 27, with places in tenths of a minute.
  static func longRange(
    mmsi: Int = 219_000_003, longitude: Int = 10 * 600 + 300, latitude: Int = -57 * 600,
    speed: Int = 14, course: Int = 359
  ) -> AISEncoder {
    var message = AISEncoder(type: 27, mmsi: mmsi)
    message.append(0, 2)
    message.append(1, 4)
    message.append(longitude, 18)
    message.append(latitude, 17)
    message.append(speed, 6)
    message.append(course, 9)
    message.resize(96)
    return message
  }

  /// Type 4, with a time in seconds since 1970 that is in January 2026.
  static func baseReport(_ time: Int, mmsi: Int = 2_190_068) -> AISEncoder {
    let second = time - 1_767_225_600
    var message = AISEncoder(type: 4, mmsi: mmsi)
    message.append(2026, 14)
    message.append(1, 4)
    message.append(1 + second / 86_400, 5)
    message.append(second / 3600 % 24, 5)
    message.append(second / 60 % 60, 6)
    message.append(second % 60, 6)
    message.resize(168)
    return message
  }

  /// Type 5.
  static func voyage(
    mmsi: Int = 219_000_001, imo: Int = 9_074_729, name: String = "NORDIC STAR",
    type: Int = 80, draught: Int = 87, destination: String = "SKAGEN"
  ) -> AISEncoder {
    var message = AISEncoder(type: 5, mmsi: mmsi)
    message.append(0, 2)
    message.append(imo, 30)
    message.append("OWAB2", characters: 7)
    message.append(name, characters: 20)
    message.append(type, 8)
    message.appendSize(bow: 150, stern: 33, port: 20, starboard: 12)
    message.append(1, 4)
    message.append(0, 20)
    message.append(draught, 8)
    message.append(destination, characters: 20)
    message.append(0, 2)
    return message
  }

  /// Type 24, part A.
  static func name(_ name: String, mmsi: Int = 219_000_002) -> AISEncoder {
    var message = AISEncoder(type: 24, mmsi: mmsi)
    message.append(0, 2)
    message.append(name, characters: 20)
    return message
  }

  /// Type 24, part B.
  static func description(
    mmsi: Int = 219_000_002, part: Int = 1, type: Int = 36, callSign: String = "XP4711"
  ) -> AISEncoder {
    var message = AISEncoder(type: 24, mmsi: mmsi)
    message.append(part, 2)
    message.append(type, 8)
    message.append("SRT", characters: 7)
    message.append(callSign, characters: 7)
    message.appendSize(bow: 9, stern: 3, port: 2, starboard: 2)
    message.resize(168)
    return message
  }

  private mutating func appendSize(bow: Int, stern: Int, port: Int, starboard: Int) {
    append(bow, 9)
    append(stern, 9)
    append(port, 6)
    append(starboard, 6)
  }
}
