import Foundation
import Testing

/// Killed at any moment, a writer leaves the old workbook or the new one.
@Suite struct KilledTests {
  @Test(.timeLimit(.minutes(5))) func aHundredKillsLeaveAWholeWorkbook() async throws {
    try await withTemporaryFolder { folder in
      let environment = try Surroundings.environment(home: folder)
      let shell = Shell(folder: folder, environment: environment, timeout: .seconds(240))
      let outcome = try await shell.run(
        """
        export THAPNIEN_DATA="$ROOT/Tests/Packages/tiny-province"
        thapnien table meetings fund --pivot unit --lang vi -o old.xlsx
        before=$(date +%s%N)
        thapnien table meetings fund --pivot unit --lang en -o new.xlsx
        whole=$(( ($(date +%s%N) - before) / 1000 ))
        killed=0
        for round in $(seq 1 100); do
          cp old.xlsx t.xlsx
          thapnien table meetings fund --pivot unit --lang en -o t.xlsx & pid=$!
          sleep "$(printf '%d.%06d' $((whole * round / 100 / 1000000)) $((whole * round / 100 % 1000000)))"
          kill -9 $pid 2>/dev/null && killed=$((killed + 1))
          wait $pid 2>/dev/null
          cmp -s t.xlsx old.xlsx || cmp -s t.xlsx new.xlsx || echo "damaged in round $round"
        done
        [ "$killed" -ge 10 ] || echo "only $killed were killed"
        echo done
        """)
      #expect(outcome.output == "done\n", "\(outcome.errors)")
    }
  }
}
