import Reports
import TestSupport
import Testing
import Values

@testable import Workbooks

@Suite struct FormulaTests {
  static let a = Formula.cell(sheet: nil, CellAddress(row: 0, column: 0))
  static let b = Formula.cell(sheet: "Biểu 'B'", CellAddress(row: 9, column: 27))
  static func number(_ text: String) -> Formula { .number(ExactDecimal(text) ?? .zero) }

  @Test(arguments: [
    (a, "A1"), (b, "'Biểu ''B'''!AB10"), (number("-2.50"), "-2.50"),
    (.range(sheet: "S", CellRange(CellAddress(row: 6, column: 3), CellAddress(row: 20, column: 3))), "'S'!D7:D21"),
    (.column(table: "Bieu_02", heading: "2014"), "Bieu_02[2014]"),
    (.column(table: "Bieu_02", heading: "2014 (mh)"), "Bieu_02[[2014 (mh)]]"),
    (.column(table: "T", heading: "Tỷ lệ '[%]' #1"), "T[[Tỷ lệ '''[%']'' '#1]]"),
    (.operation(.minus, a, .operation(.minus, b, a)), "A1-('Biểu ''B'''!AB10-A1)"),
    (.operation(.minus, .operation(.minus, a, a), a), "A1-A1-A1"),
    (.operation(.times, .operation(.plus, a, a), a), "(A1+A1)*A1"),
    (.operation(.divided, a, .operation(.times, a, a)), "A1/(A1*A1)"),
    (.operation(.divided, .operation(.times, number("100"), a), a), "100*A1/A1"),
    (.operation(.minus, a, number("-3")), "A1-(-3)"), (.round(.operation(.plus, a, a), decimals: 2), "ROUND(A1+A1,2)"),
    (.sum([a, a]), "SUM(A1,A1)"),
  ])
  func texts(_ formula: Formula, _ text: String) { #expect(formula.text == text) }

  @Test func longSumsAreNested() {
    let text = Formula.sum(Array(repeating: Self.a, count: 600)).text
    #expect(text.hasPrefix("SUM(SUM(A1,"))
    #expect(text.split(separator: "A").count == 601)
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columnsHaveLetters(_ column: Int, _ letters: String) { #expect(CellAddress.letters(column) == letters) }

  // MARK: resolving

  static func cell(_ name: String, _ value: String, _ row: Int, _ expression: FigureExpression? = nil) -> PlannedCell {
    let figure = ReportFigure(id: FigureID(name), value: ExactDecimal(value) ?? .zero, expression: expression)
    return PlannedCell(
      range: CellRange(CellAddress(row: row, column: 0)), content: .figure(figure, FigureContext(kind: .table)),
      style: CellStyle())
  }

  static func formula(_ cells: [PlannedCell], at row: Int) throws -> String? {
    var plan = SheetPlan(name: "S", widths: [60])
    plan.cells = cells
    guard case .figure(let figure, let context) = cells[row].content else { return nil }
    let place = SheetCell(sheet: "S", cell: CellAddress(row: row, column: 0))
    return FormulaResolver(index: FigureIndex([plan])).formula(of: figure, at: place, in: context)?.formula.text
  }

  struct Case: Sendable {
    var value: String
    var expression: FigureExpression
    var formula: String?
  }

  static let cases = [
    Case(value: "3", expression: .adding(.figure(FigureID("a")), .figure(FigureID("b"))), formula: "A1+A2"),
    Case(value: "3", expression: .sum([FigureID("a"), FigureID("b")]), formula: "SUM(A1:A2)"),
    Case(value: "0.5", expression: .dividing(.figure(FigureID("a")), .figure(FigureID("b"))), formula: "A1/A2"),
    // Rounded for print: the formula rounds as well.
    Case(
      value: "0.33", expression: .dividing(.figure(FigureID("a")), .constant(ExactDecimal(3))),
      formula: "ROUND(A1/3,2)"),
    Case(
      value: "0.333",
      expression: .rounding(.dividing(.figure(FigureID("a")), .constant(ExactDecimal(3))), decimals: 3),
      formula: "ROUND(A1/3,3)"),
    // The printed parts do not give the printed whole: no formula rather than another number.
    Case(value: "4", expression: .adding(.figure(FigureID("a")), .figure(FigureID("b"))), formula: nil),
    Case(value: "1", expression: .figure(FigureID("nowhere")), formula: nil),
    Case(value: "1", expression: .dividing(.figure(FigureID("a")), .constant(.zero)), formula: nil),
    Case(value: "3", expression: .columnSum, formula: nil),
    Case(value: "1", expression: .figure(FigureID("c")), formula: nil),
  ]

  @Test(arguments: cases)
  func expressions(_ example: Case) throws {
    let cells = [Self.cell("a", "1", 0), Self.cell("b", "2", 1), Self.cell("c", example.value, 2, example.expression)]
    #expect(try Self.formula(cells, at: 2) == example.formula)
  }

  @Test func theSecondPlaceOfAFigureLeadsToTheFirst() throws {
    let cells = [
      Self.cell("a", "59.22", 0), Self.cell("a", "59.22", 1), Self.cell("a", "59.2", 2), Self.cell("a", "60", 3),
    ]
    #expect(try Self.formula(cells, at: 0) == nil)
    #expect(try Self.formula(cells, at: 1) == "A1")
    #expect(try Self.formula(cells, at: 2) == "ROUND(A1,1)")
    #expect(try Self.formula(cells, at: 3) == nil)
  }

  @Test func circlesAreFound() {
    func cell(_ row: Int) -> SheetCell { SheetCell(sheet: "S", cell: CellAddress(row: row, column: 0)) }
    #expect(Circularity.cells(in: [cell(0): [cell(1)], cell(1): [cell(2)]]).isEmpty)
    #expect(Circularity.cells(in: [cell(0): [cell(1)], cell(1): [cell(0)], cell(5): [cell(6)]]) == [cell(0), cell(1)])
    #expect(Circularity.cells(in: [cell(0): [cell(0)]]) == [cell(0)])
  }

  @Test func aFigureThatDependsOnItselfIsRefused() throws {
    let rows = [
      ReportRow(cells: [
        .text("A"), SmallDocument.figure("a", "1") { $0.expression = .figure(FigureID("b")) },
        SmallDocument.figure("b", "1") { $0.expression = .figure(FigureID("a")) }, .empty,
      ])
    ]
    #expect(throws: WorkbookError.circular(figure: "a")) {
      try WrittenWorkbook(SmallDocument.make(tables: [SmallDocument.table(rows: rows)]))
    }
  }
}
