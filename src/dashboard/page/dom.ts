import { commitHash } from '../chart-link.ts'
import { shortSha, type Words } from '../../report/text/outside.ts'
import { shortName, shorten } from '../../report/text/one-line.ts'

// Elements are made here and nowhere else. A text only ever becomes a text node or the value of an attribute
// that holds no code, whoever wrote it.

type Child = Node | string | null
type Value = string | number | boolean | null | ((event: never) => void)

/** An element. What is null or false is left out; functions listen to the event of their name. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  set(element, attributes)
  element.append(...present(children))
  return element
}

/** An element of a drawing. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, Value>>,
  ...children: readonly Node[]
): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  set(element, attributes)
  element.append(...children)
  return element
}

function set(element: Element, attributes: Readonly<Record<string, Value>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value as (event: Event) => void)
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : `${value}`)
  }
}

/** Puts children in the place of those of an element. */
export const fill = (element: Element, ...children: readonly (Child | readonly Child[])[]): void =>
  element.replaceChildren(...present(children))

const present = (children: readonly (Child | readonly Child[])[]): (Node | string)[] =>
  children.flat().filter((child): child is Node | string => child !== null)

/** A text from outside, on one line, in a direction of its own, with what is invisible written out. */
export const outside = (text: string, cells = 120): HTMLElement => h('bdi', {}, shortName(text, cells))

/** Words of the report, in which a commit leads to its view. */
export const said = (words: Words): (Node | string)[] =>
  words.map((part) => {
    if (typeof part === 'string') return part
    if (part.kind !== 'commit') return outside(part.text)
    return inner(commitHash(part.text), { class: 'sha' }, shortSha(part.text))
  })

/** A text from outside in an attribute that is shown to people. */
export const plain = (text: string, cells = 300): string => shorten(text, cells)

/** A link within the page. */
export const inner = (hash: string, attributes: Record<string, Value>, ...children: readonly Child[]) =>
  h('a', { href: hash, ...attributes }, ...children)

/** A link to the web; its children alone where there is no address. */
export const outer = (address: string | null, ...children: readonly Child[]): HTMLElement =>
  address === null
    ? h('span', {}, ...children)
    : h('a', { href: address, rel: 'noreferrer', target: '_blank', class: 'outer' }, ...children)

/** What a person sees as a sign, beside words that say the same. */
export function sign(kind: keyof typeof SIGNS, className = ''): SVGElement {
  const path = svg('path', { d: SIGNS[kind] })
  return svg('svg', { viewBox: '0 0 16 16', class: `sign ${className}`, 'aria-hidden': 'true' }, path)
}

const SIGNS = {
  over: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM5.5 5.5l5 5M10.5 5.5l-5 5',
  up: 'M3 12.5 12.5 3M6 3h6.5v6.5',
  down: 'M3 3.5 12.5 13M6 13h6.5V6.5',
  creep: 'M1.5 13c4 0 5-2 6.500-5s2.500-5 6.500-5',
  steady: 'M2.500 8h11',
}

/** Appends rows in portions, so that thousands of them do not hold a page up. */
export function inPortions<T>(
  body: Element,
  items: readonly T[],
  row: (item: T) => Node,
  portion = 100,
): HTMLElement | null {
  let shown = 0
  const more = h('button', { type: 'button', class: 'more', click: () => show(portion) })
  const show = (count: number) => {
    body.append(...items.slice(shown, shown + count).map(row))
    shown = Math.min(items.length, shown + count)
    more.textContent = `Show more (${shown.toLocaleString('en-US')} of ${items.length.toLocaleString('en-US')} are shown)`
    if (shown >= items.length) {
      seen.disconnect()
      more.remove()
    }
  }
  // The button is for keyboards; who scrolls to it need not press it.
  const seen = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) show(portion)
    },
    { rootMargin: '600px' },
  )
  show(portion)
  if (shown >= items.length) return null
  seen.observe(more)
  return more
}
