/** The two versions that a gate compares. */
export const SIDES = ['base', 'head'] as const
export type SideName = (typeof SIDES)[number]
