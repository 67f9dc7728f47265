import { and, eq, inArray, or } from 'drizzle-orm'
import { productCategories, products } from '@/db/schema/products'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import type { KnownProduct } from './model-intake'

/** Live products that rows of a file may mean: by code, or by name. */
export async function findKnownProducts({ tx, actor }: Look, words: readonly string[]): Promise<KnownProduct[]> {
  const wanted = [...new Set(words)]
  if (wanted.length === 0) return []
  const rows = await tx
    .select({ product: products, category: productCategories.name })
    .from(products)
    .leftJoin(productCategories, and(own(productCategories, actor), eq(productCategories.id, products.categoryId)))
    .where(
      and(own(products, actor), live(products), or(inArray(products.code, wanted), inArray(products.name, wanted))),
    )
  return rows.map(({ product, category }) => ({
    id: product.id,
    code: product.code,
    values: {
      name: product.name,
      englishName: product.englishName,
      category,
      brand: product.brand,
      specification: product.specification,
      baseUnit: product.baseUnit,
      status: product.status,
      note: product.note,
    },
  }))
}
