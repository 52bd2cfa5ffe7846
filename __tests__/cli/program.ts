import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const PROGRAM = join(import.meta.dirname, '../../src/cli.ts')
/** Types are taken out of the sources once and not at every start. */
export const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/node')

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the command line from its sources to its end; `starter` is a program, with arguments, that starts it. */
export async function benchgate(
  args: readonly string[],
  o: { cwd: string; env: NodeJS.ProcessEnv; starter?: readonly string[] },
): Promise<Ended> {
  const [program, ...rest] = [...(o.starter ?? []), process.execPath, PROGRAM, ...args]
  const child = spawn(program!, rest, {
    cwd: o.cwd,
    env: { ...o.env, NODE_COMPILE_CACHE: COMPILED },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, ...output }
}
