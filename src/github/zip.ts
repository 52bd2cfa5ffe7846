import { crc32, inflateRawSync } from 'node:zlib'

/** `reason` continues "the archive ...". */
export type ZipFile = { ok: true; bytes: Buffer } | { ok: false; reason: string }

interface Entry {
  name: string
  flags: number
  method: number
  crc: number
  packedBytes: number
  bytes: number
  offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const FILE_HEADER = 0x04034b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const HEADER_BYTES = 30
const COMMENT_LIMIT_BYTES = 0xffff
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

/**
 * One file out of a ZIP archive that anyone may have made. Nothing that the archive says about sizes is
 * believed: unpacking stops at the limit, whatever the headers promise, and what came out must have the
 * announced length and checksum. An archive with a path that could lead out of a folder is refused as a
 * whole. Format: APPNOTE.TXT of PKWARE, without ZIP64.
 */
export function readZipFile(
  archive: Buffer,
  name: string,
  limits: { entries: number; fileBytes: number },
): ZipFile {
  const entries = listEntries(archive, limits.entries)
  if (typeof entries === 'string') return { ok: false, reason: entries }
  // Whoever made the archive chose its names: none of them is repeated.
  if (entries.some((entry) => leavesFolder(entry.name)))
    return { ok: false, reason: 'names a path that leads out of a folder' }
  const found = entries.filter((entry) => entry.name === name)
  if (found.length !== 1)
    return { ok: false, reason: `holds ${found.length} files of the name ${name}, not one` }
  return unpack(archive, found[0]!, limits.fileBytes)
}

/** The central directory; a text says what is wrong with it. */
function listEntries(archive: Buffer, limit: number): Entry[] | string {
  const end = findEnd(archive)
  if (end === null) return 'is no ZIP archive, or breaks off'
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  if (count > limit) return `holds ${count} files; ${limit} is the most that Benchgate looks at`
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > archive.length || archive.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      return 'has a damaged table of contents'
    }
    const nameEnd = at + ENTRY_BYTES + archive.readUInt16LE(at + 28)
    if (nameEnd > archive.length) return 'has a damaged table of contents'
    entries.push({
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packedBytes: archive.readUInt32LE(at + 20),
      bytes: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
      name: archive.toString('utf8', at + ENTRY_BYTES, nameEnd),
    })
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

/** Where the end record starts: it is the last thing in the file, but for a comment of up to 64 KiB. */
function findEnd(archive: Buffer): number | null {
  const last = archive.length - END_BYTES
  for (let at = last; at >= Math.max(0, last - COMMENT_LIMIT_BYTES); at -= 1) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  return null
}

function unpack(archive: Buffer, entry: Entry, limitBytes: number): ZipFile {
  const tooLarge = `holds a ${entry.name} of more than ${limitBytes} bytes`
  if ((entry.flags & ENCRYPTED) !== 0) return { ok: false, reason: 'is encrypted' }
  if (entry.bytes > limitBytes) return { ok: false, reason: tooLarge }
  const { offset } = entry
  if (offset + HEADER_BYTES > archive.length || archive.readUInt32LE(offset) !== FILE_HEADER) {
    return { ok: false, reason: 'is damaged' }
  }
  const start = offset + HEADER_BYTES + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  const packed = archive.subarray(start, start + entry.packedBytes)
  if (packed.length < entry.packedBytes) return { ok: false, reason: 'breaks off' }
  if (entry.method !== STORED && entry.method !== DEFLATED)
    return { ok: false, reason: 'is packed in a way that Benchgate does not know' }
  let bytes: Buffer
  try {
    bytes = entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: limitBytes })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { ok: false, reason: code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : 'is damaged' }
  }
  if (bytes.length !== entry.bytes || crc32(bytes) !== entry.crc) return { ok: false, reason: 'is damaged' }
  return { ok: true, bytes }
}

const leavesFolder = (name: string): boolean =>
  name.includes('\0') || /^(?:[\\/]|[A-Za-z]:)/.test(name) || name.split(/[\\/]/).includes('..')
