import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** A browser of this machine; null: there is none. */
export const browserPath: string | null =
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ?? null

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: browserPath! })

/** A page that keeps what went wrong on it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return { page, faults }
}

/** Goes to a view and waits until all of it is there. */
export async function show(page: Page, address: string): Promise<void> {
  // With another hash alone a browser stays on the page that it has.
  await page.goto('about:blank')
  await page.goto(address)
  await settled(page)
}

export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1')
  await page.locator('main .note', { hasText: /^Reading/ }).waitFor({ state: 'detached' })
}

/** A folder as Pages serves it, with the paths that were asked for. */
export async function serve(directory: string) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!
    asked.push(path)
    const file = join(directory, path === '/' ? 'index.html' : path)
    if (!existsSync(file)) return response.writeHead(404).end()
    const type = path === '/' ? 'text/html; charset=utf-8' : 'application/json'
    return response.writeHead(200, { 'content-type': type }).end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, asked, close: () => server.close() }
}
