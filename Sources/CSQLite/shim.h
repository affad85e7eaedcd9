#ifndef THAPNIEN_CSQLITE_SHIM_H
#define THAPNIEN_CSQLITE_SHIM_H

#include <sqlite3.h>

/* SQLITE_TRANSIENT is a cast that Swift does not import: the text is copied before this returns. */
static inline int thapnien_bind_text(sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

#endif
