#include "pratique_curl.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/// Bytes that grow up to a limit.
typedef struct {
  unsigned char *bytes;
  size_t count, capacity, limit;
  int is_full;
} buffer;

static size_t append(buffer *into, const char *bytes, size_t count) {
  if (count > into->limit - into->count) {
    into->is_full = 1;
    return 0;
  }
  if (into->count + count > into->capacity) {
    size_t capacity = into->capacity * 2 > into->count + count ? into->capacity * 2
                                                               : into->count + count;
    unsigned char *grown = realloc(into->bytes, capacity);
    if (grown == NULL) {
      into->is_full = 1;
      return 0;
    }
    into->bytes = grown;
    into->capacity = capacity;
  }
  memcpy(into->bytes + into->count, bytes, count);
  into->count += count;
  return count;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *into) {
  return append(into, bytes, size * count);
}

/// An interim response, such as 100, is followed by another status line.
static size_t take_header(char *bytes, size_t size, size_t count, void *into) {
  buffer *head = into;
  if (size * count >= 5 && memcmp(bytes, "HTTP/", 5) == 0) head->count = 0;
  return append(head, bytes, size * count);
}

static pthread_once_t started = PTHREAD_ONCE_INIT;

static void start(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

static pratique_curl_end end_of(CURLcode code, const buffer *body) {
  if (body->is_full || code == CURLE_FILESIZE_EXCEEDED) return PRATIQUE_CURL_TOO_LARGE;
  switch (code) {
    case CURLE_OK: return PRATIQUE_CURL_WHOLE;
    case CURLE_OPERATION_TIMEDOUT: return PRATIQUE_CURL_TIMED_OUT;
    default: return body->count > 0 ? PRATIQUE_CURL_CUT_OFF : PRATIQUE_CURL_UNREACHABLE;
  }
}

static void configure(CURL *handle, const char *address, pratique_curl_limits limits) {
  curl_easy_setopt(handle, CURLOPT_URL, address);
  // Not even a mistake of ours reaches a file or another protocol.
  const int is_secure = strncasecmp(address, "https:", 6) == 0;
#if LIBCURL_VERSION_NUM >= 0x075500
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, is_secure ? "https" : "http");
#else
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS, is_secure ? CURLPROTO_HTTPS : CURLPROTO_HTTP);
#endif
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "pratique");
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, limits.idle_ms);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, (limits.idle_ms + 999) / 1000);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, limits.total_ms);
  curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)limits.size);
}

void pratique_curl_ask(
  const char *address, const char *const *headers, size_t header_count,
  pratique_curl_message message, pratique_curl_limits limits, pratique_curl_answer *answer) {
  pthread_once(&started, start);
  memset(answer, 0, sizeof *answer);
  answer->end = PRATIQUE_CURL_UNREACHABLE;
  CURL *handle = curl_easy_init();
  if (handle == NULL) return;
  char reason[CURL_ERROR_SIZE] = "";
  buffer body = {.limit = limits.size}, head = {.limit = 1 << 18};
  struct curl_slist *lines = NULL;
  for (size_t index = 0; index < header_count; index++) {
    struct curl_slist *longer = curl_slist_append(lines, headers[index]);
    if (longer != NULL) lines = longer;
  }
  configure(handle, address, limits);
  if (message.bytes != NULL) {
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, (const char *)message.bytes);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)message.size);
  }
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, lines);
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, reason);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &body);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &head);
  const CURLcode code = curl_easy_perform(handle);
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer->status);
  answer->end = end_of(code, &body);
  answer->body = body.bytes;
  answer->body_size = body.count;
  answer->head = (char *)head.bytes;
  answer->head_size = head.count;
  snprintf(
    answer->reason, sizeof answer->reason, "%s", reason[0] ? reason : curl_easy_strerror(code));
  curl_slist_free_all(lines);
  curl_easy_cleanup(handle);
}

void pratique_curl_release(pratique_curl_answer *answer) {
  free(answer->body);
  free(answer->head);
  memset(answer, 0, sizeof *answer);
}
