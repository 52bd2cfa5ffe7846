import type { Config } from '../model/config.ts'

/**
 * The config that a pull request is judged by. Budgets, limits of measuring and the choice of base are those of base, so that a
 * change cannot loosen what it is held against; what says how to run head's own code is head's. Waivers are head's: accepting is
 * done in the change itself, where it is reviewed, and those that base does not have are marked.
 */
export function judgedByBase(head: Config, base: Config): Config {
  const known = new Set(base.accepted.map(waiverKey))
  return {
    ...base,
    file: base.file ?? head.file,
    suites: head.suites,
    base: { ref: base.base.ref, setup: head.base.setup },
    measure: { ...base.measure, nodeArgs: head.measure.nodeArgs },
    accepted: head.accepted.map((waiver) => (known.has(waiverKey(waiver)) ? waiver : { ...waiver, added: true })),
  }
}

const waiverKey = ({ match, metric, upTo, reason, until }: Config['accepted'][number]): string =>
  JSON.stringify([match, metric, upTo, reason, until])
