import { spawn, spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Report, reportSchema } from '../../../src/model/assessment.ts'
import { ScratchRepository } from '../../scratch-repository.ts'
import type { ToolProject } from './tool-project.ts'

const root = join(import.meta.dirname, '../../..')
// From source: what is seen here are tools and the gate, whatever state the bundle is in.
const cli = join(root, 'src/cli.ts')

/** The config that docs/tools shows for a tool. */
export const configOf = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../../fixtures/config/tools/${name}.yml`), 'utf8')

function environment(path: string | undefined): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1' }
  // It would take both sides' builds into one folder.
  delete env['CARGO_TARGET_DIR']
  if (path !== undefined) env['PATH'] = `${path}:${env['PATH'] ?? ''}`
  return env
}

/** Whether a tool is installed. */
export const isThere = ({ probe, path }: ToolProject): boolean =>
  spawnSync('sh', ['-c', probe], { env: environment(path), timeout: 20_000 }).status === 0

/** A repository with base on `main`, and on the branch that is checked out what head changes, or a word in a text. */
export function repositoryOf(tool: ToolProject, { changed }: { changed: boolean }): ScratchRepository {
  const repository = new ScratchRepository()
  repository.write({ ...tool.base, '.github/benchgate.yml': configOf(tool.name), 'NOTES.txt': 'one\n' })
  repository.commit('base')
  repository.git('switch', '-q', '-c', 'head')
  repository.write(changed ? tool.head : { 'NOTES.txt': 'two\n' })
  repository.commit('head')
  if (tool.needsVitest === true) installVitest(repository.directory)
  return repository
}

export interface ToolRun {
  code: number | null
  report: Report | null
  stderr: string
  seconds: number
}

/** Runs `benchgate check` in a repository for real. */
export async function runTool(
  tool: Pick<ToolProject, 'path'>,
  repository: ScratchRepository,
  args: readonly string[],
): Promise<ToolRun> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [cli, 'check', '--base', 'main', '--json', '-', '--quiet', ...args], {
    cwd: repository.directory,
    env: environment(tool.path),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  const seconds = (performance.now() - startedAt) / 1000
  const report = output.stdout.startsWith('{') ? reportSchema.parse(JSON.parse(output.stdout)) : null
  return { code, report, stderr: output.stderr, seconds }
}

interface Locked {
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

/** Copies Vitest, and what it needs to run, out of this repository's dependencies. */
function installVitest(directory: string): void {
  const modules = join(root, 'node_modules')
  const { packages } = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const wanted = new Set(['node_modules/vitest'])
  for (const place of wanted) {
    const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = packages[place]!
    const peers = Object.keys(peerDependencies ?? {}).filter(
      (name) => peerDependenciesMeta?.[name]?.optional !== true,
    )
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
      const nested = `${place}/node_modules/${name}`
      const found = nested in packages ? nested : `node_modules/${name}`
      if (found in packages) wanted.add(found)
    }
  }
  for (const place of [...wanted, 'node_modules/.bin/vitest']) {
    cpSync(join(root, place), join(directory, place), { recursive: true, verbatimSymlinks: true })
  }
}
