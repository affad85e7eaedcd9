/// What `new` writes: the smallest package that passes `check`, and a report definition for it.
enum StarterFiles {
  typealias File = (name: String, text: String)

  static let package: [File] = [
    ("datapackage.json", descriptor), ("indicators.yaml", catalogue),
    (
      "units.csv",
      "code,name_vi,name_en,level,parent\nP,Tỉnh,The province,province,\nD1,Huyện Một,District One,district,P\n"
    ),
    ("organisations.csv", "code,name_vi,name_en\nO1,Tổ chức Một,Organisation One\n"),
    ("membership.csv", "year,unit,organisation,members,eligible,status\n"),
    ("meetings.csv", "year,unit,meetings,status\n"), ("README.md", readme),
  ]

  static let report: [File] = [
    ("report.yaml", definition),
    ("briefing.vi.mustache", vietnameseBriefing), ("briefing.en.mustache", englishBriefing),
  ]

  private static let vietnameseBriefing = """
    {{#notices}}
    {{text}}
    {{/notices}}

    = {{title}}
    = {{subtitle}}

    #1. {{participation.name}}
    {{#participation.last}}
        đạt {{value}} ({{period}})
    {{/participation.last}}
    {{#participation.change}}
        , {{phrase}} so với {{from}}
    {{/participation.change}}
        .
    {{#meetings-held.total}}
    #1. {{meetings-held.name}}: {{value}}.
    {{/meetings-held.total}}

    """

  private static let englishBriefing = """
    {{#notices}}
    {{text}}
    {{/notices}}

    = {{title}}
    = {{subtitle}}

    #1. {{participation.name}}
    {{#participation.last}}
        stands at {{value}} ({{period}})
    {{/participation.last}}
    {{#participation.change}}
        , {{phrase}} compared with {{from}}
    {{/participation.change}}
        .
    {{#meetings-held.total}}
    #1. {{meetings-held.name}}: {{value}}.
    {{/meetings-held.total}}

    """

  private static let descriptor = """
    {
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
      "name": "new-package",
      "title": "A new data package",
      "resources": [
        {
          "name": "units",
          "path": "units.csv",
          "schema": {
            "fields": [
              {"name": "code", "type": "string", "constraints": {"required": true, "unique": true}},
              {"name": "name_vi", "type": "string", "constraints": {"required": true}},
              {"name": "name_en", "type": "string", "constraints": {"required": true}},
              {"name": "level", "type": "string", "constraints": {"required": true}},
              {"name": "parent", "type": "string"}
            ],
            "primaryKey": ["code"]
          }
        },
        {
          "name": "organisations",
          "path": "organisations.csv",
          "schema": {
            "fields": [
              {"name": "code", "type": "string", "constraints": {"required": true, "unique": true}},
              {"name": "name_vi", "type": "string", "constraints": {"required": true}},
              {"name": "name_en", "type": "string", "constraints": {"required": true}}
            ],
            "primaryKey": ["code"]
          }
        },
        {
          "name": "membership",
          "path": "membership.csv",
          "schema": {
            "fields": [
              {"name": "year", "type": "year", "constraints": {"required": true}},
              {"name": "unit", "type": "string", "constraints": {"required": true}},
              {"name": "organisation", "type": "string", "constraints": {"required": true}},
              {"name": "members", "type": "integer", "constraints": {"minimum": 0}},
              {"name": "eligible", "type": "integer", "constraints": {"minimum": 0}},
              {"name": "status", "type": "string"}
            ],
            "primaryKey": ["year", "unit", "organisation"],
            "foreignKeys": [
              {"fields": ["unit"], "reference": {"resource": "units", "fields": ["code"]}},
              {"fields": ["organisation"], "reference": {"resource": "organisations", "fields": ["code"]}}
            ]
          }
        },
        {
          "name": "meetings",
          "path": "meetings.csv",
          "schema": {
            "fields": [
              {"name": "year", "type": "year", "constraints": {"required": true}},
              {"name": "unit", "type": "string", "constraints": {"required": true}},
              {"name": "meetings", "type": "integer", "constraints": {"minimum": 0}},
              {"name": "status", "type": "string"}
            ],
            "primaryKey": ["year", "unit"],
            "foreignKeys": [{"fields": ["unit"], "reference": {"resource": "units", "fields": ["code"]}}]
          }
        }
      ]
    }

    """

  private static let catalogue = """
    # What the package publishes. Every word that is not a name is from a closed list; `thapnien check` finds the others.
    catalogue: 1
    title: {vi: Công tác của tỉnh, en: The work of the province}

    dimensions:
      unit:         {resource: units, key: code, parent: parent, level: level, names: {vi: name_vi, en: name_en}}
      organisation: {resource: organisations, key: code, names: {vi: name_vi, en: name_en}}

    resources:
      membership: {period: year, unit: unit, level: district, dimensions: {organisation: organisation}, flags: status, expects: [unit, organisation, period]}
      meetings:   {period: year, unit: unit, level: district, flags: status, expects: [unit, period]}

    measures:
      member-count: {resource: membership, column: members, kind: stock}
      eligible-count: {resource: membership, column: eligible, kind: stock}
      meeting-count: {resource: meetings, column: meetings, kind: flow}

    indicators:
      member-stock:
        names: {vi: Số người tham gia, en: Members}
        value: member-count
        unit: {vi: lượt, en: memberships}
      participation:
        names: {vi: Tỷ lệ tham gia, en: Participation rate}
        ratio: [member-count, eligible-count]
        unit: percent
        decimals: 2
        good: up
      meetings-held:
        names: {vi: Số buổi họp, en: Meetings held}
        value: meeting-count
        unit: {vi: buổi, en: meetings}

    """

  private static let readme = """
    # A new data package

    1. `units.csv` and `organisations.csv`: replace the example rows by your own. Codes are yours; the level of the rows
       in the other files is `district`.
    2. `membership.csv` and `meetings.csv`: one row a year, unit and organisation. Leave a value empty when it has not been
       reported and write an SDMX status code in `status` (`P` provisional, `L` not collected, `O` missing).
    3. `datapackage.json` describes the files, `indicators.yaml` what is published from them.

    `thapnien check` says what is wrong, with file, line and remedy; `thapnien trend participation` shows the first series.

    """

  private static let definition = """
    # A report definition: it names indicators, never units or years.
    report: 1
    names: {vi: Báo cáo mới, en: A new report}
    language: vi
    period: {last: 5 years, baseline: the year before}
    summary:
      headline: participation
      levels: [participation, member-stock]
      totals: [meetings-held]
      charts: [{line: participation}]
    tables:
      - {id: "01", rows: unit, indicator: participation, with: [change], chart: true}
      - {id: "02", rows: unit, indicator: meetings-held, with: [total, average]}
    briefing: {vi: briefing.vi.mustache, en: briefing.en.mustache}
    labels: []

    """
}
