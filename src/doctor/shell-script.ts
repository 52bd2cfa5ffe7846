/** A place in a script where `benchgate check` is started: what stands before it and behind it. */
interface Start {
  before: string
  /** `if`, `!` and the like, directly before it; '' for nothing. */
  prefix: string
  behind: string
}

const MAX_CHARACTERS = 20_000
const MAX_STARTS = 20

// `npx benchgate check`, `pnpm exec benchgate@1 --quiet check`, `node path/benchgate/dist/cli.js check`.
const START =
  /(^|[;&|({!\n]|\b(?:then|do|else|if|while|until)\b)[ \t]*((?:[\w@./:=,+-]+[ \t]+)*)[\w@./~^-]*benchgate[\w@./~^-]*(?:[ \t]+--?[\w-]+(?:=\S+)?)*[ \t]+check\b/g
/** Commands that only speak of it. */
const OTHER_COMMAND = /^(?:echo|printf|cat|grep|test|which|ls)\b/

/** Where a script starts `benchgate check`. */
export function startsOf(script: string): Start[] {
  const code = script
    .slice(0, MAX_CHARACTERS)
    .replaceAll(/\\\r?\n[ \t]*/g, ' ')
    .replaceAll(/(^|\s)#[^\n]*/g, '$1')
    .replaceAll(/'[^'\n]*'|"[^"\n]*"/g, 'text')
  const starts: Start[] = []
  for (const { index, 0: all, 1: prefix = '', 2: words = '' } of code.matchAll(START)) {
    if (OTHER_COMMAND.test(words) || starts.length === MAX_STARTS) continue
    const [negation = ''] = /!\s*$/.exec(code.slice(0, index)) ?? []
    const before = code.slice(0, index)
    const word = /^(?:if|while|until)\b/.exec(words)?.[0]
    starts.push({
      before,
      prefix: negation.trim() || (word ?? prefix.trim()),
      behind: code.slice(index + all.length),
    })
  }
  return starts
}

/** Shells by which GitHub runs a script, with what it gives them. */
const SHELLS: Readonly<Record<string, string>> = {
  '': 'bash -e',
  bash: 'bash --noprofile --norc -eo pipefail',
  sh: 'sh -e',
}

/**
 * What in a script hides that `benchgate check` failed; null: nothing that is certain. A later `exit 1` may
 * make up for anything.
 */
export function hidingIn(script: string, shell: string): string | null {
  const command = SHELLS[shell] ?? shell
  if (!/^(?:\S*\/)?(?:ba|da|z)?sh\b/.test(command)) return null
  for (const { before, prefix, behind } of startsOf(script)) {
    if (/\bexit\s+["']?[1-9$]|\bexit\s*(?:$|[;}\n])|\bfalse\b/.test(behind)) continue
    const hiding = hidingBehind(behind, `${command}\n${before}`) ?? hidingBefore(prefix)
    if (hiding !== null) return hiding
  }
  return null
}

const hidingBefore = (prefix: string): string | null =>
  ['if', 'while', 'until', '!'].includes(prefix) ? `\`${prefix}\`` : null

function hidingBehind(behind: string, before: string): string | null {
  const [line = '', ...later] = behind.replaceAll(/\d*>&\d?|&>>?/g, '').split('\n')
  const [, operator = '', rest = ''] = /^[^|&;]*(\|\||&&|[|&;])?(.*)$/.exec(line) ?? []
  const goesOn = `${rest}${later.join('')}`.trim() !== ''
  const stops = [...before.matchAll(/(?:^|\s)([-+])(?:\w*e\w*\b|o\s+errexit)/g)].at(-1)?.[1] === '-'
  if (operator === '||') return `\`|| ${rest.trim().slice(0, 40)}\``
  if (operator === '&') return '`&`'
  if (operator === '|' && !/pipefail/.test(before))
    return `\`| ${rest.trim().slice(0, 40)}\` without \`pipefail\``
  // A list of commands ends a script only with its last part.
  if (operator === '&&' && later.join('').trim() !== '') return '`&&` before further lines'
  if (!stops && goesOn && operator !== '|') return 'a shell without `-e`, which goes on,'
  return null
}
