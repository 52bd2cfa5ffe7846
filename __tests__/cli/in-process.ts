import { vi } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { Ended } from './program.ts'

/** Runs a command that measures nothing in this process, which takes a fraction of starting one. */
export async function inProcess(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ended> {
  const before = { cwd: process.cwd(), env: process.env }
  const output = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      output[name] += String(text)
      return true
    }),
  )
  process.chdir(cwd)
  process.env = { ...env }
  try {
    const nowhere = new URL('file:///nowhere/')
    const code = await main(args, { workerFile: nowhere.href, demoFiles: nowhere, package: nowhere })
    return { code, ...output }
  } finally {
    process.chdir(before.cwd)
    process.env = before.env
    for (const spy of spies) spy.mockRestore()
  }
}
