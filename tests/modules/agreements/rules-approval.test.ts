import { expect, it } from 'vitest'
import { kpiLines, type SaidKpi } from '@/lib/modules/agreements/rules-approval'

const monthOf = (index: number) => `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
const seasonal = (count: number, digest: string, target: (index: number) => string): SaidKpi => ({
  ...{ key: 'otif', aspect: 'supply', name: '準時足量交付率', englishName: 'On time in full', unit: 'percent', digest },
  targets: Array.from({ length: count }, (_, index) => ({
    ...{ target: target(index), amber: '92.5', zero: '85.25' },
    ...{ fromDay: `${monthOf(index)}-01`, toDay: `${monthOf(index)}-28` },
  })),
})
const usual = () => '95.5'

it('says every target where there is room', () => {
  const [line] = kpiLines([], [seasonal(3, 'a', usual)])
  expect(line?.now['zh-TW'].split('；')).toHaveLength(3)
  expect(line?.now.en.split('; ')).toHaveLength(3)
})

it('says as many of sixty months as fit, and how many more there are', () => {
  const [line] = kpiLines([], [seasonal(60, 'a', usual)])
  for (const [said, between, more] of [
    [line?.now['zh-TW'] ?? '', '；', /；另有 (\d+) 項$/],
    [line?.now.en ?? '', '; ', /; (\d+) more$/],
  ] as const) {
    expect(said.length).toBeLessThan(2000)
    const shown = said.split(between).length - 1
    expect(shown + Number(more.exec(said)?.[1])).toBe(60)
  }
})

it('says first what the other version lacks', () => {
  const changed = seasonal(60, 'b', (index) => (index === 59 ? '97' : '95.5'))
  const [line] = kpiLines([seasonal(60, 'a', usual)], [changed])
  expect(line?.now['zh-TW']).toMatch(/^2030.* 目標 97%/)
  expect(line?.was?.['zh-TW']).toMatch(/^2030.* 目標 95.5%/)
})
