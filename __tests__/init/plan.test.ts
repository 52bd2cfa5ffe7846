import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/parse.ts'
import { planInit } from '../../src/init/plan.ts'
import { lookAtProject } from '../../src/init/project.ts'
import { findTools } from '../../src/init/tools.ts'
import { WORKFLOW_KINDS } from '../../src/init/workflows.ts'
import { workflowProblems } from '../workflow-problems.ts'
import { type FixtureProject, writeProject, PROJECTS } from './fixture-projects.ts'

const clearing: string[] = []
afterEach(() => {
  for (const directory of clearing.splice(0)) rmSync(directory, { recursive: true, force: true })
})

async function plan(project: FixtureProject) {
  const root = mkdtempSync(join(tmpdir(), 'benchgate-init-'))
  clearing.push(root)
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' }
  const found = await lookAtProject(writeProject(project, root), {
    env,
    signal: new AbortController().signal,
  })
  const tools = await findTools(found)
  const action = { uses: `owner/benchgate@${'0'.repeat(40)}`, version: null }
  const request = { project: found, tools, existing: null, action }
  return Promise.all(WORKFLOW_KINDS.map((kind) => planInit({ ...request, kind })))
}

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
  'working-directory'?: string
}

function shown({ uses, run, with: given, 'working-directory': within }: Step): string {
  if (run !== undefined) return `${run}${within === undefined ? '' : ` (in ${within})`}`
  const inputs = Object.entries(given ?? {}).map(([name, value]) => `${name}=${String(value)}`)
  return [uses!.split('@')[0], ...inputs].join(' ')
}

test.each(PROJECTS)('$name: a config and workflows that are right', async (project) => {
  const plans = await plan(project)
  const [{ tool, files }] = plans as [Awaited<ReturnType<typeof planInit>>]
  expect(tool.name).toBe(project.tool)
  const { path, text } = files.config
  expect(path).toBe(
    project.within === undefined ? '.github/benchgate.yml' : `${project.within}/benchgate.yml`,
  )
  const { version, budgets, ...said } = parse(text) as { version: number; budgets: object[] }
  expect(said).toEqual(project.config)
  expect([version, budgets.length > 0]).toEqual([1, true])
  const result = parseConfig(text, path)
  expect('problems' in result ? result.problems : []).toEqual([])

  for (const { files } of plans)
    for (const { path, text } of files.workflows) expect(await workflowProblems(text, path)).toEqual([])
  const { jobs } = parse(files.workflows[0]!.text) as { jobs: { benchgate: { steps: Step[] } } }
  expect(jobs.benchgate.steps.slice(1, -1).map(shown)).toEqual(project.steps)
})
