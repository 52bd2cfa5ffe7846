/** The text within `limit` UTF-16 units and whole characters; what was cut shows as an ellipsis. */
export function truncate(text: string, limit: number): string {
  const whole = text.toWellFormed()
  if (whole.length <= limit) return whole
  return `${whole.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
