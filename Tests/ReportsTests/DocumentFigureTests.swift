import Language
import Reports
import Testing
import Values

/// What holds for every figure of a document, whatever the report.
@Suite struct DocumentFigureTests {
  @Test(arguments: Sample.allCases)
  func everyFigureIsPublishedAsTheLedgerHasIt(sample: Sample) throws {
    let delivery = try sample.delivery
    var count = 0
    for table in delivery.tables {
      for placed in table.figures {
        let entry = try #require(delivery.entries[placed.figure.id], "\(placed.figure.id)")
        #expect(entry.published.description == placed.figure.value.description, "\(placed.figure.id)")
        #expect(entry.isIllustrative == placed.figure.isIllustrative, "\(placed.figure.id) in \(table.id)")
        count += 1
      }
    }
    #expect(count > 100)
  }

  /// The strongest test of a table: a reader who types the printed numbers into a formula gets the printed result.
  @Test(arguments: Sample.allCases)
  func everyExpressionGivesItsFigure(sample: Sample) throws {
    let delivery = try sample.delivery
    let reckoner = Reckoner(entries: delivery.entries)
    var (count, wrong) = (0, [String]())
    for table in delivery.tables {
      for placed in table.figures {
        guard let expression = placed.figure.expression else { continue }
        count += 1
        let value = try reckoner.value(expression, items: placed.items)
        // Only rounded terms may miss the result, by less than their rounding; a writer then drops the formula.
        if value != Rational(placed.figure.value), reckoner.isExact(expression) {
          wrong.append("\(table.id) \(placed.figure.id): \(value) is not \(placed.figure.value)")
        }
      }
    }
    #expect(wrong == [])
    #expect(count > 50)
  }

  /// A wrong value has to be caught, or the test above proves nothing.
  @Test func aWrongTotalIsCaught() throws {
    let delivery = try Sample.tiny.delivery
    let table = try #require(delivery.table("05"))
    let total = try #require(table.figures.first { $0.figure.expression == .columnSum })
    let value = try Reckoner(entries: delivery.entries).value(.columnSum, items: total.items + [ExactDecimal(1)])
    #expect(value != Rational(total.figure.value))
  }

  @Test(arguments: Sample.allCases)
  func everyRowHasACellForEachColumn(sample: Sample) throws {
    let delivery = try sample.delivery
    for table in delivery.tables {
      #expect(Set(table.columns.map { $0.heading.lowercased() }).count == table.columns.count, "\(table.id)")
      for row in table.rows { #expect(row.cells.count == table.columns.count, "\(table.id)") }
      for placed in table.figures { #expect(table.columns[placed.column].role == .number, "\(table.id)") }
    }
  }

  /// A column that is marked needs no mark on its figures, so nothing real may stand in it.
  @Test(arguments: Sample.allCases)
  func aMarkedColumnIsIllustrativeThroughout(sample: Sample) throws {
    let delivery = try sample.delivery
    for table in delivery.tables {
      for placed in table.figures where table.columns[placed.column].isIllustrative {
        #expect(placed.figure.isIllustrative, "\(placed.figure.id) under \(table.columns[placed.column].heading)")
      }
      let mark = Messages.illustrativeMark[delivery.document.language]
      for column in table.columns { #expect(column.heading.hasSuffix(mark) == column.isIllustrative) }
    }
  }

  @Test func everyNumberOfTheDecadeIsMarked() throws {
    let delivery = try Sample.decade.delivery
    for table in delivery.tables {
      for placed in table.figures where placed.figure.isIllustrative {
        #expect(table.columns[placed.column].isIllustrative, "\(table.id) \(placed.figure.id)")
      }
    }
  }
}
