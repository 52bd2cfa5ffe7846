import type { ProgressReport } from '../gate/request.ts'
import { plural } from '../report/quantity.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'

const BAR_WIDTH = 22
/** The time between two lines of a log, apart from those that stay on a terminal too. */
const LOG_EVERY_MS = 30_000

export interface ProgressLine {
  show: (progress: ProgressReport) => void
  clear: () => void
}

/**
 * A line on stderr that is redrawn between measured processes, never while one runs: drawing costs CPU time
 * that a benchmark would feel. Where stderr is not a terminal, some lines of a log, so that nobody takes a
 * measurement for one that hangs.
 */
export function createProgressLine(
  stream: NodeJS.WriteStream,
  { quiet, now = () => performance.now() }: { quiet: boolean; now?: () => number },
): ProgressLine {
  if (quiet) return { show: () => {}, clear: () => {} }
  if (!stream.isTTY) return { show: log(stream, now), clear: () => {} }
  const redraw = (text: string) =>
    stream.write(`\r\x1b[2K${linesForTerminal(text).slice(0, (stream.columns ?? 80) - 1)}`)
  return {
    show(progress) {
      redraw(progress.kind === 'measuring' ? describeMeasuring(progress) : progressWords(progress))
      if (progress.kind === 'note' || progress.kind === 'start') stream.write('\n')
    },
    clear: () => stream.write('\r\x1b[2K'),
  }
}

/** Commands that end within the time between two lines write none but those that stay. */
function log(stream: NodeJS.WriteStream, now: () => number): ProgressLine['show'] {
  let last = now()
  return (progress) => {
    const stays = progress.kind === 'note' || progress.kind === 'start'
    if (!stays && now() - last < LOG_EVERY_MS) return
    last = now()
    const left = progress.kind === 'measuring' ? leftWords(progress, ', ') : ''
    stream.write(linesForTerminal(`${progressWords(progress)}${left}\n`))
  }
}

/** What a log says of a report. */
export function progressWords(progress: ProgressReport): string {
  if (progress.kind === 'preparing' || progress.kind === 'note') return progress.text
  if (progress.kind === 'start')
    return `${shortened(progress.base)} → ${shortened(progress.head)} · ${plural(progress.benchmarks, 'benchmark')}`
  const { stage, undecided } = progress
  return undecided > 0 ? `${stage}: ${undecided} undecided` : stage
}

/** What a person calls a revision; a whole commit id is none of that. */
const shortened = (label: string): string => (/^[0-9a-f]{40,64}$/.test(label) ? label.slice(0, 7) : label)

type Measuring = Extract<ProgressReport, { kind: 'measuring' }>

const leftWords = ({ leftMs }: Measuring, before: string): string =>
  leftMs < 1000 ? '' : `${before}this block: about ${Math.ceil(leftMs / 1000)} s left`

function describeMeasuring(progress: Measuring): string {
  const { stage, undecided, fraction } = progress
  const filled = Math.min(BAR_WIDTH, Math.round(BAR_WIDTH * fraction))
  const bar = '━'.repeat(filled) + '─'.repeat(BAR_WIDTH - filled)
  const open = undecided === 0 ? '' : `  ${undecided} undecided`
  return `${stage} ${bar}${open}${leftWords(progress, '   ')}`
}
