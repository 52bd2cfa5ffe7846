import { expect, test } from 'vitest'
import { commentHash, drawnHash } from '../../.config/draw-comment.ts'

test('the picture of the README shows the golden comment as it reads now: `npm run picture`', () => {
  expect(drawnHash()).toBe(commentHash())
})
