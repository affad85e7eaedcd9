import Language

extension ChecklistItem {
  /// What is asked, and how to mend it.
  var words: (title: LocalizedText, remedy: LocalizedText) {
    switch self {
    case .macros, .linkedWorkbooks, .documentTitle, .documentLanguage, .personalProperties, .opening, .sheetNames,
      .contents, .links, .hidden, .alternativeText:
      workbookWords
    case .sheetTitle, .corner, .markedTables, .oneTable, .headings, .merged, .blankRows, .blankCells, .numbersAsText:
      tableWords
    case .errorValues, .keptValues, .frozen, .width, .printing, .colour, .notes: cellWords
    }
  }

  private static func words(_ title: (String, String), _ remedy: (String, String)) -> (LocalizedText, LocalizedText) {
    (LocalizedText(vi: title.0, en: title.1), LocalizedText(vi: remedy.0, en: remedy.1))
  }

  private var workbookWords: (title: LocalizedText, remedy: LocalizedText) {
    switch self {
    case .macros:
      Self.words(
        ("Không có macro", "No macros"),
        ("Lưu thành sổ tính .xlsx không có macro.", "Save it as an .xlsx workbook without macros."))
    case .linkedWorkbooks:
      Self.words(
        ("Không lấy số từ sổ tính khác", "No numbers from other workbooks"),
        (
          "Trong Excel: Data > Edit Links > Break Link, hoặc dán giá trị.",
          "In Excel: Data > Edit Links > Break Link, or paste the values."
        ))
    case .documentTitle:
      Self.words(
        ("Thuộc tính tệp có tên tài liệu", "The document's properties have a title"),
        ("Điền Title trong File > Info > Properties.", "Fill in Title under File > Info > Properties."))
    case .documentLanguage:
      Self.words(
        ("Thuộc tính tệp ghi ngôn ngữ", "The document's properties name its language"),
        (
          "Thêm thuộc tính Language (ví dụ vi-VN) trong File > Info > Properties > Advanced > Custom.",
          "Add the property Language (such as en-GB) under File > Info > Properties > Advanced > Custom."
        ))
    case .personalProperties:
      Self.words(
        ("Thuộc tính tệp không lộ người hay đường dẫn", "The document's properties name no person and no path"),
        (
          "File > Info > Inspect Document > Remove All bỏ tên người và đường dẫn.",
          "File > Info > Inspect Document > Remove All takes names and paths away."
        ))
    case .opening:
      Self.words(
        ("Mở ra ở đầu trang tính thứ nhất", "It opens at the top of its first sheet"),
        (
          "Chọn ô A1 của trang tính thứ nhất rồi lưu lại.", "Select cell A1 of the first sheet, then save."
        ))
    case .sheetNames:
      Self.words(
        ("Tên trang tính nói lên nội dung", "Sheets are named after what they hold"),
        ("Đặt tên như “Biểu 01” thay cho tên mặc định.", "Use names such as “Table 01” instead of the default."))
    case .contents:
      Self.words(
        ("Mục lục dẫn tới mọi biểu", "A list of contents leads to every table"),
        (
          "Thêm trang mục lục, mỗi dòng một liên kết tới một trang tính.",
          "Add a sheet of contents, one link to a sheet in each row."
        ))
    case .links:
      Self.words(
        ("Liên kết và tên vùng còn đúng", "Links and names lead somewhere"),
        ("Sửa hoặc bỏ liên kết, tên vùng không còn đích.", "Mend or remove links and names that lead nowhere."))
    case .hidden:
      Self.words(
        ("Không có trang tính, dòng, cột ẩn", "No hidden sheets, rows or columns"),
        ("Cho hiện lại, hoặc xóa nếu không cần.", "Show them again, or delete what is not needed."))
    default:
      Self.words(
        ("Hình và biểu đồ có mô tả bằng chữ", "Charts and pictures have a text in their place"),
        (
          "Bấm phải vào biểu đồ > View Alt Text, viết điều biểu đồ cho thấy.",
          "Right-click the chart > View Alt Text, and write what it shows."
        ))
    }
  }

  private var tableWords: (title: LocalizedText, remedy: LocalizedText) {
    switch self {
    case .sheetTitle:
      Self.words(
        ("Mỗi trang tính có tên ở đầu cột A", "Each sheet has its title at the top of column A"),
        ("Ghi tên biểu vào ô A1.", "Write the table's title into cell A1."))
    case .corner:
      Self.words(
        ("Nội dung bắt đầu từ ô A1", "The contents begin in cell A1"),
        ("Xóa dòng, cột trống ở đầu trang tính.", "Delete empty rows and columns at the beginning."))
    case .markedTables:
      Self.words(
        ("Bảng số liệu được đánh dấu là bảng Excel", "Tables of figures are marked as Excel tables"),
        ("Chọn vùng số liệu rồi Insert > Table (Ctrl+T).", "Select the figures, then Insert > Table (Ctrl+T)."))
    case .oneTable:
      Self.words(
        ("Mỗi trang tính một bảng", "One table a sheet"),
        ("Chuyển bảng thứ hai sang trang tính riêng.", "Move the second table to a sheet of its own."))
    case .headings:
      Self.words(
        ("Cột nào cũng có tên riêng", "Every column has a heading of its own"),
        ("Đặt tên cột, không để trống, không trùng.", "Give each column a heading, none empty, none twice."))
    case .merged:
      Self.words(
        ("Không gộp ô", "No merged cells"),
        ("Bỏ gộp ô; canh giữa bằng Center Across Selection.", "Unmerge; centre by Center Across Selection."))
    case .blankRows:
      Self.words(
        ("Trong bảng không có dòng, cột trống", "No blank rows or columns within tables"),
        ("Xóa dòng, cột trống; tách nhóm bằng đường kẻ.", "Delete them; set groups apart by lines."))
    case .blankCells:
      Self.words(
        ("Cột số không có ô trống", "No blank cells among numbers"),
        (
          "Ghi 0, “-”, “...” hoặc lý do, và chú giải ký hiệu.",
          "Write 0, “-”, “...” or the reason, and explain the signs."
        ))
    default:
      Self.words(
        ("Số là số, không phải chữ", "Numbers are numbers, not text"),
        (
          "Data > Text to Columns > Finish đổi chữ thành số; đơn vị và dấu ghi ở đầu cột.",
          "Data > Text to Columns > Finish makes numbers of them; units and marks belong in the heading."
        ))
    }
  }

  private var cellWords: (title: LocalizedText, remedy: LocalizedText) {
    switch self {
    case .errorValues:
      Self.words(
        ("Không có ô lỗi", "No error values"),
        ("Sửa công thức, ví dụ với IFERROR hoặc ký hiệu “x”.", "Mend the formula, with IFERROR or the sign “x”."))
    case .keptValues:
      Self.words(
        ("Công thức có giá trị lưu kèm", "Formulas keep their values"),
        ("Mở trong Excel, tính lại (F9) rồi lưu.", "Open it in Excel, calculate (F9) and save."))
    case .frozen:
      Self.words(
        ("Đầu cột của bảng dài được giữ lại khi cuộn", "Headings of long tables stay in view"),
        ("View > Freeze Panes dưới dòng tên cột.", "View > Freeze Panes below the headings."))
    case .width:
      Self.words(
        ("Số nào cũng đủ chỗ (không có ####)", "Every number has room (no ####)"),
        ("Nới rộng cột.", "Widen the column."))
    case .printing:
      Self.words(
        ("In vừa giấy A4", "It prints on A4"),
        (
          "Page Layout: Size A4, Width 1 page, Print Titles lặp dòng tên cột.",
          "Page Layout: Size A4, Width 1 page, Print Titles repeat the headings."
        ))
    case .colour:
      Self.words(
        ("Màu nền không mang nghĩa một mình", "Colour never carries meaning alone"),
        ("Nói bằng chữ hoặc ký hiệu điều màu nền muốn nói.", "Say in words or signs what the colour says."))
    default:
      Self.words(
        ("Ghi chú đánh số theo thứ tự và có lời", "Notes are numbered in order and explained"),
        (
          "Đánh số ghi chú theo thứ tự xuất hiện, mỗi số có lời ghi chú.",
          "Number the notes as they come, and explain each."
        ))
    }
  }
}
