/// The situations of csv-spectrum (https://github.com/max-mapper/csv-spectrum), with texts of our own.
enum CSVSpectrum {
  private static let abc = ["a", "b", "c"]

  static let cases: [SuiteCase] = [
    SuiteCase(name: "simple", csv: "a,b,c\n7,8,9\n", fields: abc, rows: [["7", "8", "9"]]),
    SuiteCase(name: "simple_crlf", csv: "a,b,c\r\n7,8,9\r\n", fields: abc, rows: [["7", "8", "9"]]),
    SuiteCase(
      name: "comma_in_quotes", csv: "họ,tên,nơi,mã\nLê,An,\"Rạch Giá, tỉnh\",00904",
      fields: ["họ", "tên", "nơi", "mã"],
      rows: [["Lê", "An", "Rạch Giá, tỉnh", "00904"]]),
    SuiteCase(
      name: "empty", csv: "a,b,c\n7,\"\",\"\"\n8,9,10", fields: abc, rows: [["7", nil, nil], ["8", "9", "10"]]),
    SuiteCase(
      name: "empty_crlf", csv: "a,b,c\r\n7,\"\",\"\"\r\n8,9,10", fields: abc,
      rows: [["7", nil, nil], ["8", "9", "10"]]),
    SuiteCase(
      name: "escaped_quotes", csv: "a,b\n7,\"ông \"\"Hai\"\" đó\"\n8,9\n", fields: ["a", "b"],
      rows: [["7", "ông \"Hai\" đó"], ["8", "9"]]),
    SuiteCase(
      name: "json", csv: "k,v\n7,\"{\"\"loại\"\": \"\"điểm\"\", \"\"ở\"\": [10.5, 105.0]}\"\n",
      fields: ["k", "v:object"],
      rows: [["7", "{\"loại\": \"điểm\", \"ở\": [10.5, 105.0]}"]]),
    SuiteCase(
      name: "location_coordinates", csv: "số,toạ độ,nơi\n7,10�00'37.8\"N 105�04'17.9\"E,Rạch Giá",
      fields: ["số", "toạ độ", "nơi"], codes: ["stray-quote"],
      reason: "a quote in the middle of a bare field is against RFC 4180 (rule 5) and, in files of offices, most often "
        + "a quote that was not closed; `\"quoteChar\": null` reads it, see the next line"),
    SuiteCase(
      name: "location_coordinates, quotes declared as text",
      csv: "số,toạ độ,nơi\n7,10�00'37.8\"N 105�04'17.9\"E,Rạch Giá",
      fields: ["số", "toạ độ", "nơi"], properties: [SuiteCase.dialect(#""quoteChar": null"#)],
      rows: [["7", "10�00'37.8\"N 105�04'17.9\"E", "Rạch Giá"]]),
    SuiteCase(
      name: "newlines", csv: "a,b,c\n7,8,9\n\"Ngày xửa \nngày xưa\",5,6\n", fields: abc,
      rows: [["7", "8", "9"], ["Ngày xửa \nngày xưa", "5", "6"]]),
    SuiteCase(
      name: "newlines_crlf", csv: "a,b,c\r\n7,8,9\r\n\"Ngày xửa\r\nngày xưa\",5,6\r\n", fields: abc,
      rows: [["7", "8", "9"], ["Ngày xửa\r\nngày xưa", "5", "6"]]),
    SuiteCase(
      name: "quotes_and_newlines", csv: "a,b\n7,\"ông\n\"\"Hai\"\"\nđó\"\n8,9\n", fields: ["a", "b"],
      rows: [["7", "ông\n\"Hai\"\nđó"], ["8", "9"]]),
    SuiteCase(
      name: "utf8", csv: "a,b,c\n7,8,9\n4,5,ʤ\n", fields: abc, rows: [["7", "8", "9"], ["4", "5", "ʤ"]]),
  ]
}

/// The rules of RFC 4180, section 2 (https://www.rfc-editor.org/rfc/rfc4180#section-2).
enum RFC4180 {
  static let cases: [SuiteCase] = [
    SuiteCase(
      name: "rule 1, a record a line", csv: "a,b\r\nx,y\r\nz,t\r\n", fields: ["a", "b"],
      rows: [["x", "y"], ["z", "t"]]),
    SuiteCase(
      name: "rule 2, no line end at the end", csv: "a,b\r\nx,y\r\nz,t", fields: ["a", "b"],
      rows: [["x", "y"], ["z", "t"]]),
    SuiteCase(
      name: "rule 3, no header", csv: "x,y\r\nz,t\r\n", fields: ["a", "b"],
      properties: [SuiteCase.dialect(#""header": false"#)], rows: [["x", "y"], ["z", "t"]]),
    SuiteCase(
      name: "rule 4, as many fields in each record", csv: "a,b\r\nx\r\nx,y,z\r\n", fields: ["a", "b"],
      codes: ["ragged-row", "ragged-row"], reason: "each record has to have as many fields as the header"),
    SuiteCase(
      name: "rule 4, spaces are part of a field", csv: "a,b\r\n x, y \r\n", fields: ["a", "b"],
      rows: [[" x", " y "]], codes: ["irregular-spaces", "irregular-spaces"], reason: "read, with a warning"),
    SuiteCase(
      name: "rule 5, quotes around some fields", csv: "\"a\",b\r\n\"x\",\"y\"\r\nz,t\r\n", fields: ["a", "b"],
      rows: [["x", "y"], ["z", "t"]]),
    SuiteCase(
      name: "rule 5, no quotes inside bare fields", csv: "a,b\r\nx,y\"z\r\n", fields: ["a", "b"],
      codes: ["stray-quote"],
      reason: "the rule forbids it"),
    SuiteCase(
      name: "rule 6, line breaks and commas inside quotes", csv: "a,b\r\n\"x\r\n1\",\"y,\"\"\"\r\n",
      fields: ["a", "b"],
      rows: [["x\r\n1", "y,\""]]),
    SuiteCase(
      name: "rule 7, doubled quotes", csv: "a,b\r\n\"x\"\"y\",z\r\n", fields: ["a", "b"], rows: [["x\"y", "z"]]),
  ]
}

/// The situations of https://github.com/sineemore/csv-test-data, with texts of our own. Its files without a prefix have
/// no header.
enum CSVTestData {
  private static let three = ["mot", "hai", "ba"]
  private static let bare = [SuiteCase.dialect(#""header": false"#)]

  private static func plain(
    _ name: String, _ csv: String, _ rows: [[String?]], _ codes: [String] = [], _ reason: String = ""
  )
    -> SuiteCase
  {
    SuiteCase(
      name: name, csv: csv, fields: Array(three.prefix(rows.first?.count ?? 1)), properties: bare, rows: rows,
      codes: codes, reason: reason)
  }

  static let cases: [SuiteCase] = [
    plain(
      "all-empty", "\n\n", [], [],
      "no rows: lines without a byte before the first record are passed over, where the suite has two empty values"),
    plain("empty-field", "x,y,z\n1,,3", [["x", "y", "z"], ["1", nil, "3"]]),
    plain("empty-one-column", "x\n\n", [["x"], [nil]]),
    SuiteCase(name: "header-no-rows", csv: "mot,hai,ba", fields: three),
    SuiteCase(name: "header-simple", csv: "mot,hai,ba\n1,2,3", fields: three, rows: [["1", "2", "3"]]),
    plain(
      "leading-space", "x,y,z\n1, đầu,3", [["x", "y", "z"], ["1", " đầu", "3"]], ["irregular-spaces"],
      "read, with a warning"),
    plain("one-column", "x\n1", [["x"], ["1"]]),
    plain("quotes-empty", "x,y,z\n1,\"\",3", [["x", "y", "z"], ["1", nil, "3"]]),
    plain("quotes-with-comma", "x,y,z\n1,\"Vâng, tôi đây.\",3", [["x", "y", "z"], ["1", "Vâng, tôi đây.", "3"]]),
    plain("quotes-with-escaped-quote", "x,y,z\n1,\"dấu \"\" kép\",3", [["x", "y", "z"], ["1", "dấu \" kép", "3"]]),
    plain("quotes-with-newline", "x,y,z\n1,\"một,\nhai\",3", [["x", "y", "z"], ["1", "một,\nhai", "3"]]),
    plain("quotes-with-space", "x,y,z\n1,\"có cách\",3", [["x", "y", "z"], ["1", "có cách", "3"]]),
    plain("simple-crlf", "x,y,z\r\n1,2,3", [["x", "y", "z"], ["1", "2", "3"]]),
    plain("simple-lf", "x,y,z\n1,2,3", [["x", "y", "z"], ["1", "2", "3"]]),
    plain("trailing-newline-one-field", "x\n1\n", [["x"], ["1"]]),
    plain("trailing-newline", "x,y,z\n1,2,3\n", [["x", "y", "z"], ["1", "2", "3"]]),
    plain(
      "trailing-space", "x,y,z\n1,cuối ,3", [["x", "y", "z"], ["1", "cuối ", "3"]], ["irregular-spaces"],
      "read, with a warning"),
    plain("utf8", "x,y,z\n1,😎,3", [["x", "y", "z"], ["1", "😎", "3"]]),
    bad("bad-header-less-fields", "mot,hai,ba\n1,2", "ragged-row"),
    bad("bad-header-more-fields", "mot,hai,ba\n1,2,3,4", "ragged-row"),
    bad("bad-header-no-header", "", "missing-header"),
    bad(
      "bad-header-wrong-header", "bon,nam,sau",
      "extra-column", "extra-column", "extra-column", "missing-column", "missing-column", "missing-column"),
    bad("bad-missing-quote", "mot,hai,ba\n1,\"quên đóng,3\n", "unclosed-quote"),
    bad("bad-quotes-with-unescaped-quote", "mot,hai,ba\n1,\"quên \" gấp đôi\",3\n", "text-after-quote"),
    bad("bad-unescaped-quote", "mot,hai,ba\n1,chữ \"này\" sai,3\n", "stray-quote"),
  ]

  private static func bad(_ name: String, _ csv: String, _ codes: String...) -> SuiteCase {
    SuiteCase(name: name, csv: csv, fields: three, codes: codes, reason: "the suite calls it bad")
  }
}
