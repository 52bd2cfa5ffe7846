import type { BenchFunction } from './mitata.ts'

/**
 * What a generator benchmark may yield instead of a function: the function and the parameters computed for
 * its calls.
 */
interface Yielded {
  bench?: BenchFunction
  manual?: BenchFunction
}

export function isGenerator(f: BenchFunction): boolean {
  const tag = (f as { [Symbol.toStringTag]?: string })[Symbol.toStringTag]
  return tag === 'GeneratorFunction' || tag === 'AsyncGeneratorFunction'
}

/** The same benchmark, with what it yields (or returns, which mitata also accepts) passed through `see`. */
export function seeYielded(f: BenchFunction, see: (yielded: unknown) => unknown): BenchFunction {
  return async function* (state: unknown) {
    const generator = f(state)
    const first = await generator.next()
    if (first.done) return see(first.value)
    yield see(first.value)
    // mitata refuses a second yield, and reports it.
    const second = await generator.next()
    if (!second.done) yield second.value
  }
}

/** Whether parameters are computed for every call. mitata prepares those of a whole batch in advance. */
export function hasParameters(yielded: unknown): boolean {
  if (typeof yielded !== 'object' || yielded === null) return false
  const { bench, manual } = yielded as Yielded
  return ((bench ?? manual)?.length ?? 0) > 0
}

/**
 * The yielded value with a `manual` function that calls `report` every time it returns; null when the value
 * has none. The budget `manual` becomes `real`: a gate promises wall time, so wall time ends the window.
 */
export function reportingManual(yielded: unknown, report: (ns: number) => void): object | null {
  if (typeof yielded !== 'object' || yielded === null) return null
  const { bench, manual } = yielded as Yielded
  if (!manual) return null
  const timed = bench ?? manual
  const reporting = (...parameters: unknown[]) => {
    const returned: unknown = timed(...parameters)
    return returned instanceof Promise ? returned.then(check) : check(returned)
  }
  const check = (ns: unknown) => {
    if (typeof ns !== 'number' || !(ns > 0 && ns < Infinity)) {
      throw new TypeError(
        `a manual benchmark returns the time of its call in ns, above 0; this one returned ${String(ns)}`,
      )
    }
    report(ns)
    return ns
  }
  // mitata computes as many parameters as the function declares.
  Object.defineProperty(reporting, 'length', { value: timed.length })
  const own = { value: reporting, enumerable: true }
  return Object.create(yielded, { [bench ? 'bench' : 'manual']: own, budget: { value: 'real' } }) as object
}
