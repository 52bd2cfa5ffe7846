/**
 * The names of mitata's main module, as of versions 1.0 and 0.1. Whatever does not measure comes from mitata
 * itself.
 */
export { $, B, compact, do_not_optimize, flags } from 'mitata'
export { barplot, baseline, bench, boxplot, group, lineplot, summary } from './benchmark-registry.ts'
export { measure } from './mitata-lib.ts'
export { run } from './run-suite.ts'
