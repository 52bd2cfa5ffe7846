/** How a text stands in a YAML file. */
export type YamlStyle = 'plain' | 'single' | 'double'

/** What every version of YAML reads as text where it stands without quotes, in braces and brackets too. */
const PLAIN = /^(?:[a-z](?:[\w ./()+-]*[\w)])?|[\d.]+ ?%|\d{4}-\d\d-\d\d)$/i
/** What some version of YAML reads as something else than text. */
const WORDS = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n'])

/** A text as YAML, in a style where that can hold it, and else in double quotes. */
export function forYaml(text: string, style: YamlStyle = 'double'): string {
  if (style === 'plain' && PLAIN.test(text) && !WORDS.has(text.toLowerCase())) return text
  const quoted = escaped(JSON.stringify(text))
  const isAsWritten = quoted === JSON.stringify(text) && !/\p{C}/u.test(text)
  return style === 'single' && isAsWritten ? `'${text.replaceAll("'", "''")}'` : quoted
}

/**
 * Besides what YAML needs, everything is escaped that could end a fenced block, start a comment or tag in
 * Markdown, that a CI runner obeys (`##[`), or that shows something else than what is copied.
 */
const escaped = (quoted: string): string =>
  quoted.replace(/[`<>@\u007f-\uffff]|(?<=#)#(?=\[)/g, (c) =>
    SEEN.test(c) ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Letters and digits that a screen shows. */
export const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u
