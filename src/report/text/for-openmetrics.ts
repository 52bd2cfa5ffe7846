import { spelledOut } from './one-line.ts'
import type { Outside } from './outside.ts'

/** The value of a label, in its quotes; Prometheus and OpenMetrics read it alike. */
export const forOpenMetrics = ({ text }: Outside): string =>
  `"${spelledOut(text).replace(/["\\]/g, String.raw`\$&`)}"`
