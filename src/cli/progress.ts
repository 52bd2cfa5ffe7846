import type { ProgressReport } from '../gate/request.ts'
import { plural } from '../report/quantity.ts'
import { linesForTerminal } from '../report/text/for-terminal.ts'

const BAR_WIDTH = 22

export interface ProgressLine {
  show: (progress: ProgressReport) => void
  clear: () => void
}

/**
 * A line on stderr that is redrawn between measured processes, never while one runs: drawing costs CPU time
 * that a benchmark would feel. Silent where stderr is not a terminal.
 */
export function createProgressLine(stream: NodeJS.WriteStream, quiet: boolean): ProgressLine {
  if (quiet || !stream.isTTY) return { show: () => {}, clear: () => {} }
  let header = ''
  const redraw = (text: string) =>
    stream.write(`\r\x1b[2K${linesForTerminal(text).slice(0, (stream.columns ?? 80) - 1)}`)
  return {
    show(progress) {
      switch (progress.kind) {
        case 'preparing':
          redraw(progress.text)
          return
        case 'note':
          redraw(progress.text)
          stream.write('\n')
          return
        case 'start':
          header = `${progress.base} → ${progress.head} · ${plural(progress.benchmarks, 'benchmark')}`
          redraw(`${header}\n`)
          return
        case 'measuring':
          redraw(describeMeasuring(progress))
      }
    },
    clear: () => stream.write('\r\x1b[2K'),
  }
}

function describeMeasuring({
  stage,
  undecided,
  fraction,
  leftMs,
}: Extract<ProgressReport, { kind: 'measuring' }>): string {
  const filled = Math.min(BAR_WIDTH, Math.round(BAR_WIDTH * fraction))
  const bar = '━'.repeat(filled) + '─'.repeat(BAR_WIDTH - filled)
  const open = undecided === 0 ? '' : `  ${undecided} undecided`
  const left = leftMs < 1000 ? '' : `   this block: about ${Math.ceil(leftMs / 1000)} s left`
  return `${stage} ${bar}${open}${left}`
}
