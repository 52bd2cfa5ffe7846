import { type ResolveFnOutput, registerHooks } from 'node:module'

/**
 * Watches the main module. The returned function says whether its evaluation is over, its top-level await
 * included; first asked once code of the main module has run, it answers in a later turn of the event loop.
 */
export function watchMainModule(): () => boolean {
  let main: ResolveFnOutput | null = null
  let isAsked = false
  let isOver = false
  registerHooks({
    resolve(specifier, context, next) {
      // The import below has to meet the module that is running, however other hooks resolve: a second
      // instance would register every benchmark again.
      if (specifier === main?.url && context.parentURL === import.meta.url)
        return { ...main, shortCircuit: true }
      const resolved = next(specifier, context)
      if (context.parentURL === undefined) main ??= resolved
      return resolved
    },
  })
  return () => {
    if (main !== null && !isAsked) {
      isAsked = true
      const over = () => void (isOver = true)
      // Loads nothing: the promise is that of the evaluation under way.
      void import(main.url).then(over, over)
    }
    return isOver
  }
}
