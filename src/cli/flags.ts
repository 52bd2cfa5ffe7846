import { InvalidArgumentError } from 'commander'
import { checkGlob } from '../config/glob.ts'
import type { Complaint } from '../config/config-error.ts'
import { checkQuantity, parseQuantity, TIME_LIMIT } from '../config/quantity.ts'
import type { BaseRef } from '../model/config.ts'

/** `--base`: the words of `base.ref` in the config, `tag:<pattern>`, or any ref. */
export function parseBaseFlag(text: string): BaseRef {
  if (text === 'merge-base' || text === 'parent') return { kind: text }
  if (text.startsWith('tag:')) return { kind: 'tag', pattern: text.slice('tag:'.length) }
  return { kind: 'ref', ref: text }
}

/** `--time-limit`: a time with a unit, in ms. */
export function parseTimeLimitFlag(text: string): number {
  refuse(checkQuantity(text, TIME_LIMIT))
  return parseQuantity(text)!.value / 1e6
}

/** `--filter`: a glob within the same bounds as those of the config. */
export function parseFilterFlag(text: string): string {
  refuse(checkGlob(text))
  return text
}

function refuse(complaint: Complaint | null): void {
  if (complaint) throw new InvalidArgumentError(`${complaint.message}. ${complaint.remedy}`)
}
