/** Counts what is not taken over, reason by reason, for people: a history has thousands of numbers. */
export class LeftOut {
  readonly #counts = new Map<string, { count: number; example: string }>()

  /** `reason` ends a sentence that begins with `12 of the values:`; the first example of each is kept. */
  add(what: string, reason: string, example: string, count = 1): void {
    const key = `${what}: ${reason}`
    const known = this.#counts.get(key)
    if (known === undefined) this.#counts.set(key, { count, example })
    else known.count += count
  }

  /** A sentence for each reason, in the order in which they came up. */
  sentences(): string[] {
    return [...this.#counts].map(
      ([key, { count, example }]) =>
        `${count} of the ${key} (such as ${JSON.stringify(example.slice(0, 100))})`,
    )
  }
}
