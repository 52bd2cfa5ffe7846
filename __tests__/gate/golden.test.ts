import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { effectiveConfig } from '../../src/config/effective-config.ts'
import { loadConfig } from '../../src/config/load.ts'
import { UserError } from '../../src/errors.ts'
import { failuresAsWarnings } from '../../src/gate/failures-as-warnings.ts'
import { judgeFiles } from '../../src/gate/compare-files.ts'
import { readResultFiles } from '../../src/gate/read-results.ts'
import { runOf } from '../../src/gate/record.ts'
import { exitCodeOf } from '../../src/judge/outcome.ts'
import type { Assessment } from '../../src/model/assessment.ts'
import type { Config } from '../../src/model/config.ts'
import { evidenceSchema } from '../../src/model/evidence.ts'
import { runSchema, type StoredRun } from '../../src/model/stored-run.ts'
import { judgeEvidence } from '../../src/gate/judge.ts'
import { annotationsOf } from '../../src/report/checks/row-annotations.ts'
import { checkOutput } from '../../src/report/checks/check-output.ts'
import { renderFailure } from '../../src/report/markdown/did-not-run.ts'
import { renderJson } from '../../src/report/json.ts'
import { renderMarkdown } from '../../src/report/markdown/markdown.ts'
import { renderTerminal } from '../../src/report/terminal/terminal.ts'
import { renderRun } from '../../src/store/run-file.ts'

const ROOT = new URL('../golden-evidence/', import.meta.url).pathname
const cases = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

/** What `case.json` may say; paths are relative to the case's folder. */
const caseSchema = z.strictObject({
  today: z.iso.date(),
  evidence: z.string().default('evidence.json').describe('Several cases judge one evidence'),
  stored: z
    .strictObject({
      branch: z.string(),
      runs: z.array(z.string()).describe('Newest first'),
      nearest: z.strictObject({ run: z.string(), commitsBefore: z.int() }).nullable(),
      older: z.array(z.strictObject({ run: z.string(), commitsBefore: z.int() })).default([]),
    })
    .nullable()
    .default(null),
  recorded: runSchema
    .pick({ commit: true, ref: true, run: true, config: true })
    .nullable()
    .default(null)
    .describe('What the run is stored under; null: none is'),
  stated: z.boolean().default(false).describe("The pull request's own statement, of a fork"),
  filter: z
    .strictObject({ match: z.string() })
    .nullable()
    .default(null)
    .describe('Of a comparison of result files'),
})
type Case = z.infer<typeof caseSchema>

/** Text by file name. */
type Files = Record<string, string>

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/**
 * All that is said of a case, from its files: the one place here that knows which functions judge and which render. With `base/` and
 * `head/` a case compares result files; else it judges evidence, by `benchgate.yml` or, where `proposed/benchgate.yml` is the one of
 * head, as a pull request is judged.
 */
async function judgeCase(folder: string): Promise<Files> {
  const given = caseSchema.parse(readJson(join(folder, 'case.json')))
  const config = await loadConfig(folder)
  try {
    if (existsSync(join(folder, 'base'))) return reportsOf(await comparedFiles(folder, config, given), config)
    return await judgedEvidence(folder, config, given)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const text = `error: ${error.message}\n\n${error.remedy}\n`
    return { 'terminal.txt': terminal(text, error.exitCode), 'comment.md': renderFailure(error) }
  }
}

async function judgedEvidence(folder: string, own: Config, given: Case): Promise<Files> {
  const evidence = evidenceSchema.parse(readJson(join(folder, given.evidence)))
  const isProposed = existsSync(join(folder, 'proposed'))
  const proposed = isProposed ? await loadConfig(join(folder, 'proposed')) : undefined
  const file = join(folder, 'benchgate.yml')
  const files = new Map(existsSync(file) ? [['benchgate.yml', readFileSync(file, 'utf8')]] : [])
  const { config, warnings } =
    proposed === undefined ? { config: own, warnings: [] } : effectiveConfig(proposed, files, undefined)
  const clock = () => new Date(`${given.today}T12:00:00Z`)
  const stated = given.stated
    ? { doubtOf: () => null, editDoubtOf: () => null, refutationOf: () => null }
    : null
  const judged = judgeEvidence(
    evidence,
    { config },
    { clock, stored: storedOf(folder, given), proposed, stated },
  )
  const whole = { ...judged, warnings: [...judged.warnings, ...warnings] }
  const assessment = given.stated && config.forks === 'warn' ? failuresAsWarnings(whole) : whole
  const run = given.recorded && runOf(evidence, assessment, given.recorded)
  return { ...reportsOf(assessment, config), ...(run && { 'run.json': renderRun(run) }) }
}

async function comparedFiles(folder: string, config: Config, { filter }: Case): Promise<Assessment> {
  const [base, head] = await Promise.all(
    ['base/*', 'head/*'].map((glob) => readResultFiles([glob], null, folder)),
  )
  const revision = (files: readonly { name: string }[]) => ({
    label: files.length === 1 ? basename(files[0]!.name) : `${files.length} files`,
    sha: null,
    dirty: false,
  })
  return judgeFiles(
    { base: base!, head: head! },
    { config, filter, environment: ENVIRONMENT, base: revision(base!), head: revision(head!) },
  )
}

const ENVIRONMENT: Assessment['environment'] = {
  cpu: 'Example CPU @ 3.00GHz',
  cores: 4,
  os: 'linux 6.8.0',
  image: null,
  node: '24.0.0',
  nodeFlags: [],
  mitata: '1.0.34',
  loadAverage: 0.5,
  ci: false,
}

function storedOf(folder: string, { stored }: Case) {
  if (stored === null) return null
  const read = (path: string): StoredRun => ({ path, run: runSchema.parse(readJson(join(folder, path))) })
  const { branch, runs, nearest, older } = stored
  return {
    branch,
    runs: runs.map(read),
    nearest: nearest && { ...nearest, run: read(nearest.run) },
    older: older.map((one) => ({ ...one, run: read(one.run) })),
  }
}

const terminal = (text: string, exitCode: number): string => `${text}\nexit code ${exitCode}\n`

function reportsOf(assessment: Assessment, { file: configFile }: Config): Files {
  const { title, summary, conclusion } = checkOutput(assessment, { configFile })
  const comment = renderMarkdown(assessment, { configFile })
  // The check says what the comment says, which need not be read twice.
  expect(comment.split('\n').slice(1).join('\n')).toBe(summary)
  const annotations = annotationsOf(assessment, { prefix: '', configFile }).map(
    ({ level, title: what, message, file, line }) =>
      `\n${level} ${file === null ? 'nowhere' : `${file}:${line}`}\n${what}\n${message}\n`,
  )
  return {
    'report.json': renderJson(assessment),
    'comment.md': comment,
    'terminal.txt': terminal(
      renderTerminal(assessment, { color: false, width: 110, verbose: true, configFile }),
      exitCodeOf(assessment),
    ),
    'check.txt': `${conclusion}: ${title}\n${annotations.join('')}`,
  }
}

/**
 * What a case is expected to say; UPDATE_GOLDEN=1 writes what is said now, and the difference is for a person to read. A case
 * without expected files throws here: what nobody wrote down is not right.
 */
function expectedOf(folder: string, said: Files): Files {
  const expected = join(folder, 'expected')
  if (process.env['UPDATE_GOLDEN'] === '1') {
    rmSync(expected, { recursive: true, force: true })
    mkdirSync(expected)
    for (const [name, text] of Object.entries(said)) writeFileSync(join(expected, name), text)
  }
  return Object.fromEntries(
    readdirSync(expected).map((name) => [name, readFileSync(join(expected, name), 'utf8')]),
  )
}

test('there are golden cases', () => {
  expect(cases.length).toBeGreaterThan(0)
})

describe.each(cases)('%s', (name) => {
  test('says what is expected', async () => {
    const folder = join(ROOT, name)
    const said = await judgeCase(folder)
    expect(said).toEqual(expectedOf(folder, said))
  })
})
