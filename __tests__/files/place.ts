import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A directory that is gone after the test. */
export function makePlace(): string {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'disk-')))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  return place
}
