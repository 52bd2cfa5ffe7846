import { describe, expect, it } from 'vitest'
import { benchmark, fixture, metric, ratio, text } from '../real-files.ts'

const a = fixture('time-v/a.txt')
const report = (elapsed: string, status = '0') =>
  `\tCommand being timed: "x: y"\n\tUser time (seconds): 1.25\n\tSystem time (seconds): 0.25\n\tElapsed (wall clock) time (h:mm:ss or m:ss): ${elapsed}\n\tMaximum resident set size (kbytes): 100\n\tExit status: ${status}\n`

describe('GNU time -v', () => {
  it('reads a label with colons, and kbytes of 1,024', () => {
    expect(benchmark(a, './spin 2000').metrics).toEqual([
      {
        id: 'time',
        unit: 'ns',
        better: 'lower',
        data: { kind: 'samples', of: 'process', groups: [[510_000_000]] },
      },
      {
        id: 'cpu-time',
        unit: 'ns',
        better: 'lower',
        data: { kind: 'samples', of: 'process', groups: [[200_000_000]] },
      },
      {
        id: 'memory',
        unit: 'B',
        better: 'lower',
        data: { kind: 'samples', of: 'process', groups: [[1276 * 1024]] },
      },
    ])
  })

  it('sees the slowdown', () => {
    const b = fixture('time-v/b.txt')
    expect(ratio(a, b, './spin 2000', 'time')).toBeCloseTo(1.118, 2)
    expect(ratio(a, b, './spin 2000', 'cpu-time')).toBeCloseTo(1.15, 6)
  })

  it('takes repeated runs of a command as processes, among its own output', () => {
    const file = text(`noise: 1\n${report('0:01.50')}more\n${report('1:02:03')}`)
    expect(metric(file, 'x: y', 'time').data).toEqual({
      kind: 'samples',
      of: 'process',
      groups: [[1.5e9], [3723e9]],
    })
    expect(metric(file, 'x: y', 'cpu-time').data).toMatchObject({ groups: [[1.5e9], [1.5e9]] })
  })

  it('lists a command that failed or was ended', () => {
    expect(benchmark(text(report('0:01.50', '3')), 'x: y')).toMatchObject({
      status: 'failed',
      message: 'its exit status was 3',
    })
    const ended = text(`Command terminated by signal 9\n${report('0:01.50')}`)
    expect(benchmark(ended, 'x: y')).toMatchObject({ status: 'failed', message: 'it was ended by signal 9' })
  })

  it('says what a file without a report lacks', () => {
    expect(() => text('real 0m0.117s', 'time-v')).toThrow('no line begins with "Command being timed:"')
  })
})
