import { type BenchmarkKey, keyText } from '../model/benchmark.ts'

// What follows the `#` in addresses of the dashboard. The page reads them back in `page/route.ts`.

/** Address of the chart of one benchmark and metric, to be put behind that of the dashboard. */
export const chartHash = (key: BenchmarkKey, metric: string): string =>
  `#/b/${inHash(keyText(key))}/${inHash(metric)}`

/** Address of all that one commit changed. */
export const commitHash = (sha: string): string => `#/c/${inHash(sha)}`

/**
 * One part of an address. Brackets and quotes are encoded too, so that an address can stand in Markdown and
 * in quotes; a name may hold half of a surrogate pair, which no address can.
 */
export const inHash = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
