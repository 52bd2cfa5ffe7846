import type { CommandData } from '../command-tree.ts'
import { allOf, namesOf, type Offer, offerOf, valuedFlags } from './values.ts'

/** A script for fish: a line for each command, flag and argument, with the place where it holds. */
export function fishScript(root: CommandData): string {
  const valued = valuedFlags(root).flatMap(namesOf)
  return `# Completion of benchgate in fish. For every new shell:
#   benchgate completion fish > ~/.config/fish/completions/benchgate.fish
function __benchgate_words
    set -l isValue 0
    for word in (commandline -opc)[2..]
        if test $isValue = 1
            set isValue 0
        else if contains -- $word ${valued.join(' ')}
            set isValue 1
        else if not string match -q -- '-*' $word
            echo -- $word
        end
    end
end
# Whether the words before the cursor are those of a command, and as many arguments as the first number says.
function __benchgate_at
    set -l words (__benchgate_words)
    set -l path $argv[2..]
    set -l length (count $path)
    test (count $words) -eq (math $length + $argv[1]); and __benchgate_in $path
end
function __benchgate_in
    set -l words (__benchgate_words)
    for i in (seq (count $argv))
        test "$words[$i]" = "$argv[$i]"; or return 1
    end
end
complete -c benchgate -f
${allOf(root).flatMap(linesOf).join('\n')}
`
}

function linesOf(command: CommandData): string[] {
  const path = command.path.slice(1)
  const inside = path.length === 0 ? '__benchgate_at 0' : ['__benchgate_in', ...path].join(' ')
  const at = (index: number) => ['__benchgate_at', index, ...path].join(' ')
  const line = (condition: string, rest: string, description = '') =>
    `complete -c benchgate -n ${quoted(condition)} ${rest}${description === '' ? '' : ` -d ${quoted(description)}`}`
  return [
    ...command.commands.map(({ name, description }) => line(at(0), `-a ${name}`, description)),
    ...command.options.map(({ short, long, description, value }) => {
      const names = `${short === null ? '' : `-s ${short.slice(1)} `}-l ${long.slice(2)}`
      return line(inside, value === null ? names : `${names} ${offered(offerOf(value))}`, description)
    }),
    ...command.arguments.flatMap((argument, index) => {
      const offer = offerOf(argument)
      if (offer === 'nothing') return []
      return [line(at(index), offer === 'files' ? '-F' : `-a ${quoted(offer.words.join(' '))}`)]
    }),
  ]
}

const offered = (offer: Offer): string =>
  offer === 'files' ? '-r -F' : offer === 'nothing' ? '-x' : `-x -a ${quoted(offer.words.join(' '))}`

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`
