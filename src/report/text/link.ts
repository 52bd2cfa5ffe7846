/** Where a report can lead to; null where there is no such page. Anything but an https URL gives no link. */
export interface Links {
  /** The job summary. */
  summary: string | null
  /** The page of a commit, from its full id. */
  commit: ((sha: string) => string) | null
  /** What differs between base and head. */
  compare: string | null
  /** The dashboard of the recorded branch. */
  dashboard: DashboardLinks | null
}

export interface DashboardLinks {
  page: string
  /** The chart of one metric of a benchmark. */
  chart: (benchmark: { suite: string; name: string; occurrence: number }, metric: string) => string
}

const MAX_URL = 2_000
/** Of a page that parts are added to. */
const MAX_PAGE_URL = 500
const COMMIT = /^[0-9a-f]{7,64}$/

/** Markdown that leads to `url`; null where that is no URL to lead people to. `text` is Markdown already. */
export function linkTo(text: string, url: string | null | undefined): string | null {
  const target = url == null ? null : targetOf(url)
  return target === null ? null : `[${text}](${target})`
}

/** A commit's Markdown, leading to its page where there is one. */
export function commitLink(text: string, sha: string | null, links: Links | null): string {
  if (sha === null || !COMMIT.test(sha)) return text
  return linkTo(text, links?.commit?.(sha)) ?? text
}

/**
 * What is wrong with the URL of a page that people are to be led to, as the end of a sentence; null: nothing.
 */
export function problemOfPageUrl(url: string): string | null {
  if (/[\p{C}\p{Z}]/u.test(url)) return 'holds a blank or a control character'
  if (url.length > MAX_PAGE_URL) return `is longer than ${MAX_PAGE_URL} characters`
  if (!/^https:\/\//i.test(url) || !URL.canParse(url)) return 'is not a URL that begins with `https://`'
  const { username, password } = new URL(url)
  if (username !== '' || password !== '') return 'names a user'
  return url.includes('#') ? 'holds a `#`' : null
}

function targetOf(url: string): string | null {
  const parsed = url.length > MAX_URL || !URL.canParse(url) ? null : new URL(url)
  // Who is named before an @ is not who answers.
  if (parsed?.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '') return null
  return (
    parsed.href
      // A URL is ASCII once it is parsed, but may hold what ends a link or a table's cell.
      .replace(/[^\w.~:/?#=%+,;!&-]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
      .replaceAll('&', '&amp;')
  )
}
