#include "CXLSXWriter.h"

#if defined(__linux__)
#include <dlfcn.h>
#include <stdint.h>

/* Most commands write no workbook, and loading libxlsxwriter, with the cryptography that it brings, takes them a
 * twentieth of their time. So it is no library of the executable: it is loaded when the first workbook is begun. Each of
 * its functions that are called has a door here of the same name, which jumps to the place where the function was found.
 *
 * Invariants: nobody goes through a door before `thapnien_load_library` has returned NULL (`Workbook` calls it before
 * anything else); a place is written once, while a lock is held, and never again. A function that is called and has no
 * line here is an error of the linker. */
#define FUNCTIONS(X) \
  X(chart_add_series) X(chart_axis_major_gridlines_set_line) X(chart_axis_major_gridlines_set_visible) \
  X(chart_axis_set_interval_unit) X(chart_axis_set_label_position) X(chart_axis_set_line) \
  X(chart_axis_set_major_tick_mark) X(chart_axis_set_major_unit) X(chart_axis_set_max) X(chart_axis_set_min) \
  X(chart_axis_set_num_font) X(chart_axis_set_num_format) X(chart_axis_set_position) X(chart_axis_set_reverse) \
  X(chart_chartarea_set_fill) X(chart_chartarea_set_line) X(chart_legend_set_font) X(chart_legend_set_position) \
  X(chart_series_set_fill) X(chart_series_set_labels) X(chart_series_set_labels_custom) \
  X(chart_series_set_labels_font) X(chart_series_set_labels_num_format) X(chart_series_set_labels_options) \
  X(chart_series_set_labels_position) X(chart_series_set_labels_separator) X(chart_series_set_line) \
  X(chart_series_set_marker_fill) X(chart_series_set_marker_line) X(chart_series_set_marker_size) \
  X(chart_series_set_marker_type) X(chart_series_set_name) X(chart_series_set_points) X(chart_set_series_gap) \
  X(chart_set_series_overlap) X(chart_show_blanks_as) X(chart_title_set_name) X(chart_title_set_name_font) \
  X(format_set_align) X(format_set_bold) X(format_set_bottom) X(format_set_bottom_color) X(format_set_fg_color) \
  X(format_set_font_color) X(format_set_font_name) X(format_set_font_size) X(format_set_indent) \
  X(format_set_italic) X(format_set_left) X(format_set_left_color) X(format_set_num_format) X(format_set_pattern) \
  X(format_set_right) X(format_set_right_color) X(format_set_text_wrap) X(format_set_top) X(format_set_top_color) \
  X(format_set_underline) X(lxw_version_id) X(lxw_workbook_free) X(workbook_add_chart) X(workbook_add_format) \
  X(workbook_add_worksheet) X(workbook_close) X(workbook_define_name) X(workbook_new_opt) \
  X(workbook_set_custom_property_string) X(workbook_set_properties) X(worksheet_activate) X(worksheet_add_table) \
  X(worksheet_autofilter) X(worksheet_center_horizontally) X(worksheet_conditional_format_range) \
  X(worksheet_fit_to_pages) X(worksheet_freeze_panes) X(worksheet_gridlines) X(worksheet_ignore_errors) \
  X(worksheet_insert_chart_opt) X(worksheet_insert_image_opt) X(worksheet_merge_range) \
  X(worksheet_outline_settings) X(worksheet_print_area) X(worksheet_repeat_rows) X(worksheet_set_column) \
  X(worksheet_set_footer) X(worksheet_set_h_pagebreaks) X(worksheet_set_header) X(worksheet_set_landscape) \
  X(worksheet_set_margins) X(worksheet_set_paper) X(worksheet_set_row_pixels) X(worksheet_set_row_pixels_opt) \
  X(worksheet_set_tab_color) X(worksheet_write_blank) X(worksheet_write_formula_num) X(worksheet_write_number) \
  X(worksheet_write_string) X(worksheet_write_url_opt)

#define PLACE(name) __attribute__((visibility("hidden"))) void *thapnien_place_of_##name;
FUNCTIONS(PLACE)

/* Hidden, so that the library's own calls of these functions do not come here. */
#if defined(__x86_64__)
#define JUMP(name) "  jmpq *thapnien_place_of_" #name "(%rip)\n"
#elif defined(__aarch64__)
#define JUMP(name)                                \
  "  adrp x16, thapnien_place_of_" #name "\n"     \
  "  ldr x16, [x16, :lo12:thapnien_place_of_" #name "]\n" \
  "  br x16\n"
#else
#error "On this processor, doors into libxlsxwriter have to be written first."
#endif
#define DOOR(name)                                            \
  __asm__(".text\n.globl " #name "\n.hidden " #name "\n"      \
          ".type " #name ", %function\n.p2align 4\n" #name ":\n" JUMP(name) ".size " #name ", . - " #name "\n");
FUNCTIONS(DOOR)

static const struct {
  const char *name;
  void **place;
} functions[] = {
#define ROW(name) {#name, &thapnien_place_of_##name},
    FUNCTIONS(ROW)};

const char *thapnien_load_library(void) {
  static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
  static int loaded = 0;
  const char *trouble = NULL;
  pthread_mutex_lock(&turn);
  if (!loaded) {
    void *library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) trouble = dlerror();
    for (size_t index = 0; trouble == NULL && index < sizeof functions / sizeof functions[0]; index++) {
      *functions[index].place = dlsym(library, functions[index].name);
      if (*functions[index].place == NULL) trouble = dlerror();
    }
    loaded = trouble == NULL;
  }
  pthread_mutex_unlock(&turn);
  return trouble;
}
#else
const char *thapnien_load_library(void) { return NULL; }
#endif
