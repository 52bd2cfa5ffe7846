import fc from 'fast-check'

/** From 0 to below 1, evenly. Not `fc.double`, of whose values nearly all are next to 0 or to 1. */
export const place = fc.noBias(fc.nat({ max: 2 ** 31 - 1 })).map((value) => value / 2 ** 31)
