import { z } from 'zod'
import { id, text } from '@/lib/kernel/input'
import { productStatuses } from './model'

/** What a row of a file may say of a product; a row never erases, so nothing here can be empty. */
const said = {
  name: text(200),
  englishName: text(200),
  category: text(80),
  brand: text(80),
  specification: text(200),
  status: z.enum(productStatuses),
  note: text(2000),
}
export const productIntakeFields = [...Object.keys(said), 'baseUnit'] as (keyof typeof said | 'baseUnit')[]

/** A live product as an import compares rows with it. */
export type KnownProduct = { id: string; code: string; values: Readonly<Record<string, string | null>> }

const added = z.strictObject({ ...said, code: text(60), baseUnit: text(20) }).partial({
  englishName: true,
  category: true,
  brand: true,
  specification: true,
  status: true,
  note: true,
})
export const addManyInput = z.strictObject({ products: z.array(added).max(500) })
export const amendManyInput = z.strictObject({
  products: z.array(z.strictObject({ productId: id, patch: z.strictObject(said).partial() })).max(500),
})

/** A row as it was before a change: the fields that changed, as the history keeps them. */
const images = z.array(z.strictObject({ id, image: z.record(z.string(), z.unknown()) })).max(5000)
export const takeBackInput = z.strictObject({ added: z.array(id).max(500), products: images })
