import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { generate, dashboardOf, singleFile } from '../__tests__/dashboard/generate.ts'
import { chartHash } from '../src/dashboard/chart-link.ts'
import { dashboardShell } from './dashboard-shell.ts'

// Draws the picture of the dashboard for the README, of sample data: the overview, and a chart below it.
// Run it with `npm run picture`, after a change of how the dashboard looks.

const PICTURE = join(import.meta.dirname, '../.github/dashboard.png')
const WIDTH = 1080
const SCALE = 1.5
/** Pixels of each view that are shown. */
const [OVERVIEW, CHART] = [800, 660]

const directory = mkdtempSync(join(tmpdir(), 'benchgate-picture-'))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' })
try {
  const sample = generate({ benchmarks: 48, commits: 420, seed: 'picture 19' })
  const file = join(directory, 'dashboard.html')
  writeFileSync(file, singleFile((await dashboardShell()).html, sample, 'json'))
  const { trends } = dashboardOf(sample).index
  const shown = trends.find(({ status }) => status === 'over-budget')!
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1500 }, deviceScaleFactor: SCALE })
  const pictures: string[] = []
  for (const [hash, top, height] of [
    ['#/', 0, OVERVIEW],
    [chartHash(shown, shown.metric), 61, CHART],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(`${pathToFileURL(file).href}${hash}`)
    await page.waitForSelector(hash === '#/' ? '.trends' : '.u-over')
    const clip = { x: 0, y: top, width: WIDTH, height }
    pictures.push((await page.screenshot({ clip })).toString('base64'))
  }
  const images = pictures.map((data) => `<img width="${WIDTH}" src="data:image/png;base64,${data}">`)
  // Another page: that of the dashboard allows no style but its own.
  const both = await browser.newPage({
    viewport: { width: WIDTH, height: OVERVIEW + CHART },
    deviceScaleFactor: SCALE,
  })
  await both.setContent(`<style>body { margin: 0 } img { display: block }</style>${images.join('')}`)
  writeFileSync(PICTURE, await both.screenshot())
  process.stdout.write(`${PICTURE}: ${readFileSync(PICTURE).length} bytes\n`)
} finally {
  await browser.close()
  rmSync(directory, { recursive: true, force: true })
}
