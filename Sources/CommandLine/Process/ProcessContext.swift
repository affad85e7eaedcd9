import Datasets
import Findings
public import Language
import Rendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a command sees of the process it runs in.
public struct ProcessContext {
  public var environment: [String: String]
  public var output: OutputStream
  public var errors: OutputStream
  /// What is opened while the command line is parsed.
  var ahead: DatasetAhead?
  /// Told how far files have been read; nil where nobody looks.
  var progress: ReadingProgress?
  /// Of `--verbose`.
  var clock: StageClock?
  var isQuiet = false

  /// What a command has worked with, until the process ends, which takes it apart at no cost.
  let kept = KeptObjects()

  public init(environment: [String: String], output: OutputStream, errors: OutputStream) {
    self.environment = environment
    self.output = output
    self.errors = errors
  }

  /// Tells what is worth knowing and no error; nothing with `--quiet`.
  func note(_ text: String) { if !isQuiet { errors.write(text) } }

  /// The language of messages when nobody has asked for one: the locale's, else Vietnamese.
  public var language: OutputLanguage { OutputLanguage.fromEnvironment(environment) }

  /// Columns for tables: the terminal's, `COLUMNS` where it is set, no limit in a pipe.
  var width: Int? { width(of: output) }

  /// The same of one of the streams.
  func width(of stream: OutputStream) -> Int? {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return max(20, columns) }
    if let columns = stream.columns { return max(20, columns) }
    return stream.isTerminal ? 80 : nil
  }

  func style(_ mode: ColorMode) -> TextStyle {
    TextStyle(isColored: mode.isColored(environment: environment, isTerminal: output.isTerminal))
  }

  /// The nearest folder upwards that holds a file, from a starting folder.
  static func nearest(_ name: String, from folder: String) -> String? {
    var folder = URL(filePath: folder).standardizedFileURL
    for _ in 0..<256 {
      if FileManager.default.fileExists(atPath: folder.appending(path: name).path) { return folder.path }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path == folder.path { return nil }
      folder = parent
    }
    return nil
  }
}
