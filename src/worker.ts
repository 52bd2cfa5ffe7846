/**
 * Runs inside a measuring process, `node --expose-gc --import worker.js suite.js`. First it is a preload that
 * substitutes itself for mitata, and for the package through which a suite reports its own metrics; then it
 * is those modules. It sends its events to the parent process on file descriptor 3.
 */
import { resolve } from 'node:path'
import { send } from './worker/channel.ts'
import { watchTheEnd } from './worker/ending.ts'
import { installedMitata } from './worker/installed-mitata.ts'
import { intercept } from './worker/interception.ts'
import * as api from './worker/mitata-api.ts'
import { mitataLib } from './worker/mitata-lib.ts'
import { plan } from './worker/read-plan.ts'
import { metric } from './worker/reported-metrics.ts'

export * from './worker/mitata-api.ts'
export { metric, mitataLib }

if (plan !== null) {
  send({ type: 'hello', userMitata: installedMitata(resolve(process.argv[1] ?? '.')) })
  watchTheEnd()
  const own = JSON.stringify(import.meta.url)
  const namesOfLib = Object.keys(mitataLib).join(', ')
  intercept({
    main: { url: import.meta.url, api },
    lib: {
      url: dataUrl(`import { mitataLib } from ${own}; export const { ${namesOfLib} } = mitataLib`),
      api: mitataLib,
    },
    library: { url: dataUrl(`export { metric } from ${own}`), api: { metric } },
  })
}

function dataUrl(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`
}
