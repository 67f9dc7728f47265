import type { AgreementAspect } from '@/lib/modules/agreements/model-values'
import type { Aggregation, KpiCategory, KpiDirection, KpiSource, KpiUnit } from './model-values'

/** One kind of KPI: what it is counted in, which way is better, and how several periods make one figure. */
export type KpiType = {
  code: string
  category: KpiCategory
  /** Whose consent a changed target touches. */
  aspect: AgreementAspect
  unit: KpiUnit
  direction: KpiDirection
  aggregation: Aggregation
  decimals: number
  source: KpiSource
  /** The numbers of the sample calculation: a quotient in the unit, or the value alone. */
  sample: { numerator: string; denominator: string; value: string } | { value: string }
}

/** Whose consent a KPI of each category touches. */
export const aspectOfCategory: Readonly<Record<KpiCategory, AgreementAspect>> = {
  supply: 'supply',
  stock: 'supply',
  quality: 'quality',
  service: 'quality',
  payment: 'credit',
  sales: 'price',
  marketing: 'marketing',
  safety: 'legal',
}

type Measure = Pick<KpiType, 'unit' | 'direction' | 'aggregation' | 'decimals'>
const higherShare: Measure = { unit: 'percent', direction: 'higher', aggregation: 'ratio', decimals: 1 }
const lowerShare: Measure = { ...higherShare, direction: 'lower' }

const of = (
  code: string,
  category: KpiCategory,
  measure: Measure,
  source: KpiSource,
  sample: [numerator: string, denominator: string, value: string] | [value: string],
): KpiType => {
  const [first = '', denominator, value] = sample
  return {
    code,
    category,
    aspect: aspectOfCategory[category],
    ...measure,
    source,
    sample: denominator && value ? { numerator: first, denominator, value } : { value: first },
  }
}

/** The library: 28 lines of the plan, thirty KPIs, because fill rates and satisfaction are two each. In the order shown. */
export const kpiTypes: readonly KpiType[] = [
  of('OTIF', 'supply', higherShare, 'deliveries', ['1900', '2000', '95']),
  of('UFR', 'supply', higherShare, 'deliveries', ['9800', '10000', '98']),
  of('LFR', 'supply', higherShare, 'deliveries', ['480', '500', '96']),
  of('LT90', 'supply', { unit: 'days', direction: 'lower', aggregation: 'last', decimals: 1 }, 'deliveries', ['4.6']),
  of('PPM', 'quality', { ...lowerShare, unit: 'ppm', decimals: 0 }, 'import', ['3', '15000', '200']),
  of('POI', 'supply', higherShare, 'deliveries', ['1840', '2000', '92']),
  of('FA', 'supply', higherShare, 'import', ['8500', '10000', '85']),
  of('BIAS', 'supply', { ...higherShare, direction: 'range' }, 'import', ['-300', '10000', '-3']),
  of('OSA', 'stock', higherShare, 'import', ['1470', '1500', '98']),
  of('DOH', 'stock', { unit: 'days', direction: 'range', aggregation: 'last', decimals: 1 }, 'import', [
    '12000',
    '500',
    '24',
  ]),
  of('RET', 'quality', { ...lowerShare, decimals: 2 }, 'sales', ['15000', '1000000', '1.5']),
  of('CMP', 'quality', { ...lowerShare, unit: 'permille', decimals: 2 }, 'import', ['6', '2000', '3']),
  of('RESP', 'service', higherShare, 'import', ['190', '200', '95']),
  of('RESO', 'service', higherShare, 'import', ['180', '200', '90']),
  of('AVL', 'service', { ...higherShare, decimals: 2 }, 'import', ['43157', '43200', '99.9']),
  of('INVQ', 'payment', higherShare, 'import', ['294', '300', '98']),
  of('PAY', 'payment', higherShare, 'import', ['9700000', '10000000', '97']),
  of('DSO', 'payment', { unit: 'days', direction: 'lower', aggregation: 'last', decimals: 1 }, 'import', ['62']),
  of('VOL', 'sales', { unit: 'units', direction: 'higher', aggregation: 'sum', decimals: 0 }, 'sales', ['12000']),
  of('REV', 'sales', { unit: 'amount', direction: 'higher', aggregation: 'sum', decimals: 0 }, 'sales', ['3200000']),
  of('NR', 'marketing', { ...higherShare, aggregation: 'last' }, 'import', ['180', '200', '90']),
  of('PROMO', 'marketing', higherShare, 'manual', ['57', '60', '95']),
  of('ROI', 'marketing', higherShare, 'sales', ['60000', '400000', '15']),
  of('NPS', 'service', { unit: 'points', direction: 'higher', aggregation: 'last', decimals: 0 }, 'survey', ['30']),
  of('CSAT', 'service', { ...higherShare, aggregation: 'last' }, 'survey', ['45', '50', '90']),
  of('GAP', 'service', { unit: 'points', direction: 'higher', aggregation: 'last', decimals: 2 }, 'survey', ['-0.35']),
  of('CAPA', 'quality', higherShare, 'manual', ['18', '20', '90']),
  of('WHS', 'safety', { unit: 'count', direction: 'lower', aggregation: 'sum', decimals: 0 }, 'manual', ['0']),
  of('INFO', 'service', higherShare, 'import', ['990', '1000', '99']),
  of('COST', 'supply', { ...lowerShare, decimals: 2 }, 'import', ['45000', '1500000', '3']),
]

export const kpiCodes = kpiTypes.map(({ code }) => code)

const byCode = new Map(kpiTypes.map((type) => [type.code, type]))

/** The KPI with this code; null when the library knows none. */
export const kpiTypeOf = (code: string): KpiType | null => byCode.get(code) ?? null
