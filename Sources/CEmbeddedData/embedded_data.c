#include "CEmbeddedData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

#define EMBEDDED(function, name)                       \
  const unsigned char *function(size_t *count) {       \
    *count = sizeof(name);                             \
    return name;                                       \
  }

static const unsigned char ports[] = {
#embed "ports.csv"
};
static const unsigned char zones[] = {
#embed "zones.geojson"
};
static const unsigned char mids[] = {
#embed "mids.csv"
};
static const unsigned char countries[] = {
#embed "countries.csv"
};

EMBEDDED(pratique_ports_csv, ports)
EMBEDDED(pratique_zones_geojson, zones)
EMBEDDED(pratique_mids_csv, mids)
EMBEDDED(pratique_countries_csv, countries)
