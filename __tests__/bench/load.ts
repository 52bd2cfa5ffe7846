import { spawn } from 'node:child_process'

/** Busy until its parent is gone, also where that was killed. */
const BUSY = `const parent = process.ppid
while (process.ppid === parent) for (const end = performance.now() + 50; performance.now() < end; );`

/** Starts so many busy processes; what is returned ends them. */
export function startLoad(count: number): () => void {
  const loops = Array.from({ length: count }, () =>
    spawn(process.execPath, ['-e', BUSY], { stdio: 'ignore' }),
  )
  return () => {
    for (const loop of loops) loop.kill('SIGKILL')
  }
}
