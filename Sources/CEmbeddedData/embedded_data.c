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
static const unsigned char report_page[] = {
#embed "report.mustache"
};
static const unsigned char report_finding[] = {
#embed "report-finding.mustache"
};
static const unsigned char report_map[] = {
#embed "report-map.mustache"
};
static const unsigned char report_timeline[] = {
#embed "report-timeline.mustache"
};
static const unsigned char report_style[] = {
#embed "report.css"
};
static const unsigned char report_drawing_style[] = {
#embed "report-drawing.css"
};

EMBEDDED(pratique_report_drawing_style, report_drawing_style)
EMBEDDED(pratique_report_page, report_page)
EMBEDDED(pratique_report_finding, report_finding)
EMBEDDED(pratique_report_map, report_map)
EMBEDDED(pratique_report_timeline, report_timeline)
EMBEDDED(pratique_report_style, report_style)
EMBEDDED(pratique_ports_csv, ports)
EMBEDDED(pratique_zones_geojson, zones)
EMBEDDED(pratique_mids_csv, mids)
EMBEDDED(pratique_countries_csv, countries)
