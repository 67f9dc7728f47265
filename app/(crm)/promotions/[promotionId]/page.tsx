import type { Metadata } from 'next'
import { ApprovalPanel } from '@/app/(crm)/review/approval-panel'
import { PromotionPage } from '@/lib/modules/promotions/views/promotion-page'
import { saidFor } from '@/lib/modules/promotions/views/said'
import { readPromotion } from './read-promotion'

type Props = { params: Promise<{ promotionId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readPromotion((await params).promotionId)).title }
}

export default async function PromotionRecordPage({ params }: Props) {
  const [said, promotion] = [await saidFor(), await readPromotion((await params).promotionId)]
  const approval = promotion.overFund && <ApprovalPanel subjectKind="promotion" subjectId={promotion.id} />
  return <PromotionPage promotion={promotion} said={said} approval={approval} />
}
