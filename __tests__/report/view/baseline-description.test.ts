import { expect, test } from 'vitest'
import { renderMarkdown } from '../../../src/report/markdown/markdown.ts'
import { assessment, row, run } from '../sample.ts'

const words = (history: NonNullable<ReturnType<typeof assessment>['history']>) =>
  renderMarkdown(assessment([row()], { history })).match(/^- (.*on branch .*)$/m)?.[1]

test.each([
  [{ branch: 'benchgate', runs: 0, nearest: null }, 'No stored run on branch `benchgate` yet.'],
  [
    { branch: 'benchgate', runs: 1, nearest: null },
    '1 stored run on branch `benchgate`, none of base or of a commit before it.',
  ],
  [
    {
      branch: 'benchgate',
      runs: 9,
      nearest: { ...run, commitsBefore: 0, cpu: 'AMD EPYC 7763 64-Core Processor' },
    },
    '9 stored runs on branch `benchgate`; the nearest is of base itself, `0aa31fe`, recorded 2026-11-18 09:12 UTC on the same CPU.',
  ],
  [
    { branch: 'benchgate', runs: 9, nearest: { ...run, commitsBefore: 3 } },
    '9 stored runs on branch `benchgate`; the nearest is of `0aa31fe`, 3 commits before base, recorded 2026-11-18 09:12 UTC on another CPU (a CPU).',
  ],
  [
    { branch: 'benchgate', runs: 9, nearest: { ...run, commitsBefore: null, recordedAt: '' } },
    '9 stored runs on branch `benchgate`; the nearest is of `0aa31fe`, an unknown number of commits before base on another CPU (a CPU).',
  ],
])('%j', (history, text) => {
  expect(words(history)).toBe(text)
})
