import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readZipFile } from '../../src/github/zip.ts'

const limits = { entries: 10, fileBytes: 1024 * 1024 }
const bytesOf = (text: string) => new TextEncoder().encode(text)
const zip = (files: Record<string, Uint8Array>, level: 0 | 9 = 9) => Buffer.from(zipSync(files, { level }))
const read = (archive: Buffer, name = 'report.json') => readZipFile(archive, name, limits)
const reasonOf = (archive: Buffer) => {
  const file = read(archive)
  return file.ok ? 'it was read' : file.reason
}

const ZEROS = new Uint8Array(16 * 1024 * 1024)

/** The places of the central directory's entry for the only file of an archive. */
function edited(archive: Buffer, edit: (archive: Buffer, entryAt: number, endAt: number) => void): Buffer {
  const copy = Buffer.from(archive)
  const endAt = copy.length - 22
  edit(copy, copy.readUInt32LE(endAt + 16), endAt)
  return copy
}

test.each([0, 9] as const)('one file out of several, packed at level %i', (level) => {
  const text = '{"é": "😀"}'.repeat(1000)
  const archive = zip(
    { 'other.txt': bytesOf('x'), 'report.json': bytesOf(text), 'a/report.json': bytesOf('y') },
    level,
  )
  expect(read(archive)).toEqual({ ok: true, bytes: Buffer.from(text) })
  const commented = Buffer.concat([archive, Buffer.from('a comment')])
  commented.writeUInt16LE(9, archive.length - 2)
  expect(read(commented)).toMatchObject({ ok: true })
})

test('an archive as actions/upload-artifact streams it: sizes only behind the data', () => {
  const content = bytesOf('{"schema":1}')
  const whole = zip({ 'report.json': content })
  const streamed = edited(whole, (copy) => {
    copy.writeUInt16LE(8, 6)
    copy.fill(0, 14, 26)
  })
  expect(read(streamed)).toEqual({ ok: true, bytes: Buffer.from(content) })
})

test('a bomb is refused by its announced size, and by its real one when it lies', () => {
  const bomb = zip({ 'report.json': ZEROS })
  expect(bomb.length).toBeLessThan(100_000)
  expect(reasonOf(bomb)).toContain('more than 1048576 bytes')
  const lying = edited(bomb, (copy, at) => copy.writeUInt32LE(100, at + 24))
  const before = process.memoryUsage().arrayBuffers
  expect(reasonOf(lying)).toContain('more than 1048576 bytes')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024)
})

test('names that only look like it do not', () => {
  const archive = zip({ 'report.json': bytesOf('{}'), '..a/b..': bytesOf('x'), __proto__x: bytesOf('y') })
  expect(read(archive)).toMatchObject({ ok: true })
})

test('no cut and no flipped byte of an archive throws', () => {
  const archive = zip({ 'report.json': bytesOf('{"a": 1}'), b: bytesOf('b') })
  for (let at = 0; at < archive.length; at += 1) {
    read(archive.subarray(0, at))
    for (const value of [0, 0x7f, 0xff]) {
      const flipped = Buffer.from(archive)
      flipped[at] = value
      const file = read(flipped)
      if (file.ok) expect(file.bytes.toString()).toBe('{"a": 1}')
    }
  }
})
