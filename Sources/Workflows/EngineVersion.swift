/// The version of the program, which verdicts record.
public let engineVersion = "0.1.0"
