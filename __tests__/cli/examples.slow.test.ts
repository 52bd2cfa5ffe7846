import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaves } from './command-line.ts'
import { ExamplesStage } from './examples-stage.ts'

// Every line that --help shows as an example is run as it is typed, in a project that has what it names.

/** What keeps a command short, which is added to its lines. */
const SHORTER: Record<string, string> = {
  demo: "--filter 'receipt/checksum'",
  'budgets suggest': "--filter 'parser/large'",
}

/** What an example leaves with, if not 0. */
const EXIT_CODES: Record<string, number> = {
  // Nothing changed since that release, and the stored runs have no event.
  'benchgate bisect v1.2.0 HEAD --benchmark parser/large': 1,
  'benchgate bisect --event 4f1c2aa-slower': 2,
}

/** What has to happen in the project before a command makes sense, by the command. */
const BEFORE: Record<string, readonly string[]> = {
  accept: ["benchgate accept parser/large --up-to 5% --reason 'Before'"],
}

let stage: ExamplesStage
beforeAll(async () => {
  stage = await ExamplesStage.open()
})
afterAll(() => stage.close())

test.each(leaves)('%s has examples', (_, { examples }) => {
  expect(examples.length).toBeGreaterThan(0)
})

describe.each(leaves)('%s', (name, { examples }) => {
  test.each(examples)('$line', async ({ line }) => {
    const { code, stdout, stderr } = await stage.run(
      ...(BEFORE[name] ?? []),
      `${line} ${SHORTER[name] ?? ''}`,
    )
    expect(code, stdout + stderr).toBe(EXIT_CODES[line] ?? 0)
  })
})

test('nothing is said of a command or an example that is not there', () => {
  const lines = new Set(leaves.flatMap(([, { examples }]) => examples.map(({ line }) => line)))
  expect(Object.keys(EXIT_CODES).filter((line) => !lines.has(line))).toEqual([])
  const names = new Set(leaves.map(([name]) => name))
  expect(Object.keys({ ...BEFORE, ...SHORTER }).filter((name) => !names.has(name))).toEqual([])
})
