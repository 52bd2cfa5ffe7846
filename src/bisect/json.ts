import type { Metric } from '../model/metric.ts'
import { jsonText } from '../report/json.ts'
import type { Answer, EndsOf, Searched } from './bisect.ts'
import type { CostChange } from './decide.ts'
import type { RangeCommit } from './range.ts'
import { otherChanges, outcomeOfEnds, ownChange, suspects } from './view.ts'
import { changedOf } from './words.ts'

/** What `--json` writes. */
export function renderJson(answer: Answer): string {
  const { range, seconds, reused } = answer
  return jsonText({
    schema: 1,
    outcome: answer.kind === 'same' ? outcomeOfEnds(answer.ends) : answer.end.kind,
    good: range.good,
    bad: range.bad,
    commits: range.commits.length - 1 + range.empty,
    ...(answer.kind === 'same' ? ofEnds(answer) : ofSearch(answer)),
    seconds: Math.round(seconds * 10) / 10,
    reused,
  })
}

const ofEnds = ({ ends, least }: Extract<Answer, { kind: 'same' }>) => ({
  least,
  benchmarks: ends.map(({ subject, change, decision }) => ({
    ...nameOf(subject),
    ...effectOf(subject.metric, change),
    decision,
  })),
})

function ofSearch(answer: Searched) {
  const { range, subject, total, end, judged, skipped, verified } = answer
  const { metric } = subject
  const commitAt = (at: number) => commitOf(range.commits[at]!)
  const own = end.kind === 'range' ? null : ownChange(answer)
  return {
    ...nameOf(subject),
    ...effectOf(metric, total),
    commit:
      end.kind === 'range' || own === null
        ? null
        : {
            ...commitAt(end.at),
            isMerge: range.commits[end.at]!.isMerge,
            ...effectOf(metric, own.change),
            against: own.isDirect ? 'parent' : 'bad',
            confirmed: verified?.change == null ? null : verified.stands,
          },
    suspects: end.kind === 'range' ? suspects(answer).map(commitOf) : [],
    otherChanges: otherChanges(answer).map(({ from, to, change }) => ({
      after: from.sha,
      upTo: to.sha,
      ...effectOf(metric, change),
    })),
    measured: judged.map(({ at, change, level, pairs }) => ({
      ...commitAt(at),
      toBad: effectOf(metric, change),
      level: { near: 'good', far: 'bad', between: 'between', unclear: 'unclear' }[level],
      pairs,
    })),
    skipped: skipped.map(({ at, reason }) => ({ ...commitAt(at), reason })),
  }
}

const commitOf = ({ sha, subject, pull }: RangeCommit) => ({ sha, subject, pull })

const nameOf = (one: EndsOf['subject']) => ({
  benchmark: one.name,
  suite: one.suite,
  occurrence: one.occurrence,
  metric: one.metric.id,
  unit: one.metric.unit,
  better: one.metric.better,
})

function effectOf(metric: Metric, change: CostChange) {
  const { effect, interval } = changedOf(metric, change)
  return { effect, interval }
}
