import { randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { members } from '@/db/schema/workspace'
import { type Role, workspaceActor } from '@/lib/kernel/actor'
import { newProof } from '@/lib/kernel/identity/proof'
import { own } from '@/lib/kernel/own'
import { inTransaction } from '@/lib/kernel/transaction'
import { company, emailOf, employees, type MemberKey, memberKeys } from './company'
import { done } from './done'
import { admit } from './found'

/** How one of the demonstration's people signs in. The password is known only here and now: only its hash is kept. */
export type SignIn = { member: MemberKey; role: Role; name: string; email: string; password: string }

const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
const newPassword = () => [group(), group(), group(), group()].join('-')

/** Gives everybody who signs in a new password. Whoever was signed in is signed out. */
export async function renewSignIns(workspaceId: string, now: Date): Promise<SignIn[]> {
  const platform = workspaceActor(workspaceId)
  const idOf = await memberIds(workspaceId)
  const signIns: SignIn[] = []
  for (const member of memberKeys) {
    const { name, signsIn, roles } = employees[member]
    const memberId = idOf.get(emailOf(member))
    if (!signsIn || !memberId) continue
    const [email, password] = [emailOf(member), newPassword()]
    await done(admit, platform, { memberId, email, name, proof: await newProof(password) }, now)
    signIns.push({ member, role: roles[0], name, email, password })
  }
  return signIns
}

async function memberIds(workspaceId: string): Promise<ReadonlyMap<string | null, string>> {
  const rows = await inTransaction({ workspaceId }, 'read only', (tx) =>
    tx.select({ id: members.id, email: members.email }).from(members).where(own(members, { workspaceId })),
  )
  return new Map(rows.map(({ id, email }) => [email, id]))
}

/** Whether somebody can sign in already: they are let in last, so a loading that was interrupted has nobody. */
export async function isOpen(workspaceId: string): Promise<boolean> {
  const rows = await inTransaction({ workspaceId }, 'read only', (tx) =>
    tx.select({ id: members.id, status: members.status }).from(members).where(own(members, { workspaceId })),
  )
  return rows.some(({ status }) => status === 'active')
}

/** The member of another workspace who is known by this identity. */
export async function memberOfIdentity(workspaceId: string, identityId: string) {
  const [row] = await inTransaction({ workspaceId }, 'read only', (tx) =>
    tx
      .select({ name: members.name, email: members.email })
      .from(members)
      .where(and(own(members, { workspaceId }), eq(members.identityId, identityId))),
  )
  return row ?? null
}

const roleWords: Partial<Record<Role, string>> = {
  manager: '協議績效主管 Manager',
  salesLead: '業務主管 Sales lead',
  accountManager: '客戶經理 Account manager',
  salesAssistant: '業務助理 Sales assistant',
  administrator: '系統管理員 Administrator',
}

const order: readonly MemberKey[] = ['yvonne', 'howard', 'sophia', 'justin', 'kevin', 'sandy']

/** The sign-ins as the console shows them, one person a line, the four personas first. */
export function signInsInWords(signIns: readonly SignIn[]): string {
  const sorted = signIns.toSorted((a, b) => order.indexOf(a.member) - order.indexOf(b.member))
  const lines = sorted.map(({ role, name, email, password }) => {
    const words = roleWords[role] ?? role
    return `    ${padded(`${words} · ${name}`, 40)}${padded(email, 32)}${password}`
  })
  return [`  示範工作區 Demo workspace：${company}`, ...lines].join('\n')
}

/** Chinese characters are two columns wide on a console. */
function padded(text: string, columns: number): string {
  const width = [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(1, columns - width))
}
