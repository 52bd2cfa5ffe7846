/** What is known when a job begins, by the name that an expression gives it: `github.ref`, `failure()`. */
export type Known = Readonly<Record<string, string | boolean>>

/** A value of an expression; undefined: it depends on what is not known here. */
type Value = string | boolean | undefined

const TOKEN = /\s*('(?:[^']|'')*'|&&|\|\||==|!=|<=|>=|[()!,<>]|[^\s'&|=!()<>,]+)/y
const MAX_CHARACTERS = 4_000
/** Twice of what GitHub reads. */
const MAX_NESTED = 100

/**
 * Whether an `if:` of a workflow lets a job or a step run: false only where that is certain. Values that are
 * not known, and what cannot be read, leave it open.
 */
export function mayRun(condition: unknown, known: Known): boolean {
  if (typeof condition === 'boolean') return condition
  if (typeof condition !== 'string' || condition.length > MAX_CHARACTERS) return true
  const tokens = tokensOf(condition.replace(/^\s*\$\{\{([^]*)\}\}\s*$/, '$1'))
  if (tokens === null || tokens.filter((token) => /^[(!]$/.test(token)).length > MAX_NESTED) return true
  const reader = new Reader(tokens, known)
  const value = truth(reader.either())
  return !(reader.hasReadAll && value === false)
}

function tokensOf(text: string): string[] | null {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  for (let end = 0; end < text.trimEnd().length; end = TOKEN.lastIndex) {
    const found = TOKEN.exec(text)
    if (found === null) return null
    tokens.push(found[1]!)
  }
  return tokens
}

/** Reads an expression by GitHub's precedence: `!`, comparisons, `&&`, `||`. */
class Reader {
  readonly #tokens: readonly string[]
  readonly #known: Known
  #at = 0
  #isBroken = false

  constructor(tokens: readonly string[], known: Known) {
    this.#tokens = tokens
    this.#known = known
  }

  get hasReadAll(): boolean {
    return this.#isAtEnd && !this.#isBroken
  }

  get #isAtEnd(): boolean {
    return this.#at === this.#tokens.length
  }

  either(): Value {
    let value = this.#both()
    while (this.#takes('||')) value = or(value, this.#both())
    return value
  }

  #both(): Value {
    let value = this.#compared()
    while (this.#takes('&&')) value = and(value, this.#compared())
    return value
  }

  #compared(): Value {
    const left = this.#single()
    const operator = ['==', '!=', '<=', '>=', '<', '>'].find((one) => this.#takes(one))
    if (operator === undefined) return left
    const right = this.#single()
    if (left === undefined || right === undefined || !/^[!=]=$/.test(operator)) return undefined
    // GitHub compares texts without regard to their case.
    const isEqual = String(left).toLowerCase() === String(right).toLowerCase()
    return isEqual === (operator === '==')
  }

  #single(): Value {
    if (this.#takes('!')) {
      const value = truth(this.#single())
      return value === undefined ? undefined : !value
    }
    if (this.#takes('(')) {
      const value = this.either()
      this.#isBroken ||= !this.#takes(')')
      return value
    }
    const token = this.#tokens[this.#at] ?? ''
    if (!/^['\w]/.test(token)) {
      this.#isBroken = true
      return undefined
    }
    this.#at += 1
    if (this.#takes('(')) return this.#called(token.toLowerCase())
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
    if (token === 'true' || token === 'false') return token === 'true'
    return this.#known[token.toLowerCase()]
  }

  #called(name: string): Value {
    while (!this.#isAtEnd && !this.#takes(')')) if (!this.#takes(',')) this.#skip()
    return name === 'always' || this.#known[`${name}()`]
  }

  /** Reads an argument, whose value does not matter; a token at least. */
  #skip(): void {
    const before = this.#at
    this.either()
    if (this.#at === before) this.#at += 1
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false
    this.#at += 1
    return true
  }
}

const truth = (value: Value): boolean | undefined => (typeof value === 'string' ? value !== '' : value)

function or(left: Value, right: Value): Value {
  const sides = [truth(left), truth(right)]
  return sides.includes(true) ? true : sides.includes(undefined) ? undefined : false
}

function and(left: Value, right: Value): Value {
  const sides = [truth(left), truth(right)]
  return sides.includes(false) ? false : sides.includes(undefined) ? undefined : true
}
