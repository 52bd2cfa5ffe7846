// A CI runner obeys `::command::` at the start of a line and `##[command]` anywhere in one, unless a space
// breaks it.

/** A line for the log of a CI runner, which obeys nothing of it. */
export const forLog = (line: string): string =>
  line
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('##[', '# #[')
    .replace(/^(\s*)::/, '$1: :')
