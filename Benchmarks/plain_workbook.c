/* W3 in plain C: a workbook of ROWS x 12 cells through libxlsxwriter's constant-memory mode, with nothing around it.
 *
 * Two texts and ten numbers a row, the same as `table` writes them: a heading row, three number formats, widths, a frozen
 * heading and a filter. What the product needs more than this is its own cost. */
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

static void must(lxw_error code) {
  if (code != LXW_NO_ERROR) {
    fprintf(stderr, "%s\n", lxw_strerror(code));
    exit(1);
  }
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: %s FILE.xlsx ROWS\n", argv[0]);
    return 64;
  }
  lxw_row_t rows = (lxw_row_t)strtoul(argv[2], NULL, 10);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(argv[1], &options);
  lxw_doc_properties properties = {.title = "W3", .created = 1703980800};
  must(workbook_set_properties(book, &properties));
  lxw_format *head = workbook_add_format(book);
  format_set_bold(head);
  lxw_format *text = workbook_add_format(book);
  lxw_format *whole = workbook_add_format(book);
  format_set_num_format(whole, "#,##0");
  lxw_format *hundredths = workbook_add_format(book);
  format_set_num_format(hundredths, "#,##0.00");
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Table");
  must(worksheet_set_column(sheet, 0, 11, 14, NULL));
  worksheet_freeze_panes(sheet, 1, 0);
  char words[32];
  for (int column = 0; column < 12; column++) {
    snprintf(words, sizeof words, "Column %d", column + 1);
    must(worksheet_write_string(sheet, 0, (lxw_col_t)column, words, head));
  }
  for (lxw_row_t row = 0; row < rows; row++) {
    snprintf(words, sizeof words, "U%06u", (unsigned)row);
    must(worksheet_write_string(sheet, row + 1, 0, words, text));
    must(worksheet_write_string(sheet, row + 1, 1, row % 2 ? "Nông dân" : "Phụ nữ", text));
    for (unsigned column = 2; column < 12; column++) {
      unsigned long number = ((unsigned long)row * 7919 + column * 104729) % 10000000;
      if (column % 2)
        must(worksheet_write_number(sheet, row + 1, (lxw_col_t)column, (double)number / 100, hundredths));
      else
        must(worksheet_write_number(sheet, row + 1, (lxw_col_t)column, (double)number, whole));
    }
  }
  must(worksheet_autofilter(sheet, 0, 0, rows, 11));
  must(workbook_close(book));
  return 0;
}
