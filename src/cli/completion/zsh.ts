import type { CommandData, OptionData } from '../command-tree.ts'
import { allOf, type Offer, offerOf, quoted } from './values.ts'

/** A script for zsh: a function a command, which says its flags and arguments to _arguments. */
export function zshScript(root: CommandData): string {
  return `#compdef benchgate
# Completion of benchgate in zsh. For every new shell, in ~/.zshrc behind compinit:
#   eval "$(benchgate completion zsh)"
${allOf(root).map(commandFunction).join('\n')}
if [[ $funcstack[1] == _benchgate ]]; then
  _benchgate "$@"
else
  compdef _benchgate benchgate
fi
`
}

const functionName = ({ path }: CommandData): string => `_${path.join('_')}`

function commandFunction(command: CommandData): string {
  const options = command.options.map(optionSpec)
  if (command.commands.length === 0) {
    const named = command.arguments.map(
      ({ name, required, variadic, ...value }, index) =>
        `${variadic ? '*' : index + 1}${required ? ':' : '::'}${name}:${action(offerOf({ name, required, variadic, ...value }))}`,
    )
    return `${functionName(command)}() {
  _arguments ${[...options, ...named.map(quoted)].join(' \\\n    ')}
}`
  }
  const described = command.commands.map(({ name, description }) => quoted(`${name}:${description}`))
  return `${functionName(command)}() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands=(
    ${described.join('\n    ')}
  )
  _arguments -C ${[...options, "'1: :->command'", "'*:: :->rest'"].join(' \\\n    ')}
  case $state in
    command) _describe -t commands command commands ;;
    rest)
      case $line[1] in
${command.commands.map((child) => `        ${child.name}) ${functionName(child)} ;;`).join('\n')}
      esac
      ;;
  esac
}`
}

function optionSpec({ short, long, description, value }: OptionData): string {
  const says = `[${description.replaceAll(/[\\[\]:]/g, String.raw`\$&`)}]`
  const takes =
    value === null ? '' : `:${value.variadic ? '*-*:' : ''}${value.name}:${action(offerOf(value))}`
  const equals = value === null ? '' : '='
  if (short === null) return quoted(long + equals + says + takes)
  return `'(${short} ${long})'{${short},${long}${equals}}${quoted(says + takes)}`
}

const action = (offer: Offer): string =>
  offer === 'files' ? '_files' : offer === 'nothing' ? '()' : `(${offer.words.join(' ')})`
