import Rendering
import Testing
import Values

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("2.92", "2.92"), ("56.30", "56.30"), ("-0.5", "-0.5"), ("0", "0"), ("1000000000000000000", "1000000000000000000"),
  ])
  func printsNumbersExactly(_ number: String, _ printed: String) throws {
    #expect(JSONWriter(.compact).string(.number(try #require(ExactDecimal(number)))) == printed)
  }

  @Test func roundsRationals() throws {
    #expect(JSONWriter().string(try .number(try Rational(2, over: 3), decimals: 2)) == "0.67")
  }

  @Test(arguments: [
    ("Giồng Riềng", "\"Giồng Riềng\""), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\u{0}\u{1F}", #""\u0000\u001f""#), ("/", "\"/\""), ("\u{7F}", "\"\u{7F}\""), ("\"\u{301}", "\"\\\"\u{301}\""),
    ("\r\n", #""\r\n""#),
  ])
  func escapesStrings(_ text: String, _ printed: String) {
    #expect(Array(JSONWriter(.compact).string(.string(text)).utf8) == Array(printed.utf8))
  }

  @Test func keepsTheOrderOfKeys() {
    let value: JSONValue = ["b": 1, "a": [true, nil, "x"], "c": [:], "d": []]
    #expect(JSONWriter(.compact).string(value) == #"{"b": 1, "a": [true, null, "x"], "c": {}, "d": []}"#)
  }

  /// The shape of the answer of `trend`.
  @Test func breaksOnlyLongLines() throws {
    let rate = JSONValue.number(try #require(ExactDecimal("56.30")))
    let value: JSONValue = [
      "indicator": "membership-rate", "illustrative": true,
      "series": [
        [
          "unit": "91", "organisation": nil,
          "points": [
            [
              "period": "2013", "start": "2013-01-01", "end": "2013-12-31", "cut_off": "2013-12-31", "value": rate,
              "flags": [], "coverage": ["reporting": 80, "expected": 80],
            ]
          ],
        ]
      ],
    ]
    #expect(
      JSONWriter(.pretty).string(value) == """
        {
          "indicator": "membership-rate",
          "illustrative": true,
          "series": [
            {
              "unit": "91",
              "organisation": null,
              "points": [
                {
                  "period": "2013",
                  "start": "2013-01-01",
                  "end": "2013-12-31",
                  "cut_off": "2013-12-31",
                  "value": 56.30,
                  "flags": [],
                  "coverage": {"reporting": 80, "expected": 80}
                }
              ]
            }
          ]
        }
        """)
  }

  @Test func printsEmptyContainersAtTheTop() {
    #expect(JSONWriter(.pretty).string([:]) == "{}")
    #expect(JSONWriter(.pretty).string([]) == "[]")
    #expect(JSONWriter(.pretty).string(.string(orNull: nil)) == "null")
    #expect(JSONWriter(.pretty).string(.strings(["a"])) == "[\n  \"a\"\n]")
  }
}
