/* The loop that all ways share. Before it is included are defined:
 *   CSV_FIND     the name of the function
 *   CSV_TARGET   its attributes
 *   CSV_MASKS    (const uint8_t *bytes, struct csv_classes classes) -> struct csv_masks of 64 bytes
 *   CSV_PREFIX_XOR (mask): each bit becomes the parity of the bits up to it
 *   CSV_EMIT     (uint32_t *places, uint64_t mask, uint32_t base, unsigned count): up to 64 places, any number of them
 *   CSV_COUNT    (mask): its bits
 *   CSV_PLAIN    (bytes, end, classes, places, room, struct csv_progress *, bool turns): where a way has one, a faster
 *                loop for what comes first, as far as it is plain, with or without CRs at line ends (`plain.h`)
 *
 * Bit i of every mask is byte i of a stretch of 64. Reads no byte outside `start..<end`; writes fewer than 64 places
 * behind the last one that counts, and none at `room` or behind.
 */
CSV_TARGET struct csv_structure CSV_FIND(
  const uint8_t *bytes, size_t start, size_t end, struct csv_classes classes, uint32_t *places, size_t room) {
  /* A record begins at `start`, as behind a line feed. */
  struct csv_progress plain = {.at = start, .structure = 1};
#ifdef CSV_PLAIN
  CSV_PLAIN(bytes, end, classes, places, room, &plain, false);
  CSV_PLAIN(bytes, end, classes, places, room, &plain, true);
#endif
  /* State between stretches. */
  uint64_t inside_before = plain.inside, structure_before = plain.structure, closing_before = plain.closing;
  uint64_t return_before = plain.turn, irregular = 0, doubled = 0, returns = plain.turns, breaks = 0;
  size_t count = plain.count, rows = plain.rows, at = plain.at;
  for (; at < end && count + 64 <= room; at += 64) {
    const uint8_t *stretch = bytes + at;
    uint64_t valid = ~UINT64_C(0);
    uint8_t tail[64];
    if (end - at < 64) {
      valid = (UINT64_C(1) << (end - at)) - 1;
      memset(tail, 1, sizeof tail);
      memcpy(tail, stretch, end - at);
      stretch = tail;
    }
    struct csv_masks found = CSV_MASKS(stretch, classes);
    uint64_t quote = found.quote & classes.quoting & valid;
    uint64_t feed = found.feed & valid, turn = found.turn & valid;
    uint64_t inside = CSV_PREFIX_XOR(quote) ^ inside_before;
    inside_before = (uint64_t)((int64_t)inside >> 63);
    uint64_t structure = ((found.delimiter & valid) | feed) & ~inside;

    /* A quote opens where it makes the inside begin, and closes elsewhere. One that opens has to follow the structure,
       or, as the second of a pair, one that closes; what follows one that closes has to be structure, a quote or a
       line end. */
    uint64_t opening = quote & inside, closing = quote & ~inside;
    uint64_t follows_structure = structure << 1 | structure_before;
    uint64_t follows_closing = closing << 1 | closing_before;
    uint64_t follows_return = turn << 1 | return_before;
    structure_before = structure >> 63;
    closing_before = closing >> 63;
    return_before = turn >> 63;
    irregular |= (opening & ~(follows_structure | follows_closing))
      | (follows_closing & ~(structure | opening | turn) & valid) | (follows_return & ~feed & valid) | (found.nul & valid);
    doubled |= opening & follows_closing;
    returns |= turn & ~inside;
    breaks |= feed & inside;

    unsigned structures = CSV_COUNT(structure);
    CSV_EMIT(places + count, structure, (uint32_t)at, structures);
    count += structures;
    rows += CSV_COUNT(feed & ~inside);
  }
  return (struct csv_structure){
    .count = count,
    .rows = rows,
    .scanned = at < end ? at : end,
    .inside = inside_before != 0,
    .seen = (irregular ? csv_seen_irregular : 0) | (doubled ? csv_seen_doubled_quote : 0)
      | (returns ? csv_seen_return : 0) | (breaks ? csv_seen_quoted_break : 0),
  };
}

#undef CSV_FIND
#undef CSV_TARGET
#undef CSV_MASKS
#undef CSV_PREFIX_XOR
#undef CSV_EMIT
#undef CSV_COUNT
#undef CSV_PLAIN
