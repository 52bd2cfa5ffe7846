import { describe, expect, it } from 'vitest'
import { ingest } from '../../../src/ingest/ingest.ts'
import { benchmark, hasShared, metric, ratio, shared, text } from '../real-files.ts'

function report(url: string, paint: number, more: object = {}) {
  return {
    lighthouseVersion: '12.0.0',
    requestedUrl: url,
    configSettings: { formFactor: 'mobile' },
    categories: { performance: { score: 0.5 } },
    audits: {
      'dom-size': { numericValue: 800, numericUnit: 'element' },
      metrics: { numericValue: 1, numericUnit: 'millisecond' },
      'largest-contentful-paint': { numericValue: paint, numericUnit: 'millisecond' },
      'total-byte-weight': { numericValue: 5000, numericUnit: 'byte' },
      'is-crawlable': { score: 1 },
    },
    ...more,
  }
}

describe('Lighthouse', () => {
  it('compares numbers, decides on the largest paint, and has scores last', () => {
    const file = text(report('http://localhost:1234/docs/?q=1', 1500))
    const { name, params, metrics } = benchmark(file, '/docs/?q=1/formFactor=mobile')
    expect([name, params]).toEqual(['/docs/?q=1', { formFactor: 'mobile' }])
    expect(metrics.map(({ id, unit, better }) => `${id} ${unit} ${better}`)).toEqual([
      'largest-contentful-paint ns lower',
      'dom-size element lower',
      'total-byte-weight B lower',
      'performance-score fraction higher',
    ])
    expect(metrics[0]!.data).toEqual({ kind: 'samples', of: 'process', groups: [[1.5e9]] })
  })

  it('has one name for a page on two hosts', () => {
    const [a, b] = ['http://localhost:1/x', 'https://user:secret@preview.example/x'].map((url) =>
      text(report(url, 1)),
    )
    expect(a!.benchmarks[0]!.key).toBe(b!.benchmarks[0]!.key)
  })

  it('takes the runs of a directory as groups of their page', () => {
    const files = new Map([
      ['lhr-1.json', JSON.stringify(report('http://h/a', 1000))],
      ['lhr-2.json', JSON.stringify(report('http://h/b', 5))],
      ['lhr-3.json', JSON.stringify(report('http://h/a', 1200))],
      ['manifest.json', '[]'],
    ])
    const file = ingest({ path: '.lighthouseci', bytes: '', files }, null)
    expect(metric(file, '/a/formFactor=mobile', 'largest-contentful-paint').data).toMatchObject({
      groups: [[1e9], [1.2e9]],
    })
    expect(file.benchmarks).toHaveLength(2)
  })

  it('lists a page that could not be loaded, and audits that failed', () => {
    const failed = text(
      report('http://h/a', 1, { runtimeError: { code: 'NO_FCP', message: 'nothing was painted' } }),
    )
    expect(failed.benchmarks[0]).toMatchObject({ status: 'failed', message: 'nothing was painted' })
    const audits = { x: { errorMessage: 'no trace' }, y: { numericValue: 1 } }
    expect(text(report('http://h/a', 1, { audits })).warnings).toHaveLength(1)
  })

  it.skipIf(!hasShared)('reads public files', () => {
    const [a, b] = [shared('lighthouse/a.trimmed.json'), shared('lighthouse/b.trimmed.json')]
    expect(metric(a, '//formFactor=mobile', 'largest-contentful-paint').data).toMatchObject({
      groups: [[6609.92562 * 1e6]],
    })
    expect(metric(a, '//formFactor=mobile', 'performance-score').data).toMatchObject({ groups: [[0.34]] })
    expect(ratio(a, b, '//formFactor=mobile', 'first-contentful-paint')).toBeCloseTo(1.008, 3)
  })
})
