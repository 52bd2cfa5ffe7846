import { fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'

const dist = join(import.meta.dirname, '../../dist')
const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'))

/** What a script loads before its first line runs, itself included. */
function loadedAtStart(script: string): string[] {
  const seen = [script]
  for (const name of seen) {
    const text = readFileSync(join(dist, name), 'utf8')
    for (const [, imported] of text.matchAll(/^(?:import|export)\b[^'";]*["']\.\/([^"']+)["']/gm)) {
      if (!seen.includes(imported!)) seen.push(imported!)
    }
  }
  return seen
}

/** The packages whose code is in some scripts, by the comments that the bundler leaves. */
function packagesIn(names: readonly string[]): Set<string> {
  const found = names.flatMap((name) => [
    ...readFileSync(join(dist, name), 'utf8').matchAll(/^\/\/.*\bnode_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm),
  ])
  return new Set(found.map((match) => match[1]!))
}

/** A copy of dist where no module is found above it. */
function away(): string {
  const directory = mkdtempSync(join(tmpdir(), 'benchgate-dist-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  cpSync(dist, directory, { recursive: true })
  writeFileSync(join(directory, 'package.json'), '{"type":"module"}')
  return directory
}

test('every file has a name for good', () => {
  expect(scripts.sort()).toEqual([
    'action-cache.js',
    'action-common.js',
    'action-github.js',
    'action-ingest.js',
    'action-modes.js',
    'action-of-runs.js',
    'action-read-results.js',
    'action-regression-issues.js',
    'action-results.js',
    'action-rolldown-runtime.js',
    'action.js',
    'cli-common.js',
    'cli-ingest.js',
    'cli-main.js',
    'cli-of-runs.js',
    'cli-print-annotations.js',
    'cli-read-results.js',
    'cli-rolldown-runtime.js',
    'cli.js',
    'index.js',
    'worker-typescript.js',
    'worker.js',
  ])
})

test('each program loads its own files only, and the action neither modes nor clients nor the cache before they are used', () => {
  expect(loadedAtStart('cli.js')).toEqual(['cli.js'])
  expect(loadedAtStart('worker.js')).toEqual(['worker.js'])
  expect(loadedAtStart('index.js')).toEqual(['index.js'])
  expect(loadedAtStart('action-cache.js')).toEqual(['action-cache.js'])
  const ofAction = ['action.js', 'action-common.js', 'action-rolldown-runtime.js']
  expect(loadedAtStart('action.js')).toEqual(ofAction)
  const atStart = packagesIn(ofAction)
  expect(atStart).toContain('@actions/core')
  for (const name of [
    'undici',
    '@actions/http-client',
    '@actions/github',
    '@actions/cache',
    '@octokit/core',
  ]) {
    expect(atStart).not.toContain(name)
  }
  expect(loadedAtStart('action-modes.js')).not.toContain('action-ingest.js')
  // The lists would be empty were the comments other ones.
  expect(packagesIn(['action-github.js'])).toContain('undici')
  expect(packagesIn(['action-cache.js'])).toContain('@azure/storage-blob')
})

test('the licence of every package in it comes along', () => {
  const licences = readFileSync(join(dist, 'LICENSES.txt'), 'utf8')
  const packages = packagesIn(scripts)
  expect(packages.size).toBeGreaterThan(30)
  for (const name of packages) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+.* \\(`, 'm'))
})

describe('without node_modules', () => {
  test('the action', () => {
    const directory = away()
    const event = join(directory, 'event.json')
    writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main', private: false } }))
    const output = join(directory, 'output')
    writeFileSync(output, '')
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(directory, 'action.js')], {
      env: {
        PATH: process.env['PATH'],
        GITHUB_EVENT_NAME: 'watch',
        GITHUB_EVENT_PATH: event,
        GITHUB_OUTPUT: output,
        GITHUB_REF: 'refs/heads/main',
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_RUN_ID: '1',
        GITHUB_SHA: 'a'.repeat(40),
        GITHUB_STEP_SUMMARY: output,
        GITHUB_WORKSPACE: directory,
        RUNNER_TEMP: directory,
      },
      encoding: 'utf8',
    })
    expect(status, stdout + stderr).toBe(0)
    expect(stdout).toContain('nothing to do')
  })

  test("GitHub's client", async () => {
    const { href } = pathToFileURL(join(away(), 'action-github.js'))
    const { getOctokit } = (await import(href)) as typeof import('@actions/github')
    expect(getOctokit('token').rest.issues.createComment).toBeTypeOf('function')
  })

  test('the process that uses the cache', async () => {
    const request = { kind: 'restore', path: 'x', key: 'x', prefixes: [] }
    const child = fork(join(away(), 'action-cache.js'), [JSON.stringify(request)], {
      env: { PATH: process.env['PATH'] },
      execArgv: [],
    })
    const [reply] = await once(child, 'message')
    expect(reply).toMatchObject({ kind: 'unavailable' })
  })
})
