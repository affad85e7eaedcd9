import Language
import Testing
import Values

@Suite struct OutputLanguageTests {
  @Test(arguments: [
    ([:], OutputLanguage.vietnamese),
    (["LANG": "en_US.UTF-8"], .english),
    (["LANG": "vi_VN.UTF-8"], .vietnamese),
    (["LANG": "EN"], .english),
    (["LC_ALL": "C", "LANG": "en_US.UTF-8"], .vietnamese),
    (["LC_ALL": "", "LC_MESSAGES": "en_GB@euro", "LANG": "vi_VN"], .english),
    (["LC_ALL": "vi_VN", "LC_MESSAGES": "en_GB"], .vietnamese),
    (["LANG": "C.UTF-8"], .vietnamese),
    (["LANG": "POSIX"], .vietnamese),
    (["LANG": "de_DE.UTF-8"], .vietnamese),
    (["LANG": "eng"], .vietnamese),
    (["LC_TIME": "en_US.UTF-8"], .vietnamese),
  ])
  func followsTheLocale(_ environment: [String: String], _ language: OutputLanguage) {
    #expect(OutputLanguage.fromEnvironment(environment) == language)
  }

  /// Every shared name exists in both languages, in NFC and without stray spaces.
  @Test func namesAreComplete() {
    let names =
      StatusFlag.allCases.map(\.name) + PeriodKind.allCases.map(\.name) + Array(Messages.money.values)
      + [Absence.missing, .notCollected, .notApplicable].map(\.name)
    for name in names {
      for language in OutputLanguage.allCases {
        let text = name[language]
        #expect(!text.isEmpty)
        #expect(VietnameseText.canonicalName(text).unicodeScalars.elementsEqual(text.unicodeScalars))
      }
    }
  }

  @Test func saysUpToWhichDay() throws {
    let date = try #require(CalendarDate(iso: "2023-09-30"))
    #expect(Messages.dataAsOf(date)[.vietnamese] == "Số liệu đến ngày 30/9/2023")
    #expect(Messages.dataAsOf(date)[.english] == "Data as of 30 Sep 2023")
  }
}
