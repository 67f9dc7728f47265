import { products } from '@/db/schema/products'
import { command } from '@/lib/kernel/command'
import { forgetSearchable } from '@/lib/kernel/search'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { changeEach, revertEach } from '@/lib/kernel/write-each'
import { categoryIds, keepProductsSearchable, takenCodes } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { addManyInput, amendManyInput, takeBackInput } from './model-intake'
import { no } from './rules'

const intake = { permission: may.edit, messages, internal: true }

/** Adds up to 500 products at once, for imports: all or none. Answers the new ids in the order given. */
export const addMany = command({
  name: 'products.addMany',
  ...intake,
  input: addManyInput,
  async run(work, { products: given }) {
    const [taken] = await takenCodes(
      work,
      given.map(({ code }) => code),
    )
    if (taken) throw no('codeTaken', { code: taken.code, name: taken.name })
    const categories = await categoryIds(
      work,
      given.map(({ category }) => category),
    )
    const rows = await insertRows(
      work,
      products,
      given.map(({ category, ...rest }) => ({
        ...rest,
        categoryId: category ? (categories.get(category) ?? null) : null,
      })),
    )
    await keepProductsSearchable(work, rows)
    return { ids: rows.map(({ id }) => id) }
  },
})

/** Changes up to 500 products, each in its own way: what rows of a file say of them. */
export const amendMany = command({
  name: 'products.amendMany',
  ...intake,
  input: amendManyInput,
  async run(work, { products: amendments }) {
    const categories = await categoryIds(
      work,
      amendments.map(({ patch }) => patch.category),
    )
    const rows = await changeEach(
      work,
      products,
      amendments.map(({ productId, patch: { category, ...patch } }) => ({
        id: productId,
        ...(Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as object),
        ...(category === undefined ? {} : { categoryId: categories.get(category) ?? null }),
      })),
    )
    await keepProductsSearchable(work, rows)
  },
})

/** Takes back what an import did to products: those it added go to the archive, those it changed become what they were. */
export const takeBack = command({
  name: 'products.takeBack',
  ...intake,
  input: takeBackInput,
  async run(work, { added, products: images }) {
    await keepProductsSearchable(work, await revertEach(work, products, images))
    await changeRows(work, products, added, { archivedAt: work.now })
    if (added.length > 0) await forgetSearchable(work, 'product', added)
  },
})
