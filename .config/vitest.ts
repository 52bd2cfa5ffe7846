import { globSync } from 'node:fs'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname
const TESTS = '__tests__/**/*.test.ts'
const MEASURED = '__tests__/e2e/measured/**/*.test.ts'
const SLOW = '__tests__/**/*.slow.test.ts'
const TIMED = '__tests__/**/*.timed.test.ts'
const REAL = '__tests__/**/*.real.test.ts'
const APART = [SLOW, TIMED, REAL]

/**
 * Ends what hangs, and nothing else: a test may run on a machine a hundred times slower than the one it was
 * written on.
 */
const LIMIT_MS = 20 * 60_000

type Options = NonNullable<TestProjectInlineConfiguration['test']>

/** A pattern that matches nothing is an error, whatever other projects there are to run. */
function project(name: string, include: string, more: Options): TestProjectInlineConfiguration {
  const { exclude = [] } = more
  if (globSync(include, { cwd: root, exclude }).length === 0)
    throw new Error(`${name} has no test: ${include}`)
  return { test: { name, include: [include], ...more } }
}

// Groups run one after the other, two workers in each: what two cores bear. What times something has the
// machine to itself.
const alone = (groupOrder: number): Options => ({ maxWorkers: 1, sequence: { groupOrder } })

export default defineConfig({
  test: {
    root,
    // They import JSON without saying so, which Node refuses.
    server: { deps: { inline: [/@actions\/(languageservice|workflow-parser)/] } },
    maxWorkers: 2,
    testTimeout: LIMIT_MS,
    hookTimeout: LIMIT_MS,
    teardownTimeout: LIMIT_MS,
    projects: [
      // No test replaces a module, so that files of one worker can share what they import: half of the time.
      project('unit', TESTS, {
        exclude: [MEASURED, ...APART],
        isolate: false,
        setupFiles: ['__tests__/seed.ts'],
      }),
      project('measured', MEASURED, { exclude: APART }),
      project('slow', SLOW, { sequence: { groupOrder: 2 } }),
      // Of five tries one has to hold: `__tests__/README.md` says why.
      project('timed', TIMED, { retry: 4, ...alone(3) }),
      project('tools', REAL, alone(4)),
    ],
  },
})
