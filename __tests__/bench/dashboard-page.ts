import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { dashboardShell } from '../../.config/dashboard-shell.ts'
import { chartHash, commitHash } from '../../src/dashboard/chart-link.ts'
import { writeSingle } from '../../src/dashboard/write-dashboard.ts'
import { launch } from '../dashboard/browser/browser.ts'
import { generate, writingOf } from '../dashboard/generate.ts'
import { fixed, printTable, quartiles, sizeFrom } from './run-gate.ts'

/** Milliseconds until the page of the dashboard shows what was asked for, from files of several sizes. */
export async function dashboardPage(): Promise<void> {
  const rounds = sizeFrom('ROUNDS', 5)
  const directory = mkdtempSync(join(tmpdir(), 'benchgate-dashboard-'))
  const shell = join(directory, 'shell.html')
  writeFileSync(shell, (await dashboardShell()).html)
  const browser = await launch()
  const rows: string[][] = []
  try {
    const sizes = [
      [200, 1000],
      [2000, 2000],
    ] as const
    for (const [benchmarks, commits] of sizes.slice(0, sizeFrom('SIZES', 2))) {
      const generated = generate({ benchmarks, commits })
      const file = join(directory, 'dashboard.html')
      await writeSingle(file, writingOf(generated, shell))
      const trend = generated.trends(3)[0]!
      const address = pathToFileURL(file).href
      const empty = join(directory, 'empty.html')
      writeFileSync(empty, '<!doctype html><title></title><h1>Empty</h1>')
      const times = (hash: string, selector: string) =>
        timesOf(browser, `${address}${hash}`, selector, rounds)
      const sha = generated.commits.at(-40)!.sha
      const asked = [
        ['an empty page', await timesOf(browser, pathToFileURL(empty).href, 'h1', rounds)],
        ['overview', await times('#/', '.trends tbody tr')],
        ['chart', await times(chartHash(trend, trend.metric), '.u-over')],
        ['commit', await times(commitHash(sha), '.changes tbody tr')],
      ] as const
      for (const [view, found] of asked) {
        const size = `${(statSync(file).size / 1e6).toFixed(1)} MB`
        rows.push([
          `${benchmarks} x ${commits}`,
          size,
          view,
          ...(['ms', 'cpu'] as const).map((of) =>
            quartiles(
              found.map((opened) => opened[of]),
              fixed(0),
            ),
          ),
        ])
      }
    }
  } finally {
    await browser.close()
    rmSync(directory, { recursive: true, force: true })
  }
  printTable(['history', 'file', 'view', 'ms (quartiles)', "ms of the page's thread"], rows)
}

interface Opened {
  /** From the start of the navigation until an element is there. */
  ms: number
  /** What the page's own thread computed until then, which other load does not lengthen. */
  cpu: number
}

async function timesOf(
  browser: Browser,
  address: string,
  selector: string,
  rounds: number,
): Promise<Opened[]> {
  const found: Opened[] = []
  for (let round = 0; round < rounds; round += 1) {
    const page = await browser.newPage()
    const inspector = await page.context().newCDPSession(page)
    await inspector.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForSelector(selector, { timeout: 120_000 })
    const ms = await page.evaluate(() => performance.now())
    const { metrics } = await inspector.send('Performance.getMetrics')
    found.push({ ms, cpu: 1000 * metrics.find(({ name }) => name === 'TaskDuration')!.value })
    await page.close()
  }
  return found
}
