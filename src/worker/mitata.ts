import { B, flags, measure as measureUntyped } from 'mitata'

// What mitata has but does not declare.
declare module 'mitata' {
  interface B {
    readonly f: BenchFunction
    readonly flags: number
    readonly _name: string
    readonly _args: Record<string, unknown[]>
    readonly _gc: boolean | 'once' | 'inner'
    readonly _highlight: string | false
    _group: number
  }
  // oxlint-disable-next-line no-unused-vars -- a declaration for those who import it
  const $: Record<string, unknown>
}

/** A one-shot function, a generator function, or a function that iterates over its state. */
// oxlint-disable-next-line typescript/no-explicit-any
export type BenchFunction = (...args: any[]) => any

/** mitata's measuring loops. Resolves to mitata's own statistics, of which only the kind is used here. */
export const measureLoop = measureUntyped as unknown as (
  f: BenchFunction,
  options: { args: Record<string, unknown>; now: () => number; gc: () => void } & Record<string, unknown>,
) => Promise<{ kind: 'fn' | 'iter' | 'yield' }>

export { B, flags }
