import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { Git } from '../../src/git/git.ts'
import { Sandbox, stopClock, withClock } from '../checkout/sandbox.ts'

test('an answer whose output does not end is none, whatever the exit code', async () => {
  const { directory, env } = new Sandbox()
  const folder = join(directory, 'bin')
  mkdirSync(folder)
  const program = `#!${process.execPath}
const stdio = ['ignore', 'inherit', 'ignore']
const child = require('child_process').spawn('sleep', ['1000'], { detached: true, stdio })
require('fs').writeFileSync('pid', String(child.pid))
child.unref()
`
  writeFileSync(join(folder, 'git'), program)
  chmodSync(join(folder, 'git'), 0o755)
  onTestFinished(() => void process.kill(Number(readFileSync(join(directory, 'pid'), 'utf8')), 'SIGKILL'))
  const git = new Git(
    directory,
    { ...env, PATH: `${folder}:${env['PATH']}` },
    { signal: new AbortController().signal, remainingMs: () => 2 ** 31 - 1 },
  )
  stopClock()
  const error = await withClock(git.ask('status')).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  expect(error).toMatchObject({
    code: 'git',
    message: 'git status ended, and its output did not: another program holds it open',
    remedy:
      'Look for what git starts and leaves running, such as a credential helper, and let it close its standard output.',
  })
})
