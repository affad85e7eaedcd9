/// The CSV situations of the `data/` folder of https://github.com/frictionlessdata/frictionless-py, with texts of our
/// own; the names are those of its files. Files of megabytes, of other formats and of its own reports are left out.
enum FrictionlessData {
  private static let person = ["id:integer", "ten", "tuoi:integer"]
  private static let pair = ["id", "ten"]

  static let headers: [SuiteCase] = [
    SuiteCase(name: "[table]", csv: "id,ten\n1,một\n2,中国人\n", fields: pair, rows: [["1", "một"], ["2", "中国人"]]),
    SuiteCase(
      name: "accent", csv: "đv;mã;\nX;06090;\n", fields: ["đv", "mã"],
      properties: [SuiteCase.dialect(#""delimiter": ";""#)], rows: [["X", "06090"]]),
    SuiteCase(name: "ascii", csv: "A,B,C\n1,2,3", fields: ["A", "B", "C"], rows: [["1", "2", "3"]]),
    SuiteCase(name: "ascii-notvalid", csv: "A,B,C\n1,ssµ,ab€", fields: ["A", "B", "C"], rows: [["1", "ssµ", "ab€"]]),
    SuiteCase(
      name: "blank-headers", csv: "id,,tuoi\n1,An,30\n2,Bình,26\n", fields: ["id", "ten", "tuoi"],
      codes: ["extra-column", "missing-column"], reason: "values stand under no name"),
    SuiteCase(name: "bom", csv: "\u{FEFF}id,ten\n1,một\n", fields: pair, rows: [["1", "một"]]),
    SuiteCase(
      name: "capital-invalid", csv: "id,ten,ten\n1,Hà Nội,Việt Nam\n", fields: pair, codes: ["duplicate-column"],
      reason: "two columns have one name"),
    SuiteCase(name: "capital-valid", csv: "id,ten\n1,Hà Nội\n", fields: pair, rows: [["1", "Hà Nội"]]),
    SuiteCase(
      name: "capitals", csv: "id, cid, ten\n1, 1, Hà Nội\n", fields: ["id:integer", "cid:integer", "ten"],
      properties: [SuiteCase.dialect(#""skipInitialSpace": true"#)], rows: [["1", "1", "Hà Nội"]]),
    SuiteCase(
      name: "duplicate-column", csv: "A,B,B,C\na,b,C,c\n", fields: ["A", "B", "C"], codes: ["duplicate-column"],
      reason: "two columns have one name"),
    SuiteCase(
      name: "duplicate-headers", csv: "id,ten,id,tuoi,id\n1,An,0,30,001\n", fields: ["id", "ten", "tuoi"],
      codes: ["duplicate-column", "duplicate-column"], reason: "three columns have one name"),
    SuiteCase(name: "empty", csv: "", fields: pair, codes: ["missing-header"], reason: "nothing in it"),
    SuiteCase(
      name: "issue-844", csv: "ten,tuổi \nAn,47\n", fields: ["ten", "tuổi"], rows: [["An", "47"]]),
    SuiteCase(
      name: "issue-991", csv: "Giờ,s_mean (°C)\n1,2\n", fields: ["Giờ", "s_mean (°C)"], rows: [["1", "2"]]),
    SuiteCase(
      name: "numeric-labels", csv: "id,100022,100025\nid1,TRUE,FALSE\n",
      fields: ["id", "100022:boolean", "100025:boolean"], rows: [["id1", "true", "false"]]),
    SuiteCase(name: "sync-schema", csv: "ten,id\nmột,1\n", fields: pair, rows: [["1", "một"]]),
    SuiteCase(
      name: "chunk2.headless", csv: "2,hai\n3,ba\n", fields: pair, properties: [SuiteCase.dialect(#""header": false"#)],
      rows: [["2", "hai"], ["3", "ba"]]),
    SuiteCase(
      name: "matrix", csv: "f1,f2\n11,12\n21,22\n", fields: ["f1:integer", "f2:integer"],
      rows: [["11", "12"], ["21", "22"]]),
    SuiteCase(
      name: "matrix-with-comment", csv: "# lời\nf1,f2\n11,12\n", fields: ["f1:integer", "f2:integer"],
      properties: [SuiteCase.dialect(##""commentChar": "#""##)], rows: [["11", "12"]]),
    SuiteCase(
      name: "skip-rows", csv: "# lời\nid,ten\n1,một\n# lời\n2,hai\n", fields: pair,
      properties: [SuiteCase.dialect(##""commentChar": "#""##)], rows: [["1", "một"], ["2", "hai"]]),
    SuiteCase(
      name: "skip-rows-before-headers", csv: "# lời\nid,ten\n1,một\n", fields: pair,
      properties: [SuiteCase.dialect(#""headerRows": [2]"#)], rows: [["1", "một"]]),
    SuiteCase(
      name: "skip-blank-at-the-end", csv: "x,y\n#lời\n1,2\n\n", fields: ["x", "y"],
      properties: [SuiteCase.dialect(##""commentChar": "#""##)], rows: [["1", "2"]]),
  ]

  static let rows: [SuiteCase] = [
    SuiteCase(
      name: "blank-rows", csv: "id,ten,tuoi\n1,An,30\n,,\n2,Bình,26\n", fields: person,
      rows: [["1", "An", "30"], ["2", "Bình", "26"]], codes: ["blank-rows"], reason: "read, with a warning"),
    SuiteCase(
      name: "blank-rows-multiple", csv: "id,ten,tuoi\n1,An,30\n,,\n,,\n,,\n", fields: person,
      rows: [["1", "An", "30"]],
      codes: ["blank-rows"], reason: "read, with a warning that counts them"),
    SuiteCase(
      name: "blank-rows-no-fields", csv: "id,ten,tuoi\n1,An,30\n\n2,Bình,26\n", fields: person,
      rows: [["1", "An", "30"], ["2", "Bình", "26"]]),
    SuiteCase(
      name: "defective-rows", csv: "id,ten,tuoi\n1,An\n2,Bình,26,khoai\n", fields: person,
      codes: ["ragged-row", "ragged-row"], reason: "each row has to have as many fields as the header"),
    SuiteCase(
      name: "structure-errors", csv: "id,ten,tuoi\n1,An,30\n,,\n1,2,3,4,5,6\n", fields: person,
      rows: [["1", "An", "30"]], codes: ["ragged-row", "blank-rows"], reason: "a row of six fields under three names"),
    SuiteCase(
      name: "schema-errors", csv: "id,ten,tuoi\n1,An,30\nkhông phải số,,\n,2,3,4,5,6\n", fields: person,
      rows: [["1", "An", "30"], [nil, nil, nil]], codes: ["type-error", "ragged-row"],
      reason: "a text where a number should be"),
    SuiteCase(
      name: "duplicate-rows", csv: "id,ten,tuoi\n1,An,30\n2,Bình,26\n1,An,30\n", fields: person,
      schema: [#""primaryKey": ["id"]"#], rows: [["1", "An", "30"], ["2", "Bình", "26"], ["1", "An", "30"]],
      codes: ["duplicate-key"], reason: "with a key; without one, equal rows are the sender's"),
    SuiteCase(
      name: "invalid", csv: "id,ten,,ten\n1,một\n\n2,hai,1,2,3\n", fields: pair,
      codes: ["extra-column", "duplicate-column"], reason: "a name is missing and one stands twice"),
    SuiteCase(
      name: "countries", csv: "# lời\r\nid,ten,so\r\n1,Anh,67\r\n2,Pháp,n/a,tìm\r\n3,Ý,60\r\n",
      fields: ["id:integer", "ten", "so:integer"], schema: [#""missingValues": ["", "n/a"]"#],
      properties: [SuiteCase.dialect(##""commentChar": "#""##)], rows: [["1", "Anh", "67"], ["3", "Ý", "60"]],
      codes: ["ragged-row"],
      reason: "a remark beside the table"),
    SuiteCase(
      name: "countries-cleaned", csv: "id,lg,ten,so\r\n1,,Anh,67\r\n2,3,Pháp,67\r\n",
      fields: ["id:integer", "lg:integer", "ten", "so:integer"],
      rows: [["1", nil, "Anh", "67"], ["2", "3", "Pháp", "67"]]),
    SuiteCase(
      name: "countries-truefalsevalues", csv: "id,v\r\n1,có\r\n2,không",
      fields: ["id:integer", #"{"name": "v", "type": "boolean", "trueValues": ["có"], "falseValues": ["không"]}"#],
      rows: [["1", "true"], ["2", "false"]]),
    SuiteCase(
      name: "country-2", csv: "# Người lập\nid;lg;ten\n1;;Anh\n2;3;Pháp\n", fields: ["id", "lg", "ten"],
      properties: [SuiteCase.dialect(##""delimiter": ";", "commentChar": "#""##)],
      rows: [["1", nil, "Anh"], ["2", "3", "Pháp"]]),
    SuiteCase(
      name: "nested", csv: "id,cat,ten\n1,,Anh\n2,1,Luân Đôn\n", fields: ["id:integer", "cat:integer", "ten"],
      schema: [#""foreignKeys": [{"fields": ["cat"], "reference": {"resource": "", "fields": ["id"]}}]"#],
      rows: [["1", nil, "Anh"], ["2", "1", "Luân Đôn"]]),
    SuiteCase(
      name: "nested-invalid", csv: "id,cat,ten\n1,,Anh\n2,8,Luân Đôn\n", fields: ["id:integer", "cat:integer", "ten"],
      schema: [#""foreignKeys": [{"fields": ["cat"], "reference": {"resource": "", "fields": ["id"]}}]"#],
      rows: [["1", nil, "Anh"], ["2", "8", "Luân Đôn"]], codes: ["unknown-reference"],
      reason: "8 is no row of the table"),
    SuiteCase(name: "long", csv: "id,ten\n1,a\n2,b\n", fields: pair, rows: [["1", "a"], ["2", "b"]]),
    SuiteCase(
      name: "table-limits", csv: "f1, f2\n1, 2\n", fields: ["f1:integer", "f2:integer"], rows: [["1", nil]],
      codes: ["type-error"], reason: "a space before a number, unless `skipInitialSpace` is declared"),
  ]

  static let values: [SuiteCase] = [
    SuiteCase(
      name: "delimiter", csv: "id;ten\n1;một\n", fields: pair, properties: [SuiteCase.dialect(#""delimiter": ";""#)],
      rows: [["1", "một"]]),
    SuiteCase(
      name: "delimiter, not declared", csv: "id;ten\n1;một\n", fields: pair, codes: ["wrong-delimiter"],
      reason: "the finding names the delimiter to declare"),
    SuiteCase(
      name: "dialect", csv: "id|ten\n1|#một#\n2| -|##\n", fields: pair,
      properties: [SuiteCase.dialect(##""delimiter": "|", "quoteChar": "#", "skipInitialSpace": true"##)],
      rows: [["1", "một"], ["2", "-"]]),
    SuiteCase(
      name: "doublequote", csv: "\"A\",\"B\"\n\"x\"\"y\"\"\",\"Năm\"\n", fields: ["A", "B"], rows: [["x\"y\"", "Năm"]]),
    SuiteCase(
      name: "escaping", csv: "ID, V\n1, \"một\"\n2, \"hai \"\" ba\"\n3, \"bốn \\\" năm\"\n", fields: ["ID", "V"],
      properties: [SuiteCase.dialect(#""skipInitialSpace": true, "escapeChar": "\\""#)],
      rows: [["1", "một"], ["2", "hai \" ba"], ["3", "bốn \" năm"]]),
    SuiteCase(name: "floats", csv: "so\n1.1\n1.2\n", fields: ["so:number"], rows: [["1.1"], ["1.2"]]),
    SuiteCase(
      name: "geopoint-object", csv: "v,o\nx,\"{\"\"lon\"\": 105, \"\"lat\"\": 10}\"\n", fields: ["v", "o:geopoint"],
      codes: ["unsupported"], reason: "geographic types are refused; `object` reads it"),
    SuiteCase(
      name: "issue-1009-semicolon", csv: "a;b\n0123;c\n", fields: ["a", "b"],
      properties: [SuiteCase.dialect(#""delimiter": ";""#)], rows: [["0123", "c"]]),
    SuiteCase(
      name: "issue-1066-smallcellsize", csv: "mo_ta,ma\r\n\"một câu, có dấu phẩy\",x\r\n", fields: ["mo_ta", "ma"],
      rows: [["một câu, có dấu phẩy", "x"]]),
    SuiteCase(
      name: "issue-1066-largecellsize", csv: "mo_ta,ma\r\n\"\(String(repeating: "chữ ", count: 60_000))x\",x\r\n",
      fields: ["mo_ta", "ma"], rows: [[String(repeating: "chữ ", count: 60_000) + "x", "x"]]),
    SuiteCase(
      name: "issue-1100", csv: "id;luc\n0;2022-05-25 10.39.15\n",
      fields: ["id", #"{"name": "luc", "type": "datetime", "format": "%Y-%m-%d %H.%M.%S"}"#],
      properties: [SuiteCase.dialect(#""delimiter": ";""#)], rows: [["0", "2022-05-25 10.39.15"]]),
    SuiteCase(
      name: "issue-1105-timezone", csv: "id;luc\n0;2020-01-01T15:00:00Z\n1;2020-01-01T15:00:00+03:00\n",
      fields: ["id", "luc:datetime"], properties: [SuiteCase.dialect(#""delimiter": ";""#)],
      rows: [["0", "2020-01-01T15:00:00Z"], ["1", "2020-01-01T15:00:00+03:00"]]),
    SuiteCase(
      name: "issue-1109", csv: "\"a\", \"b\"\n\"1\", \"2.3\"\n\"\", \"4.3\"\n", fields: ["a:integer", "b:number"],
      properties: [SuiteCase.dialect(#""skipInitialSpace": true"#)], rows: [["1", "2.3"], [nil, "4.3"]]),
    SuiteCase(
      name: "issue-1109, not declared", csv: "\"a\", \"b\"\n\"1\", \"2.3\"\n", fields: ["a:integer", "b:number"],
      codes: ["stray-quote"],
      reason: "a space before a quote makes the quote text, unless `skipInitialSpace` is declared"),
    SuiteCase(
      name: "issue-1138", csv: "Lúc;Mức;Ghi;\n\"09.07.2013\";\"146\";chưa xét;\n",
      fields: ["Lúc", "Mức:integer", "Ghi"],
      properties: [SuiteCase.dialect(#""delimiter": ";""#)], rows: [["09.07.2013", "146", "chưa xét"]]),
    SuiteCase(
      name: "issue-1232", csv: "ma;vung;ngay\n0301;03;13/10/2021\n",
      fields: ["ma", "vung", #"{"name": "ngay", "type": "date", "format": "%d/%m/%Y"}"#],
      properties: [SuiteCase.dialect(#""delimiter": ";""#)], rows: [["0301", "03", "2021-10-13"]]),
    SuiteCase(
      name: "issue-825", csv: "Nhà,2011\nA,23.824\nB,đang sửa\n", fields: ["Nhà", "2011:number"],
      rows: [["A", nil], ["B", nil]], codes: ["ambiguous-number", "type-error"],
      reason: "thousands or decimals: never guessed; and words where a number should be"),
    SuiteCase(
      name: "issue-833", csv: "id,v\n1,[\"a\"]\n2,\n", fields: ["id", "v:array"], codes: ["stray-quote"],
      reason: "quotes in a bare field; `\"quoteChar\": null` reads it"),
    SuiteCase(
      name: "issue-833, quotes declared as text", csv: "id,v\n1,[\"a\"]\n2,\n", fields: ["id", "v:array"],
      properties: [SuiteCase.dialect(#""quoteChar": null"#)], rows: [["1", "[\"a\"]"], ["2", nil]]),
    SuiteCase(
      name: "leading-zeros", csv: "v\n01\n002\n", fields: ["v:integer"], rows: [["1"], ["2"]]),
    SuiteCase(
      name: "table-infer-missing-values", csv: "id,tuoi\n1,39\n-,25\n", fields: ["id:integer", "tuoi:integer"],
      schema: [#""missingValues": ["-"]"#], rows: [["1", "39"], [nil, "25"]]),
    SuiteCase(
      name: "primary-file-types", csv: "id,so,v\n1,21,true\n2,31,false",
      fields: [
        "id:integer", #"{"name": "so", "type": "integer", "constraints": {"minimum": 20, "maximum": 30}}"#, "v:boolean",
      ],
      rows: [["1", "21", "true"], ["2", "31", "false"]], codes: ["constraint-error"], reason: "31 is above the maximum"),
  ]
}
