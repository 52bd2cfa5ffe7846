import { type App, note, type View } from './app.ts'
import { benchmarkView } from './benchmark-view.ts'
import { commitView } from './commit-view.ts'
import { fill, h, inner, outside } from './dom.ts'
import { overviewView } from './overview.ts'
import { hashOf, OVERVIEW, parseRoute, type Route } from './route.ts'
import { DataError, openSource } from './source.ts'
import { themeButton } from './theme.ts'

// Opens the data and shows the view of the address, and the next one when the address changes.

const page = document.getElementById('page')!
const theme = themeButton()
const live = h('p', { class: 'unseen', 'aria-live': 'polite' })
const main = h('main', { id: 'main', tabindex: '-1' }, note('Reading the data …'))
const home = h('p', { class: 'home' })
fill(
  page,
  h('a', { class: 'skip', href: '#main', click: skip }, 'Skip to the content'),
  h('header', {}, home, theme),
  main,
  live,
)
openSource().then(start).catch(fail)

function start(source: App['source']): void {
  const { index } = source
  const name = index.repository ?? index.branch
  fill(
    home,
    inner(hashOf(OVERVIEW), {}, outside(name, 60)),
    ...[index.repository && index.branch, index.key === 'default' ? null : index.key].map(
      (words) => words && h('span', { class: 'branch' }, outside(words, 40)),
    ),
  )
  let view: View | null = null
  const app: App = { source, index, go, announce: (text) => fill(live, text) }

  function go(route: Route, how: 'push' | 'replace' = 'push'): void {
    const hash = hashOf(route)
    if (hash === location.hash) return
    if (how === 'push') history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
    show(route)
  }

  function show(route: Route): void {
    if (view?.update(route) !== true) {
      const isFirst = view === null
      view?.destroy?.()
      view = viewOf(app, route)
      fill(main, view.element)
      if (!isFirst) {
        scrollTo(0, 0)
        main.focus({ preventScroll: true })
      }
    }
    document.title = `${view.title} · ${name}`
  }

  addEventListener('popstate', () => show(parseRoute(location.hash)))
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (view?.key?.(event) === true) event.preventDefault()
  })
  show(parseRoute(location.hash))
}

function viewOf(app: App, route: Route): View {
  if (route.view === 'benchmark') return benchmarkView(app, route)
  return route.view === 'commit' ? commitView(app, route) : overviewView(app, route)
}

function skip(event: Event): void {
  // The address is that of the view.
  event.preventDefault()
  main.focus()
}

function fail(error: unknown): void {
  const said = error instanceof DataError ? error.message : `This page has a fault: ${String(error)}`
  fill(main, h('p', { class: 'note failed', role: 'alert' }, said))
}
