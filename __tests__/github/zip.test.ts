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

test('a bomb beside the file is not unpacked', () => {
  expect(read(zip({ bomb: ZEROS, 'report.json': bytesOf('{}') }))).toEqual({
    ok: true,
    bytes: Buffer.from('{}'),
  })
})

test.each(['../report.json', 'a/../../x', '/etc/passwd', 'C:\\x', 'a\\..\\x', '\\x', 'a\0b'])(
  'a path %j makes the whole archive unfit',
  (name) => {
    expect(reasonOf(zip({ 'report.json': bytesOf('{}'), [name]: bytesOf('x') }))).toContain(
      'leads out of a folder',
    )
  },
)

test('names that only look like it do not', () => {
  const archive = zip({ 'report.json': bytesOf('{}'), '..a/b..': bytesOf('x'), __proto__x: bytesOf('y') })
  expect(read(archive)).toMatchObject({ ok: true })
})

test.each<[string, Buffer, string]>([
  ['nothing', Buffer.alloc(0), 'is no ZIP archive'],
  ['plain JSON', Buffer.from('{"schema": 1}'), 'is no ZIP archive'],
  ['an empty archive', zip({}), 'holds 0 files of the name report.json'],
  ['another file', zip({ 'other.json': bytesOf('{}') }), 'holds 0 files of the name report.json'],
  [
    'too many files',
    zip(Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`${index}`, bytesOf('x')]))),
    'holds 11 files',
  ],
])('%s', (_what, archive, reason) => {
  expect(reasonOf(archive)).toContain(reason)
})

test.each<[string, (copy: Buffer, entryAt: number, endAt: number) => void, string]>([
  ['another checksum', (copy, at) => copy.writeUInt32LE(1, at + 16), 'damaged'],
  ['a shorter length', (copy, at) => copy.writeUInt32LE(1, at + 24), 'damaged'],
  ['a longer length', (copy, at) => copy.writeUInt32LE(999, at + 24), 'damaged'],
  ['an offset outside', (copy, at) => copy.writeUInt32LE(0xfffffff0, at + 42), 'damaged'],
  ['a packed length outside', (copy, at) => copy.writeUInt32LE(0xfffffff0, at + 20), 'breaks off'],
  ['a name outside', (copy, at) => copy.writeUInt16LE(0xffff, at + 28), 'table of contents'],
  ['more entries than there are', (copy, _at, end) => copy.writeUInt16LE(9, end + 10), 'table of contents'],
  ['a table outside', (copy, _at, end) => copy.writeUInt32LE(0xffffffff, end + 16), 'table of contents'],
  ['an encrypted file', (copy, at) => copy.writeUInt16LE(1, at + 8), 'encrypted'],
  ['an unknown method', (copy, at) => copy.writeUInt16LE(93, at + 10), 'does not know'],
  ['damaged data', (copy) => copy.fill(0xff, 41, 60), 'damaged'],
])('an archive with %s', (_what, edit, reason) => {
  const archive = zip({ 'report.json': bytesOf('{"a": [1, 2, 3, 4, 5, 6, 7, 8]}'.repeat(50)) })
  expect(read(archive)).toMatchObject({ ok: true })
  expect(reasonOf(edited(archive, edit))).toContain(reason)
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
