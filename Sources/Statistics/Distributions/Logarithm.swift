#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Natural logarithms, for statistics alone; never for a published figure.
public enum Logarithm {
  public static func natural(_ value: Double) -> Double { log(value) }
  public static func exponential(_ value: Double) -> Double { exp(value) }
}
