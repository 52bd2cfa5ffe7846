import { expect, test } from 'vitest'
import { creepOf } from '../../src/history/creep.ts'
import { type AbsoluteLimits, forecastOf } from '../../src/history/forecast.ts'
import { createRandom } from '../../src/stats/random.ts'
import { commitsOf, START } from './points.ts'

const random = createRandom('forecast')
/** From 150, 1 % a week over 60 days; a commit a day. */
const perDay = Math.log(1.01) / 7
const values = (sign = 1) =>
  Array.from({ length: 60 }, (_, at) => ({
    at,
    log: Math.log(150) + sign * perDay * at + 0.004 * random.normal(),
  }))
const max = (warn: number | null, fail: number | null): AbsoluteLimits => ({ max: { warn, fail }, min: null })

function forecast(limits: AbsoluteLimits | null, sign = 1, commits = commitsOf(60)) {
  const series = values(sign)
  return forecastOf(series, creepOf(series, commits, 'lower'), commits, limits)
}

const now = 150 * Math.exp(59 * perDay)
const weeksTo = (limit: number) => Math.log(limit / now) / Math.log(1.01)

test('the week in which the limit is reached lies in the interval', () => {
  const { weeks, ...limit } = forecast(max(null, 180))!
  expect(limit).toEqual({ limit: 180, kind: 'max', severity: 'fail' })
  expect(weeks.low).toBeLessThan(weeksTo(180))
  expect(weeks.high).toBeGreaterThan(weeksTo(180))
  expect(weeks.high! - weeks.low).toBeLessThan(weeksTo(180))
})

test('the nearest limit that is still ahead', () => {
  expect(forecast(max(170, 180))).toMatchObject({ limit: 170, severity: 'warn' })
  expect(forecast(max(155, 180))).toMatchObject({ limit: 180, severity: 'fail' })
  expect(forecast(max(170, 170))).toMatchObject({ limit: 170, severity: 'fail' })
  expect(forecast(max(150, 155))).toBeNull()
})

test('what falls reaches a minimum, and no maximum', () => {
  const min = { min: { warn: null, fail: 130 }, max: { warn: null, fail: 180 } }
  const found = forecast(min, -1)!
  expect(found).toMatchObject({ limit: 130, kind: 'min', severity: 'fail' })
  const weeks = Math.log(150 / 130) / Math.log(1.01) - 59 / 7
  expect(found.weeks.low).toBeLessThan(weeks)
  expect(found.weeks.high).toBeGreaterThan(weeks)
  expect(forecast(max(null, 180), -1)).toBeNull()
})

test('none without creep, without a limit, out of reach, and of a pace that was seen for less than a week', () => {
  expect(forecastOf(values(), null, commitsOf(60), max(null, 180))).toBeNull()
  expect(forecast(null)).toBeNull()
  expect(forecast({ max: null, min: null })).toBeNull()
  expect(forecast(max(null, -1))).toBeNull()
  expect(forecast(max(null, 400))).toBeNull()
  expect(forecast(max(null, 180), 1, commitsOf(60, { days: 0.1 }))).toBeNull()
})

test('commits that come in bursts leave it open for longer how many weeks the next ones take', () => {
  // Ten in an hour, then nothing until the next of these days.
  const days = [0, 1, 9, 10, 30, 33]
  const bursts = commitsOf(60).map((commit, i) => ({
    ...commit,
    time: new Date(START + (days[Math.floor(i / 10)]! + (i % 10) / 240) * 86_400_000).toISOString(),
  }))
  const regular = commitsOf(60, { days: 33 / 59 })
  const [wide, narrow] = [bursts, regular].map((commits) => forecast(max(null, 165), 1, commits)!.weeks)
  expect(wide!.low).toBeLessThan(narrow!.low)
  expect(wide!.high!).toBeGreaterThan(narrow!.high!)
})
