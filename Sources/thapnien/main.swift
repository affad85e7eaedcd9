import CommandLine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

let context = ProcessContext(
  environment: ProcessInfo.processInfo.environment, output: OutputStream(descriptor: STDOUT_FILENO),
  errors: OutputStream(descriptor: STDERR_FILENO))
// At once: nothing is left to write, and a thread may still be opening what a refused command line named.
_exit(Program.run(Array(Swift.CommandLine.arguments.dropFirst()), in: context))
