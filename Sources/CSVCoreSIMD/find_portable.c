#include "shared.h"

/* Eight bytes at a time in an ordinary register, on any processor with the lowest byte first. */

/* Bit i tells whether byte i of the word is the one that `pattern` holds eight times. Exact: no carry crosses a byte. */
static inline uint64_t equal(uint64_t word, uint64_t pattern) {
  const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);
  uint64_t differing = word ^ pattern;
  uint64_t nonzero = ((differing & low) + low) | differing;
  return (((~nonzero & ~low) >> 7) * UINT64_C(0x0102040810204080)) >> 56;
}

static inline struct csv_masks masks(const uint8_t *bytes, struct csv_classes classes) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  struct csv_masks found = {0, 0, 0, 0, 0};
  for (int index = 0; index < 8; index++) {
    uint64_t word;
    memcpy(&word, bytes + 8 * index, 8);
    found.quote |= equal(word, classes.quote * ones) << (8 * index);
    found.delimiter |= equal(word, classes.delimiter * ones) << (8 * index);
    found.feed |= equal(word, '\n' * ones) << (8 * index);
    found.turn |= equal(word, '\r' * ones) << (8 * index);
    found.nul |= equal(word, 0) << (8 * index);
  }
  return found;
}

#define CSV_FIND csv_find_portable
#define CSV_TARGET
#define CSV_MASKS masks
#define CSV_PREFIX_XOR csv_prefix_xor
#define CSV_EMIT csv_emit_each
#define CSV_COUNT(mask) (unsigned)__builtin_popcountll(mask)
#include "kernel.h"

size_t csv_count_line_feeds(const uint8_t *bytes, size_t start, size_t end) {
  size_t count = 0;
  for (size_t index = start; index < end; index++) count += bytes[index] == '\n';
  return count;
}

bool csv_path_exists(enum csv_path path) {
  switch (path) {
  case csv_path_portable: return true;
#if defined(__x86_64__)
  case csv_path_sse2: return true;
  case csv_path_avx2:
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt")
      && __builtin_cpu_supports("pclmul");
  case csv_path_avx512:
    return csv_path_exists(csv_path_avx2) && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi2");
#elif defined(__aarch64__)
  case csv_path_neon: return true;
#endif
  default: return false;
  }
}

enum csv_path csv_fastest_path(void) {
  static const enum csv_path paths[] = {csv_path_avx512, csv_path_avx2, csv_path_sse2, csv_path_neon};
  for (size_t index = 0; index < sizeof paths / sizeof *paths; index++) {
    if (csv_path_exists(paths[index])) return paths[index];
  }
  return csv_path_portable;
}

struct csv_structure csv_find_structure(
  enum csv_path path, const uint8_t *bytes, size_t start, size_t end, uint8_t delimiter, int quote, uint32_t *places,
  size_t room) {
  csv_find *find = csv_find_portable;
#if defined(__x86_64__)
  if (path == csv_path_sse2) find = csv_find_sse2;
  if (path == csv_path_avx2) find = csv_find_avx2;
  if (path == csv_path_avx512) find = csv_find_avx512;
#elif defined(__aarch64__)
  if (path == csv_path_neon) find = csv_find_neon;
#endif
  struct csv_classes classes = {delimiter, quote < 0 ? 0 : (uint8_t)quote, quote < 0 ? 0 : ~UINT64_C(0)};
  return find(bytes, start, end, classes, places, room);
}
