import { randomUUID } from 'node:crypto'
import { truncate } from './truncate.ts'

const TEXT_CHARACTERS = 256 * 1024

/** The functions of @actions/core that are needed here. */
export interface LogSink {
  startGroup(name: string): void
  endGroup(): void
  info(text: string): void
}

/**
 * Prints text from outside so that the runner obeys nothing in it: neither `::command::` at the start of a line nor
 * `##[command]` anywhere in one. The word that ends this is drawn after the text was written, so that it cannot hold it.
 * Under a title the text can be unfolded.
 */
export function printOutside(sink: LogSink, text: string, title?: string): void {
  const token = `benchgate-${randomUUID()}`
  if (title !== undefined) sink.startGroup(truncate(title, 200))
  // One call: nothing else gets between, and the way back is always printed.
  sink.info(`::stop-commands::${token}\n${truncate(text, TEXT_CHARACTERS)}\n::${token}::`)
  if (title !== undefined) sink.endGroup()
}
