/** The items in their order, as many together as have `limit` in all; one that is larger comes by itself. */
export function* portions<T>(items: Iterable<T>, sizeOf: (item: T) => number, limit: number): Generator<T[]> {
  let portion: T[] = []
  let total = 0
  for (const item of items) {
    const size = sizeOf(item)
    if (portion.length > 0 && total + size > limit) {
      yield portion
      portion = []
      total = 0
    }
    portion.push(item)
    total += size
  }
  if (portion.length > 0) yield portion
}
