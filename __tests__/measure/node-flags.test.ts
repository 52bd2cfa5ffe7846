import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { QUIET_FLAGS } from '../../src/config/defaults.ts'
import { knownFlags } from '../../src/measure/node-flags.ts'
import { ownNode } from '../../src/measure/node-on-path.ts'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'benchgate-flags-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

/** A Node that refuses one flag, as a later one may. */
async function nodeWithout(flag: string) {
  const path = join(directory, `node-without${flag}`)
  await writeFile(
    path,
    `#!/bin/sh\nfor a in "$@"; do [ "$a" = "${flag}" ] && { echo "bad option: ${flag}" >&2; exit 9; }; done\nexec "${process.execPath}" "$@"\n`,
  )
  await chmod(path, 0o755)
  return { path, version: 'v99.0.0' }
}

test('this Node knows all of them', async () => {
  expect(await knownFlags(ownNode, QUIET_FLAGS, process.env)).toEqual({
    flags: [...QUIET_FLAGS],
    warnings: [],
  })
})

test('a flag that Node refuses is left out alone, with a warning that names it', async () => {
  const [refused, ...others] = QUIET_FLAGS
  const node = await nodeWithout(refused!)
  expect(await knownFlags(node, QUIET_FLAGS, process.env)).toEqual({
    flags: others,
    warnings: [`Node v99.0.0 does not know ${refused}: measured without it, with more noise`],
  })
})

test('a Node that cannot be started knows none, and that is not an error of its own', async () => {
  const { flags } = await knownFlags(
    { path: join(directory, 'nothing'), version: 'v0' },
    QUIET_FLAGS,
    process.env,
  )
  expect(flags).toEqual([])
})
