/**
 * Words that Benchgate is going to understand. They are refused like every unknown word, but with the plain statement
 * that it is too early, so that nobody hunts for a spelling mistake.
 */
export const LATER_KEYS: ReadonlySet<string> = new Set([
  'slo',
  'complexity',
  'shards',
  'profile',
  'history',
  'anchor',
  'quarantine',
  'dashboard',
  'retention',
])

export const LATER_METRICS: ReadonlySet<string> = new Set([
  'heap',
  'leak',
  'gc',
  'gc.count',
  'gc.pause',
  'cpu',
])
