#ifndef PRATIQUE_EMBEDDED_DATA_H
#define PRATIQUE_EMBEDDED_DATA_H

#include <stddef.h>

/// The files that ship inside the program, so that it runs from any folder.
/// Each function returns the first byte and writes the number of bytes to `count`.
const unsigned char *pratique_ports_csv(size_t *count);
const unsigned char *pratique_zones_geojson(size_t *count);
const unsigned char *pratique_mids_csv(size_t *count);
const unsigned char *pratique_countries_csv(size_t *count);
const unsigned char *pratique_report_page(size_t *count);
const unsigned char *pratique_report_finding(size_t *count);
const unsigned char *pratique_report_map(size_t *count);
const unsigned char *pratique_report_timeline(size_t *count);
const unsigned char *pratique_report_style(size_t *count);
const unsigned char *pratique_report_drawing_style(size_t *count);

#endif
