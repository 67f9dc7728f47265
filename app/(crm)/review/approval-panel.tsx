import { read } from '@/lib/kernel/read'
import type { SubjectKind } from '@/lib/modules/approvals/model'
import { runOfSubject } from '@/lib/modules/approvals/queries-desk'
import { ApprovalCard } from '@/lib/modules/approvals/views/approval-card'
import { deskSaid } from '@/lib/modules/approvals/views/said'

/** Where the approval of a record stands, for the record's page. */
export async function ApprovalPanel({ subjectKind, subjectId }: { subjectKind: SubjectKind; subjectId: string }) {
  const [said, view] = await Promise.all([deskSaid(), read(runOfSubject, { subjectKind, subjectId })])
  return <ApprovalCard view={view} said={said} />
}
