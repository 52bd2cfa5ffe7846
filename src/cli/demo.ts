import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadConfig } from '../config/load.ts'
import { withGitSettings } from '../git/variables.ts'
import { Git } from '../git/git.ts'
import { exitCodeOf } from '../judge/outcome.ts'
import { type GateFlags, measureOptions, reportOptions, withOptions } from './flags.ts'
import type { AddCommand } from './add-command.ts'
import { withExamples } from './examples.ts'
import { keepReport } from './last-report.ts'
import { takesStdout } from './outputs.ts'
import { runGate, withTimeLimit } from './run-gate.ts'

/** For one command on a few files. */
const GIT_LIMIT_MS = 60_000

const INTRODUCTION = `A small shop in a scratch repository: 3 suites, 13 benchmarks. Its main branch is the base; the head commit lists 15 %
more articles, which makes search/nearest slower, and lets the checksum cover 20 % fewer rows, which makes
receipt/checksum faster. The rest is the same. The gate is told none of this.

`

/** Adds `demo`: builds a repository, runs the gate in it as a user would, and says where everything lies. */
export const demo: AddCommand = (program, { installation }) => {
  const command = program
    .command('demo')
    .description('measure a small project with one planted slowdown and one planted speed-up')
    .action(async (flags: GateFlags) => {
      const directory = await mkdtemp(join(tmpdir(), 'benchgate-demo-'))
      const isSilent = takesStdout(flags) || flags.quiet === true
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
        await keepReport(project, assessment)
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
  withOptions(command, measureOptions(), reportOptions())
  withExamples(command, [{ line: 'benchgate demo', does: 'a gate on a small project, in about a minute' }])
}

async function buildRepository(files: URL, project: string): Promise<void> {
  const identity = [
    ['user.name', 'Benchgate demo'],
    ['user.email', 'demo@example.invalid'],
  ] as const
  const git = new Git(project, withGitSettings(process.env, identity), {
    signal: new AbortController().signal,
    remainingMs: () => GIT_LIMIT_MS,
    timeRemedy: 'Run the demo again.',
  })
  await cp(fileURLToPath(new URL('./base', files)), project, { recursive: true })
  await git.text('init', '-q', '-b', 'main')
  await git.text('add', '-A')
  await git.text('commit', '-q', '-m', 'A corner shop')
  await git.text('switch', '-q', '-c', 'longer-catalogue')
  await cp(fileURLToPath(new URL('./head', files)), project, { recursive: true })
  await git.text('commit', '-q', '-a', '-m', 'List more articles, shorten the checksum')
}
