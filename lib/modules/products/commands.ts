import { products, productUnits } from '@/db/schema/products'
import { command } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { forgetSearchable } from '@/lib/kernel/search'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { categoryIds, holdProduct, keepProductsSearchable, mustHaveFreeCode, mustKnowSuppliers } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { addInput, addUnitInput, editInput, productRefSeen, unitRef } from './model'
import { findUnits } from './queries'
import { mustBeNewUnit } from './rules'

const edits = { permission: may.edit, messages, refreshes: ['/products', '/products/[productId]'] }

/** Adds a product to the catalogue. Refuses a code that another product has. */
export const add = command({
  name: 'products.add',
  ...edits,
  input: addInput,
  async run(work, { category, ...input }) {
    await mustHaveFreeCode(work, input.code, null)
    await mustKnowSuppliers(work, [input.supplierId])
    const ids = await categoryIds(work, [category])
    const row = await insertRow(work, products, { ...input, categoryId: category ? (ids.get(category) ?? null) : null })
    await keepProductsSearchable(work, [row])
    return { id: row.id }
  },
})

/** Changes a product; what is not named stays. */
export const edit = command({
  name: 'products.edit',
  ...edits,
  input: editInput,
  async run(work, { productId, version, category, ...patch }) {
    await holdProduct(work, productId)
    if (patch.code) await mustHaveFreeCode(work, patch.code, productId)
    await mustKnowSuppliers(work, [patch.supplierId])
    const ids = await categoryIds(work, [category])
    const categoryId = category === undefined ? {} : { categoryId: category ? (ids.get(category) ?? null) : null }
    const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    const row = await changeRow(work, products, { id: productId, version }, { ...named, ...categoryId })
    await keepProductsSearchable(work, [row])
    return { id: productId, version: row.version }
  },
})

/** Puts a product away: out of lists, pickers and search, its code free for another. What was sold stays. */
export const archive = command({
  name: 'products.archive',
  ...edits,
  input: productRefSeen,
  async run(work, { productId, version }) {
    const row = await lockRow(work, products, productId)
    if (row.archivedAt) return { id: productId }
    await changeRow(work, products, { id: productId, version }, { archivedAt: work.now })
    await forgetSearchable(work, 'product', productId)
    return { id: productId }
  },
})

/** Brings an archived product back. Refused while another product has its code. */
export const restore = command({
  name: 'products.restore',
  ...edits,
  input: productRefSeen,
  async run(work, { productId, version }) {
    const before = await lockRow(work, products, productId)
    if (!before.archivedAt) return { id: productId }
    await mustHaveFreeCode(work, before.code, productId)
    const row = await changeRow(work, products, { id: productId, version }, { archivedAt: null })
    await keepProductsSearchable(work, [row])
    return { id: productId }
  },
})

/** Says how many base units are in another unit of the product. */
export const addUnit = command({
  name: 'products.addUnit',
  ...edits,
  input: addUnitInput,
  async run(work, { productId, unit, factor }) {
    const product = await holdProduct(work, productId)
    const known = (await findUnits(work, [productId])).get(productId) ?? []
    mustBeNewUnit(
      product.baseUnit,
      known.map((each) => each.unit).filter((each) => each !== product.baseUnit),
      unit,
    )
    const row = await insertRow(work, productUnits, { productId, unit, factor })
    return { id: row.id }
  },
})

/** Takes a unit away. What was counted in it stays as it was counted. */
export const removeUnit = command({
  name: 'products.removeUnit',
  ...edits,
  input: unitRef,
  async run(work, { unitId }) {
    const row = await lockRow(work, productUnits, unitId)
    if (row.archivedAt) throw new Refusal('notFound')
    await holdProduct(work, row.productId)
    await changeRow(work, productUnits, { id: unitId }, { archivedAt: work.now })
    return { id: unitId }
  },
})
