import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { crc32 } from 'node:zlib'
import { parse } from 'marked'

// Draws the picture of the README from a golden comment, with chromium. The picture keeps the hash of the
// comment, so that a test notices when a comment reads differently.

const root = join(import.meta.dirname, '..')
const COMMENT = join(root, '__tests__/golden/history-and-links/report.md')
const STYLE = join(root, '.config/comment.css')
const PICTURE = join(root, '.github/comment.png')
const KEYWORD = 'comment-sha256'
const WIDTH = 880
/** As in the style. */
const MARGIN = 12
const LIMIT_MS = 60_000

/** The hash of the comment that the picture should show. */
export const commentHash = (): string => createHash('sha256').update(readFileSync(COMMENT)).digest('hex')

/** The hash of the comment that the picture does show; null in a picture that was not drawn here. */
export function drawnHash(): string | null {
  const found = new RegExp(`${KEYWORD}\\0([0-9a-f]{64})`).exec(readFileSync(PICTURE, 'latin1'))
  return found?.[1] ?? null
}

function draw(): void {
  const directory = mkdtempSync(join(tmpdir(), 'benchgate-picture-'))
  const page = join(directory, 'comment.html')
  const picture = join(directory, 'comment.png')
  const chromium = (...args: string[]) =>
    execFileSync(
      'chromium',
      ['--headless', '--no-sandbox', '--hide-scrollbars', ...args, pathToFileURL(page).href],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: LIMIT_MS,
      },
    )
  try {
    const body = parse(readFileSync(COMMENT, 'utf8'), { async: false })
    const header = '<header><b>github-actions</b> bot commented on the pull request</header>'
    const measure =
      '<script>document.title = Math.ceil(document.body.firstElementChild.getBoundingClientRect().bottom)</script>'
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><title></title><style>${readFileSync(STYLE, 'utf8')}</style><article>${header}<main>${body}</main></article>${measure}`,
    )
    const height = /<title>(\d+)<\/title>/.exec(chromium(`--window-size=${WIDTH},600`, '--dump-dom'))![1]
    chromium(
      `--window-size=${WIDTH},${Number(height) + MARGIN}`,
      '--force-device-scale-factor=2',
      `--screenshot=${picture}`,
    )
    writeFileSync(PICTURE, withText(readFileSync(picture), `${KEYWORD}\0${commentHash()}`))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** A PNG with one more chunk of text, in front of its last one, which is 12 bytes long. */
function withText(png: Buffer, text: string): Buffer {
  const typed = Buffer.from(`tEXt${text}`, 'latin1')
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(typed.length - 4)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([png.subarray(0, -12), length, typed, sum, png.subarray(-12)])
}

if (import.meta.main) draw()
