import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dashboardShell } from '../../../.config/dashboard-shell.ts'
import { chartHash, commitHash } from '../../../src/dashboard/chart-link.ts'
import type { ChangeRow } from '../../../src/dashboard/format.ts'
import { headline } from '../../../src/dashboard/page/words.ts'
import { writeSingle, writeSite } from '../../../src/dashboard/write-dashboard.ts'
import { shortName } from '../../../src/report/text/one-line.ts'
import { dashboardOf, generate, type Generated, HOSTILE, writingOf } from '../generate.ts'
import { browserPath, launch, openPage, serve, settled, show } from './browser.ts'

const directory = mkdtempSync(join(tmpdir(), 'benchgate-dashboard-'))
const usual = generate({ benchmarks: 90, commits: 250 })
const hostile = generate({ benchmarks: 24, commits: 100, hostile: true })
const { index } = dashboardOf(usual)
let shell = ''

function written(name: string, html: string): string {
  const file = join(directory, name)
  writeFileSync(file, html)
  return pathToFileURL(file).href
}

/** A site without data. */
function emptyFolder(): string {
  const folder = mkdtempSync(join(directory, 'empty-'))
  writeFileSync(join(folder, 'index.html'), shell)
  return folder
}

const shellFile = join(directory, 'shell.html')
async function singleOf(name: string, generated: Generated): Promise<string> {
  const file = join(directory, name)
  await writeSingle(file, writingOf(generated, shellFile))
  return pathToFileURL(file).href
}

beforeAll(async () => {
  shell = (await dashboardShell()).html
  writeFileSync(shellFile, shell)
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

test('the page without data is small, says where data belong, and allows its own script and style alone', () => {
  expect(gzipSync(shell).length).toBeLessThanOrEqual(60_000)
  expect(shell.split('\n<!-- benchgate: data -->\n')).toHaveLength(2)
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(shell)!
  const hash = "'sha256-[A-Za-z0-9+/]{43}='"
  expect(policy).toMatch(
    new RegExp(
      `^default-src 'none'; script-src ${hash}; style-src ${hash}; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'$`,
    ),
  )
  expect(shell).not.toMatch(/<[^>]+\sstyle=|<(?:script|link)[^>]+(?:src|href)="(?!data:)/)
})

describe.skipIf(browserPath === null)('in a browser (chromium, where the machine has it)', () => {
  let browser: Browser
  let single = ''
  const worst = index.trends.find(({ status, steps }) => status === 'slower' && steps.length > 0)!
  const chart = chartHash(worst, worst.metric)
  const commit = commitHash(index.commits[worst.steps.at(-1)!.at]!.sha)
  const VIEWS = { overview: '#/', benchmark: chart, table: `${chart}?as=table`, commit }

  beforeAll(async () => {
    browser = await launch()
    single = await singleOf('single.html', usual)
  })
  afterAll(() => browser?.close())

  const hashOf = (page: Page) => page.evaluate(() => location.hash)
  const names = (page: Page) => page.locator('.trends tbody .name').allTextContents()

  describe('who means harm', () => {
    test('names, subjects, tags and suites are texts wherever they stand', async () => {
      const { page, faults } = await openPage(browser)
      const address = await singleOf('hostile.html', hostile)
      await show(page, address)
      expect(await names(page)).toEqual(expect.arrayContaining(HOSTILE.map((name) => shortName(name, 90))))
      const { trends, commits } = dashboardOf(hostile).index
      const hashes = [
        ...trends.slice(0, HOSTILE.length + 3).map((trend) => chartHash(trend, trend.metric)),
        `${chartHash(trends[0]!, trends[0]!.metric)}?as=table`,
        ...commits.slice(40, 44).map(({ sha }) => commitHash(sha)),
        '#/?group=suite&q=%3Cscript',
        '#/b/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
        '#/c/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
      ]
      for (const hash of hashes) {
        await page.evaluate((to) => location.assign(to), hash)
        await settled(page)
        const found = await page.evaluate(() => ({
          hacked: 'hacked' in window,
          // The program's own and the data.
          scripts: document.querySelectorAll('script:not([type="application/json"])').length,
          others: document.querySelectorAll('img, iframe, object, embed, form, link[href^="http"]').length,
          handlers: [...document.querySelectorAll('*')].filter((element) =>
            [...element.attributes].some(({ name }) => name.startsWith('on')),
          ).length,
          addresses: [...document.querySelectorAll('a')]
            .map((link) => link.getAttribute('href') ?? '')
            .filter(
              (href) => !href.startsWith('#') && !href.startsWith('https://github.com/example/fastparse/'),
            ),
          invisible: /[\p{Cf}\p{Cc}]/u.test(
            document.querySelector('#page')!.textContent.replaceAll('\u200d', ''),
          ),
        }))
        expect(found, hash).toEqual({
          hacked: false,
          scripts: 1,
          others: 0,
          handlers: 0,
          addresses: [],
          invisible: false,
        })
      }
      expect(faults).toEqual([])
    })

    test('the policy runs no other script, loads nothing and sends nothing away', async () => {
      const { page } = await openPage(browser)
      await show(page, single)
      const violations = await page.evaluate(async () => {
        const seen: string[] = []
        const all = new Promise<void>((resolve) =>
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
            seen.push(effectiveDirective)
            if (seen.length === 5) resolve()
          }),
        )
        const script = document.createElement('script')
        script.textContent = 'window.hacked = 1'
        document.body.append(script)
        const image = document.createElement('img')
        image.src = 'https://example.invalid/x.png'
        document.body.append(image)
        const style = document.createElement('style')
        style.textContent = 'body { display: none }'
        document.body.append(style)
        const element = document.createElement('b')
        element.setAttribute('style', 'color: red')
        await fetch('https://example.invalid/').catch(() => null)
        await all
        return { seen: seen.sort(), hacked: 'hacked' in window }
      })
      expect(violations).toEqual({
        seen: ['connect-src', 'img-src', 'script-src-elem', 'style-src-attr', 'style-src-elem'],
        hacked: false,
      })
    })
  })

  describe('the overview', () => {
    test('is searched from the keyboard, and its address keeps what is shown', async () => {
      const { page, faults } = await openPage(browser)
      await show(page, single)
      const all = await names(page)
      await page.keyboard.press('/')
      await page.keyboard.type('lexer uni')
      expect(await hashOf(page)).toBe('#/?q=lexer%20uni')
      const found = await names(page)
      expect(found.length).toBeGreaterThan(0)
      expect(found.length).toBeLessThan(all.length)
      for (const name of found) expect(name).toContain('lexer/unicode')
      await page.reload()
      await settled(page)
      expect(await names(page)).toEqual(found)
      expect(await page.locator('input[type=search]').inputValue()).toBe('lexer uni')
      await page.keyboard.press('/')
      await page.keyboard.press('Escape')
      expect(await names(page)).toEqual(all)
      await page.keyboard.type('nothing is like this')
      expect(await page.locator('.list .note').textContent()).toBe('No benchmark is like that. Show all')
      expect(faults).toEqual([])
    })

    test('shows one status, groups, orders; Back takes each back', async () => {
      const { page } = await openPage(browser)
      await show(page, single)
      await page.locator('.statuses .slower').click()
      expect(await hashOf(page)).toBe('#/?status=slower')
      const count = Number(await page.locator('.statuses .slower b').textContent())
      expect(await page.locator('.trends tbody tr').count()).toBe(count)
      await page.getByLabel('Groups').selectOption('suite')
      expect(await hashOf(page)).toBe('#/?status=slower&group=suite')
      expect(await page.locator('.trends tr.group').count()).toBeGreaterThan(1)
      await page.goBack()
      expect(await page.locator('.trends tr.group').count()).toBe(0)
      await page.goBack()
      expect(await hashOf(page)).toBe('')
      expect(await page.locator('.statuses [aria-pressed=true]').count()).toBe(0)
    })

    test('the worst stand first, and the change points that still stand', async () => {
      const { page } = await openPage(browser)
      await show(page, single)
      const statuses = await page.locator('.trends tbody .status').allTextContents()
      const ranks = statuses.map((words) =>
        ['over budget', 'slower', 'creeping', 'steady', 'faster'].indexOf(
          words.replace(/^(lower|more)$/, 'slower').replace(/^(higher|less)$/, 'faster'),
        ),
      )
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      expect(await page.locator('.events .event').first().textContent()).toContain('not fixed')
      await page.locator('.events button').first().click()
      expect(await page.locator('.events ul:not([hidden]) .name').count()).toBeGreaterThan(0)
    })
  })

  test('a creep is shown as from where to where, and its line to find it names the key', async () => {
    const { page, faults } = await openPage(browser)
    const file = join(directory, 'creep.html')
    const writing = writingOf(generate({ benchmarks: 8, commits: 120 }), shellFile)
    const { history } = writing
    const [creptTo, newest] = [history.commits.length - 4, history.commits.at(-4)!.sha.slice(0, 7)]
    const event = history.events.find(({ worse }) => worse)!
    const [member] = event.members
    const trends = history.trends.with(member!.trend, {
      ...history.trends[member!.trend]!,
      steps: [{ ...history.trends[member!.trend]!.steps[member!.step]!, creptTo }],
    })
    const events = [{ ...event, members: [{ ...member!, step: 0 }], to: event.from + 2, creptTo }]
    await writeSingle(file, { ...writing, history: { ...history, key: 'node 24', trends, events } })
    await show(page, pathToFileURL(file).href)
    const row = page.locator('.events .event')
    expect(await row.locator('.since').textContent()).toMatch(
      new RegExp(`^since [0-9a-f]{7}(?: #\\d+)?, creeping on to ${newest}$`),
    )
    await row.locator('button').click()
    expect(await row.locator('.bisect').textContent()).toBe(
      `To find where it began: npx benchgate bisect --event ${event.id} --key 'node 24'`,
    )
    await row.locator('.name').click()
    await page.waitForSelector('.u-over')
    expect(await page.locator('ol.steps .who').first().textContent()).toContain(`, creeping on to ${newest}`)
    expect(await page.locator('.chart').getAttribute('aria-label')).toContain(`, creeping on to ${newest}`)
    expect(faults).toEqual([])
  })

  describe('the chart', () => {
    async function drag(page: Page, from: number, to: number) {
      const box = (await page.locator('.u-over').boundingBox())!
      const y = box.y + box.height / 2
      await page.mouse.move(box.x + box.width * from, y)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width * ((from + to) / 2), y)
      await page.mouse.move(box.x + box.width * to, y)
      await page.mouse.up()
    }

    test('is zoomed by dragging; the address keeps it over a reload, Back and a double click undo it', async () => {
      const { page, faults } = await openPage(browser)
      await show(page, `${single}${chart}`)
      expect(await page.getByRole('button', { name: 'Reset zoom' }).isDisabled()).toBe(true)
      await drag(page, 0.3, 0.6)
      const zoomed = await hashOf(page)
      expect(zoomed.startsWith(`${chart}?from=`)).toBe(true)
      const ends = [...zoomed.matchAll(/=([0-9a-f]{10})/g)].map((match) =>
        index.commits.findIndex(({ sha }) => sha.startsWith(match[1]!)),
      )
      expect(ends[0]!).toBeLessThan(ends[1]!)
      expect(ends[1]! - ends[0]!).toBeLessThan(0.4 * index.commits.length)
      const [from, to] = ends.map((at) => index.commits[at]!.sha.slice(0, 7))
      expect(await page.locator('.in-view').textContent()).toMatch(
        new RegExp(`^In view, from ${from} to ${to}: level .+ (slower|faster|no difference)\\.$`),
      )
      await page.reload()
      await settled(page)
      expect(await hashOf(page)).toBe(zoomed)
      await page.getByRole('button', { name: 'Reset zoom' }).click()
      expect(await hashOf(page)).toBe(chart)
      await page.goBack()
      expect(await hashOf(page)).toBe(zoomed)
      await page.locator('.u-over').dblclick({ position: { x: 3, y: 3 } })
      expect(await hashOf(page)).toBe(chart)
      expect(faults).toEqual([])
    })

    test('takes dates, a logarithmic axis and other metrics from its address', async () => {
      const { page, faults } = await openPage(browser)
      const two = index.trends.find((trend) => trend.metric === 'heap')!
      await show(page, `${single}${chartHash(two, 'heap')}?x=dates&y=log`)
      expect(await page.locator('.tools [aria-pressed=true]').allTextContents()).toEqual([
        'Chart',
        'Dates',
        'Log',
      ])
      expect(await page.locator('.tabs [aria-current]').textContent()).toBe('heap')
      await page.locator('.tabs a').first().click()
      await settled(page)
      expect(await page.locator('.lead b').textContent()).not.toBe('heap')
      await page.getByRole('button', { name: 'Commits' }).click()
      expect(await hashOf(page)).not.toContain('x=dates')
      expect(faults).toEqual([])
    })

    test('is walked over with the keyboard, heard, and opens a commit', async () => {
      const { page, faults } = await openPage(browser)
      await show(page, `${single}${chart}`)
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('ArrowRight')
      const newest = index.commits.at(-1)!
      expect(await page.locator('.readout .sha').first().textContent()).toBe(newest.sha.slice(0, 7))
      expect(await page.locator('[aria-live]').textContent()).toContain(`, ${newest.sha.slice(0, 7)}, `)
      expect(await page.locator('.tip').isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await page.locator('.tip').isVisible()).toBe(false)
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await settled(page)
      expect(await hashOf(page)).toBe(commitHash(newest.sha))
      await page.keyboard.press('ArrowLeft')
      await settled(page)
      expect(await hashOf(page)).toBe(commitHash(index.commits.at(-2)!.sha))
      await page.goBack()
      await page.goBack()
      await settled(page)
      expect(await hashOf(page)).toBe(chart)
      expect(faults).toEqual([])
    })

    test('a click on a point opens its commit, and one beside it does not', async () => {
      const { page } = await openPage(browser)
      await show(page, `${single}${chart}`)
      const box = (await page.locator('.u-over').boundingBox())!
      const beside = [box.x + box.width / 2, box.y + 3] as const
      await page.mouse.click(...beside)
      expect(await hashOf(page)).toBe(chart)
      const mark = (await page.locator('.mark').boundingBox())!
      const sha = await page.locator('.readout .sha').first().textContent()
      await page.mouse.click(mark.x + mark.width / 2, mark.y + mark.height / 2)
      await settled(page)
      expect((await hashOf(page)).slice(0, 11)).toBe(`#/c/${sha}`)
    })

    test('has a table of the same values', async () => {
      const { page } = await openPage(browser)
      await show(page, `${single}${VIEWS.table}`)
      const header = await page.locator('.points thead th').allTextContents()
      expect(header).toEqual([
        'Commit',
        'Date',
        'Median',
        'Quartiles',
        'Level',
        'Against its parent',
        'Notes',
      ])
      const first = page.locator('.points tbody tr').first()
      expect(await first.locator('.sha').textContent()).toBe(index.commits.at(-1)!.sha.slice(0, 7))
    })
  })

  test('a commit has what it changed, the largest first, and links to the charts', async () => {
    const { page, faults } = await openPage(browser)
    await show(page, `${single}${commit}`)
    const at = index.commits.findIndex(({ sha }) => commit.endsWith(sha))
    const size = ({ change }: ChangeRow) => Math.abs(change?.log ?? 0)
    const changed = dashboardOf(usual)
      .changes(at)
      .sort((a, b) => size(b) - size(a))
    expect(changed.length).toBeGreaterThan(50)
    const listed = await page.locator('.changes .name').allTextContents()
    const largest = changed.slice(0, 30).map(({ trend }) => index.trends[trend]!.name)
    expect(listed.slice(0, 30)).toEqual(largest)
    await page.locator('.changes .name').first().click()
    await settled(page)
    expect(await hashOf(page)).toMatch(/^#\/b\//)
    expect(faults).toEqual([])
  })

  test('it is dark where the system is, and as its reader wants, also after a reload', async () => {
    const { page } = await openPage(browser, { colorScheme: 'dark' })
    await show(page, single)
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const dark = await background()
    expect(dark).not.toBe('rgb(251, 251, 249)')
    await page.locator('.theme').click()
    expect(await background()).toBe('rgb(251, 251, 249)')
    await page.reload()
    await settled(page)
    expect(await background()).toBe('rgb(251, 251, 249)')
    await page.locator('.theme').click()
    expect(await background()).toBe(dark)
  })

  test.each(['light', 'dark'] as const)('axe finds nothing serious in any view (%s)', async (colorScheme) => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const { page } = await openPage(browser, { colorScheme })
    // It looks at every element: few are enough of each kind.
    const few = generate({ benchmarks: 30, commits: 60 })
    const address = await singleOf('few.html', few)
    const { trends, commits } = dashboardOf(few).index
    const { steps, ...trend } = trends.find(({ status }) => status === 'slower')!
    const link = chartHash(trend, trend.metric)
    const views = ['#/', link, `${link}?as=table`, commitHash(commits[steps.at(-1)!.at]!.sha)]
    for (const view of views) {
      await show(page, `${address}${view}`)
      await page.evaluate(axe)
      const found = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run()
        return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]!.html.slice(0, 200)}`)
      })
      expect(found, view).toEqual([])
    }
  })

  test.each(Object.entries(VIEWS))(
    '%s fits into 360 pixels and does not jump while it is drawn',
    async (_, hash) => {
      const { page } = await openPage(browser, { viewport: { width: 360, height: 740 } })
      await show(page, `${single}${hash}`)
      const found = await page.evaluate(async () => {
        const shifts = await new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
        })
        return {
          wider: document.documentElement.scrollWidth - document.body.clientWidth,
          shifts: Math.round(shifts * 20) / 20,
        }
      })
      expect(found).toEqual({ wider: 0, shifts: 0 })
    },
  )

  describe('as a site over HTTP', () => {
    test('loads what is looked at, and no more', async () => {
      await writeSite(join(directory, 'site'), writingOf(usual, shellFile))
      const site = await serve(join(directory, 'site'))
      try {
        const { page, faults } = await openPage(browser)
        await show(page, site.address)
        expect(await page.locator('h1').textContent()).toBe(headline(index.trends))
        expect(site.asked).toEqual(['/', '/index.json'])
        await page.locator('.trends .name').first().click()
        await settled(page)
        await page.waitForSelector('.u-over')
        expect(site.asked.at(-1)).toMatch(/^\/data-[0-9a-f]{12}\/benchmarks\/\d+\.json$/)
        await page.keyboard.press('ArrowLeft')
        await page.keyboard.press('Enter')
        await settled(page)
        expect(site.asked.slice(3)).toEqual([
          expect.stringMatching(/^\/data-[0-9a-f]{12}\/commits\/\d\.json$/),
        ])
        expect(await page.locator('.changes tbody tr').count()).toBeGreaterThan(50)
        expect(faults).toEqual([])
        // The page that is open knows the data of before.
        await writeSite(join(directory, 'site'), writingOf(usual, shellFile))
        await page.evaluate((to) => location.assign(to), commitHash(index.commits[0]!.sha))
        expect(await page.getByRole('alert').textContent()).toBe(
          'This dashboard was written anew since the page was opened. Load the page again.',
        )
      } finally {
        site.close()
      }
    })

    test('says what is wrong where there are no data', async () => {
      const site = await serve(emptyFolder())
      try {
        const { page } = await openPage(browser)
        await page.goto(site.address)
        const alert = page.getByRole('alert')
        expect(await alert.textContent()).toBe('index.json could not be loaded: the server answered 404.')
        await page.goto(written('empty.html', shell))
        expect(await alert.textContent()).toBe(
          'A browser does not read files beside a page that it opened from a disk. Serve this folder over HTTP, or write one file with `benchgate dashboard --single`.',
        )
        const element = (text: string) =>
          shell.replace(
            '<!-- benchgate: data -->',
            () => `<script type="application/json" id="index.json">${text}</script>`,
          )
        await page.goto(written('damaged.html', element('{"schema":1,')))
        expect(await alert.textContent()).toBe(
          'The data of index.json are damaged. Write the dashboard again.',
        )
        await page.goto(written('newer.html', element('{"schema":2}')))
        expect(await alert.textContent()).toBe(
          'index.json is of another version than this page. Write both again with one Benchgate.',
        )
      } finally {
        site.close()
      }
    })
  })

  test('a history without a commit, and one with a single commit, are pages too', async () => {
    const { page, faults } = await openPage(browser)
    const none = { ...index, commits: [], trends: [], events: [] }
    const empty = `<script type="application/json" id="index.json">${JSON.stringify(none)}</script>`
    await show(
      page,
      written(
        'none.html',
        shell.replace('<!-- benchgate: data -->', () => empty),
      ),
    )
    expect(await page.locator('h1').textContent()).toBe('No benchmark was recorded yet')
    const one = generate({ benchmarks: 2, commits: 1 })
    const trend = one.trends(0)[0]!
    const address = await singleOf('one.html', one)
    await show(page, `${address}${chartHash(trend, trend.metric)}`)
    await page.waitForSelector('.u-over')
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator('.readout .sha').first().textContent()).toBe(one.commits[0]!.sha.slice(0, 7))
    expect(faults).toEqual([])
  })

  test('the last label of the axis is whole', async () => {
    const { page } = await openPage(browser)
    const few = generate({ benchmarks: 1, commits: 7 })
    const trend = few.trends(0)[0]!
    await show(page, `${await singleOf('few.html', few)}${chartHash(trend, trend.metric)}`)
    await page.waitForSelector('.u-over')
    const atEdge = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.uplot canvas')!
      const { width, height } = canvas
      return canvas
        .getContext('2d')!
        .getImageData(width - 1, 0, 1, height)
        .data.some((value) => value !== 0)
    })
    // Something is drawn there only where it is cut off.
    expect(atEdge).toBe(false)
  })
})
