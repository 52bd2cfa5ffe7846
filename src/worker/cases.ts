import { nameText, nextOccurrence, normalName } from '../model/benchmark.ts'
import type { Registration } from './benchmark-registry.ts'

/** One thing to measure: a benchmark with one value for each of its arguments. */
export interface Case {
  /** Its full name, with its number behind it where the suite uses the name again. */
  id: string
  /** Its named groups and its name joined by `/`, as in budgets and reports. */
  fullName: string
  /** Its number among the benchmarks of that full name in this suite, counted from 1. */
  occurrence: number
  name: string
  args: Record<string, unknown>
}

const MAX_PRINTED_ARGUMENT = 40

/**
 * The cases of one bench() call, in mitata's order (the first argument changes fastest). `$argument` in the
 * name is replaced by its value. Where several cases then have one name, the arguments that the name does not
 * distinguish follow in brackets: `sort [n=100, order=random]`. Values that print alike are written as
 * positions (`#2`), as are objects that JSON cannot hold. `counts` are the occurrences of full names so far,
 * to which these are added.
 */
export function casesOf({ trial, groups }: Registration, counts: Map<string, number>): Case[] {
  const labels = new Map(Object.entries(trial._args).map(([key, values]) => [key, labelsOf(values)]))
  const choices = combinations(trial._args)
  const names = choices.map((choice) => nameOf(trial._name, choice, labels))
  const unnamed = [...labels].filter(
    ([key, { isDistinct }]) => !(isDistinct && trial._name.includes(`$${key}`)),
  )
  return names.map((name, i) => {
    const choice = choices[i]!
    const isShared = names.indexOf(name) !== names.lastIndexOf(name)
    const ownName =
      isShared && unnamed.length > 0
        ? `${name} [${unnamed.map(([key, { listed }]) => `${key}=${listed[choice[key]!]}`).join(', ')}]`
        : name
    const args = Object.fromEntries(Object.entries(choice).map(([key, at]) => [key, trial._args[key]![at]]))
    const fullName = normalName([...groups, ownName].join('/'))
    const occurrence = nextOccurrence(counts, fullName)
    return { id: nameText(fullName, occurrence), fullName, occurrence, name, args }
  })
}

/** The position of each argument's value, for every case in mitata's order. */
function combinations(args: Record<string, readonly unknown[]>): Record<string, number>[] {
  let all: Record<string, number>[] = [{}]
  for (const key of Object.keys(args)) {
    all = args[key]!.flatMap((_, at) => all.map((others) => ({ ...others, [key]: at })))
  }
  return all
}

/** How the values of one argument are written, by position. */
interface Labels {
  /** In place of `$argument`. */
  inName: readonly string[]
  /** In brackets. */
  listed: readonly string[]
  /** Whether no two of `inName` are the same. */
  isDistinct: boolean
}

function labelsOf(values: readonly unknown[]): Labels {
  const printed = values.map(print)
  const positions = values.map((_, at) => `#${at + 1}`)
  const isClear = !printed.includes(null) && new Set(printed).size === values.length
  const listed = isClear ? (printed as string[]) : positions
  const inName = values.map((value, at) => (isPrimitive(value) ? String(value) : listed[at]!))
  return { inName, listed, isDistinct: new Set(inName).size === values.length }
}

function nameOf(name: string, choice: Record<string, number>, labels: ReadonlyMap<string, Labels>): string {
  let filled = name
  for (const [key, { inName }] of labels) filled = filled.replaceAll(`$${key}`, () => inName[choice[key]!]!)
  return filled
}

const isPrimitive = (value: unknown): boolean =>
  value === null || (typeof value !== 'object' && typeof value !== 'function')

/** Null for a value that has no text of its own. */
function print(value: unknown): string | null {
  let text: string | undefined
  try {
    if (typeof value === 'function') text = value.name || 'function'
    else if (isPrimitive(value)) text = String(value)
    else text = JSON.stringify(value)
  } catch {
    // Circular values, and objects with bigints in them.
  }
  return text?.slice(0, MAX_PRINTED_ARGUMENT) ?? null
}
