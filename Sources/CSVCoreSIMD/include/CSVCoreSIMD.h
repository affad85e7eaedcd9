#ifndef CSV_CORE_SIMD_H
#define CSV_CORE_SIMD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Ways of finding the structure of CSV bytes. All of them find the same; the later ones faster.
enum csv_path {
  csv_path_portable,
  csv_path_sse2,
  csv_path_avx2,
  csv_path_avx512,
  csv_path_neon,
};

/// Whether this processor has what a way needs.
bool csv_path_exists(enum csv_path path);

/// The fastest way that this processor has.
enum csv_path csv_fastest_path(void);

/// What was seen on the way, as bits of `csv_structure.seen`.
enum csv_seen {
  /// Something that is not plain CSV, maybe an error: a NUL, a quote in the middle of a field, text behind a closing
  /// quote, a CR without LF. What was found is then of no use.
  csv_seen_irregular = 1,
  /// Two quotes inside a quoted field.
  csv_seen_doubled_quote = 2,
  /// A CR LF between two records.
  csv_seen_return = 4,
  /// A line feed inside quotes.
  csv_seen_quoted_break = 8,
};

/// What was found in a stretch of bytes.
struct csv_structure {
  /// How many delimiters and line feeds stand outside quotes; their places are in the table, in order.
  size_t count;
  /// How many of them are line feeds.
  size_t rows;
  /// Everything before this offset was looked at: `end`, or less if the table is full.
  size_t scanned;
  /// Whether a quoted field is open at `scanned`.
  bool inside;
  uint32_t seen;
};

/// The structure of `bytes[start..<end]`, where a record begins at `start`, by RFC 4180 with a delimiter and a quote
/// (below 0: none) of one byte each, neither of them NUL, LF or CR.
///
/// `places` has room for `room` offsets, of which fewer than 64 may be left empty; `end` must be below 2^32.
struct csv_structure csv_find_structure(
  enum csv_path path, const uint8_t *bytes, size_t start, size_t end, uint8_t delimiter, int quote, uint32_t *places,
  size_t room);

/// The number of line feeds in `bytes[start..<end]`.
size_t csv_count_line_feeds(const uint8_t *bytes, size_t start, size_t end);

#endif
