#ifndef THAPNIEN_CXLSXWRITER_H
#define THAPNIEN_CXLSXWRITER_H

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/* Loads the library, once: before anything else of it is called. Returns NULL, or why it cannot be; from any thread. */
const char *thapnien_load_library(void);

/* libxlsxwriter fills the cached values of a chart from number and text cells only: a formula cell becomes 0 and a
 * previewer that does not recalculate would draw it so. These two let the caller give the cache itself; the library
 * frees it. A null text, or a number that is not one, is a gap. */

static inline lxw_series_data_point *thapnien_new_point(lxw_series_range *range) {
  lxw_series_data_point *point = (lxw_series_data_point *)calloc(1, sizeof(lxw_series_data_point));
  if (point == NULL) return NULL;
  STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  range->num_data_points++;
  range->ignore_cache = 1;
  return point;
}

static inline int thapnien_cache_number(lxw_series_range *range, double number) {
  lxw_series_data_point *point = thapnien_new_point(range);
  if (point == NULL) return 0;
  point->number = number;
  point->no_data = number != number;
  return 1;
}

static inline int thapnien_cache_text(lxw_series_range *range, const char *text) {
  lxw_series_data_point *point = thapnien_new_point(range);
  if (point == NULL) return 0;
  point->is_string = 1;
  point->string = strdup(text);
  range->has_string_cache = 1;
  return point->string != NULL;
}

/* How many bytes of rows a sheet in constant memory has put into its temporary file; -1 when that failed, which the
 * library does not notice. */
static inline long thapnien_rows_written(lxw_worksheet *sheet) {
  if (sheet->optimize_tmpfile == NULL) return 0;
  if (fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile)) return -1;
  return ftell(sheet->optimize_tmpfile);
}

/* Closes without the library's own message, which names a temporary file: the caller reports the failure. Only the GNU
 * library lets its stream be set. One caller at a time, since the stream is everybody's; and the other stream is never
 * closed, since a thread may just be writing to it. */
static inline lxw_error thapnien_close_quietly(lxw_workbook *workbook) {
#ifdef __GLIBC__
  static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
  static FILE *nowhere = NULL;
  pthread_mutex_lock(&turn);
  if (nowhere == NULL) nowhere = fopen("/dev/null", "we");
  FILE *messages = stderr;
  if (nowhere != NULL) stderr = nowhere;
  lxw_error code = workbook_close(workbook);
  int reason = errno;
  stderr = messages;
  pthread_mutex_unlock(&turn);
  errno = reason;
  return code;
#else
  return workbook_close(workbook);
#endif
}

/* Why the last call of the system failed. */
static inline const char *thapnien_system_reason(void) { return strerror(errno); }

#endif
