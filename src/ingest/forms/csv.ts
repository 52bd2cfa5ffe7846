/** Longest field; more is not a name or a number. */
const MAX_FIELD = 100_000

/**
 * The rows of a text in RFC 4180's form, with `"` around fields that hold a comma, a quote or a line break;
 * null when a quote does not end, or a field or row is too long. Empty lines are no rows. At most `maxRows`;
 * what is behind them is left unread.
 */
export function csvRows(text: string, maxRows: number, maxColumns: number): string[][] | null {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length && rows.length < maxRows) {
    const field = text.charAt(at) === '"' ? quotedField(text, at) : plainField(text, at)
    if (field === null || field.value.length > MAX_FIELD || row.length >= maxColumns) return null
    row.push(field.value)
    at = field.end
    if (text.charAt(at) === ',') {
      at++
      if (at < text.length) continue
      row.push('')
    } else {
      if (text.charAt(at) === '\r') at++
      if (text.charAt(at) === '\n') at++
    }
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}

interface Field {
  value: string
  /** At the comma or line break behind it. */
  end: number
}

function plainField(text: string, from: number): Field {
  let end = from
  while (end < text.length && !',\r\n'.includes(text.charAt(end))) end++
  return { value: text.slice(from, end), end }
}

function quotedField(text: string, from: number): Field | null {
  const parts: string[] = []
  let start = from + 1
  for (;;) {
    const quote = text.indexOf('"', start)
    if (quote === -1 || quote - from > 2 * MAX_FIELD) return null
    parts.push(text.slice(start, quote))
    if (text.charAt(quote + 1) !== '"') {
      const rest = plainField(text, quote + 1)
      return { value: parts.join('') + rest.value, end: rest.end }
    }
    parts.push('"')
    start = quote + 2
  }
}
