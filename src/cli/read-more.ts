import { readFileSync } from 'node:fs'
import { TOPICS, type Topic } from '../errors.ts'

/** The line below an error that says where its section is; `docs` is what stands before `docs/`. */
export const readMore = (topic: Topic, docs: string | null): string =>
  `Read more: ${docs ?? ''}docs/troubleshooting.md#${anchorOf(TOPICS[topic])}`

/** What GitHub makes of the text of a heading, to link to it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')

/**
 * Where the docs of the installed package are, with `/` at the end: at the commit that it was published from,
 * as its manifest says beside dist. Null where it says none.
 */
export function docsOfPackage(workerFile: string): string | null {
  try {
    const { repository, gitHead } = JSON.parse(readFileSync(new URL('../package.json', workerFile), 'utf8'))
    const url: unknown = typeof repository === 'string' ? repository : repository?.url
    const [, slug] =
      /^(?:github:|(?:git\+)?https:\/\/github\.com\/)?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(String(url)) ?? []
    const isSha = typeof gitHead === 'string' && /^[0-9a-f]{40}$/.test(gitHead)
    return slug !== undefined && isSha ? `https://github.com/${slug}/blob/${gitHead}/` : null
  } catch {
    return null
  }
}
