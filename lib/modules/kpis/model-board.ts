type Named = { id: string; agreementId: string }

/** Where the rows behind a KPI's numbers are: its measurements, targets and breaches. */
export const kpiHref = ({ id, agreementId }: Named): string => `/agreements/${agreementId}/kpis/${id}`
