import { invariant } from '../errors.ts'
import { KEY } from '../report/text/marker.ts'

// An issue belongs to one event of the history, and each gate (`key`) that sees the event has a part of its
// text. What people write around the parts stays.

/** What has become of the event, as one gate sees it. */
export type EventState = 'standing' | 'fixed' | 'accepted'

const ID = /^[0-9a-f]{7,40}-(?:slower|faster)$/
const FIRST_LINE = /^<!-- benchgate:v1 event=([0-9a-f]{7,40}-(?:slower|faster)) -->/
const STATES = /<!-- benchgate:part key=[A-Za-z0-9._-]{1,50} state=(standing|fixed|accepted) -->/g

/** GitHub takes 65,536 characters. */
const MAX_BODY = 65_000

/** The event that an issue's text says it is of; null where it is none of these issues. */
export const eventIn = (body: string): string | null => FIRST_LINE.exec(body)?.[1] ?? null

/** The text of a new issue. */
export function newBody(event: string, part: Part): string {
  invariant(ID.test(event), 'an id of an event that was not validated')
  return `<!-- benchgate:v1 event=${event} -->\n${written(part)}\n`
}

/** What one gate says of an event. */
interface Part {
  key: string
  state: EventState
  /** Markdown. */
  text: string
}

function written({ key, state, text }: Part): string {
  invariant(KEY.test(key), 'a key that was not validated')
  return `<!-- benchgate:part key=${key} state=${state} -->\n${text.trim()}\n${endOf(key)}`
}

const endOf = (key: string): string => `<!-- benchgate:end key=${key} -->`

const NO_ROOM = 'There is no room for what this gate measured.'

/**
 * The text with the part of a gate in the place of its earlier one. Where there is no room, the part has only
 * its state, which decides when the issue is closed; the text is unchanged where there is none even for that.
 */
export function withPart(body: string, part: Part): string {
  const place = placeOf(body, part.key)
  const texts = [part, { ...part, text: NO_ROOM }].map((one) =>
    place === null
      ? `${body.trimEnd()}\n\n${written(one)}\n`
      : body.slice(0, place.from) + written(one) + body.slice(place.to),
  )
  return texts.find(({ length }) => length <= MAX_BODY) ?? body
}

/** What a gate's part said last; null where it has none. */
export const stateIn = (body: string, key: string): EventState | null => placeOf(body, key)?.state ?? null

/** Whether no gate sees the event standing any more. */
export const isOver = (body: string): boolean =>
  body.matchAll(STATES).every(([, state]) => state !== 'standing')

function placeOf(body: string, key: string): { from: number; to: number; state: EventState } | null {
  for (const found of body.matchAll(STATES)) {
    if (!found[0].includes(`key=${key} `)) continue
    const end = body.indexOf(endOf(key), found.index)
    return {
      from: found.index,
      to: end < 0 ? found.index + found[0].length : end + endOf(key).length,
      state: found[1] as EventState,
    }
  }
  return null
}
