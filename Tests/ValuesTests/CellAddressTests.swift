import Testing
import Values

@Suite struct CellAddressTests {
  @Test(arguments: [
    ("A1", 0, 0), ("D7", 6, 3), ("$D$7", 6, 3), ("aa10", 9, 26), ("XFD1048576", 1_048_575, 16_383), ("Z99", 98, 25),
  ])
  func referencesAreRead(text: String, row: Int, column: Int) {
    #expect(CellAddress(text) == CellAddress(row: row, column: column))
  }

  @Test(arguments: [
    "", "A", "1", "A0", "A01", "1A", "XFE1", "A1048577", "AAAA1", "A1B", "A-1", " A1", "A1 ", "Đ1", "$$A1", "A$",
    "A99999999",
  ])
  func everythingElseIsRefused(text: String) { #expect(CellAddress(text) == nil) }

  @Test func writtenAndReadAgainTheyAreTheSame() {
    for column in 0..<CellAddress.columns {
      let address = CellAddress(row: column * 64, column: column)
      #expect(CellAddress(address.description) == address && CellAddress(address.absolute) == address)
    }
  }
}
