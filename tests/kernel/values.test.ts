import { expect, it } from 'vitest'
import { z } from 'zod'
import { libraryClauses } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { own } from '@/lib/kernel/own'
import { perform } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { manyRows } from '@/lib/kernel/values'
import { insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { newcomer } from '@/tests/people'

/** More rows than one statement takes, the last part of them a few only. */
const severalParts = 1_010

const archivedAt = new Date('2026-11-22T03:04:05.678Z')
const odd = ['"quoted"', 'back\\slash', 'two\nlines', "it's", '{a,b}', '客戶 🍊', '', 'null', '$1']
const oddAt = (index: number) => odd[index % odd.length] ?? ''

/** Every second row says nothing of its tags and of what is left open. */
const clauseAt = (writtenBy: string, index: number) => ({
  code: `C-${index}`,
  edition: index,
  ...{ heading: oddAt(index), englishHeading: 'Heading', standard: oddAt(index + 1), englishStandard: 'Standard' },
  ...{ aspect: 'legal', writtenBy },
  ...(index % 2 === 0 && {
    tags: [oddAt(index), oddAt(index + 2)],
    plain: null,
    archivedAt: index === 0 ? null : archivedAt,
  }),
})

const keepClauses = command({
  name: 'test.keepClauses',
  permission: { name: 'test.keepClauses', roles: ['manager'] },
  input: z.strictObject({ many: z.number(), twice: z.number().optional() }),
  run: (work, { many, twice }) =>
    insertRows(
      work,
      libraryClauses,
      Array.from({ length: many }, (_, index) => clauseAt(work.actor.id, index === twice ? index - 1 : index)),
    ),
})

const changeClauses = command({
  name: 'test.changeClauses',
  permission: { name: 'test.changeClauses', roles: ['manager'] },
  input: z.strictObject({ ids: z.array(z.uuid()) }),
  run: (work, { ids }) =>
    changeEach(
      work,
      libraryClauses,
      ids.map((id, index) => ({
        id,
        plain: oddAt(index),
        ...(index % 2 === 0 && { tags: [oddAt(index)], archivedAt }),
      })),
    ),
})

async function value<T>(result: Promise<{ ok: true; value: T } | { ok: false; refusal: Error }>): Promise<T> {
  const done = await result
  if (!done.ok) throw done.refusal
  return done.value
}

it.each([manyRows - 1, manyRows + 10, severalParts])(
  '%i rows are kept as they were given, and changed each in its own way',
  async (many) => {
    const [manager, other] = [await newcomer('manager'), await newcomer('manager')]
    const there = (actor = manager) =>
      inTransaction(actor, 'read only', (tx) =>
        tx.select().from(libraryClauses).where(own(libraryClauses, actor)).orderBy(libraryClauses.edition),
      )
    const kept = await value(perform(keepClauses, manager, { many }))
    expect(await there()).toEqual(kept)
    expect(kept).toMatchObject(
      Array.from({ length: many }, (_, index) => ({
        tags: [],
        plain: null,
        archivedAt: null,
        ...clauseAt(manager.id, index),
      })),
    )

    await value(perform(keepClauses, other, { many }))
    const before = await there(other)
    const ids = kept.slice(1).map(({ id }) => id)
    await value(perform(changeClauses, manager, { ids: [...ids, ...before.map(({ id }) => id)] }))
    expect(await there(other)).toEqual(before)
    expect(await there()).toEqual([
      kept[0],
      ...kept.slice(1).map((row, index) => ({
        ...row,
        version: 2,
        plain: oddAt(index),
        ...(index % 2 === 0 && { tags: [oddAt(index)], archivedAt }),
      })),
    ])
  },
)

it.each([1, 700, severalParts - 1])('where the database refuses row %i, none of them is kept', async (twice) => {
  const manager = await newcomer('manager')
  await expect(value(perform(keepClauses, manager, { many: severalParts, twice }))).rejects.toThrow()
  const kept = await inTransaction(manager, 'read only', (tx) =>
    tx.select().from(libraryClauses).where(own(libraryClauses, manager)),
  )
  expect(kept).toEqual([])
})
