import { type Assessment, runIn } from '../../model/assessment.ts'
import type { Finding, FindingData } from '../../model/finding.ts'
import { usualMetric } from '../../model/metric.ts'
import { plural } from '../quantity.ts'

/** Of a finding that was measured again. */
export const HELD = 'Measured again, and it held.'

const percent = (fraction: number): string => `${(100 * fraction).toFixed(1)} %`
/** As the config has it: 22 % is no measured 22.0 %. */
const ceiling = (fraction: number): string => `${Number((100 * fraction).toFixed(2))} %`
const shortPercent = (fraction: number): string => `${Number((100 * fraction).toPrecision(3))} %`
/** The beginning of a hash tells two of them apart. */
const shortVersion = (version: string): string => version.slice(0, 12)
const change = ({ size, direction }: FindingData['not-recurred']): string =>
  `a change of ${percent(size)} for the ${direction}`

/** Names, quoted, the first few of them. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_LISTED).map((name) => JSON.stringify(name.slice(0, MAX_NAME)))
  return [...shown, ...(names.length > MAX_LISTED ? [`${names.length - MAX_LISTED} more`] : [])].join(', ')
}
const MAX_LISTED = 5
const MAX_NAME = 80

/** What the change under judgement says, so that its end is plain: it holds no other quotation mark. */
export const quotation = (text: string): string =>
  `"${text.trim().replace(/["＂″‶ʺ‟〃〝〞〟\p{Pi}\p{Pf}„]/gu, "'")}"`

const FILE_CHANGES: Record<FindingData['runner-file-changed']['how'], string> = {
  appended: 'appended to',
  rewritten: 'rewritten',
  replaced: 'replaced',
  removed: 'removed',
  'made-unreadable': 'made unreadable',
}

/** Every sentence that is said of a finding, in one place. */
const WORDING: { [Code in keyof FindingData]: (data: FindingData[Code]) => string } = {
  'change-without-budget': () => 'Its relative change has no budget and was not tested.',
  'waiver-ended': ({ until, reason }) => `The waiver ended on ${until}: ${quotation(reason)}`,
  'waiver-exceeded': ({ upTo, measured, reason }) =>
    `Accepted up to ${ceiling(upTo)}, measured ${percent(measured)}: ${quotation(reason)}`,
  accepted: ({ upTo, until, reason }) =>
    `Accepted up to ${ceiling(upTo)}${until === null ? '' : ` until ${until}`}: ${quotation(reason)}`,
  'limit-broken': () => 'The limit lies outside the whole interval of the head’s own value.',
  'limit-undecided': () => 'The interval of the head’s own value straddles its limit.',
  'limit-broken-in-files': () => 'What the result files say is beyond the limit.',
  'promise-broken': ({ needed }) =>
    `An improvement of ${percent(needed)} is required here, and was not reached.`,
  'promise-undecided': ({ needed }) =>
    `Whether the required improvement of ${percent(needed)} was reached could not be shown.`,
  'not-recurred': (data) =>
    `It showed ${change(data)} at first, which did not recur when it was measured again.`,
  'depends-on-neighbours': (data) =>
    `It depends on its neighbours: beside the other benchmarks of its process it showed ${change(data)}, and not when it ran alone.`,
  'not-confirmed': () => 'It could not be measured again to confirm it.',

  failed: ({ side, processes, of, in: noun, message }) =>
    `On ${side} it failed${noun === 'result files' && of === 1 ? '' : ` in ${processes} of ${of} ${noun}`}: ${message}`,
  'suite-failed': ({ side, suite, message }) => `On ${side} ${suite} ${message}`,
  'fails-on-base-too': () => 'Base fails too: this change did not break it.',
  'failed-before-registered': ({ suite, message }) =>
    `It was not registered on head, where ${suite} ${message}`,
  'error-rate-rose': ({ base, head }) =>
    `Its error rate rose from ${shortPercent(base)} to ${shortPercent(head)}: what it measured is not the same work.`,
  'error-rate-unknown': () =>
    'Base reports an error rate, and head does not: whether it measured the same work is not known.',
  'zero-base': () => 'Base measured 0, so there is no ratio.',
  'zero-value': () => 'A value is 0: there is no ratio to it.',
  'timed-zero': ({ sides, unit }) =>
    `0 ${unit} on ${sides.join(' and ')}: the clock is too coarse. Let each call do more work, or run more iterations.`,
  'benchmark-edited': ({ base, head }) =>
    `The benchmark was edited (version ${shortVersion(base)} → ${shortVersion(head)}): not compared.`,
  'no-ratio': () => 'A value is below zero or not finite, and has no ratio to another.',
  'optimised-away': () =>
    'One call takes less than a processor cycle: its work was optimised away. Return the result or keep it.',
  contention: ({ share }) => `Contention or I/O: CPU time is ${Math.round(100 * share)} % of wall time.`,
  'no-block': () => 'No block of processes was completed for it.',
  'no-room-for-a-block': () => 'The time limit left no room for a whole block of processes.',
  'metric-not-reported': ({ sides, metric }) =>
    `Some processes of ${sides.join(' and ') || 'a side'} reported no ${metric} that can be compared.`,
  'metric-not-reported-on-head': ({ metric }) => `Some of its processes on head reported no ${metric}.`,
  'too-few-calls': ({ metric, needed, base, head }) =>
    `${metric} needs ${needed} calls timed one by one in each process; there was time for ${base} on base and ${head} on head.`,
  'no-time-for-calls': ({ metric, needed }) =>
    `${metric} needs ${needed} calls timed one by one in each process, and there was no time for them.`,
  'too-few-samples': ({ needed }) =>
    `Fewer than ${needed} samples a side: one call takes too long for the time it was given.`,
  'not-in-files': ({ metric }) => `The result files have no ${metric} of it.`,
  'different-statistics': () => 'Base and head hold different statistics, such as a mean and a median.',
  unsteady: () => 'It should be the same in every run and is not: compared like a measured value.',
  'unknown-spread': () => 'One value a side, with unknown spread: no interval.',
  'one-run': () => 'One run on a side: the interval assumes that runs differ by one percent.',

  'nothing-to-compare-with': ({ why }) => `Nothing to compare with. ${sentenceOf(why)}`,
  'stored-run-has-it': ({ sha }) =>
    `Base was measured without it, and the stored run of ${sha.slice(0, 7)} has it.`,
  'own-suites': ({ why }) => `Its suite was edited, and each side ran its own: ${why}.`,
  'suite-not-on-base': ({ why }) => `Its suite was not measured on base: ${why}.`,
  'occurrences-differ': () =>
    'Base has another number of benchmarks of this name in the suite, and their sources do not say which of them this one is.',
  'looks-renamed': ({ from, entry }) =>
    `It looks like ${from}, which this change removes. To compare them, add ${entry} to \`renamed:\` in the config file.`,
  renamed: ({ from }) => `Compared with ${from} of base, as \`renamed:\` says.`,
  'not-in-stored-run': () => 'The stored run that is used in place of base does not have it.',
  'older-stored-run': ({ sha, nearest, elsewhere }) =>
    `Compared with the stored run of ${sha.slice(0, 7)}: that of ${nearest.slice(0, 7)}, which is nearer to base, has no value of it.${elsewhere === null ? '' : ` It was ${elsewhere}.`}`,
  'no-stored-value': () => 'The stored run has no value of it.',
  'stored-unit-differs': () => 'The stored run has it in another unit.',
  'direction-turned': ({ stored, now }) =>
    `${stored} was better in the stored run, and now ${now} is: they are not compared.`,
  'not-compared': ({ obstacle }) => `It was not compared: ${obstacle}.`,
  'removed-with-budget': () => 'This change removes it together with its budget.',
  'budget-names-it': ({ place }) =>
    `The budget at ${place} names it, and it did not run. Remove the rule with the benchmark.`,
  'metric-dropped': ({ metric }) => `Base reports ${metric} of it, and head does not.`,
  'nothing-shared': () => 'No benchmark of base is there under its name any more: nothing was compared.',

  omitted: ({ sha, what }) =>
    `The stored run of ${sha.slice(0, 7)} has this ${what}, and the pull request's job does not name it.`,
  'fails-on-base-claimed': () => "The pull request's job says that it fails on base too.",
  'fails-on-base-denied': ({ sha }) =>
    `The pull request's job says that it fails on base too, and the stored run of ${sha.slice(0, 7)} has a value of it.`,
  'number-missing': ({ side, sha }) =>
    `The pull request's job has no number of it on ${side}, and the stored run of ${sha.slice(0, 7)} has one.`,
  'from-head-untouched': () =>
    "The pull request's job says that both sides ran head’s version of its suite, and the pull request does not touch that.",
  'edited-in-untouched-suite': () =>
    "The pull request's job says that its own code differs, and the pull request does not touch its suite.",
  'new-in-untouched-suite': () =>
    "The pull request's job calls it new, and the pull request does not touch its suite.",
  'new-in-suite-of-base': () =>
    "The pull request's job calls all benchmarks of its suite new, and base has the suite.",
  'gone-from-untouched-suite': () =>
    "The pull request's job calls it removed, and the pull request does not touch its suite.",
  'direction-claimed': ({ known, claimed }) =>
    `It is better when it is ${known}, and the pull request's job says ${claimed}: not compared.`,

  'base-not-measured': ({ reason }) => `Base was not measured: ${reason}`,
  'parent-not-measured': ({ reason, remedy }) => `The parent was not measured: ${reason}. ${remedy}`,
  'anchor-not-measured': ({ reason, remedy }) => `The release was not measured: ${reason}. ${remedy}`,
  'only-exact-compared': ({ obstacle }) => `Only deterministic values were compared: ${obstacle}`,
  'results-compared-with-nothing': ({ obstacle }) =>
    `The results were compared with nothing, and only absolute limits were checked: ${obstacle}. A push to the default branch records one.`,
  'measured-differently': ({ base, head, ofCounts }) =>
    `Base was measured on ${base}, head on ${head}: ${ofCounts ? 'nothing was' : 'only deterministic values were'} compared`,
  'suite-failure': ({ suite, sides, message }) => `${suite} on ${sides.join(' and ')}: ${message}`,
  'late-error': ({ suite, sides, message }) =>
    `${suite}${sides.length === 1 ? ` on ${sides[0]}` : ''} ${message}`,
  'left-running': ({ suite, side, programs }) => {
    const [processes, were, they] =
      programs.length === 1 ? ['a process', 'was', 'It'] : [`${programs.length} processes`, 'were', 'They']
    return `${suite} on ${side} left ${processes} running. ${they} ${were} ended, because ${they.toLowerCase()} would disturb what is measured next: ${listed(programs)}`
  },
  'suite-failure-again': ({ suite, side, message }) =>
    `${suite} on ${side}, when it was measured again: ${message}`,
  'waiver-past': ({ place, match, until }) =>
    `${place}: the waiver for ${JSON.stringify(match)} ended on ${until}`,
  'without-budget': ({ count, of, missed }) => {
    const [have, were] = count === 1 ? ['has', 'was'] : ['have', 'were']
    return `${count} of ${of} benchmarks ${have} no budget and ${were} not ${missed}`
  },
  'base-config-invalid': ({ problem }) =>
    `The config file of base does not count, so its budgets are the defaults: ${problem}`,
  'base-config-missing': () => 'Base has no config file: its budgets are the defaults',
  'settings-edited': ({ settings }) => `This change also edits ${settings.join(', ')} in the config file`,
  'too-few-blocks': ({ blocks, comparisons }) =>
    `There was time for ${blocks} block of executions, which among ${comparisons} comparisons can show no regression: raise measure.time-limit, or let an execution take less time`,
  'checkouts-remain': ({ reason }) => `the checkouts could not be removed: ${reason}`,
  'checkout-written': ({ sides, files }) =>
    `Measuring wrote into ${sides.length === 1 ? 'the checkout' : 'the checkouts'} of ${sides.join(' and ')}: ${listed(files)}`,
  'checkout-too-large': () =>
    'The checkouts have more files than Benchgate watches: changes to the rest would go unnoticed',
  'stored-runs-unreadable': ({ reason, remedy }) => `The stored runs could not be read: ${reason} ${remedy}`,
  'benchmarks-lost': ({ sha, benchmarks }) =>
    `${plural(benchmarks.length, 'benchmark')} of the stored run of ${sha.slice(0, 7)} ${benchmarks.length === 1 ? 'has' : 'have'} no value in this one: ${listed(benchmarks)}. Changes are compared with the older run until a push measures ${benchmarks.length === 1 ? 'it' : 'them'} again`,
  'key-shared': ({ key, jobs, line }) =>
    `Jobs of one workflow run share the key ${key}: this one and ${listed(jobs)}. The worst verdict counts, and a stored run of one may be the base of another. Give each a key of its own, in its step's \`with:\`: ${line}`,
  'run-not-stored': ({ reason, remedy, file }) =>
    `The run was not stored: ${reason}. ${remedy} What was measured is in ${file} (output run-file).`,
  'runner-file-changed': ({ variable, how, lines, more, failure }) => {
    const changed = `While code of the project ran, ${variable}, which the runner reads after this step, was ${FILE_CHANGES[how]}`
    if (failure !== null)
      return `${changed}, and cannot be put back (${failure}): later steps of the job are not to be trusted`
    const removed = `${listed(lines)}${more > 0 ? ` and ${plural(more, 'line')} more` : ''}`
    return `${changed}. It was put back${lines.length === 0 ? '' : `; removed: ${removed}`}`
  },
  reported: ({ text }) => text,
  worded: ({ text }) => text,
}

/** Of numbers that came from a job of the pull request's own workflow. */
export const STATEMENT =
  "These numbers come from the pull request's own code and workflow, and were not verified. " +
  "The budgets and the verdict are this repository's."
/** Above texts that such a job wrote. */
export const REPORTED = "Reported by the pull request's job"
/** Where `forks: warn` has spared a pull request a failure. */
export const FORKS_WARN = "What would fail only warns here, because base's config file sets `forks: warn`."

/** Findings that hold texts of the job that measured. */
const OF_THE_JOB: ReadonlySet<Finding['code']> = new Set([
  'base-not-measured',
  'benchmark-edited',
  'failed',
  'failed-before-registered',
  'late-error',
  'looks-renamed',
  'not-compared',
  'only-exact-compared',
  'own-suites',
  'renamed',
  'reported',
  'results-compared-with-nothing',
  'suite-failed',
  'suite-failure',
  'suite-failure-again',
  'suite-not-on-base',
])

/** Whether a sentence repeats what the job that measured wrote, beside numbers and well-known names. */
export const isOfTheJob = (finding: Finding): boolean =>
  finding.code === 'nothing-to-compare-with'
    ? isOfTheJob(finding.why)
    : OF_THE_JOB.has(finding.code) || ('metric' in finding && usualMetric(finding.metric) === null)

/** A finding in the words that people read. */
export const sentenceOf = (finding: Finding): string =>
  (WORDING[finding.code] as (data: Finding) => string)(finding)

/** Findings in words, each sentence once. */
export const sentencesOf = (findings: readonly Finding[]): string[] => [...new Set(findings.map(sentenceOf))]

/** The warnings that say something new: why there is no base is said at the top of a report already. */
export function newWarnings({ warnings, baseline }: Assessment): Finding[] {
  const run = runIn(baseline)
  if (run === null) return [...warnings]
  const known = sentenceOf({ code: 'base-not-measured', reason: run.reason })
  return warnings.filter((warning) => sentenceOf(warning) !== known)
}
