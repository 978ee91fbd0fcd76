/// Points on the way between places of the chart.
enum Route {
  /// From Dunay or back: west of Askold, then along the Rajin approach.
  static let dunayToRajin = [
    Place(42.8000, 132.2800), Place(42.6500, 132.2200), Place(42.1500, 131.3000),
    Place(42.0800, 130.5500), Place(42.1500, 130.3100),
  ]
  static let vostochnyToRajin = [
    Place(42.7000, 132.9800), Place(42.5800, 132.9000), Place(42.1500, 131.3000),
    Place(42.0800, 130.5500), Place(42.1500, 130.3100),
  ]
  static let vostochnyToChongjin = [
    Place(42.7000, 132.9800), Place(42.5800, 132.9000), Place(41.9000, 130.8000),
    Place(41.7000, 129.9500),
  ]
  static let busanToVladivostok = [
    Place(35.0500, 129.2500), Place(36.2000, 130.1000), Place(39.0000, 131.6000),
    Place(42.3000, 131.9000), Place(42.9500, 132.0200), Place(43.0430, 131.9380),
    Place(43.0850, 131.9000),
  ]
  static let vladivostokToNakhodka = [
    Place(43.0850, 131.9000), Place(43.0430, 131.9380), Place(42.9500, 132.0200),
    Place(42.6000, 132.1500), Place(42.5800, 132.8500), Place(42.7000, 132.9700),
  ]
  static let dalianToNampo = [
    Place(38.9000, 121.8500), Place(38.5500, 122.3000), Place(38.2000, 123.3000),
    Place(38.3000, 124.4000), Place(38.5800, 124.8800), Place(38.6800, 125.1600),
  ]
  static let yantaiToNampo = [
    Place(37.6200, 121.5200), Place(38.0000, 122.5000), Place(38.2000, 123.3000),
    Place(38.3000, 124.4000), Place(38.5800, 124.8800), Place(38.6800, 125.1600),
  ]
}
