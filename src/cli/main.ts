import { randomBytes } from 'node:crypto'
import { Command, CommanderError, Option } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { loadConfig } from '../config/load.ts'
import { EXIT, UserError } from '../errors.ts'
import { exitCodeOf } from '../judge/outcome.ts'
import type { Assessment } from '../model/assessment.ts'
import type { BaseRef, Config } from '../model/config.ts'
import type { GateRequest, World } from '../gate/state.ts'
import { gate, heldToBase, measureOne } from '../pipeline.ts'
import { renderRunTable } from '../report/terminal/run-table.ts'
import { compareResultFiles, type ResultsFlags } from './compare-results.ts'
import { runDemo, type RunDemoGate } from './demo.ts'
import { explain } from './explain.ts'
import { explainFailure } from './failure.ts'
import { withHistoryCommand } from './history.ts'
import { withImportCommand } from './import.ts'
import { withIngestCommand } from './ingest.ts'
import { onInterrupt } from './interrupt.ts'
import { parseBaseFlag, parseFilterFlag, parseTimeLimitFlag } from './flags.ts'
import { createProgressLine } from './progress.ts'
import { type Publication, preparePublication, publish } from './publish.ts'

/** Where the built files lie that the commands need beside their own code. */
export interface Installation {
  workerFile: string
  /** Directory of the demo project, with a trailing slash. */
  demoFiles: URL
}

interface Flags {
  config?: string
  filter?: string
  seed?: string
  base?: BaseRef
  head?: string
  timeLimit?: number
  budgets?: 'head' | 'base'
  markdown?: string
  json?: string
  color: boolean
  quiet?: boolean
  verbose?: boolean
}

/** Runs one command; resolves to the exit code and never rejects. */
export async function main(argv: readonly string[], installation: Installation): Promise<number> {
  try {
    return await parse(argv, installation)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.pass : EXIT.usage
    if (error instanceof Interrupted) return error.exitCode
    const { text, exitCode } = explainFailure(error)
    process.stderr.write(text)
    return exitCode
  }
}

async function parse(argv: readonly string[], installation: Installation): Promise<number> {
  let exitCode: number = EXIT.pass
  const finish = (code: number) => {
    exitCode = code
  }
  const program = new Command('benchgate')
    .description('Measures a change against its base and holds it to your performance budgets.')
    .version(`benchgate ${manifest.version}`)
    .exitOverride()
    .showSuggestionAfterError()
    .enablePositionalOptions()

  withGateFlags(program.command('check'))
    .description('measure the working tree against its base and hold it to the budgets')
    .option(
      '--base <ref>',
      'merge-base, parent, tag:<pattern>, or any ref (default: base.ref of the config)',
      parseBaseFlag,
    )
    .option('--head <ref>', 'measure this ref in place of the working tree')
    .addOption(
      new Option(
        '--budgets <side>',
        'whose config file holds: head (as you have it) or base (as a pull request is judged)',
      )
        .choices(['head', 'base'])
        .default('head'),
    )
    .action(async (flags: Flags) => {
      const config = await readConfig(flags)
      const head: GateRequest['head'] =
        flags.head === undefined ? { kind: 'working-tree' } : { kind: 'ref', ref: flags.head }
      const base =
        flags.base ?? (flags.budgets === 'base' ? { kind: 'merge-base' as const } : config.base.ref)
      const assessment = await runGate(flags, installation, config, { command: 'check', base, head })
      finish(exitCodeOf(assessment))
    })

  withGateFlags(program.command('compare'))
    .description('measure any two refs against each other, or compare result files; no budgets are needed')
    .argument('[base]')
    .argument('[head]')
    .option('--base-results <file...>', 'result files of base that some tool wrote, in place of measuring')
    .option(
      '--head-results <file...>',
      'result files of head; without --base-results they are held against the stored runs',
    )
    .option('--format <name>', 'what wrote them; without it the content decides')
    .option('--remote <name>', 'of the stored runs: a remote of this checkout, a URL or a path', 'origin')
    .option('--branch <name>', 'the branch that keeps them', 'benchgate')
    .option('--key <key>', 'of several gates of one repository, the one with this key', 'default')
    .action(async (base: string | undefined, head: string | undefined, flags: Flags & ResultsFlags) => {
      const config = await readConfig(flags)
      if (flags.baseResults !== undefined || flags.headResults !== undefined) {
        if (base !== undefined)
          throw new UserError('usage', 'Both refs and result files are given', 'Leave one of them out.')
        const o = { config, filter: flags.filter ?? null }
        const publication = await publicationOf(flags, config)
        const assessment = await inWorld(flags, installation, (world) => compareResultFiles(flags, o, world))
        await publish(assessment, publication)
        finish(exitCodeOf(assessment))
        return
      }
      if (flags.format !== undefined) {
        throw new UserError(
          'usage',
          '--format is for result files, and none are given',
          'Name them with --base-results and --head-results, or leave --format out.',
        )
      }
      if (base === undefined || head === undefined) {
        throw new UserError(
          'usage',
          'compare needs two refs, or result files',
          'Write `benchgate compare main HEAD`, or --base-results a.json --head-results b.json.',
        )
      }
      const assessment = await runGate(flags, installation, config, {
        command: 'compare',
        base: parseBaseFlag(base),
        head: { kind: 'ref', ref: head },
      })
      finish(exitCodeOf(assessment))
    })

  withMeasureFlags(program.command('run'))
    .description('measure the working tree alone and print a table')
    .action(async (flags: Flags) => {
      const config = await readConfig(flags)
      const request = { project: process.cwd(), config, filter: flags.filter ?? null, seed: seedOf(flags) }
      const result = await inWorld(flags, installation, (world) => measureOne(request, world))
      process.stdout.write(renderRunTable(result.rows, { color: useColor(flags), width: width() }))
      for (const warning of result.warnings) process.stderr.write(`warning: ${warning}\n`)
      finish(result.failed ? EXIT.measurement : EXIT.pass)
    })

  program
    .command('budgets')
    .description('what the budgets amount to')
    .command('explain')
    .description('which rules hold for a benchmark, in order, and what they come to')
    .argument('<benchmark>', 'its groups and name joined by /')
    .option('--config <file>')
    .action(async (benchmark: string, flags: Flags) => {
      process.stdout.write(explain(await readConfig(flags), benchmark))
    })

  withHistoryCommand(program, {
    inWorld: (flags, work) => inWorld(flags, installation, work),
    useColor,
    width,
  })

  withIngestCommand(program)

  withImportCommand(program, { inWorld: (flags, work) => inWorld(flags, installation, work) })

  withGateFlags(program.command('demo'))
    .description('measure a small project with one planted slowdown and one planted gain')
    .action(async (flags: Flags) => {
      const measure: RunDemoGate = (project, config, reports) => {
        const written = {
          ...flags,
          markdown: flags.markdown ?? reports.markdown,
          json: flags.json ?? reports.json,
        }
        const head = { kind: 'working-tree' } as const
        const request = { command: 'check', base: config.base.ref, head } as const
        return runGate(written, installation, withTimeLimit(config, flags), request, project)
      }
      const silent = flags.json === '-' || flags.markdown === '-' || flags.quiet === true
      await runDemo(installation.demoFiles, measure, { silent, markdown: flags.markdown, json: flags.json })
    })

  await program.parseAsync([...argv], { from: 'user' })
  return exitCode
}

function withMeasureFlags(command: Command): Command {
  return command
    .option('--config <file>', 'the config file (default: .github/benchgate.yml, then benchgate.yml)')
    .option('--filter <glob>', 'only benchmarks whose groups/name match', parseFilterFlag)
    .option('--seed <text>', 'repeat the random order of an earlier run')
    .option('--time-limit <time>', 'such as "5 min"; in place of measure.time-limit', parseTimeLimitFlag)
    .option('--no-color', 'plain text; also the environment variable NO_COLOR')
    .option('-q, --quiet', 'no progress')
}

function withGateFlags(command: Command): Command {
  return withMeasureFlags(command)
    .option('-v, --verbose', 'list what is unchanged and inconclusive too')
    .option(
      '--markdown <file>',
      'write the report as Markdown; - writes it to stdout, and the text to stderr',
    )
    .addOption(
      new Option('--json <file>', 'write the report as JSON; - writes it to stdout, and the text to stderr'),
    )
}

const seedOf = (flags: Flags) => flags.seed ?? randomBytes(4).toString('hex')
const width = () => process.stdout.columns || 100

/** Colour when a person looks: FORCE_COLOR and NO_COLOR have the last word, as everywhere. */
function useColor(flags: Pick<Flags, 'color'>): boolean {
  const { env } = process
  if (!flags.color || env['NO_COLOR']) return false
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0'
  return process.stdout.isTTY === true
}

async function readConfig(flags: Flags): Promise<Config> {
  return withTimeLimit(await loadConfig(process.cwd(), flags.config), flags)
}

function withTimeLimit(config: Config, { timeLimit }: Flags): Config {
  return timeLimit === undefined
    ? config
    : { ...config, measure: { ...config.measure, timeLimitMs: timeLimit } }
}

class Interrupted extends Error {
  readonly exitCode: number
  constructor(exitCode: number) {
    super('interrupted')
    this.exitCode = exitCode
  }
}

/** Runs something that measures: with progress, and with Ctrl-C turned into an exit code. */
async function inWorld<T>(
  flags: Pick<Flags, 'quiet'>,
  installation: Installation,
  work: (world: World) => Promise<T>,
): Promise<T> {
  const interrupt = onInterrupt()
  const line = createProgressLine(process.stderr, flags.quiet === true)
  try {
    return await work({
      workerFile: installation.workerFile,
      env: process.env,
      clock: () => new Date(),
      signal: interrupt.signal,
      onProgress: line.show,
      onCheckouts: interrupt.atOnce,
    })
  } catch (error) {
    throw interrupt.signal.aborted ? new Interrupted(interrupt.signal.reason as number) : error
  } finally {
    line.clear()
    interrupt.release()
  }
}

/** Where the reports go, once it is certain that they can be written. */
async function publicationOf(flags: Flags, config: Config): Promise<Publication> {
  const publication: Publication = {
    markdown: flags.markdown ?? null,
    json: flags.json ?? null,
    color: useColor(flags),
    width: width(),
    verbose: flags.verbose === true,
    configFile: config.file,
  }
  await preparePublication(publication)
  return publication
}

async function runGate(
  flags: Flags,
  installation: Installation,
  config: Config,
  asked: Pick<GateRequest, 'command' | 'base' | 'head'>,
  project = process.cwd(),
): Promise<Assessment> {
  const publication = await publicationOf(flags, config)
  const request = { ...asked, project, config, filter: flags.filter ?? null, seed: seedOf(flags) }
  const assessment = await inWorld(flags, installation, async (world) => {
    if (flags.budgets !== 'base') return (await gate(request, world)).assessment
    const held = await heldToBase(request, flags.config, world)
    const limited = { ...held.request, config: withTimeLimit(held.request.config, flags) }
    const { assessment } = await gate(limited, world, held.proposed ? { proposed: held.proposed } : {})
    return { ...assessment, warnings: [...assessment.warnings, ...held.warnings] }
  })
  await publish(assessment, publication)
  return assessment
}
