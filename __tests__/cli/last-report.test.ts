import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepReport, readKeptReport } from '../../src/cli/last-report.ts'
import { reportOf } from '../../src/report/json.ts'
import { assessment, failing, fresh } from '../report/sample.ts'
import { ScratchRepository } from '../scratch-repository.ts'

function repository(): ScratchRepository {
  const project = new ScratchRepository()
  onTestFinished(() => project.remove())
  return project
}

test('the last report of a project is kept, and no other', async () => {
  const { directory } = repository()
  await keepReport(directory, assessment([fresh]))
  await keepReport(directory, assessment([failing]))
  expect(await readKeptReport(directory)).toEqual(reportOf(assessment([failing])))
  expect(readdirSync(join(directory, '.git/benchgate'))).toEqual(['report.json'])
})

test('a second working tree keeps its own', async () => {
  const project = repository()
  project.commit('start')
  const other = join(project.directory, 'other')
  project.git('worktree', 'add', '-q', other)
  await keepReport(project.directory, assessment([failing]))
  await expect(readKeptReport(other)).rejects.toThrow('There is no report of a check here')
})

test('where nothing can be kept, the check goes on, and nothing is left', async () => {
  const project = repository()
  project.write({ '.git/benchgate': 'in the way' })
  await keepReport(project.directory, assessment([failing]))
  await expect(readKeptReport(project.directory)).rejects.toThrow('There is no report of a check here')
  const outside = join(project.directory, '..')
  await keepReport(outside, assessment([failing]))
})
