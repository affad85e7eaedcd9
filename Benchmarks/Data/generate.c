/* Writes the tables that the benchmarks read, to standard output. The same arguments give the same bytes everywhere.
 *
 *   generate activities ROWS [VARIANT]    what was done where: 8 columns, about 94 bytes a row
 *   generate members ROWS                 who belongs to what: 7 columns, about 82 bytes a row, pseudonyms only
 *   generate units | kinds | organisations   the lists that the two refer to
 *
 * Variants say the same in other bytes (ragged and huge excepted):
 *   plain, quoted (every field), crlf, doubled (quotes in a text), breaks (line breaks in a text of every row),
 *   semicolons (and decimal commas), huge (one text of 200 MB full of lines that look like rows; HUGE_BYTES sets its
 *   size), ragged (one row with a field too many, a later one with a field too few)
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const districts[15] = {"RG", "HT", "PQ", "KL", "AB", "AM", "CT", "GQ", "GR", "GT", "HD", "KH", "TH", "UM", "VT"};
static const char *const organisations[6] = {
  "Hội Liên hiệp Phụ nữ", "Đoàn TNCS Hồ Chí Minh", "Hội Nông dân", "Hội Cựu chiến binh",
  "Công đoàn, Liên đoàn Lao động", "Mặt trận Tổ quốc, Ủy ban tỉnh"};
static const char *const kinds[12] = {
  "MEET", "TRAIN", "LOAN", "VISIT", "CLEAN", "HOUSE", "SCHOL", "HEALTH", "SPORT", "CULT", "FUND", "NEWMEM"};
static const char *const measures[12] = {
  "cuộc", "lớp", "triệu đồng", "lượt", "km", "căn", "suất", "lượt", "trận", "buổi", "triệu đồng", "người"};
static const char *const sources[8] = {
  "Báo cáo quý I", "Báo cáo quý II", "Báo cáo năm", "", "Sổ theo dõi, cấp xã", "Khảo sát", "", "Niên giám"};
static const char *const statuses[3] = {"active", "lapsed", "honorary"};
static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
enum { communes = 10 };

/* SplitMix64. */
static uint64_t state = 20231003;
static uint64_t mixed(uint64_t value) {
  value = (value ^ (value >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  value = (value ^ (value >> 27)) * UINT64_C(0x94D049BB133111EB);
  return value ^ (value >> 31);
}
static uint64_t next(void) { return mixed(state += UINT64_C(0x9E3779B97F4A7C15)); }

/* How fields are written down. */
static char delimiter = ',';
static const char *line_end = "\n";
static int quotes_everything = 0;

static void text(const char *value) {
  const char special[] = {delimiter, '"', '\n', 0};
  if (!quotes_everything && value[strcspn(value, special)] == 0) {
    fputs(value, stdout);
    return;
  }
  putchar('"');
  for (; *value; value++) {
    if (*value == '"') putchar('"');
    putchar(*value);
  }
  putchar('"');
}

static void fields(int count, const char *const *values) {
  for (int index = 0; index < count; index++) {
    if (index > 0) putchar(delimiter);
    text(values[index]);
  }
}

static void row(int count, const char *const *values) {
  fields(count, values);
  fputs(line_end, stdout);
}

/* Parts of one random number, each from bits of its own. */
static unsigned part(uint64_t *bits, unsigned count) {
  unsigned value = (unsigned)((*bits & 0xFFFF) % count);
  *bits >>= 8;
  return value;
}

static void day(char *target, size_t size, uint64_t *bits, unsigned first, unsigned years) {
  unsigned year = first + part(bits, years), month = part(bits, 12);
  snprintf(target, size, "%04u-%02u-%02u", year, month + 1, 1 + part(bits, (unsigned)days[month]));
}

static void unit(char *target, size_t size, unsigned district, unsigned commune) {
  snprintf(target, size, "KG-%s-%02u", districts[district], commune);
}

/* A quoted field of many bytes, each line of which looks like a row of the table. */
static void huge_field(long size) {
  static const char line[] = "A00000000,2020-01-01,KG-RG-01,x,MEET,1,x,x\n";
  putchar('"');
  for (; size >= (long)sizeof line - 1; size -= (long)sizeof line - 1) fputs(line, stdout);
  putchar('"');
}

static void activities(long rows, const char *variant) {
  int doubled = !strcmp(variant, "doubled"), breaks = !strcmp(variant, "breaks"), ragged = !strcmp(variant, "ragged");
  int huge = !strcmp(variant, "huge"), commas = !strcmp(variant, "semicolons");
  const char *size = getenv("HUGE_BYTES");
  quotes_everything = !strcmp(variant, "quoted");
  if (!strcmp(variant, "crlf")) line_end = "\r\n";
  if (commas) delimiter = ';';
  row(8, (const char *const[]){
    "record_id", "date", "unit_code", "organisation", "indicator", "value", "unit_of_measure", "source"});
  for (long index = 0; index < rows; index++) {
    char id[32], date[32], code[32], value[32], remark[128];
    uint64_t bits = next(), amount = next();
    day(date, sizeof date, &bits, 2013, 11);
    unsigned district = part(&bits, 15);
    unit(code, sizeof code, district, 1 + part(&bits, communes));
    unsigned organisation = part(&bits, 6), kind = (unsigned)(amount >> 50) % 12;
    snprintf(id, sizeof id, "A%08ld", index + 1);
    if (kind == 2 || kind == 4 || kind == 10) {
      unsigned hundredths = (unsigned)(amount % 10000000);
      snprintf(value, sizeof value, "%u%c%02u", hundredths / 100, commas ? ',' : '.', hundredths % 100);
    } else {
      snprintf(value, sizeof value, "%u", (unsigned)(amount % 5000));
    }
    const char *source = sources[(amount >> 40) % 8];
    if (doubled) snprintf(remark, sizeof remark, "%s \"%s\"", source, kinds[kind]);
    if (breaks) snprintf(remark, sizeof remark, "%s\nA1,2020-01-01,KG-RG-01,x\n\"%s\", hết", source, kinds[kind]);
    const char *values[9] = {
      id, date, code, organisations[organisation], kinds[kind], value, measures[kind],
      doubled || breaks ? remark : source, "more"};
    if (huge && index == rows / 3) {
      fields(7, values);
      putchar(delimiter);
      huge_field(size ? atol(size) : 200L << 20);
      fputs(line_end, stdout);
    } else {
      row(ragged && index == rows / 3 ? 9 : ragged && index == 2 * rows / 3 ? 7 : 8, values);
    }
  }
}

/* Nine persons of ten are in one organisation, the others in two or three; some memberships stand twice. */
static int members(long rows) {
  uint32_t *persons = malloc((size_t)rows * sizeof *persons);
  unsigned char *belongs = malloc((size_t)rows);
  if (!persons || !belongs) return 1;
  long count = 0;
  for (uint32_t person = 0; count < rows; person++) {
    uint64_t bits = next();
    unsigned often = part(&bits, 100), first = part(&bits, 6), stride = 1 + part(&bits, 2);
    unsigned several = often < 88 ? 1 : often < 98 ? 2 : 3;
    for (unsigned index = 0; index < several && count < rows; index++) {
      int twice = part(&bits, 50) == 0;
      for (int copy = 0; copy <= twice && count < rows; copy++) {
        persons[count] = person;
        belongs[count++] = (unsigned char)((first + index * stride) % 6);
      }
    }
  }
  for (long index = rows - 1; index > 0; index--) {
    long other = (long)(next() % (uint64_t)(index + 1));
    uint32_t person = persons[index];
    unsigned char organisation = belongs[index];
    persons[index] = persons[other], belongs[index] = belongs[other];
    persons[other] = person, belongs[other] = organisation;
  }
  row(7, (const char *const[]){
    "person_id", "organisation", "unit_code", "joined", "dues_paid", "attended", "status"});
  for (long index = 0; index < rows; index++) {
    char person[32], code[32], joined[32], attended[32];
    uint64_t identity = mixed(persons[index] * UINT64_C(0x9E3779B97F4A7C15) + 77), home = mixed(identity), bits = next();
    unsigned district = part(&home, 15);
    unit(code, sizeof code, district, 1 + part(&home, communes));
    day(joined, sizeof joined, &bits, 1990, 34);
    snprintf(person, sizeof person, "%016" PRIx64, identity);
    snprintf(attended, sizeof attended, "%u", part(&bits, 13));
    const char *paid = part(&bits, 4) ? "true" : "false";
    unsigned status = part(&bits, 20);
    row(7, (const char *const[]){
      person, organisations[belongs[index]], code, joined, paid, attended, statuses[status == 0 ? 2 : status < 5]});
  }
  free(persons);
  free(belongs);
  return 0;
}

static void units(void) {
  row(4, (const char *const[]){"code", "name", "level", "parent"});
  row(4, (const char *const[]){"KG", "Tỉnh", "province", ""});
  for (unsigned district = 0; district < 15; district++) {
    char code[32], name[64], parent[32];
    snprintf(parent, sizeof parent, "KG-%s", districts[district]);
    snprintf(name, sizeof name, "Huyện %s", districts[district]);
    row(4, (const char *const[]){parent, name, "district", "KG"});
    for (unsigned commune = 1; commune <= communes; commune++) {
      unit(code, sizeof code, district, commune);
      snprintf(name, sizeof name, "Xã %s %u", districts[district], commune);
      row(4, (const char *const[]){code, name, "commune", parent});
    }
  }
}

/* A list of members of a dimension, named by their codes. */
static void list(int count, const char *const *codes) {
  row(2, (const char *const[]){"code", "name"});
  for (int index = 0; index < count; index++) row(2, (const char *const[]){codes[index], codes[index]});
}

int main(int count, char **words) {
  static char buffer[1 << 20];
  setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  const char *table = count > 1 ? words[1] : "";
  long rows = count > 2 ? atol(words[2]) : 0;
  if (!strcmp(table, "activities") && rows > 0) activities(rows, count > 3 ? words[3] : "plain");
  else if (!strcmp(table, "members") && rows > 0) { if (members(rows)) return 1; }
  else if (!strcmp(table, "units")) units();
  else if (!strcmp(table, "kinds")) list(12, kinds);
  else if (!strcmp(table, "organisations")) list(6, organisations);
  else {
    fputs("usage: generate activities ROWS [VARIANT] | members ROWS | units | kinds | organisations\n", stderr);
    return 64;
  }
  return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 74;
}
