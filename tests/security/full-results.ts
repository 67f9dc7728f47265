import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '@/lib/kernel/actor'
import { open } from '@/lib/modules/negotiations/commands'
import { writeDebrief } from '@/lib/modules/negotiations/commands-debriefs'
import { addNotice, draftNotices, sendNotice } from '@/lib/modules/negotiations/commands-results'
import { done } from '@/tests/modules/terms/scene'
import { owner } from '@/tests/people'

type People = { actor: Actor; colleague: Actor; accountId: string }

/** A documented negotiation with a term agreed on. */
async function documented(actor: Actor, accountId: string) {
  const about = { kind: 'annualTerms', title: '明年度交易條件', purpose: '換得端架陳列' }
  const { negotiationId } = await done(open, actor, { accountId, direction: 'sell', ...about })
  await owner()`insert into negotiation_issues
    (workspace_id, id, negotiation_id, account_id, key, name, position, kind, unit, term_code, agreed_value)
    values (${actor.workspaceId}, ${uuidv7()}, ${negotiationId}, ${accountId}, 'pay', '付款天數', 1, 'numeric', '天',
      'paymentDays', '"60"'::jsonb)`
  await owner()`update negotiations set state = 'documented' where id = ${negotiationId}`
  return negotiationId
}

/** Results that are told and learnt from, with a right input for each of their commands. */
export async function fullResults({ actor, colleague, accountId }: People) {
  const [negotiationId, fresh] = [await documented(actor, accountId), await documented(actor, accountId)]
  await owner()`insert into negotiation_members
    (workspace_id, id, negotiation_id, account_id, member_id, part)
    values (${actor.workspaceId}, ${uuidv7()}, ${negotiationId}, ${accountId}, ${colleague.id}, 'speaks')`
  const content = { message: '付款改 60 天', dueOn: '2099-12-30', embargoUntil: null, memberIds: [actor.id] }
  await done(draftNotices, actor, { negotiationId })
  const { noticeId } = await done(addNotice, actor, { negotiationId, audience: 'other', ...content })
  const sent = await done(addNotice, actor, { negotiationId, audience: 'other', ...content })
  await done(sendNotice, actor, sent)
  const debrief = { negotiationId, techniques: ['needs', 'bargaining'], lesson: '先談量再談價' }
  await done(writeDebrief, actor, debrief)
  return {
    ids: { noticeId },
    input: {
      'negotiations.draftNotices': { negotiationId: fresh },
      'negotiations.addNotice': { negotiationId, audience: 'other', ...content },
      'negotiations.editNotice': content,
      'negotiations.removeNotice': {},
      'negotiations.sendNotice': {},
      'negotiations.acknowledge': { ...sent, comment: '已更新系統' },
      'negotiations.writeDebrief': { ...debrief, lesson: '先問需求' },
      'negotiations.observe': {
        ...{ negotiationId, observedId: colleague.id, observedOn: '2026-01-05' },
        ...{ rating1: '3', rating2: '', rating3: '0', rating4: null, rating5: '' },
      },
    },
  }
}
