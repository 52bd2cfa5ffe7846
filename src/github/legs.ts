import { hash } from 'node:crypto'

/** One job of a workflow, or one leg of its matrix, as the runner tells them apart. */
export interface Leg {
  workflow: string
  job: string
  /** `toJSON(matrix)`; null: the job has none. */
  matrix: string | null
  /** What it runs on: `Linux X64`. */
  system: string
}

const MAX_NAME = 60

/**
 * A leg as it stands in what it publishes: a readable name and a hash of all that tells legs apart. Another
 * attempt of the same leg has the same.
 */
export function legOf({ workflow, job, matrix, system }: Leg): string {
  const values = Object.values(scalarsIn(matrix))
  const name = [job, ...(values.length > 0 ? values : [system])]
    .join('-')
    .replace(/[^\w.-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, MAX_NAME)
  return `${name}.${hash('sha256', JSON.stringify([workflow, job, matrix, system])).slice(0, 8)}`
}

/** The readable part of what `legOf` made. */
export const legName = (leg: string): string => leg.slice(0, leg.lastIndexOf('.'))

/** The line in a step's `with:` that gives each leg a key of its own. */
export function keyLine({ matrix }: Pick<Leg, 'matrix'>): string {
  const names = Object.keys(scalarsIn(matrix)).map((name) => `matrix.${name}`)
  const telling = names.length > 0 ? names : ['github.job', 'runner.os']
  return `key: ${telling.map((name) => `\${{ ${name} }}`).join('-')}`
}

/** The values of a matrix that an expression can name and a key can hold. */
function scalarsIn(matrix: string | null): Record<string, string> {
  let value: unknown = null
  try {
    value = JSON.parse(matrix ?? 'null')
  } catch {
    // Not what the runner would have written: the hash still tells it from others.
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      /^[A-Za-z_][\w-]{0,49}$/.test(name) && ['string', 'number', 'boolean'].includes(typeof one)
        ? [[name, String(one)]]
        : [],
    ),
  )
}
