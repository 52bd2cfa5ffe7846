import type { SuggestedLevel, SuggestedRule, Suggestion } from '../../model/suggestion.ts'
import { visibleJson } from '../../model/visible-json.ts'
import { formatLevel, percentDigits, plural } from '../quantity.ts'
import { forTerminal } from '../text/for-terminal.ts'
import { outside } from '../text/outside.ts'
import { labelsOf } from '../view/labels.ts'
import * as layout from './layout.ts'

/** What the other columns take. */
const NUMBERS = 60

/** What `budgets suggest` prints: what each benchmark needs and why, then the budgets to paste. */
export function renderSuggestion(suggestion: Suggestion, screen: layout.Screen): string {
  const { color, width } = screen
  const p = layout.palette(color)
  const label = labelsOf(suggestion.benchmarks)
  const percent = (fraction: number | null) => (fraction === null ? '—' : `${percentDigits(fraction)} %`)
  const columns: layout.Column<SuggestedLevel>[] = [
    {
      title: 'benchmark',
      cell: (row) => ({
        text: forTerminal(outside('name', label(row)), layout.nameCells(width - NUMBERS, screen)),
      }),
    },
    { title: 'noise', align: 'right', cell: ({ noise }) => ({ text: percent(noise) }) },
    { title: 'detectable', align: 'right', cell: ({ detectable }) => ({ text: percent(detectable) }) },
    {
      title: 'suggested',
      align: 'right',
      cell: ({ level }) => ({ text: level === null ? '—' : formatLevel(level), style: p.bold }),
    },
    { title: 'evidence', cell: ({ evidence }) => ({ text: evidenceWords(evidence) }) },
  ]
  const lines = [
    ...layout.tableOf(columns, suggestion.benchmarks, p.dim),
    ...meaning(suggestion).flatMap((text) => ['', ...layout.wrap(text, width)]),
  ]
  if (suggestion.rules.length === 0) return `${lines.join('\n')}\n`
  return `${[...lines, '', ...budgetLines(suggestion.rules, suggestion.metric)].join('\n')}\n`
}

function evidenceWords({ kind, count }: SuggestedLevel['evidence']): string {
  if (kind === 'again') return `${plural(count, 'pair')} of processes of one commit`
  return kind === 'parent'
    ? `${plural(count, 'unchanged run')}, each against its parent`
    : `${plural(count, 'unchanged run')}, each against the run before`
}

/** What the levels promise, on what condition, and what the columns are: a paragraph each. */
function meaning({ atMost, method, runs, rules }: Suggestion): string[] {
  const columns =
    'noise: the standard deviation of what a run says of an unchanged benchmark. detectable: the slowdown that the gate finds in nine of ten pull requests; no level is below it.'
  if (rules.length === 0)
    return [
      'Nothing can be suggested yet: too few runs of unchanged benchmarks, values that never differ, or noise that only a level of 1000 % or more would cover.',
    ]
  const conditions = {
    ranks: `This holds whatever the noise is, as long as it stays that of these ${runs} runs.`,
    student: `This takes the noise of these ${plural(runs, 'run')} to be normal; whatever it is, about ${percentDigits(1 / (runs + 1))} % at most. From ${Math.ceil(1 / atMost - 1e-9) - 1} runs on nothing has to be assumed.`,
    again:
      'One commit was measured against itself, once: what moves between commits and machines is not in it. Ask again when runs are stored.',
  }
  return [
    columns,
    `With these budgets at most ${formatLevel(atMost)} of the pull requests that change nothing fail. One counts once, however many of its benchmarks fail. ${conditions[method]}`,
    'A warning comes from half of a level on; `max-regression: { warn: …, fail: … }` says another one.',
  ]
}

/** YAML, ready to paste. */
const budgetLines = (rules: readonly SuggestedRule[], metric: string): string[] => [
  'budgets:',
  ...rules.map(
    ({ match, level }) =>
      `  - { match: ${visibleJson(JSON.stringify(match))}, metric: ${metricText(metric)}, max-regression: ${formatLevel(level).replace(' ', '')} }`,
  ),
]

const metricText = (metric: string): string =>
  /^[a-z][\w.-]*$/i.test(metric) ? metric : visibleJson(JSON.stringify(metric))
