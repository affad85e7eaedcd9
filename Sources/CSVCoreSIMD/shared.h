#ifndef CSV_SHARED_H
#define CSV_SHARED_H

#include "CSVCoreSIMD.h"
#include <string.h>

/* What the bytes are compared with. `quoting` is all ones where the dialect has quotes. */
struct csv_classes {
  uint8_t delimiter;
  uint8_t quote;
  uint64_t quoting;
};

/* Which of 64 bytes are which. `nul` may be nonzero only where a NUL stands among the 64. */
struct csv_masks {
  uint64_t quote, delimiter, feed, turn, nul;
};

/* How far a search has come. Before `at`: all ones inside quotes; whether the last byte was a delimiter or line feed
   outside quotes, a quote that closed, or a CR; whether there was a CR outside quotes. */
struct csv_progress {
  size_t at, count, rows;
  uint64_t inside, structure, closing, turn, turns;
};

/* Bytes that are plain or not as a whole: few enough to look at twice, and enough to be told apart seldom. */
#define CSV_CHUNK 2048

static inline uint64_t csv_prefix_xor(uint64_t mask) {
  mask ^= mask << 1;
  mask ^= mask << 2;
  mask ^= mask << 4;
  mask ^= mask << 8;
  mask ^= mask << 16;
  mask ^= mask << 32;
  return mask;
}

static inline void csv_emit_each(uint32_t *places, uint64_t mask, uint32_t base, unsigned count) {
  for (unsigned index = 0; index < count; index++) {
    places[index] = base + (uint32_t)__builtin_ctzll(mask);
    mask &= mask - 1;
  }
}

typedef struct csv_structure csv_find(
  const uint8_t *bytes, size_t start, size_t end, struct csv_classes classes, uint32_t *places, size_t room);

extern csv_find csv_find_portable;
#if defined(__x86_64__)
extern csv_find csv_find_sse2, csv_find_avx2, csv_find_avx512;
#elif defined(__aarch64__)
extern csv_find csv_find_neon;
#endif

#endif
