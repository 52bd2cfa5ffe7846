import { commitHash, inHash } from '../chart-link.ts'

// What the page shows is its address, behind the `#`: it survives a reload, and a comment can link to it.

export const SINCE = ['release', 'best', 'first'] as const
export const SORTS = ['worst', 'name', 'change', 'since'] as const
export const GROUPS = ['none', 'group', 'suite'] as const

export interface OverviewRoute {
  view: 'overview'
  search: string
  /** Null: all. */
  status: string | null
  metric: string | null
  since: (typeof SINCE)[number]
  sort: (typeof SORTS)[number]
  group: (typeof GROUPS)[number]
}

export interface BenchmarkRoute {
  view: 'benchmark'
  /** The text of its key. */
  key: string
  /** Null: the first that it has. */
  metric: string | null
  /** Beginnings of the ids of the first and the last commit that are in view; null: all. */
  from: string | null
  to: string | null
  x: 'commits' | 'dates'
  y: 'linear' | 'log'
  as: 'chart' | 'table'
}

export interface CommitRoute {
  view: 'commit'
  /** Beginning of its id. */
  sha: string
}

export type Route = OverviewRoute | BenchmarkRoute | CommitRoute

export const OVERVIEW: OverviewRoute = {
  view: 'overview',
  search: '',
  status: null,
  metric: null,
  since: 'release',
  sort: 'worst',
  group: 'none',
}

/** What an address means. Any text means something: what is not understood is as if it were not there. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = splitOnce(hash.replace(/^#?\/?/, ''), '?')
  const [kind, first, second] = path.split('/').map(decoded)
  const given = new Map(query.split('&').map((part) => splitOnce(part, '=').map(decoded) as [string, string]))
  const text = (name: string) => given.get(name) || null
  const oneOf = <T extends string>(name: string, of: readonly T[]): T =>
    of.find((value) => value === given.get(name)) ?? of[0]!
  if (kind === 'b' && first) {
    return {
      view: 'benchmark',
      key: first,
      metric: second || null,
      from: text('from'),
      to: text('to'),
      x: oneOf('x', ['commits', 'dates']),
      y: oneOf('y', ['linear', 'log']),
      as: oneOf('as', ['chart', 'table']),
    }
  }
  if (kind === 'c' && first) return { view: 'commit', sha: first }
  return {
    view: 'overview',
    search: text('q') ?? '',
    status: text('status'),
    metric: text('metric'),
    since: oneOf('since', SINCE),
    sort: oneOf('sort', SORTS),
    group: oneOf('group', GROUPS),
  }
}

/** The address of a view. What is as usual is left out. */
export function hashOf(route: Route): string {
  if (route.view === 'commit') return commitHash(route.sha)
  if (route.view === 'benchmark') {
    const { key, metric, from, to, x, y, as } = route
    const path = `#/b/${inHash(key)}${metric === null ? '' : `/${inHash(metric)}`}`
    return `${path}${queryOf({ from, to, x: x === 'dates' ? x : null, y: y === 'log' ? y : null, as: as === 'table' ? as : null })}`
  }
  const { search, status, metric, since, sort, group } = route
  const unless = (value: string, usual: string) => (value === usual ? null : value)
  return `#/${queryOf({
    q: unless(search, ''),
    status,
    metric,
    since: unless(since, OVERVIEW.since),
    sort: unless(sort, OVERVIEW.sort),
    group: unless(group, OVERVIEW.group),
  })}`
}

function queryOf(values: Record<string, string | null>): string {
  const parts = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${inHash(value)}`],
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

function splitOnce(text: string, at: string): [string, string] {
  const i = text.indexOf(at)
  return i === -1 ? [text, ''] : [text.slice(0, i), text.slice(i + 1)]
}

/** A part of an address as it was before it was encoded; as it stands where nobody can have encoded it so. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
