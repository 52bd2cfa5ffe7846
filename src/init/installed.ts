import { runProcess } from '../process/run-process.ts'

const TIME_LIMIT_MS = 30_000

/** Whether the line that asks for a tool succeeds in a project. */
export async function isInstalled(
  probe: string,
  o: { cwd: string; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<boolean> {
  const { exitCode } = await runProcess(probe, { ...o, timeLimitMs: TIME_LIMIT_MS, stdout: 'none' })
  return exitCode === 0
}
