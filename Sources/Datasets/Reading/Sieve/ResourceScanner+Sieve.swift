import CSVCore
public import Findings

extension ResourceScanner {
  /// Scans all files for what is wrong with them, as fast as the effort allows; finds what `scan` finds.
  ///
  /// - Throws: as `scan`.
  public mutating func check(_ effort: ScanEffort = ScanEffort()) throws(Failure) -> ScanOutcome {
    var swift = self
    if let outcome = try swift.sift(effort) {
      self = swift
      return outcome
    }
    return try scan()
  }

  /// Scans all files through a sieve; nil where every row has to be read in full.
  ///
  /// - Parameters:
  ///   - demands: of which rows `visit` says nothing.
  ///   - companion: sees every batch; what it makes of them is in `companions`.
  ///   - visit: sees the rows that the sieve holds back, as `scan` would show it all.
  /// - Throws: as `scan`.
  public mutating func sift(
    _ effort: ScanEffort, demands: RowDemands? = nil, companion: SieveCompanion? = nil,
    _ visit: (ScannedRow, borrowing ResourceScanner) -> [RowProblem] = { _, _ in [] }
  ) throws(Failure) -> ScanOutcome? {
    guard isSiftable(effort) else { return nil }
    self.effort = effort
    self.demands = demands
    self.companion = companion
    companions = []
    sifted = SiftedColumns(fields: decoders.count, digits: decoders.map(\.digits), keys: keys.plans.count)
    let outcome = try scan(visit)
    guard let sifted, !isGivenUp, !sifted.holdsDuplicateKeys else { return nil }
    return outcome
  }

  private func isSiftable(_ effort: ScanEffort) -> Bool {
    guard resource.inline == nil, corrector == nil, !references.hasCombinations, resource.layout.commentRows.isEmpty
    else { return false }
    let sizes = resource.paths.map { FileStatus(package.path(of: $0)) }
    guard sizes.allSatisfy({ $0?.kind == .file }) else { return false }
    return sizes.contains { $0?.size ?? 0 >= effort.smallestFile }
  }

  /// Reads the rows of a file from where its header ends.
  mutating func sift(
    _ reader: consuming CSVReader, _ binding: HeaderBinding,
    _ visit: (ScannedRow, borrowing ResourceScanner) -> [RowProblem]
  ) throws(CSVError) {
    let columns = reader.columns
    guard demands?.needed.allSatisfy({ binding.columns[$0] != nil }) ?? true else {
      isGivenUp = true
      return
    }
    let sieve = Sieve(self, binding)
    let progress = package.progress
    let (companion, place) = (companion, companion?.place(binding, file: part.index))
    let folding = reader.fold(
      ranges: effort.threads, into: { (sieve: Sieve.Part(sieve), companion: place.flatMap { companion?.start($0) }) }
    ) { part, batch in
      progress?.add(bytes: batch.byteCount, rows: batch.recordCount)
      _ = part.companion?.take(batch)
      return sieve.take(part.sieve, batch)
    }
    companions.append(
      folding.parts.compactMap { part in
        part.value.companion.map {
          CSVPart(value: $0, linesBefore: part.linesBefore, recordsBefore: part.recordsBefore)
        }
      })
    var rows = outcome.rows
    for found in folding.parts {
      rows += found.value.sieve.rows
      guard !found.value.sieve.isGivenUp, sifted?.add(found.value.sieve, sieve) ?? false else {
        isGivenUp = true
        return
      }
      try readInFull(found.value.sieve.doubts.stretches, linesBefore: found.linesBefore, columns, binding, visit)
    }
    outcome.rows = rows
    if let error = folding.error { throw error }
  }

  private mutating func readInFull(
    _ stretches: [CSVStretch], linesBefore: Int, _ columns: Int, _ binding: HeaderBinding,
    _ visit: (ScannedRow, borrowing ResourceScanner) -> [RowProblem]
  ) throws(CSVError) {
    guard !stretches.isEmpty else { return }
    var reader = try CSVReader(part.source, dialect: resource.dialect, options: options)
    guard reader.isSeekable else {
      // A compressed file is read in full from its start.
      isGivenUp = true
      return
    }
    for var stretch in stretches {
      stretch.line += linesBefore
      reader.move(to: stretch, columns: columns)
      while try reader.next() {
        for record in 0..<reader.batch.recordCount { scanRow(reader.batch, record, binding, visit) }
      }
    }
  }

  mutating func refuseSiftedPersons(_ binding: HeaderBinding) {
    let columns = decoders.indices.map { index in
      sifted?.column(index, named: decoders[index].field.name, heading: binding.headings[index])
    }
    guard columns.allSatisfy({ $0 != nil }) else {
      isGivenUp = true
      return
    }
    PersonalDataGuard.refuse(columns.compactMap { $0 }, of: resource, use, in: &outcome.list)
  }
}

extension Sieve {
  init(_ scanner: borrowing ResourceScanner, _ binding: HeaderBinding) {
    let (fields, figures, references) = (scanner.resource.fields, scanner.use.figures, scanner.references)
    let demands = scanner.demands
    self.demands = demands
    fieldCount = binding.fieldCount
    unnamed = binding.unnamed
    columns = fields.indices.compactMap { index in
      binding.columns[index].map { column in
        Column(
          field: fields[index], index: index, column: column, isFigure: figures.contains(fields[index].name),
          references: references.values(of: index), demand: demands?.field(index))
      }
    }
    keys = scanner.keys.plans.map { plan in
      KeySieve.Plan(
        fields: plan.fields.map { (fields[$0], binding.columns[$0]) }, isPrimary: plan.isPrimary)
    }
  }
}
