import { createInterface } from 'node:readline/promises'
import { linesForTerminal } from '../report/text/for-terminal.ts'
import { Interrupted } from './measuring.ts'

const SIGINT_EXIT = 130
/** Answers that are none before the first option is taken. */
const MAX_ANSWERS = 5

/** Whether there is a person to ask. */
export const canAsk = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true

/** Lets a person choose one of several; the first is taken where nothing is typed. */
export async function choose<T>(
  question: string,
  options: readonly { label: string; value: T }[],
): Promise<T> {
  const lines = options.map(({ label }, i) => `  ${i + 1}  ${label}`)
  process.stdout.write(linesForTerminal(`\n${question}\n${lines.join('\n')}\n`))
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const interrupted = new AbortController()
  terminal.on('SIGINT', () => interrupted.abort())
  // Ctrl-D ends the input, and no answer would ever come.
  terminal.on('close', () => interrupted.abort())
  try {
    for (let i = 0; i < MAX_ANSWERS; i++) {
      const answer = await terminal.question(`1 to ${options.length} [1]: `, { signal: interrupted.signal })
      const chosen = answer.trim() === '' ? options[0] : options[Number(answer) - 1]
      if (chosen !== undefined) return chosen.value
    }
    return options[0]!.value
  } catch (error) {
    throw interrupted.signal.aborted ? new Interrupted(SIGINT_EXIT) : error
  } finally {
    terminal.close()
  }
}
