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

  /// The folder of tables changes places with the new one: it is there at any moment, and whole.
  @Test(.timeLimit(.minutes(5))) func aFolderIsThereAtAnyMomentOfItsReplacing() async throws {
    try await withTemporaryFolder { folder in
      let environment = try Surroundings.environment(home: folder)
      let shell = Shell(folder: folder, environment: environment, timeout: .seconds(240))
      let outcome = try await shell.run(
        """
        mkdir -p reports/small
        cp "$ROOT"/Tests/CommandLineTests/Cases/report/0001-another-province/{report.yaml,*.mustache} reports/small
        report() { thapnien report small --data "$ROOT/Tests/Packages/tiny-province" "$@" >/dev/null; }
        report --lang vi -o old
        report --lang en -o new
        cp -r old out
        # Looks again and again until the report is done, and says what it missed.
        (until [ -e done ]; do [ -d out/tables ] || echo missing; done) & watcher=$!
        for round in $(seq 1 8); do
          report --lang en -o out; report --lang vi -o out
        done
        touch done; wait $watcher
        diff -r old out && ls -A out | tr '\\n' ' '
        """)
      #expect(outcome.output == "small.ledger.json small.txt small.xlsx tables ", "\(outcome.errors)")
    }
  }
}
