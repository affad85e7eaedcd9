/* Every way of finding the structure of CSV that this processor has, against the portable one: compare_paths INPUTS SEED.
 *
 * For processors that the tests themselves do not run on: built for one of them, and run by an emulator. */
#include "CSVCoreSIMD.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { shortest = 700, longest = 9000, room = longest + 128 };

/* SplitMix64 (Steele, Lea, Flood, 2014). */
static uint64_t state;
static uint64_t next(void) {
  uint64_t word = (state += UINT64_C(0x9E3779B97F4A7C15));
  word = (word ^ (word >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  word = (word ^ (word >> 27)) * UINT64_C(0x94D049BB133111EB);
  return word ^ (word >> 31);
}

static size_t fill(uint8_t *bytes) {
  static const char *const pieces[] = {",",  "\n",   "\"",    "\"\"", "\r\n", "\r",  "a",   "bc", ";",
                                       "12", "\",\"", "x\"y", "\n\n",  "\"\n\"", "\xC3\xA9", "    long plain text without signs    "};
  /* Mostly plain, mostly quoted, or anything; or so plain that only now and then something is not, and long. */
  uint64_t mood = next() % 4, line_end = next() % 2 ? 1 : 4;
  size_t count = next() % (mood == 3 ? longest : shortest), length = 0;
  while (length < count) {
    size_t which = next() % (sizeof pieces / sizeof pieces[0]);
    if (mood == 0 && strchr(pieces[which], '"') != NULL) which = 6;
    if (mood == 1 && which == 11) which = 10;
    if (mood == 3 && next() % 3000 > 0) {
      static const unsigned char plain[] = {0, 1, 6, 7, 8, 9, 12, 14, 15};
      which = plain[which % sizeof plain];
      /* A field in quotes. */
      if (next() % 8 == 0 && length + 8 < longest && (length == 0 || bytes[length - 1] == '\n')) {
        memcpy(bytes + length, "\"a,;b\"", 6);
        length += 6;
        which = 1;
      }
      if (which == 1) which = line_end;
    }
    size_t size = strlen(pieces[which]);
    if (length + size > longest) break;
    memcpy(bytes + length, pieces[which], size);
    length += size;
  }
  /* Where chunks that are looked at as a whole end, too. */
  if (mood == 3 && length > 4096 && next() % 16 == 0) bytes[next() % 2 ? 2047 : 4095] = '\r';
  if (length > 0 && next() % (mood == 3 ? 8 : 40) == 0) bytes[next() % length] = 0;
  return length;
}

int main(int count, char **arguments) {
  unsigned long inputs = count > 1 ? strtoul(arguments[1], NULL, 10) : 1;
  state = count > 2 ? strtoull(arguments[2], NULL, 10) : 1;
  static uint8_t bytes[longest + 128];
  static uint32_t expected[room], found[room];
  unsigned long compared = 0;
  for (unsigned long input = 0; input < inputs; input++) {
    memset(bytes, 0, sizeof bytes);
    size_t end = fill(bytes), start = end > 0 && next() % 4 == 0 ? next() % end : 0;
    uint8_t delimiter = next() % 3 == 0 ? ';' : ',';
    int quote = next() % 8 == 0 ? -1 : '"';
    size_t limit = next() % 8 == 0 ? 64 + next() % 64 : room;
    struct csv_structure right =
      csv_find_structure(csv_path_portable, bytes, start, end, delimiter, quote, expected, limit);
    for (int path = csv_path_portable + 1; path <= csv_path_neon; path++) {
      if (!csv_path_exists((enum csv_path)path)) continue;
      struct csv_structure other =
        csv_find_structure((enum csv_path)path, bytes, start, end, delimiter, quote, found, limit);
      int same = right.seen == other.seen;
      /* What was found is of no use where something is irregular. */
      if (same && !(right.seen & csv_seen_irregular)) {
        same = right.count == other.count && right.rows == other.rows && right.scanned == other.scanned &&
               right.inside == other.inside && memcmp(expected, found, right.count * sizeof found[0]) == 0;
      }
      if (!same) {
        printf("way %d differs on input %lu of %zu bytes\n", path, input, end);
        return 1;
      }
      compared++;
    }
  }
  printf("%lu inputs, %lu comparisons, fastest way %d\n", inputs, compared, (int)csv_fastest_path());
  return compared == 0;
}
