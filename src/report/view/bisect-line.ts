import { CONFIG_PLACES } from '../../model/config.ts'
import { flagForShell } from '../text/for-shell.ts'

/** Where the runs of an event are; what is left out is what `benchgate bisect` takes without a flag. */
interface Stored {
  key: string
  branch?: string
  /** The recorded branch. */
  ref?: string
  configFile?: string | null
}

/** The line that finds the commit of an event in a clone; null where no shell takes it. */
export function bisectLine(event: string, { key, branch, ref, configFile = null }: Stored): string | null {
  const isUsual = configFile === null || CONFIG_PLACES.some((place) => place === configFile)
  const flags = [
    key === 'default' ? '' : flagForShell('key', key),
    branch === undefined || branch === 'benchgate' ? '' : flagForShell('branch', branch),
    ref === undefined ? '' : flagForShell('ref', ref),
    isUsual ? '' : flagForShell('config', configFile),
  ]
  if (flags.includes(null)) return null
  return ['npx benchgate bisect --event', event, ...flags.filter((flag) => flag !== '')].join(' ')
}
