/// The examples of Table Schema, Table Dialect and Data Package v2 (https://datapackage.org/standard/), with texts of
/// our own.
enum SpecificationExamples {
  private static func typed(
    _ name: String, _ field: String, _ texts: [String], _ rows: [String?]? = nil, _ codes: [String] = [],
    _ reason: String = ""
  ) -> SuiteCase {
    SuiteCase(
      name: name,
      csv: "v\n"
        + texts.map {
          $0.contains(where: { ",\"".contains($0) }) ? "\"\($0.replacing("\"", with: "\"\""))\"\n" : "\($0)\n"
        }.joined(),
      fields: [field], rows: (rows ?? texts).map { [$0] }, codes: codes, reason: reason)
  }

  static let types: [SuiteCase] = [
    typed(
      "number with decimalChar and groupChar",
      #"{"name": "v", "type": "number", "decimalChar": ",", "groupChar": "."}"#,
      ["1.234,5", "12", "-3,25"], ["1234.5", "12", "-3.25"]),
    typed(
      "number, bareNumber false", #"{"name": "v", "type": "number", "bareNumber": false}"#, ["95%", "€ 95", "95 đ"],
      ["95", "95", "95"]),
    typed(
      "number, INF and NaN", "v:number", ["INF", "-INF", "NaN"], [nil, nil, nil],
      ["type-error", "type-error", "type-error"],
      "no figure of a report is infinite or no number; declare `NaN` missing"),
    typed(
      "number with an exponent", "v:number", ["1E2"], [nil], ["exponent-number"],
      "the standard allows it; in districts' files it is a number that a spreadsheet shortened, so it is refused"),
    typed("integer", "v:integer", ["7", "-7", "0"]),
    typed(
      "boolean with its own words",
      #"{"name": "v", "type": "boolean", "trueValues": ["có"], "falseValues": ["không"]}"#,
      ["có", "không"], ["true", "false"]),
    typed("boolean", "v:boolean", ["true", "0", "FALSE"], ["true", "false", "false"]),
    typed("date", "v:date", ["2023-09-30"]),
    typed(
      "date with a pattern", #"{"name": "v", "type": "date", "format": "%d/%m/%y"}"#, ["30/09/23"], ["2023-09-30"]),
    SuiteCase(
      name: "date, format any", csv: "v\n2023-09-30\n", fields: [#"{"name": "v", "type": "date", "format": "any"}"#],
      codes: ["unsupported"], reason: "a day is never guessed; the standard itself advises against it"),
    typed("datetime", "v:datetime", ["2023-09-30T08:30:00Z", "2023-09-30T08:30:00.5"]),
    typed("time", "v:time", ["08:30:00"]),
    typed("year", "v:year", ["2023"]),
    typed("yearmonth", "v:yearmonth", ["2023-09"]),
    typed("duration", "v:duration", ["P1Y2M3DT10H30M45.5S", "P4W"], nil),
    typed("list", #"{"name": "v", "type": "list", "delimiter": ";", "itemType": "integer"}"#, ["1;2;3"]),
    typed("object", "v:object", [#"{"a": 1}"#]),
    typed("array", "v:array", ["[1, \"a\"]"]),
    typed("string formats", #"{"name": "v", "type": "string", "format": "email"}"#, ["ban@vidu.vn"]),
    typed("any", "v:any", ["x", "1"]),
    SuiteCase(
      name: "geopoint", csv: "v\n\"105.1, 10\"\n", fields: ["v:geopoint"], codes: ["unsupported"],
      reason: "geographic types are refused: no table of figures needs them"),
    SuiteCase(
      name: "geojson", csv: "v\n{}\n", fields: ["v:geojson"], codes: ["unsupported"],
      reason: "geographic types are refused: no table of figures needs them"),
  ]

  static let schemas: [SuiteCase] = [
    SuiteCase(
      name: "missingValues", csv: "a,b\n-,x\nNaN,\n", fields: ["a:integer", "b"],
      schema: [#""missingValues": ["", "NaN", "-"]"#], rows: [[nil, "x"], [nil, nil]]),
    SuiteCase(
      name: "missingValues with labels", csv: "a,b\n-99,x\n5,y\n", fields: ["a:integer", "b"],
      schema: [#""missingValues": [{"value": "-99", "label": "chưa thu thập"}]"#], rows: [[nil, "x"], ["5", "y"]]),
    SuiteCase(
      name: "missingValues of a field", csv: "a,b\nx,x\n", fields: [#"{"name": "a", "missingValues": ["x"]}"#, "b"],
      rows: [[nil, "x"]]),
    SuiteCase(
      name: "primaryKey of two fields", csv: "a,b\n1,1\n1,2\n1,1\n", fields: ["a", "b"],
      schema: [#""primaryKey": ["a", "b"]"#], rows: [["1", "1"], ["1", "2"], ["1", "1"]], codes: ["duplicate-key"],
      reason: "the third row has the key of the first"),
    SuiteCase(
      name: "uniqueKeys", csv: "a,b\n1,1\n2,1\n,1\n,1\n", fields: ["a", "b"],
      schema: [#""uniqueKeys": [["a"], ["b"]]"#],
      rows: [["1", "1"], ["2", "1"], [nil, "1"], [nil, "1"]],
      codes: ["duplicate-key", "duplicate-key", "duplicate-key"], reason: "`b` is not unique; `a` may be empty"),
    SuiteCase(
      name: "foreignKeys to the table itself", csv: "id,parent\n1,\n2,1\n3,9\n", fields: ["id", "parent"],
      schema: [#""foreignKeys": [{"fields": ["parent"], "reference": {"fields": ["id"]}}]"#],
      rows: [["1", nil], ["2", "1"], ["3", "9"]], codes: ["unknown-reference"], reason: "9 is no row of the table"),
    SuiteCase(
      name: "fieldsMatch equal", csv: "b,a\n2,1\n", fields: ["a", "b"], schema: [#""fieldsMatch": ["equal"]"#],
      rows: [["1", "2"]]),
    SuiteCase(
      name: "fieldsMatch exact", csv: "b,a\n2,1\n", fields: ["a", "b"], schema: [#""fieldsMatch": ["exact"]"#],
      codes: ["column-order"], reason: "the file has another order"),
    SuiteCase(
      name: "fieldsMatch subset", csv: "b,c,a\n2,3,1\n", fields: ["a", "b"], schema: [#""fieldsMatch": ["subset"]"#],
      rows: [["1", "2"]]),
    SuiteCase(
      name: "fieldsMatch superset", csv: "b\n2\n", fields: ["a", "b"], schema: [#""fieldsMatch": ["superset"]"#],
      rows: [[nil, "2"]]),
    SuiteCase(
      name: "fieldsMatch partial", csv: "c,b\n3,2\n", fields: ["a", "b"], schema: [#""fieldsMatch": ["partial"]"#],
      rows: [[nil, "2"]]),
    SuiteCase(
      name: "constraints", csv: "a,b\n5,xx\n11,x\n",
      fields: [
        #"{"name": "a", "type": "integer", "constraints": {"minimum": 0, "exclusiveMaximum": 11}}"#,
        #"{"name": "b", "constraints": {"minLength": 2, "pattern": "x+"}}"#,
      ], rows: [["5", "xx"], ["11", "x"]], codes: ["constraint-error", "constraint-error"],
      reason: "both values of the second row break a constraint"),
  ]

  static let dialects: [SuiteCase] = [
    SuiteCase(
      name: "dialect: no header", csv: "1,cam\n2,quýt\n", fields: ["id", "ten"],
      properties: [SuiteCase.dialect(#""header": false"#)], rows: [["1", "cam"], ["2", "quýt"]]),
    SuiteCase(
      name: "dialect: headerRows", csv: "quả\nid,tên\n1,cam\n", fields: ["id", "tên"],
      properties: [SuiteCase.dialect(#""headerRows": [2]"#)], rows: [["1", "cam"]]),
    SuiteCase(
      name: "dialect: headerRows joined", csv: "quả,quả\nid,tên\n1,cam\n", fields: ["quả-id", "quả-tên"],
      properties: [SuiteCase.dialect(#""headerRows": [1, 2], "headerJoin": "-""#)], rows: [["1", "cam"]]),
    SuiteCase(
      name: "dialect: commentRows", csv: "# ghi chú\nid,tên\n1,cam\n", fields: ["id", "tên"],
      properties: [SuiteCase.dialect(#""commentRows": [1], "headerRows": [2]"#)], rows: [["1", "cam"]]),
    SuiteCase(
      name: "dialect: commentChar", csv: "# ghi chú\nid,tên\n1,cam\n", fields: ["id", "tên"],
      properties: [SuiteCase.dialect(##""commentChar": "#""##)], rows: [["1", "cam"]]),
    SuiteCase(
      name: "dialect: delimiter and lineTerminator", csv: "id;tên\r1;cam\r", fields: ["id", "tên"],
      properties: [SuiteCase.dialect(#""delimiter": ";", "lineTerminator": "\r""#)], rows: [["1", "cam"]]),
    SuiteCase(
      name: "dialect: lineTerminator of another sign", csv: "id;tên", fields: ["id", "tên"],
      properties: [SuiteCase.dialect(#""lineTerminator": ";""#)], codes: ["unsupported"],
      reason: "lines end in LF, CRLF or CR"),
    SuiteCase(
      name: "dialect: quoteChar and doubleQuote", csv: "id,tên\n1,'cam ''sành'''\n", fields: ["id", "tên"],
      properties: [SuiteCase.dialect(#""quoteChar": "'""#)], rows: [["1", "cam 'sành'"]]),
    SuiteCase(
      name: "dialect: escapeChar", csv: "id,tên\n1,cam\\, quýt\n", fields: ["id", "tên"],
      properties: [SuiteCase.dialect(#""escapeChar": "\\""#)], rows: [["1", "cam, quýt"]]),
    SuiteCase(
      name: "dialect: nullSequence", csv: "id,tên\n1,\\N\n", fields: ["id", "tên"],
      properties: [SuiteCase.dialect(#""nullSequence": "\\N""#)], rows: [["1", nil]]),
    SuiteCase(
      name: "dialect: skipInitialSpace", csv: "id, tên\n1, \"cam, quýt\"\n", fields: ["id", "tên"],
      properties: [SuiteCase.dialect(#""skipInitialSpace": true"#)], rows: [["1", "cam, quýt"]]),
  ]
}
