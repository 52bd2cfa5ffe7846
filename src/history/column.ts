export type Numbers = Float64Array | Int32Array | Uint8Array

/** A growing list of numbers that takes a few bytes for each. */
export interface Column {
  readonly length: number
  push(value: number): void
  at(index: number): number
}

const FIRST = 8

export function column(type: new (length: number) => Numbers): Column {
  let values = new type(FIRST)
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === values.length) {
        const larger = new type(Math.ceil(1.5 * length))
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    at: (index) => values[index]!,
  }
}
