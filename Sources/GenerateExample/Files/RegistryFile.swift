/// The registry extract: one row for each period in which nothing about a vessel changed.
///
/// Flags, owners and tonnage of real vessels are from OFAC's SDN list and the sources in the README
/// of the example; periods are ours where the sources have none.
func registryFile() -> String {
  let header =
    "imo,mmsi,name,flag,call_sign,type,gross_tonnage,deadweight,built,length,registry_status,"
    + "owner,manager,from,to,source\n"
  return header + registry.map(\.row).joined()
}

private struct RegistryRow {
  let vessel: ExampleVessel
  /// Another MMSI in an earlier period.
  var mmsi: Int?
  var flag = ""
  let type: String
  var grossTonnage: Int?
  var built: Int?
  let status: String
  var owner = ""
  let from: String
  var to = ""
  let source: String

  var row: String {
    let fields = [
      vessel.imo.map(String.init) ?? "", String(mmsi ?? vessel.mmsi), vessel.name, flag,
      vessel.callSign, type, grossTonnage.map(String.init) ?? "", "",
      built.map(String.init) ?? "", String(vessel.length), status, owner, "", from, to, source,
    ]
    return fields.joined(separator: ",") + "\n"
  }
}

/// What the last column says of a row.
private enum Source {
  static let real = "reconstruction: identity from published sources; MMSI and periods invented"
  static let fictive = "invented vessel"
}

private let registry = realVessels + flagHopper + fictiveVessels

private let realVessels = [
  RegistryRow(
    vessel: .angara, flag: "RU", type: "ro_ro_cargo", grossTonnage: 8811, status: "open",
    owner: "M LEASING LLC", from: "2022-01-01", source: Source.real),
  RegistryRow(
    vessel: .ladyR, flag: "RU", type: "ro_ro_cargo", grossTonnage: 7260, status: "open",
    owner: "TRANSMORFLOT LLC", from: "2022-01-01", source: Source.real),
  RegistryRow(
    vessel: .maria, flag: "RU", type: "general_cargo", built: 1986, status: "open",
    owner: "IBEX SHIPPING INC", from: "2022-01-01", source: Source.real),
  RegistryRow(
    vessel: .maia, flag: "RU", type: "general_cargo", grossTonnage: 9611, status: "open",
    owner: "TRANSMORFLOT LLC", from: "2022-01-01", source: Source.real),
  RegistryRow(
    vessel: .chonMaSan, flag: "KP", type: "product_tanker", status: "closed",
    owner: "KOREA ACHIM SHIPPING CO", from: "2018-01-01", source: Source.real),
  RegistryRow(
    vessel: .casio, flag: "GY", type: "bulk_carrier", status: "false", from: "2024-06-01",
    source: Source.real),
  RegistryRow(
    vessel: .yiLi, type: "bulk_carrier", status: "none", from: "2024-06-01", source: Source.real),
]

/// Four flags in two years.
private let flagHopper: [RegistryRow] = [
  (613_999_001, "CM", "2022-03-01", "2023-09-15"), (620_999_001, "KM", "2023-09-15", "2024-04-20"),
  (511_999_001, "PW", "2024-04-20", "2024-12-05"), (626_999_001, "GA", "2024-12-05", ""),
].map { mmsi, flag, from, to in
  RegistryRow(
    vessel: .wren, mmsi: mmsi, flag: flag, type: "general_cargo", grossTonnage: 4800, built: 1997,
    status: "open", from: from, to: to, source: Source.fictive)
}

private let fictiveVessels: [RegistryRow] = [
  (.crane, "MH", "bulk_carrier"), (.heron, "PA", "product_tanker"),
  (.tern, "SL", "general_cargo"), (.gull1, "PA", "general_cargo"),
  (.gull2, "LR", "bulk_carrier"),
].map { (vessel: ExampleVessel, flag: String, type: String) in
  RegistryRow(
    vessel: vessel, flag: flag, type: type, built: 2012, status: "open", from: "2020-01-01",
    source: Source.fictive)
}
