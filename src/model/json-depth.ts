const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [34, 92, 91, 93, 123, 125]

/**
 * Whether JSON nests deeper than so many levels, by its brackets outside of strings: cheaper than parsing,
 * and what walks the value afterwards cannot run out of stack.
 */
export function nestsDeeper(json: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i)
    if (inString) {
      if (code === BACKSLASH) i++
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (code === OPEN || code === OPEN_LIST) {
      if (++depth > limit) return true
    } else if (code === CLOSE || code === CLOSE_LIST) depth--
  }
  return false
}
