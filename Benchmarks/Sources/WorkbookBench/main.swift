import Language
import Values
import Workbooks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// W3 through the product's own writer: the cells of `plain.c`, as `thapnien table … -o FILE.xlsx` writes its rows.
let arguments = CommandLine.arguments
guard arguments.count == 3, let rows = Int(arguments[2]) else {
  print("usage: \(arguments[0]) FILE.xlsx ROWS")
  exit(64)
}
let columns = (1...12).map {
  TableDocument.Column(heading: "Column \($0)", kind: $0 <= 2 ? .label : .number)
}
let document = TableDocument(
  language: .english, title: "W3", columns: columns, rowCount: rows, date: CalendarDate.lastDay(of: 2023))

func unit(_ row: Int) -> String {
  let digits = String(row)
  return "U" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
}

do {
  try TableWorkbook.write(document, to: arguments[1]) { row, cells in
    cells.append(.text(unit(row)))
    cells.append(.text(row % 2 == 0 ? "Phụ nữ" : "Nông dân"))
    for column in 2..<12 {
      let number = (row * 7919 + column * 104_729) % 10_000_000
      cells.append(.number(ExactDecimal(coefficient: Int128(number), scale: column % 2 == 0 ? 0 : 2)))
    }
  }
} catch {
  print(error.reason[.english])
  exit(1)
}
