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
