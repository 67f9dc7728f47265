export const directions = ['higher', 'lower', 'range'] as const
/** Which way is better: more, less, or inside a range. */
export type KpiDirection = (typeof directions)[number]

export const aggregations = ['ratio', 'sum', 'mean', 'last', 'max'] as const
/** How several periods make one figure. */
export type Aggregation = (typeof aggregations)[number]

export const units = ['percent', 'permille', 'ppm', 'days', 'units', 'amount', 'points', 'count'] as const
export type KpiUnit = (typeof units)[number]

export const frequencies = ['month', 'quarter', 'year'] as const
export type Frequency = (typeof frequencies)[number]

export const statuses = ['green', 'amber', 'red', 'noData'] as const
export type KpiStatus = (typeof statuses)[number]

/**
 * What is promised of a KPI, exact decimals in its own unit. `zero` is the value that is worth nothing; `amber` the last one
 * that is not red. In a range both ends belong to it, and `tolerance` is how far outside it is worth nothing.
 */
export type Thresholds =
  | { direction: 'higher' | 'lower'; target: string; amber: string; zero: string }
  | { direction: 'range'; low: string; high: string; tolerance: string }

/** What one of each unit is of the bare quotient: 3 % is 0.03, 200 ppm is 0.0002. */
export const scaleOf: Readonly<Record<KpiUnit, string>> = {
  percent: '100',
  permille: '1000',
  ppm: '1000000',
  days: '1',
  units: '1',
  amount: '1',
  points: '1',
  count: '1',
}

export const sources = ['manual', 'import', 'deliveries', 'sales', 'survey', 'api'] as const
/** Where values come from. */
export type KpiSource = (typeof sources)[number]

export const kpiCategories = [
  'supply',
  'stock',
  'quality',
  'service',
  'payment',
  'sales',
  'marketing',
  'safety',
] as const
export type KpiCategory = (typeof kpiCategories)[number]
