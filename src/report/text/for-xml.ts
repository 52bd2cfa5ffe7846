import { spelledOut } from './one-line.ts'
import { type Outside, shortSha, type Words, written } from './outside.ts'

const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/**
 * Words as text or in an attribute of XML, which has no way to write most control characters: these are
 * spelled out.
 */
export const forXml = (text: string | Outside | Words): string =>
  written(text, ({ kind, text: of }) => spelledOut(kind === 'commit' ? shortSha(of) : of)).replace(
    /[&<>"']/g,
    (c) => REFERENCES[c]!,
  )
