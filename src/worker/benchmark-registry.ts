import { type CallSite, callSite } from './call-site.ts'
import { B, type BenchFunction } from './mitata.ts'

/** One bench() call. */
export interface Registration {
  trial: B
  /** Names of the groups around it, outermost first. */
  groups: readonly string[]
  site: CallSite | null
}

/** Successive registrations in the same groups and plots, which mitata's result lists as its layout. */
export interface Collection {
  id: number
  /** Name of the innermost named group. */
  name: string | null
  types: readonly string[]
  groups: readonly string[]
}

let collections: Collection[] = [{ id: 0, name: null, types: [], groups: [] }]
let registrations: Registration[] = []

/** Everything registered since the last run. The arrays grow while they are read. */
export function registered(): { registrations: readonly Registration[]; collections: readonly Collection[] } {
  return { registrations, collections }
}

/** Clears the registry: a suite may register benchmarks and run again. */
export function clearRegistry(): void {
  collections = [{ id: 0, name: null, types: [], groups: [] }]
  registrations = []
}

/** mitata's bench(): registers a benchmark and returns it for `.args()`, `.gc()` and the like. */
export function bench(nameOrFunction: string | BenchFunction, second?: BenchFunction): B {
  const site = callSite()
  const f = typeof nameOrFunction === 'function' ? nameOrFunction : second
  const name = typeof nameOrFunction === 'function' ? nameOrFunction.name || 'anonymous' : nameOrFunction
  // B reports a missing function.
  const trial = new B(name, f as BenchFunction)
  const { id, groups } = currentCollection()
  trial._group = id
  registrations.push({ trial, groups, site })
  return trial
}

/** mitata's group(): benchmarks that belong together, with or without a name. */
export function group(name: string | null | (() => unknown), f?: () => unknown): void | Promise<void> {
  return typeof name === 'function' ? collect('g', null, name) : collect('g', name, f!)
}
export const summary = (f: () => unknown) => collect('s', null, f)
export const boxplot = (f: () => unknown) => collect('x', null, f)
export const barplot = (f: () => unknown) => collect('b', null, f)
export const lineplot = (f: () => unknown) => collect('l', null, f)

/**
 * As in mitata, everything registered while an asynchronous callback is running belongs to its group,
 * wherever it is registered. Distinguishing contexts would need async hooks, which slow down the promises
 * that a benchmark measures.
 */
function collect(type: string, name: string | null, f: () => unknown): void | Promise<void> {
  const outer = currentCollection()
  collections.push({
    id: collections.length,
    name: name ?? outer.name,
    types: [type, ...outer.types],
    groups: name ? [...outer.groups, name] : outer.groups,
  })
  const leave = () => void collections.push({ ...outer, id: collections.length })
  const returned = f()
  if (returned instanceof Promise) return returned.then(leave)
  leave()
}

const currentCollection = () => collections.at(-1)!
