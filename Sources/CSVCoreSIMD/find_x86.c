#include "shared.h"

#if defined(__x86_64__)
#include <immintrin.h>

/* Eight at a time saves a branch a place; what is written behind the last one is overwritten or read by nobody, and the
   kernel promises room for 64. */
#define EMIT_EIGHTS(name, target, zeros)                                                                               \
  target static inline void name(uint32_t *places, uint64_t mask, uint32_t base, unsigned count) {                      \
    for (unsigned done = 0; done < count; done += 8) {                                                                  \
      for (unsigned index = 0; index < 8; index++) {                                                                    \
        places[done + index] = base + (uint32_t)zeros(mask);                                                            \
        mask &= mask - 1;                                                                                               \
      }                                                                                                                 \
    }                                                                                                                   \
  }

/* Part of every x86-64 processor. */

static inline uint64_t sse2_equal(const __m128i *parts, char byte) {
  const __m128i pattern = _mm_set1_epi8(byte);
  uint64_t mask = 0;
  for (int index = 0; index < 4; index++) {
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(parts[index], pattern)) << (16 * index);
  }
  return mask;
}

static inline struct csv_masks sse2_masks(const uint8_t *bytes, struct csv_classes classes) {
  __m128i parts[4];
  for (int index = 0; index < 4; index++) parts[index] = _mm_loadu_si128((const __m128i *)(bytes + 16 * index));
  __m128i least = _mm_min_epu8(_mm_min_epu8(parts[0], parts[1]), _mm_min_epu8(parts[2], parts[3]));
  int nul = _mm_movemask_epi8(_mm_cmpeq_epi8(least, _mm_setzero_si128()));
  return (struct csv_masks){
    sse2_equal(parts, (char)classes.quote), sse2_equal(parts, (char)classes.delimiter), sse2_equal(parts, '\n'),
    sse2_equal(parts, '\r'), nul ? ~UINT64_C(0) : 0};
}

/* The topmost bit stands for "none left", since counting the zeros of 0 is not defined. */
#define SSE2_ZEROS(mask) __builtin_ctzll((mask) | UINT64_C(1) << 63)
EMIT_EIGHTS(sse2_emit, , SSE2_ZEROS)

/* The smallest byte of each place, and of what differs from a CR: 0 where there is a NUL or a CR. CRs that are looked for
   do not count. */
struct sse2_least {
  __m128i bytes, turns;
};

static inline struct sse2_least sse2_least_start(void) {
  return (struct sse2_least){_mm_set1_epi8(1), _mm_set1_epi8(1)};
}

static inline bool sse2_holds_rare(struct sse2_least least) {
  return _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_min_epu8(least.bytes, least.turns), _mm_setzero_si128())) != 0;
}

static inline struct csv_masks sse2_plain_masks(
  const uint8_t *bytes, struct csv_classes classes, struct sse2_least *least, bool turns) {
  const __m128i turn = _mm_set1_epi8('\r');
  __m128i parts[4];
  for (int index = 0; index < 4; index++) {
    parts[index] = _mm_loadu_si128((const __m128i *)(bytes + 16 * index));
    least->bytes = _mm_min_epu8(least->bytes, parts[index]);
    if (!turns) least->turns = _mm_min_epu8(least->turns, _mm_xor_si128(parts[index], turn));
  }
  return (struct csv_masks){
    .quote = sse2_equal(parts, (char)classes.quote), .delimiter = sse2_equal(parts, (char)classes.delimiter),
    .feed = sse2_equal(parts, '\n'), .turn = turns ? sse2_equal(parts, '\r') : 0};
}

#define CSV_FIND csv_find_sse2
#define CSV_TARGET
#define CSV_MASKS sse2_masks
#define CSV_PREFIX_XOR csv_prefix_xor
#define CSV_EMIT sse2_emit
#define CSV_COUNT(mask) (unsigned)__builtin_popcountll(mask)
#define CSV_PLAIN sse2_plain
#define CSV_LEAST struct sse2_least
#define CSV_LEAST_START sse2_least_start
#define CSV_PLAIN_MASKS sse2_plain_masks
#define CSV_HOLDS_RARE sse2_holds_rare
#include "plain.h"
#include "kernel.h"

#define AVX2 __attribute__((target("avx2,bmi,popcnt,pclmul")))

AVX2 static inline uint64_t avx2_equal(__m256i low, __m256i high, char byte) {
  const __m256i pattern = _mm256_set1_epi8(byte);
  uint64_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern));
  uint64_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern));
  return second << 32 | first;
}

AVX2 static inline struct csv_masks avx2_masks(const uint8_t *bytes, struct csv_classes classes) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes), high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  int nul = _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_min_epu8(low, high), _mm256_setzero_si256()));
  return (struct csv_masks){
    avx2_equal(low, high, (char)classes.quote), avx2_equal(low, high, (char)classes.delimiter),
    avx2_equal(low, high, '\n'), avx2_equal(low, high, '\r'), nul ? ~UINT64_C(0) : 0};
}

struct avx2_least {
  __m256i bytes, turns;
};

AVX2 static inline struct avx2_least avx2_least_start(void) {
  return (struct avx2_least){_mm256_set1_epi8(1), _mm256_set1_epi8(1)};
}

AVX2 static inline bool avx2_holds_rare(struct avx2_least least) {
  __m256i smallest = _mm256_min_epu8(least.bytes, least.turns);
  return _mm256_movemask_epi8(_mm256_cmpeq_epi8(smallest, _mm256_setzero_si256())) != 0;
}

AVX2 static inline struct csv_masks avx2_plain_masks(
  const uint8_t *bytes, struct csv_classes classes, struct avx2_least *least, bool turns) {
  const __m256i turn = _mm256_set1_epi8('\r');
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes), high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  least->bytes = _mm256_min_epu8(least->bytes, _mm256_min_epu8(low, high));
  if (!turns) {
    least->turns = _mm256_min_epu8(
      least->turns, _mm256_min_epu8(_mm256_xor_si256(low, turn), _mm256_xor_si256(high, turn)));
  }
  return (struct csv_masks){
    .quote = avx2_equal(low, high, (char)classes.quote), .delimiter = avx2_equal(low, high, (char)classes.delimiter),
    .feed = avx2_equal(low, high, '\n'), .turn = turns ? avx2_equal(low, high, '\r') : 0};
}

/* Multiplying without carries by all ones. */
AVX2 static inline uint64_t avx2_prefix_xor(uint64_t mask) {
  return (uint64_t)_mm_cvtsi128_si64(
    _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)mask), _mm_set1_epi8((char)0xFF), 0));
}

EMIT_EIGHTS(avx2_emit, AVX2, _tzcnt_u64)

#define CSV_FIND csv_find_avx2
#define CSV_TARGET AVX2
#define CSV_MASKS avx2_masks
#define CSV_PREFIX_XOR avx2_prefix_xor
#define CSV_EMIT avx2_emit
#define CSV_COUNT(mask) (unsigned)_mm_popcnt_u64(mask)
#define CSV_PLAIN avx2_plain
#define CSV_LEAST struct avx2_least
#define CSV_LEAST_START avx2_least_start
#define CSV_PLAIN_MASKS avx2_plain_masks
#define CSV_HOLDS_RARE avx2_holds_rare
#include "plain.h"
#include "kernel.h"

#define AVX512 __attribute__((target("avx2,bmi,popcnt,pclmul,avx512f,avx512bw,avx512vl,avx512vbmi2")))

AVX512 static inline struct csv_masks avx512_masks(const uint8_t *bytes, struct csv_classes classes) {
  __m512i all = _mm512_loadu_si512(bytes);
  return (struct csv_masks){
    _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8((char)classes.quote)),
    _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8((char)classes.delimiter)),
    _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\n')), _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\r')),
    _mm512_testn_epi8_mask(all, all)};
}

struct avx512_least {
  __m512i bytes, turns;
};

AVX512 static inline struct avx512_least avx512_least_start(void) {
  return (struct avx512_least){_mm512_set1_epi8(1), _mm512_set1_epi8(1)};
}

AVX512 static inline bool avx512_holds_rare(struct avx512_least least) {
  __m512i smallest = _mm512_min_epu8(least.bytes, least.turns);
  return _mm512_testn_epi8_mask(smallest, smallest) != 0;
}

AVX512 static inline struct csv_masks avx512_plain_masks(
  const uint8_t *bytes, struct csv_classes classes, struct avx512_least *least, bool turns) {
  __m512i all = _mm512_loadu_si512(bytes);
  least->bytes = _mm512_min_epu8(least->bytes, all);
  const __m512i turn = _mm512_set1_epi8('\r');
  if (!turns) least->turns = _mm512_min_epu8(least->turns, _mm512_xor_si512(all, turn));
  return (struct csv_masks){
    .quote = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8((char)classes.quote)),
    .delimiter = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8((char)classes.delimiter)),
    .feed = _mm512_cmpeq_epi8_mask(all, _mm512_set1_epi8('\n')),
    .turn = turns ? _mm512_cmpeq_epi8_mask(all, turn) : 0};
}

AVX512 static inline uint64_t avx512_prefix_xor(uint64_t mask) {
  return (uint64_t)_mm_cvtsi128_si64(
    _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)mask), _mm_set1_epi8((char)0xFF), 0));
}

/* Moves the numbers of the bits that are set to the front, and widens them: eight at a time to begin with, as few
   stretches hold more. */
AVX512 static inline void avx512_emit(uint32_t *places, uint64_t mask, uint32_t base, unsigned count) {
  const __m512i numbers = _mm512_set_epi8(
    63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35,
    34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4,
    3, 2, 1, 0);
  __m512i front = _mm512_maskz_compress_epi8(mask, numbers);
  __m128i sixteen = _mm512_castsi512_si128(front);
  __m256i bases = _mm256_set1_epi32((int)base);
  _mm256_storeu_si256((__m256i *)places, _mm256_add_epi32(_mm256_cvtepu8_epi32(sixteen), bases));
  if (count <= 8) return;
  __m256i second = _mm256_cvtepu8_epi32(_mm_bsrli_si128(sixteen, 8));
  _mm256_storeu_si256((__m256i *)(places + 8), _mm256_add_epi32(second, bases));
  if (count <= 16) return;
  __m512i wide = _mm512_set1_epi32((int)base);
  _mm512_storeu_si512(
    places + 16, _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(front, 1)), wide));
  if (count <= 32) return;
  _mm512_storeu_si512(
    places + 32, _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(front, 2)), wide));
  _mm512_storeu_si512(
    places + 48, _mm512_add_epi32(_mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(front, 3)), wide));
}

#define CSV_FIND csv_find_avx512
#define CSV_TARGET AVX512
#define CSV_MASKS avx512_masks
#define CSV_PREFIX_XOR avx512_prefix_xor
#define CSV_EMIT avx512_emit
#define CSV_COUNT(mask) (unsigned)_mm_popcnt_u64(mask)
#define CSV_PLAIN avx512_plain
#define CSV_LEAST struct avx512_least
#define CSV_LEAST_START avx512_least_start
#define CSV_PLAIN_MASKS avx512_plain_masks
#define CSV_HOLDS_RARE avx512_holds_rare
#include "plain.h"
#include "kernel.h"

#endif
