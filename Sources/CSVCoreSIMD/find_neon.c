#include "shared.h"

#if defined(__aarch64__)
#include <arm_neon.h>

/* Part of every arm64 processor. There is no instruction that gathers one bit a byte: each byte that is equal keeps the
   bit of its own number in its group of eight, and three pairwise additions gather the groups. */
static inline uint64_t neon_gather(const uint8x16_t *equal) {
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t first = vpaddq_u8(vandq_u8(equal[0], bits), vandq_u8(equal[1], bits));
  uint8x16_t second = vpaddq_u8(vandq_u8(equal[2], bits), vandq_u8(equal[3], bits));
  uint8x16_t both = vpaddq_u8(first, second);
  both = vpaddq_u8(both, both);
  return vgetq_lane_u64(vreinterpretq_u64_u8(both), 0);
}

static inline uint64_t neon_equal(const uint8x16_t *parts, uint8_t byte) {
  const uint8x16_t pattern = vdupq_n_u8(byte);
  uint8x16_t equal[4];
  for (int index = 0; index < 4; index++) equal[index] = vceqq_u8(parts[index], pattern);
  return neon_gather(equal);
}

static inline struct csv_masks neon_masks(const uint8_t *bytes, struct csv_classes classes) {
  uint8x16_t parts[4];
  for (int index = 0; index < 4; index++) parts[index] = vld1q_u8(bytes + 16 * index);
  uint8x16_t least = vminq_u8(vminq_u8(parts[0], parts[1]), vminq_u8(parts[2], parts[3]));
  return (struct csv_masks){
    neon_equal(parts, classes.quote), neon_equal(parts, classes.delimiter), neon_equal(parts, '\n'),
    neon_equal(parts, '\r'), vminvq_u8(least) == 0 ? ~UINT64_C(0) : 0};
}

static inline void neon_emit(uint32_t *places, uint64_t mask, uint32_t base, unsigned count) {
  for (unsigned done = 0; done < count; done += 8) {
    for (unsigned index = 0; index < 8; index++) {
      places[done + index] = base + (uint32_t)__builtin_ctzll(mask | UINT64_C(1) << 63);
      mask &= mask - 1;
    }
  }
}

#define CSV_FIND csv_find_neon
#define CSV_TARGET
#define CSV_MASKS neon_masks
#define CSV_PREFIX_XOR csv_prefix_xor
#define CSV_EMIT neon_emit
#define CSV_COUNT(mask) (unsigned)__builtin_popcountll(mask)
#include "kernel.h"

#endif
