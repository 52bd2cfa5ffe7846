import type { Assessment } from '../../model/assessment.ts'
import { forMarkdown } from '../text/for-markdown.ts'
import { forMermaid } from '../text/for-mermaid.ts'
import { chartFor } from '../view/chart.ts'

/** Mermaid's own first colour is next to white. These are seen on white and on black. */
const COLOURS = [
  '---',
  'config:',
  '  themeVariables:',
  '    xyChart:',
  '      plotColorPalette: "#0969da, #cf222e"',
  '---',
]

/** A Mermaid chart of the worst row that earlier runs know; null where there is none that can be drawn. */
export function chartOf(a: Assessment): string | null {
  const chart = chartFor(a)
  if (chart === null) return null
  const { name, metric, runs, words, labels, values, level, axis } = chart
  return [
    `**History of ${forMarkdown(name)}** (${forMarkdown(metric)}): ${runs} of the default branch, ${words}.` +
      `${level === null ? '' : ` The level line is where ${level.where}, ${forMarkdown(level.quantity)}.`} ` +
      'Earlier runs were other jobs, on whatever machines they had.',
    '',
    '```mermaid',
    ...COLOURS,
    'xychart-beta',
    `  title "${forMermaid(name)}"`,
    `  x-axis "${runs}, ${words}" [${labels.map((label) => `"${label}"`).join(', ')}]`,
    `  y-axis "${forMermaid(metric)}${forMermaid(axis.unit)}" ${axis.low} --> ${axis.high}`,
    `  line "measured" [${values.join(', ')}]`,
    ...(level === null ? [] : [`  line "fail level" [${values.map(() => level.number).join(', ')}]`]),
    '```',
  ].join('\n')
}
