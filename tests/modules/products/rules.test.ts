import { describe, expect, it } from 'vitest'
import { inBaseUnit } from '@/lib/modules/products/model'
import { makeRoom, priceDifferences } from '@/lib/modules/products/rules'

describe('units of a product', () => {
  const units = [
    { unit: '瓶', factor: '1' },
    { unit: '箱', factor: '24' },
    { unit: '公斤', factor: '0.333333' },
  ]

  it('convert exactly by their factor and never without one', () => {
    expect(inBaseUnit('3', '箱', units)).toBe('72')
    expect(inBaseUnit('1.5', '公斤', units)).toBe('0.4999995')
    expect(inBaseUnit('1', '打', units)).toBeNull()
  })
})

describe('editions of a price list', () => {
  const edition = (number: number, validFrom: string, validTo: string | null = null) => ({
    id: String(number),
    number,
    validFrom,
    validTo,
  })

  it('make room by ending the one in force the day before', () => {
    expect(makeRoom(edition(2, '2026-07-01'), [edition(1, '2026-01-01')])).toEqual({ id: '1', validTo: '2026-06-30' })
    expect(makeRoom(edition(2, '2026-07-01'), [edition(1, '2026-01-01', '2026-06-30')])).toBeNull()
  })

  it('refuse what begins on the same day or later within the period', () => {
    expect(() => makeRoom(edition(2, '2026-07-01'), [edition(1, '2026-07-01')])).toThrow('products.editionInTheWay')
    expect(() => makeRoom(edition(2, '2026-07-01'), [edition(1, '2026-09-01')])).toThrow('products.editionInTheWay')
    expect(makeRoom(edition(2, '2026-07-01', '2026-08-31'), [edition(1, '2026-09-01')])).toBeNull()
  })

  it('differ by what came, went and changed, in percent of the old price', () => {
    const was = [
      { productId: 'a', unit: '瓶', price: '100.0000' },
      { productId: 'b', unit: '瓶', price: '0' },
      { productId: 'c', unit: '瓶', price: '3' },
    ]
    const now = [
      { productId: 'a', unit: '瓶', price: '100' },
      { productId: 'b', unit: '瓶', price: '5' },
      { productId: 'd', unit: '箱', price: '7' },
    ]
    expect(priceDifferences(was, now)).toEqual([
      { productId: 'b', unit: '瓶', was: '0', now: '5', changePct: null },
      { productId: 'c', unit: '瓶', was: '3', now: null, changePct: null },
      { productId: 'd', unit: '箱', was: null, now: '7', changePct: null },
    ])
  })
})
