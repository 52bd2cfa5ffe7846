import type { CommandData } from '../command-tree.ts'
import { allOf, namesOf, type Offer, offerOf, valuedFlags } from './values.ts'

/**
 * A script for bash from 3.2 on (that of macOS), which needs neither bash-completion nor a start of Node at
 * each key.
 */
export function bashScript(root: CommandData): string {
  const commands = allOf(root)
  const valued = valuedFlags(root)
  return `# Completion of benchgate in bash. For every new shell, in ~/.bashrc:
#   eval "$(benchgate completion bash)"
_benchgate() {
  local cur=\${COMP_WORDS[COMP_CWORD]} path=benchgate word i
  local flag='' many='' ended='' count=0 words='' files=''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    # What is after a flag is its value. bash splits --flag=value into three words.
    if [[ $flag && ( -z $many || $word != -* ) ]]; then
      [[ $word == '=' || $many ]] || flag=''
      continue
    fi
    flag='' many=''
    if [[ $ended ]]; then
      count=$((count + 1))
      continue
    fi
    case "$path $word" in
${cases(commands.slice(1).map(({ path }) => [[path.join(' ')], 'path="$path $word"; continue']))}
    esac
    case $word in
      --) ended=1 ;;
${cases(valued.map(({ value, ...option }) => [namesOf(option), `flag=$word${value.variadic ? ' many=1' : ''}`]))}
      -*) ;;
      *) count=$((count + 1)) ;;
    esac
  done
  [[ $cur == '=' ]] && cur=''
  if [[ $flag && ( -z $many || $cur != -* ) ]]; then
    case $flag in
${cases(valued.map(({ value, ...option }) => [namesOf(option), offered(offerOf(value))]))}
    esac
  elif [[ $cur == -* && -z $ended ]]; then
    case $path in
${cases(commands.map((command) => [[command.path.join(' ')], `words='${command.options.flatMap(namesOf).join(' ')}'`]))}
    esac
  else
    case "$path $count" in
${cases(
  commands.flatMap((command): Case[] => [
    ...(command.commands.length === 0
      ? []
      : [offerAt(command, 0, { words: command.commands.map(({ name }) => name) })]),
    ...command.arguments.map((argument, index) => offerAt(command, index, offerOf(argument))),
  ]),
)}
    esac
  fi
  # Without an answer, bash completes files.
  [[ $files ]] && return
  compopt +o default 2>/dev/null
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _benchgate benchgate
`
}

/** Patterns and what is done where one fits. */
type Case = readonly [patterns: readonly string[], does: string]

/** The branches of a case, those that do the same as one; what does nothing is left out. */
const cases = (all: readonly Case[]): string =>
  [...Map.groupBy(all, ([, does]) => does)]
    .filter(([does]) => does !== '')
    .map(([does, same]) => {
      const patterns = same.flatMap(([patterns]) => patterns)
      return `      ${patterns.map((one) => (one.includes(' ') ? `'${one}'` : one)).join(' | ')}) ${does} ;;`
    })
    .join('\n')

const offerAt = ({ path }: CommandData, index: number, offer: Offer): Case => [
  [`${path.join(' ')} ${index}`],
  offered(offer),
]

const offered = (offer: Offer): string =>
  offer === 'files' ? 'files=1' : offer === 'nothing' ? '' : `words='${offer.words.join(' ')}'`
