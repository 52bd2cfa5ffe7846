import { describe, expect, test } from 'vitest'
import { mirrorKey, mirrorPlace } from '../../src/github/cache-keys.ts'

const REMOTE = 'https://github.com/o/r'

describe('the place of a mirror', () => {
  test('is the same for every job', () => {
    const place = mirrorPlace(REMOTE, 'benchgate')
    expect(mirrorPlace(REMOTE, 'benchgate')).toEqual(place)
    expect(place.prefix).toMatch(/^benchgate-store-v1-[0-9a-f]{16}-$/)
    expect(place.name).toMatch(/^store-[0-9a-f]{16}$/)
  })

  test('is another one for another remote or branch', () => {
    const places = [
      [REMOTE, 'benchgate'],
      [REMOTE, 'benchgate2'],
      [`${REMOTE}b`, 'enchgate'],
      ['https://github.com/o/r2', 'benchgate'],
      ['git@github.com:o/r', 'benchgate'],
      ['ssh://git@github.com/o/r', 'benchgate'],
    ].map(([remote, branch]) => mirrorPlace(remote!, branch!).name)
    expect(new Set(places).size).toBe(places.length)
  })

  test('holds a key for each tip, which its prefix finds', () => {
    const place = mirrorPlace(REMOTE, 'benchgate')
    const key = mirrorKey(place, 'a'.repeat(40))
    expect(key).toBe(`${place.prefix}${'a'.repeat(40)}`)
    expect(key.length).toBeLessThan(512)
    expect(key).not.toMatch(',')
  })
})
