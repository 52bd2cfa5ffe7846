import { randomUUID } from 'node:crypto'
import { truncate } from './truncate.ts'

const TEXT_CHARACTERS = 256 * 1024

/**
 * Prints text from outside so that the runner obeys nothing in it: neither `::command::` at the start of a
 * line nor `##[command]` anywhere in one. The word that ends this is drawn after the text was written, so
 * that it cannot hold it.
 */
export function printOutside(info: (text: string) => void, text: string): void {
  const token = `benchgate-${randomUUID()}`
  // One call: nothing else gets between, and the way back is always printed.
  info(`::stop-commands::${token}\n${truncate(text, TEXT_CHARACTERS)}\n::${token}::`)
}
