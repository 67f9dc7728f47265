import { clientReports, isCurrent, kpiMeasurements } from '@/db/schema/kpis'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { actsAre } from '@/lib/kernel/evidence-acts'

/**
 * Keeping to agreements and reaching their KPIs (BGM-4.2): a measured value that somebody entered and answers for. Useful
 * feedback on the service (KRM-3.5): a report that was sent to the client, credited to whoever sent it.
 */
export const evidence: EvidenceRule[] = [
  actsAre('BGM-4.2', {
    subjectKind: 'kpiMeasurement',
    table: kpiMeasurements,
    member: kpiMeasurements.enteredBy,
    at: kpiMeasurements.createdAt,
    which: isCurrent(kpiMeasurements),
  }),
  actsAre('KRM-3.5', {
    subjectKind: 'clientReport',
    table: clientReports,
    member: clientReports.sentBy,
    at: clientReports.sentAt,
  }),
]
