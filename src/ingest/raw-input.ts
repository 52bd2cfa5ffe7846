/** Of a file, or of all files of a directory together. */
export const MAX_BYTES = 256 * 2 ** 20

/** What was read, before anyone knows what it is. */
export interface RawInput {
  /** As the user named it. */
  path: string
  /** Of a file; its text where it is known already, empty for a directory. */
  bytes: Uint8Array | string
  /** Texts of a directory by path with `/`; null: it is a file. */
  files: ReadonlyMap<string, string> | null
  /** When each file of a directory was last written, or the file itself under '': ms since 1970. */
  times?: ReadonlyMap<string, number>
}

/** Bytes or text without a byte order mark; UTF-16 as Windows shells write it; null: no text. */
export function decode(bytes: Uint8Array | string): string | null {
  const text = typeof bytes === 'string' ? bytes.replace(/^\u{feff}/u, '') : decoder(bytes).decode(bytes)
  // What holds NUL is an archive, a picture or a program.
  return text.includes('\0') ? null : text
}

function decoder(bytes: Uint8Array) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder()
}
