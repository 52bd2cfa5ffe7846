import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launch } from '../__tests__/dashboard/browser/browser.ts'
import { dashboardOf, generate, writingOf } from '../__tests__/dashboard/generate.ts'
import { chartHash } from '../src/dashboard/chart-link.ts'
import { writeSingle } from '../src/dashboard/write-dashboard.ts'
import { dashboardShell } from './dashboard-shell.ts'

// Draws the picture of the dashboard for the README, of sample data: the overview, and a chart below it.
// Run it with `npm run picture`, after a change of how the dashboard looks.

const PICTURE = join(import.meta.dirname, '../.github/dashboard.png')
const WIDTH = 1080
const SCALE = 1.5

const directory = mkdtempSync(join(tmpdir(), 'benchgate-picture-'))
const browser = await launch()
try {
  const sample = generate({ benchmarks: 48, commits: 420, seed: 'picture 19' })
  const file = join(directory, 'dashboard.html')
  const shell = join(directory, 'shell.html')
  writeFileSync(shell, (await dashboardShell()).html)
  await writeSingle(file, writingOf(sample, shell))
  const { trends } = dashboardOf(sample).index
  const shown = trends.find(({ status }) => status === 'over-budget')!
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1500 }, deviceScaleFactor: SCALE })
  const pictures: string[] = []
  // Each from where to what.
  let height = 0
  for (const [hash, top, last] of [
    ['#/', 0, '.trends tbody tr:nth-child(4)'],
    [chartHash(shown, shown.metric), 61, '.legend'],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(`${pathToFileURL(file).href}${hash}`)
    const box = (await page.locator(last).boundingBox())!
    const clip = { x: 0, y: top, width: WIDTH, height: Math.round(box.y + box.height - top) }
    pictures.push((await page.screenshot({ clip })).toString('base64'))
    height += clip.height
  }
  const images = pictures.map((data) => `<img width="${WIDTH}" src="data:image/png;base64,${data}">`)
  // Another page: that of the dashboard allows no style but its own.
  const both = await browser.newPage({
    viewport: { width: WIDTH, height },
    deviceScaleFactor: SCALE,
  })
  await both.setContent(`<style>body { margin: 0 } img { display: block }</style>${images.join('')}`)
  writeFileSync(PICTURE, await both.screenshot())
  process.stdout.write(`${PICTURE}: ${readFileSync(PICTURE).length} bytes\n`)
} finally {
  await browser.close()
  rmSync(directory, { recursive: true, force: true })
}
