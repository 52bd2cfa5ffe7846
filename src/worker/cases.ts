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
 * positions (`#2`). `counts` are the occurrences of full names so far, to which these are added.
 */
export function casesOf({ trial, groups }: Registration, counts: Map<string, number>): Case[] {
  const names = [...trial._names()].map(String)
  const choices = combinations(trial._args)
  const unnamed = argumentsNotIn(trial._name, trial._args)
  return names.map((name, i) => {
    const isShared = names.indexOf(name) !== names.lastIndexOf(name)
    const ownName =
      isShared && unnamed.length > 0
        ? `${name} [${unnamed.map((label) => label(choices[i]!)).join(', ')}]`
        : name
    const args = Object.fromEntries(
      Object.entries(choices[i]!).map(([key, at]) => [key, trial._args[key]![at]]),
    )
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

function argumentsNotIn(name: string, args: Record<string, readonly unknown[]>) {
  return Object.entries(args).flatMap(([key, values]) => {
    const printed = values.map(print)
    const isNamed = name.includes(`$${key}`) && new Set(values.map(String)).size === values.length
    if (isNamed) return []
    const isClear = new Set(printed).size === values.length
    return [(at: Record<string, number>) => `${key}=${isClear ? printed[at[key]!] : `#${at[key]! + 1}`}`]
  })
}

function print(value: unknown): string {
  let text: string | undefined
  try {
    if (typeof value === 'function') text = value.name || 'function'
    else if (typeof value === 'object') text = JSON.stringify(value)
  } catch {
    // Circular values and bigints have no JSON; the short form below is used.
  }
  return (text ?? String(value)).slice(0, MAX_PRINTED_ARGUMENT)
}
