/** A window of a longer list, a few dozen consecutive numbers of it, kept in ascending order. */
export class SortedWindow {
  #values: Float64Array
  #of: Float64Array | null = null
  #from = 0
  #to = 0

  constructor(capacity: number) {
    this.#values = new Float64Array(capacity)
  }

  get size(): number {
    return this.#to - this.#from
  }

  /** Moves the window to `from` up to before `to`, without any NaN. Fast if it held most of them already. */
  moveTo(list: Float64Array, from: number, to: number): void {
    if (list !== this.#of || from < this.#from || to < this.#to || from >= this.#to) {
      this.#of = list
      this.#from = this.#to = from
    }
    while (this.#from < from) this.#take(list[this.#from]!)
    while (this.#to < to) this.#add(list[this.#to]!)
  }

  #add(value: number): void {
    const values = this.#values
    let place = this.size
    for (; place > 0 && values[place - 1]! > value; place--) values[place] = values[place - 1]!
    values[place] = value
    this.#to++
  }

  #take(value: number): void {
    const values = this.#values
    let [low, high] = [0, this.size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[middle]! < value) low = middle + 1
      else high = middle
    }
    this.#from++
    for (let i = low; i < this.size; i++) values[i] = values[i + 1]!
  }

  /** NaN for an empty window. */
  median(): number {
    const [values, size] = [this.#values, this.size]
    if (size === 0) return NaN
    const middle = size >> 1
    return size % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2
  }

  /** The median distance from the median; NaN for an empty window. */
  deviation(): number {
    const [values, size] = [this.#values, this.size]
    const centre = this.median()
    const middle = size >> 1
    let high = middle
    let low = high - 1
    let [before, newest] = [NaN, NaN]
    // The nearer side comes first, so distances are in ascending order.
    for (let count = 0; count <= middle; count++) {
      before = newest
      const below = low < 0 ? Infinity : Math.abs(values[low]! - centre)
      const above = high >= size ? Infinity : Math.abs(values[high]! - centre)
      if (below < above) {
        newest = below
        low--
      } else {
        newest = above
        high++
      }
    }
    return size % 2 === 1 ? newest : (before + newest) / 2
  }
}
