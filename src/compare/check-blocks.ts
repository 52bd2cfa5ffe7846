import { invariant } from '../errors.ts'
import type { Block } from '../model/comparison.ts'

/**
 * Throws, naming `key`, when a block has an empty side or a value that is not finite: a bug of whatever built
 * it.
 */
export function checkBlocks(key: string, blocks: readonly Block[]): void {
  for (const { base, head } of blocks) {
    invariant(base.length > 0 && head.length > 0, `a block of ${key} has an empty side`)
    invariant([...base, ...head].every(Number.isFinite), `a block of ${key} holds a value that is not finite`)
  }
}
