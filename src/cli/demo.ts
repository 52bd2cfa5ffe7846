import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { loadConfig } from '../config/load.ts'
import { UserError } from '../errors.ts'
import { exitCodeOf } from '../judge/outcome.ts'
import { type GateFlags, withGateFlags } from './flags.ts'
import type { AddCommand } from './host.ts'
import { runGate, withTimeLimit } from './run-gate.ts'

const run = promisify(execFile)

const INTRODUCTION = `A small shop in a scratch repository: 3 suites, 13 benchmarks. Its main branch is the base; the head commit lists 15 %
more articles, which makes search/nearest slower, and lets the checksum cover 20 % fewer rows, which makes
receipt/checksum faster. The rest is the same. The gate is told none of this.

`

/** Adds `demo`: builds a repository, runs the gate in it as a user would, and says where everything lies. */
export const demo: AddCommand = (program, { installation }) => {
  withGateFlags(program.command('demo'))
    .description('measure a small project with one planted slowdown and one planted gain')
    .action(async (flags: GateFlags) => {
      const directory = await mkdtemp(join(tmpdir(), 'benchgate-demo-'))
      const isSilent = flags.json === '-' || flags.markdown === '-' || flags.quiet === true
      const say = (text: string) => {
        if (!isSilent) process.stdout.write(text)
      }
      try {
        const project = join(directory, 'corner-shop')
        await buildRepository(installation.demoFiles, project)
        say(INTRODUCTION)
        const { markdown = join(directory, 'report.md'), json = join(directory, 'report.json') } = flags
        const config = withTimeLimit(await loadConfig(project), flags)
        const request = { command: 'check', base: config.base.ref, head: { kind: 'working-tree' } } as const
        const assessment = await runGate({ ...flags, markdown, json }, installation, config, request, project)
        const closing = [
          '',
          `The comment that a pull request would get: ${markdown}`,
          `The same as JSON:                          ${json}`,
          `The project, to play with:                 ${project}`,
          `As \`benchgate check\` this would have left with exit code ${exitCodeOf(assessment)}.`,
          '',
        ]
        say(closing.join('\n'))
      } catch (error) {
        await rm(directory, { recursive: true, force: true })
        throw error
      }
    })
}

async function buildRepository(files: URL, project: string): Promise<void> {
  const git = (...args: string[]) =>
    run('git', [
      '-C',
      project,
      '-c',
      'user.name=Benchgate demo',
      '-c',
      'user.email=demo@example.invalid',
      ...args,
    ]).catch((cause: { stderr?: string; message: string }) => {
      throw new UserError(
        'git',
        `git ${args[0]} failed: ${cause.stderr?.trim() || cause.message}`,
        'The demo needs git 2.31 or newer on the PATH.',
        { cause },
      )
    })
  await cp(fileURLToPath(new URL('./base', files)), project, { recursive: true })
  await git('init', '-q', '-b', 'main')
  await git('add', '-A')
  await git('commit', '-q', '-m', 'A corner shop')
  await git('switch', '-q', '-c', 'longer-catalogue')
  await cp(fileURLToPath(new URL('./head', files)), project, { recursive: true })
  await git('commit', '-q', '-a', '-m', 'List more articles, shorten the checksum')
}
