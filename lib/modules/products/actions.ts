'use server'
import { action } from '@/lib/kernel/action'
import * as commands from './commands'
import * as costs from './commands-costs'
import * as lists from './commands-lists'

export const addProduct = action(commands.add, { to: ({ id }) => `/products/${id}` })
export const editProduct = action(commands.edit)
export const archiveProduct = action(commands.archive)
export const restoreProduct = action(commands.restore)
export const addUnit = action(commands.addUnit)
export const removeUnit = action(commands.removeUnit)
export const setCost = action(costs.setCost)
export const removeCost = action(costs.removeCost)
export const openPriceList = action(lists.openList, { to: ({ id }) => `/products/price-lists/${id}` })
export const editPriceList = action(lists.editList)
export const archivePriceList = action(lists.archiveList)
export const draftPrices = action(lists.draft, {
  to: ({ id, priceListId }) => `/products/price-lists/${priceListId}?edition=${id}`,
})
export const setPrices = action(lists.setPrices)
export const publishPrices = action(lists.publish)
export const discardPrices = action(lists.discard)
