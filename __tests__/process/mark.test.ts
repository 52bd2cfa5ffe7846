import { spawn } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { Mark } from '../../src/process/mark.ts'
import { isRunning, untilEnded } from '../checkout/sandbox.ts'

// Where there is no /proc nothing is found.
const isLinux = process.platform === 'linux'

/** A process in a group of its own with this environment, once it runs. */
async function started(env: NodeJS.ProcessEnv, command = ['/bin/cat']) {
  const child = spawn(command[0]!, command.slice(1), {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  child.stdin.write('here\n')
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child.pid!
}

const NO_GROUP = 0

test.runIf(isLinux)('what bears a mark is ended, and nothing else', async () => {
  const [mark, other] = [new Mark({}), new Mark({})]
  const [marked, others, unmarked] = [
    await started({ ...mark.variables, A: 'b' }),
    await started(other.variables),
    await started({}),
  ]
  expect(mark.endLeftRunning(NO_GROUP)).toEqual(['cat'])
  await untilEnded(marked)
  expect([others, unmarked].map(isRunning)).toEqual([true, true])
})

test.runIf(isLinux)('of the group that is ended all the same nothing is said', async () => {
  const mark = new Mark({})
  const marked = await started(mark.variables)
  expect(mark.endLeftRunning(marked)).toEqual([])
  await untilEnded(marked)
})

test.runIf(isLinux)('what starts further processes is ended with them', async () => {
  const mark = new Mark({})
  const program = `require('child_process').spawn('/bin/cat', { detached: true, stdio: ['inherit', 'inherit', 'ignore'] })`
  await started(mark.variables, [process.execPath, '-e', program])
  const lines = mark.endLeftRunning(NO_GROUP)
  expect(lines.sort()).toEqual(['cat', 'node'])
})

test.runIf(isLinux)(
  'a gate inside of a measured process bears the mark of the outer one as well',
  async () => {
    const outer = new Mark({})
    const inner = new Mark(outer.variables)
    const marked = await started(inner.variables)
    const ofOuter = await started(outer.variables)
    expect(inner.endLeftRunning(NO_GROUP)).toEqual(['cat'])
    await untilEnded(marked)
    expect(isRunning(ofOuter)).toBe(true)
    const innerAgain = await started(inner.variables)
    expect(outer.endLeftRunning(NO_GROUP)).toEqual(['cat', 'cat'])
    await Promise.all([ofOuter, innerAgain].map(untilEnded))
  },
)

test('the mark is as long for every gate, and for both sides', () => {
  const [a, b] = [new Mark({}), new Mark({})].map(({ variables }) => variables['BENCHGATE_GATE']!)
  expect(a).toMatch(/^[0-9a-f]{32}$/)
  expect(b).toHaveLength(a!.length)
  expect(a).not.toBe(b)
})
