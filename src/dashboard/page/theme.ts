import { h } from './dom.ts'

// Light or dark, as the system is or as its reader chose.

const THEMES = ['system', 'light', 'dark'] as const
const KEY = 'benchgate-theme'

const listeners = new Set<() => void>()

/** Calls back when colours change; returns what ends that. */
export function onTheme(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

const notify = () => listeners.forEach((changed) => changed())

/** The button that goes from one theme to the next. */
export function themeButton(): HTMLElement {
  let theme = stored()
  const button = h('button', {
    type: 'button',
    class: 'theme',
    click: () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!
      keep(theme)
      show()
    },
  })
  const show = () => {
    document.documentElement.setAttribute('data-theme', theme)
    const name = { system: 'auto', light: 'light', dark: 'dark' }[theme]
    button.textContent = `Colours: ${name}`
    notify()
  }
  show()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', notify)
  // Paper is light, and the charts are pictures that have to be drawn for it.
  addEventListener('beforeprint', () => {
    document.documentElement.setAttribute('data-theme', 'light')
    notify()
  })
  addEventListener('afterprint', show)
  return button
}

/** The present value of a colour of the style. */
export function colour(name: string): string {
  const probe = h('span', { hidden: true })
  document.body.append(probe)
  probe.style.color = `var(--${name})`
  const value = getComputedStyle(probe).color
  probe.remove()
  return value
}

// A browser may keep nothing for pages that it opened from a disk.

function stored(): (typeof THEMES)[number] {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system'
  } catch {
    return 'system'
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {
    // Then it holds for this visit.
  }
}
