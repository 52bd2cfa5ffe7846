import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { clearEvidence, parseEvidence, writeEvidence } from '../../src/action/evidence-file.ts'
import { evidenceNames } from '../../src/github/evidence-names.ts'
import { UserError } from '../../src/errors.ts'
import { evidence } from '../gate/evidence-sample.ts'

const names = evidenceNames('default')
const sent = evidence({ a: { slower: 0.2 } })

test('gates with other keys do not overwrite one another', () => {
  expect(names).toEqual({ artifact: 'benchgate-report', file: 'benchgate-report.json' })
  expect(evidenceNames('linux')).toEqual({
    artifact: 'benchgate-report-linux',
    file: 'benchgate-report-linux.json',
  })
})

describe('a text from outside', () => {
  const refusal = (text: string) => {
    try {
      parseEvidence(text, names)
    } catch (error) {
      return error as UserError
    }
    throw new Error('nothing was refused')
  }

  test('is the evidence that was written', () => {
    expect(parseEvidence(JSON.stringify(sent), names)).toEqual(sent)
  })

  test.each([
    ['', 'benchgate-report.json of the measuring job is not JSON; it may have been cut off'],
    [JSON.stringify(sent).slice(0, -9), 'is not JSON; it may have been cut off'],
    ['[]', 'does not have the right form at its top: '],
    [JSON.stringify({ ...sent, maxPairs: 1 }), 'does not have the right form at maxPairs: '],
    [JSON.stringify({ ...sent, verdict: 'pass' }), 'does not have the right form at its top: '],
  ])('is refused, and it is said where: %#', (text, message) => {
    const error = refusal(text)
    expect(error).toBeInstanceOf(UserError)
    expect(error.code).toBe('usage')
    expect(error.message).toContain(message)
    expect(error.remedy).toContain('the same version of benchgate')
  })
})

test('an error about a hostile text repeats little of it', () => {
  const hostile = JSON.stringify({ ...sent, ['x'.repeat(100_000)]: 1 })
  let message = ''
  try {
    parseEvidence(hostile, names)
  } catch (error) {
    message = (error as Error).message
  }
  expect(message).toContain('does not have the right form')
  expect(message.length).toBeLessThan(600)
})

describe('the file for upload', () => {
  const root = mkdtempSync(join(tmpdir(), 'benchgate-evidence-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const workspace = (name: string) => {
    const path = join(root, name)
    mkdirSync(path)
    return path
  }

  test('is read as it was written, and takes the place of an earlier one', async () => {
    const path = workspace('plain')
    writeFileSync(join(path, names.file), 'of an earlier step')
    await writeEvidence(path, names, sent)
    expect(parseEvidence(readFileSync(join(path, names.file), 'utf8'), names)).toEqual(sent)
  })

  test('goes through no link that measured code put there', async () => {
    const path = workspace('linked')
    const elsewhere = join(root, 'elsewhere')
    writeFileSync(elsewhere, 'untouched')
    symlinkSync(elsewhere, join(path, names.file))
    await writeEvidence(path, names, sent)
    expect(readFileSync(elsewhere, 'utf8')).toBe('untouched')
    expect(lstatSync(join(path, names.file)).isFile()).toBe(true)
  })

  test('that the checkout brings along is not uploaded as ours, even if it is a folder', async () => {
    const path = workspace('brought')
    mkdirSync(join(path, names.file))
    writeFileSync(join(path, names.file, 'x'), '')
    await clearEvidence(path, names)
    expect(() => lstatSync(join(path, names.file))).toThrow('ENOENT')
    await clearEvidence(path, names)
  })
})
