public import Findings
import Synchronization

/// Results that are made once for each name, on whichever thread first asks for one; others who ask wait for it.
///
/// What makes a result must ask for none of the same results: it would wait for itself.
public final class OnceEach<Value: Sendable>: Sendable {
  private final class Place: Sendable {
    let result = Mutex<Result<Value, Failure>?>(nil)
  }

  private let places = Mutex<[String: Place]>([:])

  public init() {}

  /// - Throws: what `make` threw, to everybody who asks.
  public func value(_ name: String, make: () throws(Failure) -> Value) throws(Failure) -> Value {
    let place = places.withLock { places in
      if let place = places[name] { return place }
      let place = Place()
      places[name] = place
      return place
    }
    let result = place.result.withLock { result -> Result<Value, Failure> in
      if let result { return result }
      let made: Result<Value, Failure>
      do throws(Failure) { made = .success(try make()) } catch { made = .failure(error) }
      result = made
      return made
    }
    return try result.get()
  }
}
