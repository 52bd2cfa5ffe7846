import os from 'node:os'
import mitata from 'mitata/package.json' with { type: 'json' }
import type { Environment } from '../model/assessment.ts'
import type { Host } from '../model/host.ts'

/** What the measurements depend on besides the code. It is read once, before the first process. */
export function readEnvironment(
  env: NodeJS.ProcessEnv,
  { image, system }: Pick<Host, 'image' | 'system'>,
  nodeVersion = process.version,
): Environment {
  const cpus = os.cpus()
  return {
    cpu: cpus[0]?.model.trim() || 'unknown',
    cores: os.availableParallelism(),
    os: `${system ?? os.type()} ${os.release()} ${os.arch()}`,
    image,
    node: nodeVersion,
    nodeFlags: [],
    mitata: mitata.version,
    loadAverage: Math.round((os.loadavg()[0] ?? 0) * 100) / 100,
    ci: env['CI'] === 'true' || env['CI'] === '1',
  }
}
