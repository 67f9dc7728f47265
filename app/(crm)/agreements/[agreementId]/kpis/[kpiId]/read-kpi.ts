import { notFound } from 'next/navigation'
import { cache } from 'react'
import { read } from '@/lib/kernel/read'
import { byId } from '@/lib/modules/kpis/queries-record'

/** The KPI of the page, when it belongs to the agreement of the address. */
export const readKpi = cache(async (agreementId: string, kpiId: string) => {
  const kpi = await read(byId, { kpiId })
  return kpi.agreementId === agreementId ? kpi : notFound()
})
