import { type BenchmarkKey, keyText } from '../model/benchmark.ts'
import { EVERY_NAME, type Rename } from '../model/config.ts'
import type { Benchmark } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'

// Which benchmark of base is compared with which of head, where their keys alone do not say it.

/**
 * The benchmarks of both sides, each of head's with what it is compared with on base: the same key; where a
 * suite has another number of one name on either side, the one with the same source; and what the change says
 * that it was called before.
 */
export function pairBenchmarks(benchmarks: readonly Benchmark[], renamed: readonly Rename[]): Benchmark[] {
  const paired = [...Map.groupBy(benchmarks, ({ suite, name }) => JSON.stringify([suite, name])).values()]
    .map(pairOccurrences)
    .flat()
  return renamed.reduce<Benchmark[]>(pairRenamed, paired)
}

/**
 * Benchmarks of one name in one suite. Their numbers say nothing where one was added or removed, and a source
 * says which is which only where both sides have it as often: a loop makes many benchmarks of one source.
 */
function pairOccurrences(alike: Benchmark[]): Benchmark[] {
  const onBase = alike.filter(({ base }) => base !== null)
  const onHead = alike.filter(({ head }) => head !== null)
  if (onBase.length === onHead.length || onBase.length === 0 || onHead.length === 0) return alike
  // Head's suite runs on both sides: what its numbers mean is the same on both.
  if (onHead.every(({ edit }) => edit?.own === null)) return alike
  const there = Map.groupBy(onBase, ({ base }) => base!.hash)
  const here = Map.groupBy(onHead, ({ head }) => head!.hash)
  const pairs = new Map<Benchmark, Benchmark>()
  for (const [hash, some] of here) {
    const others = there.get(hash) ?? []
    if (hash === '' || others.length !== some.length) continue
    for (const [i, own] of some.entries()) pairs.set(own, others[i]!)
  }
  const paired = onHead.map((own): Benchmark => {
    const other = pairs.get(own)
    return other === undefined ? { ...own, base: null } : withBase(own, other)
  })
  // What is left of base gets the numbers behind those of head.
  const taken = new Set(pairs.values())
  const left = onBase
    .filter((own) => !taken.has(own))
    .map((own, i): Benchmark => {
      const key = { ...own, occurrence: onHead.length + i + 1 }
      return { ...key, id: keyText(key), metrics: [], head: null, onBase: placeOf(own) }
    })
  return [...paired, ...left]
}

function withBase(head: Benchmark, base: Benchmark): Benchmark {
  const isSame = keyText(head) === keyText(base)
  return { ...head, base: base.base, onBase: isSame ? null : placeOf(base) }
}

const placeOf = ({ suite, name, occurrence, onBase }: Benchmark): NonNullable<Benchmark['onBase']> =>
  onBase ?? { suite, name, occurrence }

/** Pairs removed benchmarks with new ones as one entry of `renamed:` says. */
function pairRenamed(benchmarks: Benchmark[], rename: Rename): Benchmark[] {
  const removed = Map.groupBy(
    benchmarks.filter((one) => one.head === null && isFrom(rename, one)),
    ({ name }) => name,
  )
  const pairs = new Map<string, Benchmark>()
  for (const own of benchmarks.filter((one) => one.base === null && isTo(rename, one))) {
    const name = rename.from === EVERY_NAME ? own.name : rename.from
    const candidates = (removed.get(name) ?? []).filter(({ source }) => source === own.source)
    const other = candidates.find(({ occurrence }) => occurrence === own.occurrence) ?? candidates[0]
    if (other !== undefined && !pairs.has(other.id)) pairs.set(other.id, own)
  }
  const byHead = new Map([...pairs].map(([base, head]) => [head.id, base]))
  const known = new Map(benchmarks.map((one) => [one.id, one]))
  return benchmarks
    .filter(({ id }) => !pairs.has(id))
    .map((one) => (byHead.has(one.id) ? withBase(one, known.get(byHead.get(one.id)!)!) : one))
}

const isFrom = ({ from, fromSuite }: Rename, { name, suite }: BenchmarkKey): boolean =>
  (from === EVERY_NAME || from === name) && (fromSuite === undefined || fromSuite === suite)

const isTo = ({ to, toSuite }: Rename, { name, suite }: BenchmarkKey): boolean =>
  (to === EVERY_NAME || to === name) && (toSuite === undefined || toSuite === suite)

/** Whether an entry of `renamed:` says that a benchmark of base became this one. */
export const isRenamed = (renamed: readonly Rename[], from: BenchmarkKey, to: BenchmarkKey): boolean =>
  renamed.some(
    (rename) =>
      isFrom(rename, from) && isTo(rename, to) && (rename.from !== EVERY_NAME || from.name === to.name),
  )

/**
 * Under which key a benchmark is held to its budget. What the change itself renames keeps the budget that
 * base's file has for the old name, which is all that it can know: a rename must not shed a limit.
 */
export function budgetKeys(
  benchmarks: readonly Benchmark[],
  renamed: readonly Rename[],
): (benchmark: Benchmark) => BenchmarkKey {
  const added = renamed.filter((rename) => rename.added === true)
  const removed = added.length === 0 ? [] : benchmarks.filter(({ head }) => head === null)
  return (own) => {
    if (added.length === 0 || own.head === null) return own
    const candidates = own.onBase === null ? removed : [own.onBase]
    return candidates.find((one) => isRenamed(added, one, own)) ?? own
  }
}

/** What a benchmark was called before, if an entry of `renamed:` says so. */
export function formerKey(renamed: readonly Rename[], key: BenchmarkKey): BenchmarkKey | null {
  const rename = renamed.findLast((one) => isTo(one, key))
  if (rename === undefined) return null
  const { from, fromSuite } = rename
  return { ...key, name: from === EVERY_NAME ? key.name : from, suite: fromSuite ?? key.suite }
}

/** How surely a new benchmark is a removed one under another name or in another suite. */
export interface Moved {
  from: Benchmark
  /** It has the same name in another suite, or the same source; otherwise only the last part of its name. */
  isSure: boolean
}

/**
 * The new benchmarks of which a removed one is most likely the earlier form, by id. What could mean several
 * is left out.
 */
export function movedBenchmarks(
  benchmarks: readonly Benchmark[],
  renamed: readonly Rename[],
): Map<string, Moved> {
  const removed = benchmarks.filter(({ head }) => head === null)
  // What head's suite adds is new, although it was measured over the code of base too.
  const added = benchmarks.filter(({ base, edit }) => base === null || edit?.onBase === false)
  const found = new Map<string, Moved>()
  const taken = new Set<string>()
  for (const to of added.filter(({ base }) => base !== null)) {
    const open = removed.filter((one) => !taken.has(one.id) && isRenamed(renamed, one, to))
    const from = open.find(({ occurrence }) => occurrence === to.occurrence) ?? open[0]
    if (from === undefined) continue
    taken.add(from.id)
    found.set(to.id, { from, isSure: true })
  }
  const marks: { isSure: boolean; of: (one: Benchmark) => string | null }[] = [
    { isSure: true, of: ({ name, occurrence }) => JSON.stringify([name, occurrence]) },
    { isSure: true, of: ({ base, head }) => (base ?? head)!.hash || null },
    { isSure: false, of: ({ name }) => name.split('/').at(-1)! },
  ]
  for (const { isSure, of } of marks) {
    const before = Map.groupBy(
      removed.filter(({ id }) => !taken.has(id)),
      of,
    )
    const after = Map.groupBy(
      added.filter(({ id }) => !found.has(id)),
      of,
    )
    for (const [mark, [to, ...others]] of after) {
      const [from, ...rest] = mark === null ? [] : (before.get(mark) ?? [])
      if (from === undefined || rest.length > 0 || others.length > 0 || from.source !== to!.source) continue
      taken.add(from.id)
      found.set(to!.id, { from, isSure })
    }
  }
  return found
}

/** The entry of `renamed:` that compares two benchmarks. */
function renameEntry(from: BenchmarkKey, to: BenchmarkKey): string {
  const suites =
    from.suite === to.suite
      ? ''
      : `, from-suite: ${JSON.stringify(from.suite)}, to-suite: ${JSON.stringify(to.suite)}`
  return `{ from: ${JSON.stringify(from.name)}, to: ${JSON.stringify(to.name)}${suites} }`
}

/** What is said of a new benchmark that a removed one most likely became. */
export const looksRenamed = (from: BenchmarkKey, to: BenchmarkKey): Finding => ({
  code: 'looks-renamed',
  from: shownBeside(from, to),
  entry: renameEntry(from, to),
})

/** The name of one benchmark beside another, with its suite where that differs. */
export const shownBeside = (one: BenchmarkKey, other: BenchmarkKey): string =>
  one.suite === other.suite ? one.name : `${one.name} of ${one.suite}`
