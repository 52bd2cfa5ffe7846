import { describe, expect, test } from 'vitest'
import { hidingIn, startsOf } from '../../src/doctor/shell-script.ts'

describe('where a script starts benchgate check', () => {
  test.each([
    'npx benchgate check',
    'npx --yes benchgate@1.2.3 check --json out.json',
    'pnpm exec benchgate --quiet check',
    'CI=1 yarn benchgate check',
    'node node_modules/benchgate/dist/cli.js check',
    './node_modules/.bin/benchgate check',
    'cd packages/core && npx benchgate check',
    'npm ci\nnpm run build\nnpx benchgate check',
    'npx \\\n  benchgate \\\n  check',
    'npx benchgate check || true',
  ])('%j', (script) => expect(startsOf(script)).toHaveLength(1))

  test.each([
    '# npx benchgate check',
    'true # npx benchgate check',
    'echo "now run npx benchgate check"',
    'echo npx benchgate check',
    "grep 'benchgate check' README.md",
    'npx benchgate run',
    'npx benchgate checks',
    'npx mybench check',
  ])('%j does not', (script) => expect(startsOf(script)).toEqual([]))
})

describe('what hides that it failed', () => {
  test.each([
    ['npx benchgate check || true', '', '`|| true`'],
    ['npx benchgate check --json out.json || echo "slow"', '', '`|| echo text`'],
    ['npx benchgate check \\\n  || :', '', '`|| :`'],
    ['npx benchgate check | tee out.txt', '', '`| tee out.txt` without `pipefail`'],
    ['npx benchgate check 2>&1 | tee out.txt', 'sh', '`| tee out.txt` without `pipefail`'],
    ['npx benchgate check &', '', '`&`'],
    ['! npx benchgate check', '', '`!`'],
    ['if npx benchgate check; then echo yes; fi', '', '`if`'],
    ['set +e\nnpx benchgate check\necho done', '', 'a shell without `-e`, which goes on,'],
    ['npx benchgate check; echo done', 'bash {0}', 'a shell without `-e`, which goes on,'],
    ['npx benchgate check && echo fine\necho done', '', '`&&` before further lines'],
  ])('%j in the shell %j', (script, shell, hiding) => expect(hidingIn(script, shell)).toBe(hiding))

  test.each([
    ['npx benchgate check', ''],
    // GitHub gives its shells -e.
    ['npx benchgate check; exit 0', 'sh'],
    ['npx benchgate check\necho done', ''],
    ['set +e\nset -e\nnpx benchgate check\necho done', ''],
    ['npx benchgate check 2>&1', ''],
    ['npx benchgate check &> out.txt', ''],
    ['npx benchgate check | tee out.txt', 'bash'],
    ['set -o pipefail\nnpx benchgate check | tee out.txt', ''],
    ['npx benchgate check || exit 1', ''],
    ['npx benchgate check || { echo slow; exit 1; }', ''],
    ['if ! npx benchgate check; then\n  echo slow\n  exit 1\nfi', ''],
    ['set +e\nnpx benchgate check\ncode=$?\necho done\nexit $code', ''],
    ['npm ci && npx benchgate check', ''],
    ['npx benchgate check && echo fine', ''],
    // Other shells are not read.
    ['npx benchgate check || true', 'pwsh'],
    ['npx benchgate check || true', 'python'],
  ])('%j in the shell %j: nothing', (script, shell) => expect(hidingIn(script, shell)).toBeNull())

  test('a long script is read in time that grows with its length', () => {
    const before = performance.now()
    for (const part of ['npx ', 'a=b ', '(', "'", 'benchgate ', '-', 'x/'])
      hidingIn(`${part.repeat(200_000)}check`, '')
    expect(performance.now() - before).toBeLessThan(20_000)
  })
})
