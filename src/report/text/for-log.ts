/**
 * A line for the log of a CI runner, which obeys `::command::` at the start of a line and `##[command]` anywhere in one. What is
 * shown is told apart by a space.
 */
export const forLog = (line: string): string =>
  line
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('##[', '# #[')
    .replace(/^(\s*)::/, '$1: :')
