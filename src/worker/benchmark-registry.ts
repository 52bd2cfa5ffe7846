import type { AsyncLocalStorage } from 'node:async_hooks'
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

/** A group or plot whose callback is running, or what is outside all of them. */
interface Scope {
  outer: Scope | null
  collection: Collection
}

/** What mitata 0.1 takes as the first argument of group(). */
interface GroupOptions {
  name?: string
  summary?: boolean
}

type GroupName = string | null | undefined | GroupOptions

/** How long run() waits for groups that nobody awaits. */
const MAX_WAIT_MS = 5_000

let collections: Collection[] = []
let registrations: Registration[] = []
let top: Scope = topScope()
/** Which group's callback called. Only there while suites that have groups register. */
let scopes: AsyncLocalStorage<Scope> | null = null
const unsettled = new Map<Scope, Promise<void>>()

/** Everything registered since the last run. The arrays grow while they are read. */
export function registered(): { registrations: readonly Registration[]; collections: readonly Collection[] } {
  return { registrations, collections }
}

/** Clears the registry: a suite may register benchmarks and run again. */
export function clearRegistry(): void {
  collections = []
  registrations = []
  top = topScope()
}

/** mitata's bench(): registers a benchmark and returns it for `.args()`, `.gc()` and the like. */
export function bench(nameOrFunction: string | BenchFunction, second?: BenchFunction): B {
  return add('bench', nameOrFunction, second, callSite())
}

/** The form in which mitata 0.1 marks the benchmark that others are compared with. */
export function baseline(nameOrFunction: string | BenchFunction, second?: BenchFunction): B {
  return add('baseline', nameOrFunction, second, callSite()).baseline(true)
}

function add(
  call: 'bench' | 'baseline',
  nameOrFunction: string | BenchFunction,
  second: BenchFunction | undefined,
  site: CallSite | null,
): B {
  const f = typeof nameOrFunction === 'function' ? nameOrFunction : second
  const name =
    typeof nameOrFunction === 'function' ? nameOrFunction.name || 'anonymous' : textOf(nameOrFunction, call)
  // B reports a missing function.
  const trial = new B(name, f as BenchFunction)
  const { id, groups } = currentScope().collection
  trial._group = id
  registrations.push({ trial, groups, site })
  return trial
}

const setName = B.prototype.name
B.prototype.name = function (name: unknown, color) {
  return setName.call(this, textOf(name, 'name'), color)
}

/** mitata's group(): benchmarks that belong together, with or without a name. */
export function group(name: GroupName | (() => unknown), f?: () => unknown): void | Promise<void> {
  if (typeof name === 'function') return collect('g', null, name)
  return collect('g', name == null ? null : textOf(name, 'group'), f!)
}
export const summary = (f: () => unknown) => collect('s', null, f)
export const boxplot = (f: () => unknown) => collect('x', null, f)
export const barplot = (f: () => unknown) => collect('b', null, f)
export const lineplot = (f: () => unknown) => collect('l', null, f)

/**
 * Waits until the groups that nobody awaits have registered their benchmarks, and stops following which
 * callback calls what: on Node 22 that slows down the promises that a benchmark measures.
 */
export async function endOfRegistration(): Promise<void> {
  if (scopes === null) return
  const around = new Set<Scope>()
  for (let scope: Scope | null = currentScope(); scope !== null; scope = scope.outer) around.add(scope)
  const others = [...unsettled].filter(([scope]) => !around.has(scope)).map(([, promise]) => promise)
  if (others.length > 0) {
    let timer: NodeJS.Timeout
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, MAX_WAIT_MS)))
    await Promise.race([Promise.all(others), late]).finally(() => clearTimeout(timer))
  }
  scopes?.disable()
  scopes = null
  unsettled.clear()
}

/**
 * A benchmark belongs to the group whose callback called bench(), however many others are open at that time.
 * In mitata it is the one that was entered last, which is chance when a group's callback waits and nobody
 * awaits the group.
 */
function collect(type: string, name: string | null, f: () => unknown): void | Promise<void> {
  const outer = currentScope()
  const { collection } = outer
  const scope: Scope = {
    outer,
    collection: nextCollection({
      name: name || collection.name,
      types: [type, ...collection.types],
      groups: name ? [...collection.groups, name] : collection.groups,
    }),
  }
  const leave = () => void (outer.collection = nextCollection(outer.collection))
  scopes ??= new (process.getBuiltinModule('node:async_hooks').AsyncLocalStorage)<Scope>()
  const returned = scopes.run(scope, f)
  if (!(returned instanceof Promise)) return leave()
  const settle = () => void unsettled.delete(scope)
  // Apart from what is returned, whose rejection must stay unhandled where the suite handles none.
  unsettled.set(scope, returned.then(settle, settle))
  return returned.then(leave)
}

const currentScope = (): Scope => scopes?.getStore() ?? top

function topScope(): Scope {
  return { outer: null, collection: nextCollection({ name: null, types: [], groups: [] }) }
}

function nextCollection(like: Omit<Collection, 'id'>): Collection {
  const collection = { ...like, id: collections.length }
  collections.push(collection)
  return collection
}

/** A name as text. Objects have none, except for the options of mitata 0.1. */
function textOf(name: unknown, call: string): string {
  if (typeof name === 'object' && name !== null) {
    const { name: own, summary: _, ...more } = name as GroupOptions
    if (typeof own === 'string') return own
    if (call === 'group' && own === undefined && Object.keys(more).length === 0) return ''
  } else if (typeof name !== 'function') return String(name)
  throw new TypeError(`the name that ${call}() gets is no string but ${kindOf(name)}`)
}

function kindOf(value: object): string {
  const name: unknown = value.constructor?.name
  return typeof name === 'string' && name !== 'Object' && name !== '' ? `an object (${name})` : 'an object'
}
