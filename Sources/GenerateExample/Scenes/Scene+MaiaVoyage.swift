/// P7: Maia-1 from Vladivostok by way of Zhangjiagang and Ust-Luga to Mumbai in 2025, AIS on.
///
/// Sources: the ports and 11 to 16 January and 24 March. The way around Africa is ours: it is the
/// one that fills the time between the two dates at ten knots.
extension Scene {
  static let maiaVoyage = Scene(
    fileName: "ais-maia-1-2025.csv",
    voyages: [
      Voyage(
        vessel: .maia,
        stays: [
          Voyage.Stay(Chart.vladivostok, "2025-01-03T00:00Z", "2025-01-06T18:00Z"),
          Voyage.Stay(
            Chart.zhangjiagang, "2025-01-11T02:00Z", "2025-01-16T12:00Z",
            via: vladivostokToYangtze + yangtze),
          Voyage.Stay(
            Chart.ustLuga, "2025-03-24T06:00Z", "2025-03-29T16:00Z",
            via: yangtze.reversed() + yangtzeToCape + capeToUstLuga),
          Voyage.Stay(
            Chart.mumbai, "2025-05-14T04:00Z", "2025-06-01T00:00Z",
            via: capeToUstLuga.reversed() + capeToMumbai),
        ], cadence: .init(underWay: 60, atRest: 120))
    ])

  private static let vladivostokToYangtze = [
    Place(43.0850, 131.9000), Place(43.0430, 131.9380), Place(42.9500, 132.0200),
    Place(42.3000, 131.9000), Place(38.5000, 132.0000), Place(35.6000, 130.2000),
    Place(34.8500, 129.1500), Place(33.9000, 128.3000), Place(32.8000, 126.6000),
    Place(31.2000, 122.9000),
  ]

  private static let yangtze = [
    Place(31.1500, 122.2500), Place(31.2200, 121.8500), Place(31.4700, 121.5000),
    Place(31.6800, 121.2200), Place(31.8000, 120.9300), Place(31.9700, 120.8000),
  ]

  private static let yangtzeToCape = [
    Place(30.6000, 122.9500), Place(28.0000, 122.3000), Place(25.6000, 120.6000),
    Place(24.4000, 119.5000), Place(22.5000, 117.8000), Place(19.0000, 115.2000),
    Place(15.0000, 113.3000), Place(10.0000, 110.0000), Place(4.0000, 107.6000),
    Place(0.0000, 107.8000), Place(-2.3000, 109.1000), Place(-4.3000, 108.3000),
    Place(-5.4000, 106.4000), Place(-5.8500, 105.8500), Place(-6.7000, 104.4000),
    Place(-20.0000, 72.0000), Place(-29.5000, 45.0000), Place(-35.0000, 25.5000),
  ]

  /// Along West Africa, the Channel, the Sound and the Baltic.
  private static let capeToUstLuga = [
    Place(-35.3000, 20.0000), Place(-34.6000, 17.8000), Place(-15.0000, 1.5000),
    Place(5.0000, -13.0000), Place(10.0000, -17.3000), Place(14.7000, -18.3000),
    Place(21.0000, -18.3000),
    Place(26.2000, -15.3000), Place(28.6000, -12.6000), Place(36.0000, -10.3000),
    Place(43.4000, -10.2000), Place(48.8000, -5.9000), Place(49.8000, -3.5000),
    Place(50.2500, -0.5000), Place(50.6500, 0.9000), Place(51.0800, 1.5000),
    Place(51.9000, 2.5000), Place(53.6000, 4.2000), Place(56.5000, 7.2000),
    Place(57.8500, 8.8000), Place(57.9500, 10.7000), Place(57.5000, 11.4000),
    Place(56.9000, 11.9000), Place(56.2500, 12.3500), Place(56.0500, 12.6300),
    Place(55.9000, 12.7200), Place(55.7200, 12.8300), Place(55.5500, 12.8500),
    Place(55.3000, 12.7500), Place(55.1500, 13.2000), Place(55.3500, 14.4500),
    Place(55.8000, 16.9000), Place(57.0000, 19.5000), Place(58.9000, 21.3000),
    Place(59.5000, 23.2000), Place(59.8500, 25.5000), Place(59.9000, 27.3000),
    Place(59.8000, 28.2000),
  ]

  private static let capeToMumbai = [
    Place(-35.0000, 25.5000), Place(-28.5000, 48.5000), Place(-12.0000, 57.0000),
    Place(6.0000, 68.0000), Place(18.5000, 72.2000), Place(18.8500, 72.8000),
  ]
}
