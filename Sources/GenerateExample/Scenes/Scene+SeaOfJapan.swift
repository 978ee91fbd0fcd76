/// A tanker meets Chon Ma San; the clean twin trades between Busan, Vladivostok and Nakhodka.
extension Scene {
  static let seaOfJapan = Scene(
    fileName: "ais-sea-of-japan-2025-05.csv", voyages: [chonMaSan, heron, crane])

  private static let meetingPlace = Place(40.6, 131.2)

  private static let chonMaSan = Voyage(
    vessel: .chonMaSan,
    stays: [
      Voyage.Stay(Chart.chongjin, "2025-05-12T00:00Z", "2025-05-13T12:00Z"),
      Voyage.Stay(
        meetingPlace, "2025-05-13T22:00Z", "2025-05-14T07:00Z",
        via: [Place(41.7, 129.95), Place(41.4, 130.3)], isMoored: false),
      Voyage.Stay(
        Chart.chongjin, "2025-05-14T17:00Z", "2025-06-01T00:00Z",
        via: [Place(41.4, 130.3), Place(41.7, 129.95)]),
    ], cadence: .init(underWay: 20, atRest: 30))

  /// 170 m east of the other vessel for eight hours.
  private static let heron = Voyage(
    vessel: .heron,
    stays: [
      Voyage.Stay(Chart.busan, "2025-05-11T00:00Z", "2025-05-12T12:00Z"),
      Voyage.Stay(
        meetingPlace.moved(0, 0.002), "2025-05-13T22:30Z", "2025-05-14T06:30Z",
        via: busanToMeeting, isMoored: false),
      Voyage.Stay(
        Chart.busan, "2025-05-15T18:00Z", "2025-06-01T00:00Z", via: busanToMeeting.reversed()),
    ], cadence: .init(underWay: 20, atRest: 30))

  private static let busanToMeeting = [
    Place(35.0500, 129.2500), Place(36.2000, 130.5000), Place(38.5000, 131.9000),
  ]

  /// Ten hours unheard in mid-sea, where nobody else is heard either.
  private static let crane = Voyage(
    vessel: .crane,
    stays: [
      Voyage.Stay(Chart.busan, "2025-05-15T00:00Z", "2025-05-17T06:00Z"),
      Voyage.Stay(
        Chart.vladivostok, "2025-05-19T06:00Z", "2025-05-23T02:00Z", via: Route.busanToVladivostok),
      Voyage.Stay(
        Chart.nakhodka, "2025-05-23T11:00Z", "2025-06-01T00:00Z",
        via: Route.vladivostokToNakhodka),
    ], silences: [Period("2025-05-18T02:00Z", "2025-05-18T12:00Z")])
}
