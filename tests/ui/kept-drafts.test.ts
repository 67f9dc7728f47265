// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { type Kept, keptDrafts } from '@/lib/ui/kept-drafts'
import type { Sent } from '@/lib/ui/send-once'

type Note = Kept & { about: string }
const isDraft = (value: unknown): value is Note => typeof value === 'object' && value !== null && 'about' in value
const fresh = (): Note => ({ key: '', at: 0, waiting: null, about: '' })
const wanted = { isDraft, fresh, isEmpty: ({ about, waiting }: Note) => about === '' && waiting === null }
const me = 'member'

type Store = ReturnType<typeof keptDrafts<Note>>
const waits = (store: Store, key: string, about: string) =>
  store.keep(me, { ...fresh(), key, about, waiting: { said: key } })
const keysOf = (store: Store) => store.of(me).map(({ key, waiting }) => (waiting ? key : `${key} open`))
const refusal = { state: 'refused', code: 'no', sentence: 'no', fields: {} } as const

/** Sends what waits to a server that refuses these keys; answers what arrived, in order, and what was refused. */
async function flush(store: Store, refuses: readonly string[]) {
  const [arrived, refused]: [string[], string[]] = [[], []]
  const send = async ({ key }: Note): Promise<Sent<string>> =>
    refuses.includes(key) ? refusal : { state: 'saved', value: key }
  await store.flush<string>(
    me,
    send,
    (_draft, value) => void arrived.push(value),
    ({ key }) => void refused.push(key),
  )
  return { arrived, refused }
}

beforeEach(() => localStorage.clear())

describe('drafts that wait, where their order counts', () => {
  const store = keptDrafts<Note>({ ...wanted, name: 'ordered', laneOf: ({ about }) => about })
  const three = () => {
    waits(store, '1', 'a')
    waits(store, '2', 'a')
    waits(store, '3', 'b')
  }

  it('go out in the order in which they were said', async () => {
    three()
    expect(await flush(store, [])).toEqual({ arrived: ['1', '2', '3'], refused: [] })
    expect(store.of(me)).toEqual([])
  })

  it('stay behind one that is refused, which keeps its place; others are not held up', async () => {
    three()
    expect(await flush(store, ['1'])).toEqual({ arrived: ['3'], refused: ['1'] })
    expect(keysOf(store)).toEqual(['2', '1 open'])
    expect(await flush(store, [])).toEqual({ arrived: [], refused: [] })
  })

  it('go on once the refused one is mended, in its old place, or gone', async () => {
    three()
    await flush(store, ['1'])
    const returned = store.of(me).find(({ key }) => key === '1')
    if (!returned) throw new Error('was lost')
    store.keep(me, { ...returned, waiting: { said: 'mended' } })
    expect(keysOf(store)).toEqual(['2', '1'])
    expect((await flush(store, [])).arrived).toEqual(['1', '2'])
    three()
    await flush(store, ['1'])
    store.drop(me, '1')
    expect((await flush(store, [])).arrived).toEqual(['2'])
  })

  it('are not held up by what is still being written', async () => {
    store.keep(me, { ...fresh(), key: '0', about: 'a' })
    three()
    expect((await flush(store, [])).arrived).toEqual(['1', '2', '3'])
  })
})

describe('drafts that wait, each for itself', () => {
  it('go out although an earlier one is refused, which is an ordinary draft again', async () => {
    const store = keptDrafts<Note>({ ...wanted, name: 'loose' })
    waits(store, '1', 'a')
    waits(store, '2', 'a')
    expect(await flush(store, ['1'])).toEqual({ arrived: ['2'], refused: ['1'] })
    expect(keysOf(store)).toEqual(['1 open'])
  })
})
