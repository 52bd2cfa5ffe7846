import { applyPatches, enableMapSet, enablePatches, produce, produceWithPatches } from 'immer'

enableMapSet()
enablePatches()

const list = Array.from({ length: 200 }, (_, i) => ({ id: i, name: `item ${i}`, done: i % 3 === 0 }))
const tree = { a: { b: { c: { d: { count: 1 } } } }, list }
const byName = new Map(list.map((item) => [item.name, item]))
const [, patches] = produceWithPatches(list, (draft) => {
  for (let i = 0; i < 20; i++) draft[i * 7].done = i % 2 === 0
})
let turn = 0

export const cases = {
  'update one item': () =>
    produce(list, (draft) => {
      draft[turn++ % 200].name = 'changed'
    }),
  'update all items': () =>
    produce(list, (draft) => {
      for (const item of draft) item.done = !item.done
    }),
  'add an item': () =>
    produce(list, (draft) => {
      draft.push({ id: turn++, name: 'new', done: false })
    }),
  'remove an item': () =>
    produce(list, (draft) => {
      draft.splice(turn++ % 200, 1)
    }),
  'change a deep value': () =>
    produce(tree, (draft) => {
      draft.a.b.c.d.count = turn++
    }),
  'change nothing': () =>
    produce(tree, (draft) => {
      draft.list[turn++ % 200].done = list[(turn - 1) % 200].done
    }),
  'set in a map': () =>
    produce(byName, (draft) => {
      draft.get(`item ${turn++ % 200}`).done = turn % 2 === 0
    }),
  'with patches': () =>
    produceWithPatches(tree, (draft) => {
      draft.list[turn++ % 200].name = 'changed'
      draft.a.b.c.d.count = turn
    }),
  'apply patches': () => applyPatches(list, patches),
}
