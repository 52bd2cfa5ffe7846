import semver from 'semver'

const versions = Array.from({ length: 200 }, (_, i) => (i % 7) + '.' + (i % 13) + '.' + i + (i % 3 ? '' : '-beta.' + i))
const ranges = ['^1.2.3', '>=1.2.7 <1.3.0', '~2.3 || 4.x', '1.2.3 - 2.3.4', '*', '<=3.0.0-beta.2']
let turn = 0
const next = (list) => list[turn++ % list.length]

export const cases = {
  parse: () => semver.parse(next(versions)),
  valid: () => semver.valid(next(versions)),
  compare: () => semver.compare(next(versions), next(versions)),
  sort: () => semver.sort(versions.slice(0, 50)),
  'satisfies caret': () => semver.satisfies(next(versions), '^1.2.3'),
  'satisfies mixed': () => semver.satisfies(next(versions), next(ranges)),
  'new Range': () => new semver.Range(next(ranges), { loose: turn % 2 === 0 }),
  'max satisfying': () => semver.maxSatisfying(versions, '^3.1.0'),
  inc: () => semver.inc(next(versions), 'minor'),
  coerce: () => semver.coerce('v' + next(versions) + ' final'),
}
