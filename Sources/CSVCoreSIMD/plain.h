/* The loop for chunks in which nothing is rare: no NUL, no quote inside a field, no doubled quotes and no line feed
 * inside quotes; and either no CR at all, or none but at line ends. All of that is looked for with as few instructions
 * as will do, and told once a chunk: the first chunk that holds any of it is left to the loop that knows it, with all
 * that follow. Before it is included are defined:
 *   CSV_PLAIN       the name of the function
 *   CSV_TARGET      its attributes
 *   CSV_LEAST       the type of what is kept of the bytes of a chunk, made by CSV_LEAST_START()
 *   CSV_PLAIN_MASKS (const uint8_t *bytes, struct csv_classes classes, CSV_LEAST *least, bool turns) ->
 *                   struct csv_masks of 64 bytes, without `nul`, and without `turn` unless it is asked for
 *   CSV_HOLDS_RARE  (CSV_LEAST least): whether a NUL was among the bytes, or a CR that was not asked for
 *   CSV_PREFIX_XOR, CSV_EMIT, CSV_COUNT   as for the other loop
 *
 * Reads no byte outside `at..<end`; writes no place at `room` or behind: a chunk has at most as many as bytes, and each
 * stretch writes fewer than 64 behind the last one that counts. What a chunk that is left has written is overwritten.
 */
CSV_TARGET static inline __attribute__((always_inline)) void CSV_PLAIN(
  const uint8_t *bytes, size_t end, struct csv_classes classes, uint32_t *places, size_t room,
  struct csv_progress *progress, const bool turns) {
  struct csv_progress done = *progress;
  while (end - done.at >= CSV_CHUNK && done.count + CSV_CHUNK <= room) {
    struct csv_progress next = done;
    CSV_LEAST least = CSV_LEAST_START();
    uint64_t rare = 0;
    for (; next.at < done.at + CSV_CHUNK; next.at += 64) {
      /* Without quotes in the dialect `quote` tells of NULs, which make the chunk a rare one. */
      struct csv_masks found = CSV_PLAIN_MASKS(bytes + next.at, classes, &least, turns);
      uint64_t inside = CSV_PREFIX_XOR(found.quote) ^ next.inside;
      next.inside = (uint64_t)((int64_t)inside >> 63);
      uint64_t structure = (found.delimiter | found.feed) & ~inside;
      uint64_t opening = found.quote & inside, closing = found.quote & ~inside;
      /* Structure stands before every quote that opens, and structure or a line end behind every one that closes. */
      rare |= (opening & ~(structure << 1 | next.structure))
        | ((closing << 1 | next.closing) & ~(turns ? structure | found.turn : structure)) | (found.feed & inside);
      if (turns) {
        rare |= (found.turn << 1 | next.turn) & ~found.feed;
        next.turns |= found.turn & ~inside;
        next.turn = found.turn >> 63;
      }
      next.structure = structure >> 63;
      next.closing = closing >> 63;
      unsigned structures = CSV_COUNT(structure);
      CSV_EMIT(places + next.count, structure, (uint32_t)next.at, structures);
      next.count += structures;
      next.rows += CSV_COUNT(found.feed);
    }
    if (rare || CSV_HOLDS_RARE(least)) break;
    done = next;
  }
  *progress = done;
}

#undef CSV_LEAST
#undef CSV_LEAST_START
#undef CSV_PLAIN_MASKS
#undef CSV_HOLDS_RARE
