import { and } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { members } from '@/db/schema/workspace'
import { listFrame, listInput, listSpec, live } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { employments, type MemberRow, memberStatuses } from './model-members'

const superiors = alias(members, 'superiors')

export const memberList = listSpec({
  name: 'members',
  id: members.id,
  columns: {
    name: { kind: 'text', from: members.name, sort: true },
    title: { kind: 'text', from: members.title },
    roles: { kind: 'text', from: members.id },
    status: { kind: 'choice', from: members.status, filter: true, choices: memberStatuses },
    reportsTo: { kind: 'choice', from: members.reportsToId, filter: true, reference: true },
    email: { kind: 'text', from: members.email },
    englishName: { kind: 'text', from: members.englishName, shown: false },
    employment: { kind: 'choice', from: members.employment, filter: true, choices: employments, shown: false },
  },
  firstSort: 'name',
})

/** The members of the workspace, page by page. */
export const listMembers = query({
  name: 'workspace.members',
  permission: may.see,
  input: listInput(memberList),
  async run(look, request): Promise<ListPage<MemberRow>> {
    const frame = await listFrame(look, memberList, request)
    const { tx, actor } = look
    const rows = await tx
      .select({
        id: members.id,
        name: members.name,
        englishName: members.englishName,
        email: members.email,
        title: members.title,
        roles: members.roles,
        disciplines: members.disciplines,
        employment: members.employment,
        reportsTo: superiors.name,
        status: members.status,
        sortKey: frame.sortKey,
      })
      .from(members)
      .leftJoin(superiors, joined(superiors, actor, members.reportsToId))
      .where(and(own(members, actor), live(members), frame.where))
      .orderBy(...frame.orderBy)
      .limit(frame.limit)
    return frame.page(rows)
  },
})
