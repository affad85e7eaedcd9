import Aggregation
import Catalogue
import Datasets
import Language
import Values

/// What the units that reported bring into a restated figure: their shares, rows, and the events between.
struct RestatedOrigins {
  private let forms: AnswerForms
  private var language: OutputLanguage { forms.language }

  init(_ forms: AnswerForms) { self.forms = forms }

  /// Lines under one input of an explanation.
  func lines(of input: ObservationInput) -> [String] {
    guard !input.parts.isEmpty else { return [] }
    var lines = ["  \(Messages.restatedFrom[language]):"]
    for part in input.parts {
      let origin = part.origin
      var text = "    \(name(origin.unit)) × \(form(origin.share))"
      if let value = part.value { text += ": \(form(value))" }
      text += "; \(input.file), \(Messages.lines("\(part.lines)")[language])"
      if origin.events.isEmpty { text += "; \(Messages.noEvents[language])" }
      lines.append(text)
      lines += origin.events.map { "      \(line(of: $0))" }
    }
    return lines
  }

  private func line(of event: UnitEvent) -> String {
    var text = "\(forms.dates.short(event.day)): \(Messages.name(ofEvent: event.kind.rawValue)[language])"
    text += " \(event.from ?? "…") → \(event.to ?? "…")"
    let shares = [event.weight, event.weightBack].compactMap { $0 }
    if !shares.isEmpty {
      let basis = event.basis.map { " (\($0))" } ?? ""
      text += ", \(Messages.shareOf[language]) \(shares.map(form).joined(separator: " / "))\(basis)"
    }
    if let act = event.act { text += "; \(act)" }
    return text + "; \(event.file), \(Messages.lines("\(event.line)")[language])"
  }

  private func name(_ unit: UnitID) -> String {
    let names = forms.dataset.units?.versions(of: unit.code).first { $0.id == unit }?.names
    return "\(unit.code) \(names?[language] ?? "")"
  }

  private func form(_ value: Rational) -> String {
    value.decimal.map { forms.numbers.string($0) } ?? value.description
  }

  /// The same for machines.
  func json(of input: ObservationInput) -> JSONValue {
    .array(
      input.parts.map { part in
        [
          "unit": .string(part.origin.unit.code),
          "valid_from": .string(orNull: part.origin.unit.validFrom?.description),
          "share": .string(part.origin.share.description), "restated": .bool(part.origin.isRestated),
          "value": part.value?.decimal.map { .number($0) } ?? .null, "lines": .string(part.lines.description),
          "events": .array(part.origin.events.map(json)),
        ]
      })
  }

  private func json(_ event: UnitEvent) -> JSONValue {
    [
      "event": .string(event.id), "day": .string(event.day.description), "kind": .string(event.kind.rawValue),
      "from": .string(orNull: event.from), "to": .string(orNull: event.to),
      "weight": .string(orNull: event.weight?.description),
      "weight_back": .string(orNull: event.weightBack?.description), "basis": .string(orNull: event.basis),
      "act": .string(orNull: event.act), "file": .string(event.file), "line": .integer(event.line),
    ]
  }
}
