#ifndef PRATIQUE_CURL_H
#define PRATIQUE_CURL_H

#include <stddef.h>

/// What one question to an address may cost.
typedef struct {
  /// The most bytes of the body, once decompressed.
  size_t size;
  /// How many milliseconds may pass without a byte.
  long idle_ms;
  /// How many milliseconds all may take.
  long total_ms;
} pratique_curl_limits;

/// Why there is no whole answer.
typedef enum {
  PRATIQUE_CURL_WHOLE = 0,
  PRATIQUE_CURL_TIMED_OUT,
  PRATIQUE_CURL_TOO_LARGE,
  PRATIQUE_CURL_CUT_OFF,
  PRATIQUE_CURL_UNREACHABLE,
} pratique_curl_end;

/// An answer; `pratique_curl_release` frees its parts.
typedef struct {
  pratique_curl_end end;
  /// The status of HTTP, or 0.
  long status;
  unsigned char *body;
  size_t body_size;
  /// The header lines of the last response.
  char *head;
  size_t head_size;
  /// What libcurl says of the error; ends with a zero.
  char reason[256];
} pratique_curl_answer;

/// Bytes to send; none at all when `bytes` is null.
typedef struct {
  const unsigned char *bytes;
  size_t size;
} pratique_curl_message;

/// Asks one address once and follows no redirection: with POST when there is a message, else GET.
///
/// `headers` are lines such as `If-None-Match: "1"`. Blocks until the answer or a limit.
void pratique_curl_ask(
  const char *address, const char *const *headers, size_t header_count,
  pratique_curl_message message, pratique_curl_limits limits, pratique_curl_answer *answer);

void pratique_curl_release(pratique_curl_answer *answer);

#endif
