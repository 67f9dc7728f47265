import type { AgreementState } from '@/lib/modules/agreements/model-states'

/** Agreements whose KPIs count: signed, in force, or paused. */
export const shownStates = ['executed', 'active', 'suspended'] as const satisfies readonly AgreementState[]

type Named = { id: string; agreementId: string }

/** Where the rows behind a KPI's numbers are: its measurements, targets and breaches. */
export const kpiHref = ({ id, agreementId }: Named): string => `/agreements/${agreementId}/kpis/${id}`
