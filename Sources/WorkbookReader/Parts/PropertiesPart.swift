/// What a workbook says about itself: the three parts of properties, one after the other.
final class PropertiesPart: XMLSink {
  private(set) var properties = ReadProperties()
  private var name = ""

  func start(_ name: String, in parent: String, _ attributes: XMLAttributes, at line: Int) throws(WorkbookReadError) {
    if name == "op:property" { self.name = attributes["name"] ?? "" }
  }

  func end(_ name: String, in parent: String, text: String, at line: Int) throws(WorkbookReadError) {
    switch (parent, name) {
    case ("cp:coreProperties", "dc:title"): properties.title = text
    case ("cp:coreProperties", "dc:subject"): properties.subject = text
    case ("cp:coreProperties", "dc:creator"): properties.creator = text
    case ("cp:coreProperties", "dc:language"): properties.language = text
    case ("cp:coreProperties", "cp:lastModifiedBy"): properties.lastModifiedBy = text
    case ("ap:Properties", "ap:Company"): properties.company = text
    case ("op:property", _): if !self.name.isEmpty { properties.others[self.name] = text }
    default: return
    }
  }
}
