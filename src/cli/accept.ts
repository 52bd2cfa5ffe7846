import { join } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { waiverFor } from '../config/budgets.ts'
import { type Edited, withAccepted, withoutAccepted } from '../config/edit-accepted.ts'
import { checkDate, checkReason } from '../config/field-checks.ts'
import { type FoundConfig, findConfig, placesOfConfig } from '../config/load.ts'
import { ACCEPTED, checkQuantity } from '../config/written-quantity.ts'
import { UserError } from '../errors.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { Report } from '../model/assessment.ts'
import { normalName } from '../model/benchmark.ts'
import type { Waiver } from '../model/config.ts'
import { nearestNames } from '../model/nearest-names.ts'
import { forTerminal, linesForTerminal } from '../report/text/for-terminal.ts'
import { outside } from '../report/text/outside.ts'
import { DEFAULT_METRIC, literalTarget, REASON_TO_WRITE } from '../report/view/accept.ts'
import { type Chosen, chooseAll, chooseOne, chooseUnseen, unknownName } from './accept-choice.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { configOption, dryRunOption, parseOccurrence, speechOptions, withOptions } from './flags.ts'
import { headOf, readKeptReport, readReport } from './last-report.ts'

interface AcceptFlags {
  reason?: string
  metric?: string
  suite?: string
  occurrence?: number
  upTo?: string
  until?: string
  from?: string
  all?: boolean
  remove?: boolean
  expired?: boolean
  dryRun?: boolean
  config?: string
}

/** One edit of the file. */
interface Step {
  text: string
  /** 1-based, where an entry was written; null: entries were taken out. */
  line: number | null
}

/** Adds `accept`: writes, changes and removes the entries of `accepted:`. */
export const accept: AddCommand = (program) => {
  const command = withExamples(program.command('accept'), [
    {
      line: "benchgate accept parser/large --up-to 20% --reason 'Surrogate pairs (#412)'",
      does: 'may be 20 % worse',
    },
    { line: 'benchgate accept --remove parser/large', does: 'undo that' },
  ])
    .description('accept a regression: add it to the config file, with a ceiling and a reason')
    .argument('[benchmark]', 'its groups and name, joined by /')
    .option('--reason <text>', 'why it is acceptable; every report shows it')
    .option(
      '--metric <metric>',
      `what regressed (default: every metric that did in the report; with --up-to alone, ${DEFAULT_METRIC})`,
    )
    .option('--suite <path>', 'its suite, if several have a benchmark of that name')
    .option('--occurrence <n>', 'its number among the benchmarks of that name in the suite', parseOccurrence)
    .option(
      '--up-to <percent>',
      'how much worse it may be (default: what the report measured, with a margin)',
      parseUpTo,
    )
    .option('--until <date>', 'the last day on which it is accepted, such as 2027-02-01', parseDate)
    .option(
      '--from <file>',
      'a report.json, for example from a CI run (default: the last check on this machine)',
    )
    .option('--all', 'accept every regression that fails; with --remove, remove every entry')
    .addOption(
      new Option('--remove', 'remove the entries of the benchmark instead of adding one').conflicts([
        'reason',
        'upTo',
        'until',
        'from',
      ]),
    )
    .option('--expired', 'with --remove: remove the entries whose last day has passed')
    .addOption(dryRunOption())
    .action(async (benchmark: string | undefined, flags: AcceptFlags) => {
      const project = process.cwd()
      const found = await findConfig(project, flags.config)
      const file = found ?? { path: placesOfConfig(flags.config)[0]!, text: '' }
      checkWhich(benchmark, flags)
      const steps =
        flags.remove === true
          ? [removal(file, benchmark, flags)]
          : await entries(project, file, benchmark, flags)
      print(file, steps, flags)
      if (flags.dryRun !== true) await write(project, file, steps.at(-1)!.text)
    })
  withOptions(command, configOption(), speechOptions())
}

function parseUpTo(text: string): string {
  const complaint = checkQuantity(text, ACCEPTED)
  if (complaint) throw new InvalidArgumentError(`${complaint.message}. ${complaint.remedy}`)
  return text
}

function parseDate(text: string): string {
  const complaint = checkDate(text)
  if (complaint) throw new InvalidArgumentError(`${complaint.message}. ${complaint.remedy}`)
  if (text < today()) throw new InvalidArgumentError('That day has passed.')
  return text
}

/** As a gate knows it. */
const today = (): string => new Date().toISOString().slice(0, 10)

/** Refuses no benchmark, and a benchmark beside what means several. */
function checkWhich(benchmark: string | undefined, { all, expired, remove }: AcceptFlags): void {
  const ways = [
    benchmark !== undefined && 'a benchmark',
    all === true && '--all',
    expired === true && '--expired',
  ]
  const given = ways.filter((way) => way !== false)
  if (given.length > 1)
    throw new UserError('usage', `Both ${given.join(' and ')} are given`, 'Leave one of them out.')
  if (expired === true && remove !== true)
    throw new UserError(
      'usage',
      '--expired goes with --remove',
      'Write `benchgate accept --remove --expired`.',
    )
  if (given.length === 0)
    throw new UserError(
      'usage',
      'No benchmark is given',
      'Name one as reports do, such as parser/large, or give --all.',
    )
}

/** An edit for each entry. */
async function entries(
  project: string,
  file: FoundConfig,
  benchmark: string | undefined,
  flags: AcceptFlags,
): Promise<Step[]> {
  const reason = reasonOf(flags)
  const chosen = await choose(project, benchmark, flags)
  const steps: Step[] = []
  let { text } = file
  for (const one of chosen) {
    const until = flags.until === undefined ? {} : { until: flags.until }
    const edited = withAccepted(
      { ...file, text },
      { ...one.target, metric: one.metric, upTo: one.upTo, reason, ...until },
      today(),
    )
    refuseOverridden(file, one, edited)
    if (edited.ended !== null)
      warn(`The entry had expired on ${edited.ended}, and now has no last day. Set one with --until.`)
    steps.push({ text: edited.text, line: edited.waiver.line })
    text = edited.text
  }
  return steps
}

function reasonOf({ reason = '' }: AcceptFlags): string {
  const isPlaceholder = reason.trim() === REASON_TO_WRITE || /^\.*$/.test(reason.trim())
  const complaint = isPlaceholder ? null : checkReason(reason)
  if (complaint) throw new UserError('usage', `With this --reason: ${complaint.message}`, complaint.remedy)
  if (!isPlaceholder) return reason
  throw new UserError(
    'usage',
    'A reason is missing',
    'Say why it is acceptable, for whoever reviews the change: --reason "Correctness fix (#412)".',
  )
}

/** What is accepted: by a report, or by flags alone. */
async function choose(project: string, benchmark: string | undefined, flags: AcceptFlags): Promise<Chosen[]> {
  const { upTo = null, from, metric, suite, occurrence } = flags
  const meant = {
    name: normalName(benchmark ?? ''),
    ...(suite !== undefined && { suite }),
    ...(occurrence !== undefined && { occurrence }),
    ...(metric !== undefined && { metric }),
  }
  if (upTo !== null && from === undefined && flags.all !== true) {
    const kept = await readKeptReport(project).catch(() => null)
    const unknown = kept && unknownName(kept, meant.name)
    if (unknown !== null) warn(unknown)
    return [chooseUnseen({ ...meant, metric: metric ?? DEFAULT_METRIC }, upTo)]
  }
  const report = from === undefined ? await readKeptReport(project) : await readReport(from)
  await warnOfAge(project, report)
  if (flags.all === true) {
    const { chosen, left } = chooseAll(report, upTo)
    for (const why of left) warn(why)
    return chosen
  }
  const chosen = chooseOne(report, meant, upTo)
  if (chosen.length > 1) {
    const metrics = chosen.map((one) => forTerminal(outside('metric', one.metric))).join(', ')
    process.stderr.write(
      `${chosen.length} metrics regressed, and each gets an entry: ${metrics} (--metric chooses one)\n`,
    )
  }
  return chosen
}

/** A report is of the commit that it measured. */
async function warnOfAge(project: string, report: Report): Promise<void> {
  const head = await headOf(project)
  const short = (sha: string) => forTerminal(outside('commit', sha))
  const { sha } = report.head
  if (sha === null || head === null || sha === head) return
  warn(
    `The report is from commit ${short(sha)}, and ${short(head)} is checked out: the ceiling comes from the report.`,
  )
}

/** A later entry that covers the benchmark too would hold in the place of this one. */
function refuseOverridden(
  file: FoundConfig,
  { name, suite = '', occurrence = 1, metric }: Chosen,
  { config, waiver }: Edited,
): void {
  const holds = waiverFor(config, { name, suite, occurrence }, metric, null)
  if (holds === null || holds === waiver) return
  throw new UserError(
    'config',
    `${file.path}:${holds.line}: this entry covers the benchmark too and overrides the new one, because it is further down; nothing was written`,
    'Change that entry, or move it up.',
  )
}

function removal(file: FoundConfig, benchmark: string | undefined, flags: AcceptFlags): Step {
  const { metric, suite, occurrence, all, expired } = flags
  const name = normalName(benchmark ?? '')
  const globs = (text: string) => [text, literalTarget({ match: text })?.match]
  const isUnwanted = (waiver: Waiver): boolean =>
    (all === true || expired === true || globs(name).includes(normalName(waiver.match))) &&
    (expired !== true || (waiver.until !== null && waiver.until < today())) &&
    (metric === undefined || waiver.metric === metric) &&
    (suite === undefined || globs(suite).includes(waiver.suite)) &&
    (occurrence === undefined || waiver.occurrence === occurrence)
  const { text, removed, kept } = withoutAccepted(file, isUnwanted)
  if (removed.length > 0) return { text, line: null }
  const nearest = nearestNames(name, [...new Set(kept.map(({ match }) => match))], 3).map((one) =>
    forTerminal(outside('name', one)),
  )
  const what =
    all === true
      ? 'no entry'
      : expired === true
        ? 'no expired entry'
        : `no such entry for ${forTerminal(outside('name', name))}`
  throw new UserError(
    'usage',
    `${file.path} has ${what} under accepted:`,
    nearest.length === 0 ? 'There is nothing to remove.' : `Did you mean ${nearest.join(' or ')}?`,
  )
}

function print(file: FoundConfig, steps: readonly Step[], { dryRun, remove }: AcceptFlags): void {
  const path = forTerminal(outside('place', file.path), Infinity)
  let before = file.text
  for (const { text, line } of steps) {
    const changes = changedLines(before, text)
    process.stdout.write(
      linesForTerminal(
        `${path}${line === null ? '' : `:${line}`}\n${changes.length === 0 ? '  already there\n' : ''}${changes.map((one) => `${one}\n`).join('')}`,
      ),
    )
    before = text
  }
  const isSame = before === file.text
  const next =
    dryRun === true
      ? 'Nothing was written (--dry-run).'
      : isSame
        ? 'Nothing to write.'
        : remove === true
          ? 'Commit the file and push.'
          : 'Commit the file and push: from the next run on, the benchmark passes up to its ceiling.'
  process.stdout.write(`\n${next}\n`)
}

/** The lines between the first and the last that differ, with the sign of a diff. */
function changedLines(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) => text.split(/\r?\n/))
  let start = 0
  while (start < old!.length && start < now!.length && old![start] === now![start]) start++
  let end = 0
  while (end < Math.min(old!.length, now!.length) - start && old!.at(-1 - end) === now!.at(-1 - end)) end++
  const between = (lines: readonly string[], sign: string) =>
    lines.slice(start, lines.length - end).map((line) => `  ${sign} ${line}`)
  return [...between(old!, '-'), ...between(now!, '+')]
}

async function write(project: string, file: FoundConfig, text: string): Promise<void> {
  if (text === file.text) return
  const path = join(project, file.path)
  const isWritten = await replaceFile(path, text, {
    otherwise: 'copy the lines from --dry-run',
    before: file.text,
  })
  if (isWritten) return
  throw new UserError(
    'config',
    `${file.path} was changed by something else in the meantime; nothing was written`,
    'Try again.',
  )
}

const warn = (text: string): void => {
  process.stderr.write(linesForTerminal(`warning: ${text}\n`))
}
