import Aggregation
import Catalogue
import Language
public import Revisions
import Values

/// What changed between two vintages, as tables.
public struct RevisionGrids {
  private let forms: AnswerForms
  private var language: OutputLanguage { forms.language }

  /// - Parameter forms: of the newer vintage.
  public init(_ forms: AnswerForms) { self.forms = forms }

  /// One row a field that differs; one for an added or removed row.
  public func rows(_ revision: RowRevision) -> Grid {
    var grid = Grid(
      title: Messages.revisedRows[language],
      columns: [
        Grid.Column(key: "change", heading: Messages.revisionKind[language]),
        Grid.Column(key: "file", heading: Messages.file[language], isLabel: true),
        Grid.Column(key: "old_line", heading: Messages.oldLine[language], kind: .number(.ungrouped)),
        Grid.Column(key: "new_line", heading: Messages.newLine[language], kind: .number(.ungrouped)),
        Grid.Column(key: "key", heading: Messages.rowKey[language]),
        Grid.Column(key: "field", heading: Messages.fieldColumn[language]),
        Grid.Column(key: "old", heading: Messages.oldValue[language]),
        Grid.Column(key: "new", heading: Messages.newValue[language]),
      ])
    for difference in revision.differences {
      let start: [GridCell] = [
        .text(name(difference.kind)), .text(difference.file), count(difference.oldLine), count(difference.newLine),
        .text(difference.keyText),
      ]
      if difference.fields.isEmpty { grid.rows.append(start + [.empty, .empty, .empty]) }
      for field in difference.fields {
        grid.rows.append(start + [.text(field.name), .text(field.old ?? ""), .text(field.new ?? "")])
      }
    }
    grid.footnotes += revision.addedResources.map { Messages.resourceAdded($0)[language] }
    grid.footnotes += revision.removedResources.map { Messages.resourceRemoved($0)[language] }
    return grid
  }

  private func name(_ kind: RowDifference.Kind) -> String {
    switch kind {
    case .changed: Messages.rowChanged[language]
    case .added: Messages.rowAdded[language]
    case .removed: Messages.rowRemoved[language]
    }
  }

  /// One row a value that differs.
  public func values(_ values: [RevisedValue]) -> Grid {
    let illustrative = values.contains { $0.subject?.isIllustrative ?? false }
    let dimensions = forms.dataset.catalogue.dimensions.map(\.name).filter { name in
      name != DimensionDeclaration.unit && values.contains { $0.subject?.selection.members[name] != nil }
    }
    var columns = [
      Grid.Column(
        key: "indicator", heading: Messages.indicator[language], audience: .machines, isLabel: true),
      Grid.Column(key: "name", heading: Messages.indicator[language], audience: .people, isLabel: true),
      Grid.Column(key: "period", heading: Messages.period[language], isLabel: true),
    ]
    for name in [DimensionDeclaration.unit] + dimensions {
      let heading = Messages.heading(name)[language]
      columns.append(Grid.Column(key: name, heading: heading, audience: .machines, isLabel: true))
      columns.append(Grid.Column(key: "\(name)_name", heading: heading, audience: .people, isLabel: true))
    }
    columns += [
      Grid.Column(
        key: "old", heading: forms.marked(Messages.oldValue[language], illustrative), kind: .number(.plain)),
      Grid.Column(
        key: "new", heading: forms.marked(Messages.newValue[language], illustrative), kind: .number(.plain)),
      Grid.Column(key: "revision", heading: Messages.revisionAmount[language], kind: .number(.signed)),
    ]
    var grid = Grid(
      title: Messages.revisedValues[language], notices: forms.notices(isIllustrative: illustrative), columns: columns,
      attributes: [.init("illustrative", .bool(illustrative))])
    for value in values {
      guard let subject = value.subject else { continue }
      grid.rows.append(
        [
          .text(value.indicator.code), .text(value.indicator.shortNames[language]), .text(subject.period.code),
          .text(forms.unitCode(subject.selection)),
          .text(forms.name(subject.selection.unit, of: DimensionDeclaration.unit, in: subject.period.year)),
        ] + dimensions.flatMap { member(subject, $0) } + [
          cell(value.old, value.indicator), cell(value.new, value.indicator), amount(value),
        ])
    }
    if values.contains(where: { !subtracts($0) }) { grid.footnotes.append(Messages.roundedRevision[language]) }
    if values.contains(where: { !$0.isOfValue }) { grid.footnotes.append(Messages.statusOnlyNote[language]) }
    return grid
  }

  /// Code and name.
  private func member(_ observation: Observation, _ dimension: String) -> [GridCell] {
    guard let code = observation.selection.member(of: dimension) else { return [.empty, .empty] }
    return [.text(code), .text(forms.name(code, of: dimension, in: observation.period.year))]
  }

  private func cell(_ observation: Observation?, _ indicator: Indicator) -> GridCell {
    observation.map { forms.cell($0, indicator) } ?? .empty
  }

  private func amount(_ value: RevisedValue) -> GridCell {
    guard let revision = value.revision else { return .empty }
    return amount(revision, value.indicator)
  }

  private func amount(_ revision: Rational?, _ indicator: Indicator) -> GridCell {
    guard let revision, let printed = try? revision.rounded(to: indicator.decimals) else { return .empty }
    return .number(printed, unrounded: revision)
  }

  /// Whether the printed revision is the difference of the printed values; it is made from unrounded ones.
  private func subtracts(_ value: RevisedValue) -> Bool {
    let decimals = value.indicator.decimals
    guard let revision = value.revision, let new = value.new?.value, let old = value.old?.value,
      let printed = try? Rational(new.rounded(to: decimals)).subtracting(Rational(old.rounded(to: decimals)))
    else { return true }
    return (try? Rational(revision.rounded(to: decimals))) == printed
  }

  /// One row an indicator.
  public func summary(_ summaries: [RevisionSummary]) -> Grid {
    var grid = Grid(
      title: Messages.revisionSummary[language],
      columns: [
        Grid.Column(
          key: "indicator", heading: Messages.indicator[language], audience: .machines, isLabel: true),
        Grid.Column(key: "name", heading: Messages.indicator[language], audience: .people, isLabel: true),
        Grid.Column(key: "unit_of_measure", heading: Messages.unitOfMeasure[language]),
        Grid.Column(key: "revised", heading: Messages.revisedCount[language], kind: .number(.plain)),
        Grid.Column(key: "periods", heading: Messages.comparedPeriods[language], kind: .number(.plain)),
        Grid.Column(key: "mean", heading: Messages.meanRevision[language], kind: .number(.signed)),
        Grid.Column(key: "mean_absolute", heading: Messages.meanAbsoluteRevision[language], kind: .number(.plain)),
      ],
      footnotes: [Messages.revisionMeansNote[language]])
    for summary in summaries {
      let unit = summary.indicator.unit.isPercent ? Messages.points : summary.indicator.unitNames
      grid.rows.append([
        .text(summary.indicator.code), .text(summary.indicator.names[language]), .text(unit[language]),
        count(summary.revised), count(summary.periods), mean(summary.mean, summary.indicator),
        mean(summary.meanAbsolute, summary.indicator),
      ])
    }
    return grid
  }

  /// A mean has two decimals more than what it is the mean of, or a revision of one unit in ten years would read as none.
  private func mean(_ value: Rational?, _ indicator: Indicator) -> GridCell {
    guard let value, let printed = try? value.rounded(to: indicator.decimals + 2) else { return .empty }
    return .number(printed, unrounded: value)
  }

  /// One row a period, one column a vintage.
  public func triangle(_ triangle: RevisionTriangle, vintages: [String]) -> Grid {
    let illustrative = triangle.rows.contains { row in row.values.contains { $0?.isIllustrative ?? false } }
    let title =
      "\(Messages.revisionTriangle(triangle.indicator.names)[language]) (\(triangle.indicator.unitNames[language]))"
    var grid = Grid(
      title: forms.marked(title, illustrative), notices: forms.notices(isIllustrative: illustrative),
      columns: [Grid.Column(key: "period", heading: Messages.period[language], isLabel: true)]
        + vintages.map { Grid.Column(key: $0, heading: $0, kind: .number(.plain)) })
    for row in triangle.rows {
      grid.rows.append([.text(forms.dates.short(row.period))] + row.values.map { cell($0, triangle.indicator) })
    }
    return grid
  }

  /// All triangles as one table for machines, one row an indicator, period and vintage.
  public func long(_ triangles: [RevisionTriangle], vintages: [String]) -> Grid {
    let illustrative = triangles.contains { $0.rows.contains { $0.values.contains { $0?.isIllustrative ?? false } } }
    var grid = Grid(
      notices: forms.notices(isIllustrative: illustrative),
      columns: [
        Grid.Column(key: "indicator", heading: Messages.indicator[language], isLabel: true),
        Grid.Column(key: "period", heading: Messages.period[language], isLabel: true),
        Grid.Column(key: "vintage", heading: "vintage", isLabel: true),
        Grid.Column(key: "value", heading: Messages.value[language], kind: .number(.plain)),
        Grid.Column(key: "flags", heading: Messages.statusColumn[language]),
      ], attributes: [.init("illustrative", .bool(illustrative))])
    for triangle in triangles {
      for row in triangle.rows {
        for (vintage, value) in zip(vintages, row.values) {
          grid.rows.append([
            .text(triangle.indicator.code), .text(row.period.code), .text(vintage), cell(value, triangle.indicator),
            .text(value?.flags.codes.joined(separator: " ") ?? ""),
          ])
        }
      }
    }
    return grid
  }

  /// One row a cell or line.
  public func places(_ revisions: [PlaceRevision]) -> Grid {
    var grid = Grid(
      title: Messages.revisedPlaces[language],
      columns: [
        Grid.Column(key: "file", heading: Messages.file[language], isLabel: true),
        Grid.Column(key: "sheet", heading: "sheet", audience: .machines),
        Grid.Column(key: "place", heading: Messages.placeColumn[language], isLabel: true),
        Grid.Column(key: "old", heading: Messages.oldValue[language]),
        Grid.Column(key: "new", heading: Messages.newValue[language]),
        Grid.Column(key: "figures", heading: "figures", audience: .machines),
      ])
    for revision in revisions {
      let sheet: String
      let place: String
      switch revision.spot {
      case .cell(let name, let reference):
        sheet = name
        place = "\(name)!\(reference)"
      case .line(let old, let new):
        sheet = ""
        place = Messages.line(new ?? old ?? 0)[language]
      }
      grid.rows.append([
        .text(revision.file), .text(sheet), .text(place), .text(revision.old ?? ""), .text(revision.new ?? ""),
        .text(revision.figures.map(\.name).joined(separator: " ")),
      ])
    }
    return grid
  }

  private func count(_ number: Int?) -> GridCell { number.map { .number(ExactDecimal($0)) } ?? .empty }
}
