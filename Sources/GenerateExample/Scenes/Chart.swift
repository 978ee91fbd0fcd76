/// Places of the story, on the circles of the shipped gazetteer.
enum Chart {
  static let rajin = Place(42.2280, 130.2940)
  static let dunay = Place(42.8720, 132.3640)
  static let vostochny = Place(42.7440, 133.0660)
  static let vostochnyOilBerth = Place(42.7310, 133.0480)
  static let chongjin = Place(41.7640, 129.8100)
  static let vladivostok = Place(43.1060, 131.8880)
  static let nakhodka = Place(42.7980, 132.8880)
  static let busan = Place(35.1050, 129.0560)
  static let nampo = Place(38.7160, 125.3900)
  static let dalian = Place(38.9400, 121.6700)
  static let yantai = Place(37.5680, 121.4300)
  static let zhangjiagang = Place(31.9960, 120.7150)
  static let ustLuga = Place(59.6850, 28.4150)
  static let mumbai = Place(18.9400, 72.8600)
}
