/** Whether GitHub may have made one text of the other, by other line ends and without the last one. */
export const sameText = (a: string, b: string): boolean => normal(a) === normal(b)

const normal = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd()
